import { it } from 'vitest';
import { buildReport } from '../../../src/app/report-builder.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { QuestionContract } from '../../../src/core/question.ts';
import { contract as experiment } from '../../../src/questions/experiment/question.ts';
import { answer as answerExperiment } from '../../../src/questions/experiment/answer.ts';
import { contract as rfm } from '../../../src/questions/rfm-segments/question.ts';
import { answer as answerRfm } from '../../../src/questions/rfm-segments/answer.ts';
import { contract as overview } from '../../../src/questions/overview/question.ts';
import { answer as answerOverview } from '../../../src/questions/overview/answer.ts';
import { askNatively } from '../../fixtures/ask-natively.ts';
import { openNative } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';
import { wholeAnswer } from '../../fixtures/reports/whole-answer.ts';
import { parseHtml, elementsOf, textOf } from '../../fixtures/reports/parse-html.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';
import { contract as ret } from '../../../src/questions/return/question.ts';
import { answer as answerReturn } from '../../../src/questions/return/answer.ts';
import { storeLog, returnMapping } from '../../fixtures/return/ask.ts';

async function html(answer: Answer, smallest = 5) {
  const blob = await buildReport({ title: 'T', language: 'en', currency: 'EUR', madeAt: '2026-11-22', privacy: { smallest, ids: 'drop' }, items: [{ answer }], theme: chartTheme });
  return blob.text();
}
function show(page: string) {
  const parsed = parseHtml(page);
  const cls = (n: string) => elementsOf(parsed).filter(({ attributes }) => attributes.class?.split(' ').includes(n));
  for (const n of ['verdict', 'eligibility', 'cards', 'checks', 'withheld']) for (const e of cls(n)) console.log(n, '::', textOf(e).replace(/\s+/g, ' '));
  for (const e of elementsOf(parsed).filter((x) => x.name === 'figure')) console.log('FIG ::', textOf(e).replace(/\s+/g, ' ').slice(0, 700));
  for (const e of elementsOf(parsed).filter((x) => x.name === 'ol')) console.log('STEPS ::', textOf(e).replace(/\s+/g, ' ').slice(0, 900));
}
const whole = async (c: QuestionContract, a: any, db: any, m: any, g: any = {}) => wholeAnswer(c, await askNatively(db, m, { contract: c, answer: a }, g), g);

it('experiment small arms', async () => {
  const db = await openNative();
  await rawTable(db, 'tests', { arm: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP' }, [
    ...[1, 2, 3].map((i) => ['control', 'c' + i, '2020-03-01']), ...[1, 2, 3].map((i) => ['ai', 't' + i, '2020-03-01']), ['ai', 'c9', '2020-03-01'], ['control', 'c9', '2020-03-01']] as any);
  await rawTable(db, 'log', { who: 'VARCHAR', at: 'TIMESTAMP', paid: 'DOUBLE', won: 'DOUBLE', coin: 'VARCHAR' }, [
    ['c1', '2020-03-01', 20, 8, 'EUR'], ['c2', '2020-03-30', 30, 9, 'EUR'], ['t1', '2020-03-02', 50, 20, 'EUR'], ['t2', '2020-03-10', 70, 30, 'EUR'], ['x', '2020-04-30', 99, 9, 'EUR']] as any);
  const mapping = { assignments: { table: 'tests', columns: { initiative: { value: 'advice' }, variant: 'arm', customer_id: 'who', assigned_at: 'day' } }, orders: { table: 'log', columns: { customer_id: 'who', ordered_at: 'at', amount: 'paid', margin: 'won', currency: 'coin' } } };
  console.log('##### EXPERIMENT');
  show(await html(await whole(experiment, answerExperiment, db, mapping, { windowDays: 30 })));
});
it('experiment, rare outcome', async () => {
  const db = await openNative();
  const rows = Array.from({ length: 400 }, (_, i) => [i % 2 ? 'ai' : 'control', i % 2 ? (i < 6 ? 1 : 0) : i < 30 ? 1 : 0]);
  await rawTable(db, 'tests', { arm: 'VARCHAR', sick: 'INTEGER' }, rows as any);
  console.log('##### RARE');
  show(await html(await whole(experiment, answerExperiment, db, {}, { table: 'tests', variant: 'arm', metrics: ['sick'] })));
});
it('rfm', async () => {
  const db = await openNative();
  const rows: any[] = [];
  for (let i = 0; i < 60; i++) for (let k = 0; k < (i % 7) + 1; k++) rows.push([`o${i}-${k}`, `c${i}`, `2020-0${1 + ((i * 5 + k * 3) % 9)}-1${i % 9}`, 10 + i + k]);
  await rawTable(db, 'log', { id: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', paid: 'DOUBLE' }, rows);
  const mapping = { orders: { table: 'log', columns: { order_id: 'id', customer_id: 'who', ordered_at: 'day', amount: 'paid' } } };
  console.log('##### RFM');
  const a = await whole(rfm, answerRfm, db, mapping, {});
  console.log(JSON.stringify(a.verdict), JSON.stringify(a.estimates.map((e) => [e.name, e.value])), JSON.stringify((a.tables.segments as any[]).map((r) => [r.segment, r.customers])));
  show(await html(a));
  const g = a.tables.grid as any[]; const seg = a.tables.segments as any[];
  const back = seg.filter((s) => s.customers >= 5 && g.filter((c) => c.segment === s.segment && c.customers > 0 && c.customers < 5).length === 1).map((s) => s.segment);
  console.log('recoverable by subtraction', back, 'suppressed segments', seg.filter((s) => s.customers > 0 && s.customers < 5).map((s) => s.segment));
});
it('overview', async () => {
  const db = await openNative();
  const rows: any[] = [['o1', 'c1', '2020-01-05', 10], ['o2', 'c2', '2020-01-20', 20], ['o3', 'c3', '2020-02-05', 30], ['o4', 'c1', '2020-02-25', 40], ['o5', 'c2', '2020-03-31', 55]];
  await rawTable(db, 'log', { id: 'VARCHAR', who: 'VARCHAR', day: 'TIMESTAMP', paid: 'DOUBLE' }, rows);
  const mapping = { orders: { table: 'log', columns: { order_id: 'id', customer_id: 'who', ordered_at: 'day', amount: 'paid' } } };
  console.log('##### OVERVIEW');
  const given = { baselineFrom: '2020-01-01', baselineTo: '2020-02-01', from: '2020-02-01' };
  show(await html(await whole(overview, answerOverview, db, mapping, given)));
});
it('return', async () => {
  const db = await openNative();
  await storeLog(db, {
    assignments: [1, 2, 3].flatMap((i) => [[`t${i}`, 'ai', '2024-01-01'], [`c${i}`, 'control', '2024-01-01']]),
    orders: [1, 2, 3].flatMap((i) => [[`a${i}`, `t${i}`, `2024-01-1${i}`, 100 + i, 50 + i], [`b${i}`, `c${i}`, `2024-01-1${i}`, 80 + i, 20 + i * 2]]).concat([['z', 'zz', '2024-08-01', 1, 1]]),
    costs: [['2024-01-02', 'media', 'advice', 20]],
  });
  console.log('##### RETURN');
  show(await html(await whole(ret, answerReturn, db, returnMapping, {})));
});
