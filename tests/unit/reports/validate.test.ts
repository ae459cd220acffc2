import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import { message } from '../../../src/core/message.ts';
import type { StoredReport } from '../../../src/reports/stored-report.ts';
import { readAnswer, readStoredReport } from '../../../src/reports/validate.ts';

const answer: Answer = {
  status: 'answered',
  question: 'cohort-retention',
  parameters: { period: 'month', split: { everyNth: 4 } },
  verdict: message('cohorts.verdict.customers', { first: 0.4, age: 1, period: 'month' }),
  eligibility: message('ui.retry'),
  estimates: [
    {
      name: 'retention1',
      value: 0.4,
      unit: 'share',
      basis: 'estimated',
      interval: { low: 0.3, high: 0.5, level: 0.9, kind: 'confidence' },
      headline: true,
    },
  ],
  tables: { cells: [{ cohort: '2020-01-01', value: null }], long: { rows: 9, columns: [], stored: 'redito.answer_1' } },
  checks: [{ id: 'few', status: 'passed', value: 3, message: message('ui.retry') }],
  evidence: {
    steps: [message('ui.retry', { of: { key: 'ui.undo', values: {} }, list: ['a', 1] })],
    queries: [{ sql: 'SELECT 1', elapsedMs: 1 }],
    methods: [{ name: message('ui.retry'), citations: ['wilson1927'] }],
    assumptions: [],
    inputs: [{ table: 'log', file: 'log.csv', rows: 3, hash: 'ab' }],
    seed: 1,
    versions: { DuckDB: '1' },
    elapsedMs: 2,
  },
};

/** A copy with something else at a path. */
function changed(path: string, value: unknown): unknown {
  const copy = structuredClone(answer) as unknown as Record<string, unknown>;
  const names = path.split('.');
  let holder = copy;
  for (const name of names.slice(0, -1)) holder = holder[name] as Record<string, unknown>;
  holder[names.at(-1)!] = value;
  return copy;
}

describe('readAnswer', () => {
  it('takes an answer as it is, and nothing beside it', () => {
    expect(readAnswer(answer)).toEqual(answer);
    expect(readAnswer({ ...answer, html: '<script>' })).toEqual(answer);
    expect(readAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
  });

  it.each<[string, unknown]>([
    ['status', 'done'],
    ['question', '../x'],
    ['verdict', message('no.such.key')],
    ['verdict', 'text'],
    ['verdict.values', { nested: { key: 'no.such.key', values: {} } }],
    ['verdict.values', { nested: { key: 'ui.undo' } }],
    ['verdict.values', { list: [{ key: 'no.such.key', values: {} }] }],
    ['estimates.0.value', Number.NaN],
    ['estimates.0.unit', 'euros'],
    ['estimates.0.interval.kind', 'sure'],
    ['estimates.0.interval.low', 0.6],
    ['verdict', message('toString')],
    ['verdict', message('constructor')],
    ['verdict', message('cohorts.verdict.customers', { first: 0.4 })],
    ['checks.0.message', message('reports.item.added', { date: '2024-99-99' })],
    ['evidence.steps', [message('ui.retry', { of: { key: 'reports.item.added', values: {} } })]],
    ['tables.cells', 'rows'],
    ['tables.cells', [{ f: () => 1 }]],
    ['tables.cells', Array.from({ length: 50_001 }, () => ({ a: 1 }))],
    ['checks.0.status', 'fine'],
    ['evidence.methods.0.citations', ['constructor']],
    ['evidence.queries', [{ sql: 1, elapsedMs: 1 }]],
    ['evidence', null],
  ])('refuses a wrong %s', (path, value) => {
    expect(() => readAnswer(changed(path, value))).toThrow(
      expect.objectContaining({
        code: 'answer-invalid',
        details: { where: expect.stringContaining(path.split('.')[0]!) },
      }),
    );
  });

  it('takes estimates that are named after long variants, and many of them', () => {
    const [estimate] = answer.estimates;
    const estimates = Array.from({ length: 5000 }, (_, i) => ({
      ...estimate!,
      name: `spend.${'v'.repeat(10_000)}.${i}`,
    }));
    expect(readAnswer({ ...answer, estimates }).estimates).toHaveLength(5000);
  });

  it('refuses what is nested without end', () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    expect(() => readAnswer(changed('parameters', { endless }))).toThrow(
      expect.objectContaining({ code: 'answer-invalid' }),
    );
    expect(() => readAnswer(changed('verdict.values', { endless }))).toThrow(
      expect.objectContaining({ code: 'answer-invalid' }),
    );
  });

  it('says of a refusal that it is one', () => {
    expect(() => readAnswer({ status: 'refused' })).toThrow(expect.objectContaining({ code: 'refusal-in-report' }));
    expect(() => readAnswer(null)).toThrow(expect.objectContaining({ code: 'answer-invalid' }));
  });
});

describe('readStoredReport', () => {
  const report: StoredReport = {
    title: 'Q3',
    language: 'es',
    smallest: 5,
    ids: 'hash',
    salt: 'abcdefgh',
    items: [{ id: '1', addedAt: '2026-11-21T10:00:00.000Z', currency: 'EUR', title: '', note: 'x', answer }],
  };
  const read = (given: unknown) => readStoredReport(given, (question) => question === 'cohort-retention');
  const item = report.items[0]!;

  it('takes a report as it is', () => {
    expect(read(structuredClone(report))).toEqual({ ...report, unread: [] });
  });

  it.each([
    ['answer', { ...item, answer: { ...answer, verdict: message('renamed.since') } }],
    ['question', { ...item, answer: { ...answer, question: 'weather' } }],
    ['time', { ...item, addedAt: 'never' }],
    ['day', { ...item, addedAt: '2024-99-99T00:00:00.000Z' }],
    ['currency', { ...item, currency: 'euros' }],
    ['item', null],
  ])('keeps the others when one %s cannot be read, and that one as it is', (_, broken) => {
    const { items, unread } = read({ ...report, items: [item, broken, { ...item, id: '2' }] });
    expect(items.map(({ id }) => id)).toEqual(['1', '2']);
    expect(unread).toEqual([broken]);
  });

  it('tries again what could not be read before', () => {
    const { items, unread } = read({ ...report, items: [], unread: [item, 7] });
    expect(items).toEqual([item]);
    expect(unread).toEqual([7]);
  });

  it('takes a salt that is too short for none', () => {
    expect(read({ ...report, salt: 'abcdefg' }).salt).toBe('');
  });

  it.each([{ smallest: 0 }, { ids: 'show' }, { language: 'fr' }, { items: 'none' }])('refuses %o', (change) => {
    expect(() => read({ ...report, ...change })).toThrow(expect.objectContaining({ code: 'report-unreadable' }));
  });
});
