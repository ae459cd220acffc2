import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport, type ReportRequest } from '../../../src/app/report-builder.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { message } from '../../../src/core/message.ts';
import { languages } from '../../../src/i18n/translate.ts';
import { answer as answerCohorts } from '../../../src/questions/cohort-retention/answer.ts';
import { contract as cohorts } from '../../../src/questions/cohort-retention/question.ts';
import { contract as lifetimeValue } from '../../../src/questions/lifetime-value/question.ts';
import { askNatively } from '../../fixtures/ask-natively.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';
import { askLifetimeValue } from '../../fixtures/lifetime-value/ask.ts';
import { inventPurchases, openShop } from '../../fixtures/lifetime-value/shop.ts';
import { openNative } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';
import { dangersOf, elementsOf, parseHtml, textOf, type Parsed } from '../../fixtures/reports/parse-html.ts';
import { wholeAnswer } from '../../fixtures/reports/whole-answer.ts';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)> </style></title>' \\ javascript:x`;

let answers: Answer[];
beforeAll(async () => {
  const database = await openNative();
  const purchases = inventPurchases(120, 3);
  const log = purchases.map(({ customer, at, amount }, i) => [
    customer,
    at.slice(0, 10),
    amount,
    i % 2 ? 'web' : HOSTILE,
  ]);
  await rawTable(database, 'log', { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', via: 'VARCHAR' }, log);
  const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid', channel: 'via' };
  const question = { contract: cohorts, answer: answerCohorts };
  const given = { groupBy: 'channel' };
  const grouped = await askNatively(database, { orders: { table: 'log', columns } }, question, given);
  database.close();
  const other = await openNative();
  await openShop(other, purchases);
  answers = [wholeAnswer(cohorts, grouped, given), wholeAnswer(lifetimeValue, await askLifetimeValue(other))];
  other.close();
});

async function build(change: Partial<ReportRequest> = {}): Promise<string> {
  const blob = await buildReport({
    title: HOSTILE,
    language: 'en',
    madeAt: '2026-11-22',
    privacy: { smallest: 5, ids: 'drop' },
    items: answers.map((answer) => ({ answer, currency: 'EUR', title: '', note: `First.\n\n${HOSTILE}` })),
    theme: chartTheme,
    ...change,
  });
  return blob.text();
}

const named = (parsed: Parsed, name: string): Parsed[] => elementsOf(parsed).filter((element) => element.name === name);

describe('buildReport', () => {
  it.each(languages)('is one safe and well-formed document in “%s”', async (language) => {
    const html = await build({ language });
    const parsed = parseHtml(html);
    expect(dangersOf(parsed)).toEqual([]);
    expect(named(parsed, 'html')[0]!.attributes.lang).toBe(language);
    const [policy] = named(parsed, 'meta').filter(({ attributes }) => 'http-equiv' in attributes);
    expect(policy!.attributes.content).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(textOf(named(parsed, 'h1')[0]!)).toBe(HOSTILE);
    expect(textOf(parsed)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('gives every picture ids of its own, and points at none that is not there', async () => {
    const parsed = parseHtml(await build());
    const ids = elementsOf(parsed).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = elementsOf(parsed).flatMap(({ attributes }) =>
      Object.values(attributes).flatMap((value) => /^(?:url\()?#([\w-]+)\)?$/.exec(value)?.[1] ?? []),
    );
    // Colours are written with # too.
    expect(wanted.filter((id) => !ids.includes(id) && !/^[\da-f]{3,8}$/i.test(id))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('holds verdict, cards with drawn intervals, note, figures with tables, checks and evidence of every answer', async () => {
    const parsed = parseHtml(await build());
    const classed = (name: string) =>
      elementsOf(parsed).filter(({ attributes }) => attributes.class?.split(' ').includes(name));
    expect(classed('verdict')).toHaveLength(2);
    expect(classed('verdict').every((verdict) => named(verdict, 'strong').length === 1)).toBe(true);
    expect(classed('interval').length).toBeGreaterThanOrEqual(3);
    expect(classed('note').map((note) => named(note, 'p').length)).toEqual([2, 2]);
    // Two groups and their means; five charts and a table.
    expect(named(parsed, 'figure')).toHaveLength(3 + 6);
    expect(named(parsed, 'table')).toHaveLength(9);
    expect(named(parsed, 'article')).toHaveLength(2);
    expect(textOf(classed('appendix')[0]!)).toMatch(
      /Marketing Science 24\(2\)[\s\S]*9f86d081884c7d65[\s\S]*DuckDB1\.5\.6/,
    );
  });

  it('withholds small counts and says so, and names no customer', async () => {
    const html = await build();
    expect(html).toContain('&lt;5');
    expect(html).toMatch(/Numbers that rest on fewer than 5 customers are withheld: \d+ numbers in tables/);
    expect(html).toContain('Not part of a report, only of CSV and Excel files: Customers.');
    expect(html).not.toMatch(/\bc0\d{3}\b/);
    const all = await build({ privacy: { smallest: 1, ids: 'drop' } });
    expect(all).toContain('No count of customers below 1 was found in the tables and sentences of this answer.');
  });

  it('shows every answer in its own currency', async () => {
    const items = ['EUR', 'USD', 'none'].map((currency) => ({ answer: answers[1]!, currency }));
    const verdicts = elementsOf(parseHtml(await build({ items })))
      .filter(({ attributes }) => attributes.class === 'verdict')
      .map((verdict) => textOf(verdict).replaceAll(/[^€$]/g, ''));
    expect(verdicts.map((signs) => signs[0])).toEqual(['€', '$', undefined]);
  });

  it('says that sums may still tell, where counts are withheld', async () => {
    expect(await build()).toContain('Sums across tables may still tell a count.');
    expect(await build({ privacy: { smallest: 1, ids: 'drop' } })).not.toContain('Sums across tables');
  });

  it('lets the page answer between its parts', async () => {
    const items = Array.from({ length: 4 }, () => ({ answer: answers[0]!, currency: 'EUR' }));
    await build({ items });
    let [turns, isOn] = [0, true];
    const count = (): void => {
      turns += 1;
      if (isOn) setTimeout(count);
    };
    const figures: number[] = [];
    setTimeout(count);
    await build({ items, onProgress: () => figures.push(turns) });
    isOn = false;
    // After the last figure is drawn every one is written in a task of its own.
    expect(turns - figures.at(-1)!).toBeGreaterThan(figures.length);
  });

  it('reports its progress and draws one chart after another', async () => {
    const seen: number[] = [];
    await build({ onProgress: (done, total) => seen.push(done / total) });
    expect(seen).toHaveLength(9);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });

  it('rejects answers whose question is not known, or whose sentences and tables make no sense', async () => {
    const items = (change: Partial<Answer>) => ({
      items: [{ answer: { ...answers[1]!, ...change }, currency: 'EUR' }],
    });
    await expect(build(items({ question: 'weather' }))).rejects.toMatchObject({ code: 'question-unknown' });
    await expect(build(items({ verdict: message('nothing.said') }))).rejects.toMatchObject({ code: 'answer-invalid' });
    await expect(build(items({ tables: { decile: [{ surprise: 1 }] } }))).rejects.toMatchObject({
      code: 'answer-invalid',
    });
  });
});
