import { it, expect, vi } from 'vitest';
import { Report, reportOf } from '../../../src/app/report.svelte.ts';
import { Session } from '../../../src/app/session.svelte.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { AppError } from '../../../src/core/errors.ts';
import { message } from '../../../src/core/message.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';
import { readAnswer, readStoredReport } from '../../../src/reports/validate.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { formatDate } from '../../../src/i18n/format.ts';

function stage(stored?: unknown) {
  const kept: any[] = [];
  const workbench: any = {
    report: vi.fn(() => Promise.resolve(kept.at(-1) ?? stored)),
    keepReport: vi.fn((report: any) => { kept.push(structuredClone(report)); return Promise.resolve(); }),
    reset: vi.fn(() => { kept.length = 0; return Promise.resolve({ storage: {}, settings: { currency: 'none', northStar: [] }, versions: {} }); }),
    tables: () => Promise.resolve([]), mapping: () => Promise.resolve({ mapping: {}, proposals: [] }), storage: () => Promise.resolve({}),
    checkMapping: () => Promise.resolve([]),
  };
  const session = new Session(workbench, new Speech());
  return { session, report: reportOf(session), workbench, kept };
}
const answerWith = (first: number, more: Partial<Answer> = {}): Answer => ({
  status: 'answered', question: 'rfm-segments', parameters: {}, verdict: message('ui.retry', { first }), eligibility: message('ui.retry'),
  estimates: [], tables: { customers: [{ customer_id: 'secret-' + first }] }, checks: [],
  evidence: { steps: [], queries: [], methods: [], assumptions: [], inputs: [], seed: 1, versions: {}, elapsedMs: 1 }, ...more });

it('undo after reset writes old customers into the new workspace', async () => {
  const { session, report, kept } = stage();
  await report.add(answerWith(1));
  await report.add(answerWith(2));
  const undo = await report.remove(report.items[0]!.id);
  await session.reset();
  expect(kept).toEqual([]);
  await undo();
  console.log('UNDO AFTER RESET:', JSON.stringify(kept.at(-1)?.items.map((i: any) => i.answer.tables)));
});
it('same verdict and estimates, other data', async () => {
  const { report } = stage();
  const inputs = (hash: string) => ({ evidence: { ...answerWith(1).evidence, inputs: [{ table: 't', file: 't.csv', rows: 1, hash }] } });
  await report.add(answerWith(1, inputs('aaaa')));
  console.log('OTHER DATA ADDED?', await report.add(answerWith(1, { ...inputs('bbbb'), tables: { segments: [{ segment: 'lost', customers: 77 }] } })));
});
it('one transient failure', async () => {
  const { report, workbench } = stage({ title: '', language: 'en', smallest: 5, ids: 'drop', salt: '', items: [] });
  workbench.report.mockRejectedValueOnce(new AppError('worker-failed', { reason: 'x' }));
  await report.load().catch(() => undefined);
  console.log('AFTER TRANSIENT:', await report.load().then(() => 'ok', (e) => e.code), await report.add(answerWith(1)).then(() => 'ok', (e) => e.code));
});
it('one item unreadable loses all', async () => {
  const item = (i: number, key = 'ui.retry') => ({ id: 'i' + i, addedAt: '2026-01-01T00:00:00Z', title: 'mine', note: 'hours of work', answer: answerWith(i, { verdict: message(key) }) });
  const { report, kept } = stage({ title: 'Q3', language: 'en', smallest: 5, ids: 'drop', salt: 's', items: [item(1), item(2), item(3, 'rfm.verdict.renamed-in-next-version')] });
  console.log(await report.load().then(() => 'ok', (e) => [e.code, JSON.stringify(e.values ?? e.data)]));
  await report.add(answerWith(9));
  console.log('KEPT NOW', kept.at(-1).items.length, kept.at(-1).title);
});
it('hostile stored', async () => {
  const ok = { title: '', language: 'en', smallest: 5, ids: 'drop', salt: '', items: [] as any[] };
  const item = (more: any, a: any = {}) => ({ id: 'i', addedAt: '2026-01-01', title: '', note: '', answer: answerWith(1, a), ...more });
  const t = (f: () => unknown) => { try { f(); return 'fine'; } catch (e) { return String(e).slice(0, 120); } };
  const w = { language: 'en', currency: 'EUR' } as const;
  const s1 = readStoredReport({ ...ok, items: [item({ addedAt: 'never' })] });
  console.log('addedAt', t(() => translate(message('reports.item.added', { date: s1.items[0]!.addedAt.slice(0, 10) }), w)));
  for (const [k, v] of [['toString', {}], ['constructor', {}], ['overview.verdict.revenue', {}], ['reports.item.added', { date: '2024-99-99' }]] as const) {
    const s = readStoredReport({ ...ok, items: [item({}, { verdict: { key: k, values: v } })] });
    console.log('verdict', k, t(() => translate(s.items[0]!.answer.verdict, w)));
  }
  const dup = readStoredReport({ ...ok, items: [item({}), item({})] });
  console.log('duplicate ids', dup.items.map((i) => i.id));
  const s3 = readStoredReport({ ...ok, items: [item({}, { question: 'weather' })] });
  console.log('unknown question', t(() => translate(message(`question.${s3.items[0]!.answer.question}.title`), w)));
  console.log('salt empty + hash accepted', t(() => readStoredReport({ ...ok, ids: 'hash', salt: '' })));
  const est = { name: 'x', value: 1, unit: 'money', basis: 'estimated' };
  console.log('estimate without interval accepted', t(() => readAnswer(answerWith(1, { estimates: [est] as any }))));
  console.log('interval reversed accepted', t(() => readAnswer(answerWith(1, { estimates: [{ ...est, interval: { low: 9, high: -9, level: 2 - 1, kind: 'confidence' } }] as any }))));
  console.log('form date', t(() => formatDate('abc', 'medium', 'en')));
  const r = readAnswer(answerWith(1, { parameters: JSON.parse('{"__proto__":{"x":1},"constructor":1}'), tables: { a: [JSON.parse('{"constructor":3,"b":1}')] } }));
  console.log('proto', JSON.stringify(r.parameters), JSON.stringify(r.tables), ({} as any).x);
});
it('currency', async () => {
  const { report, session, kept } = stage();
  session.speech.currency = 'EUR';
  await report.add(answerWith(1));
  console.log('currency kept?', JSON.stringify(Object.keys(kept.at(-1))), JSON.stringify(Object.keys(kept.at(-1).items[0])));
});
