import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/core/answer.ts';
import type { Row } from '../../../src/core/json.ts';
import { message } from '../../../src/core/message.ts';
import { discloseSafely, discloseTable, suppressRow, withheldText } from '../../../src/reports/suppress.ts';

const privacy = { smallest: 5, ids: 'drop' as const };
const rule = { counts: ['size', 'active'], kept: ['age'] };

const answer: Answer = {
  status: 'answered',
  question: 'cohort-retention',
  parameters: {},
  verdict: message('cohorts.verdict.customers', { first: 0.4, age: 1, period: 'month' }),
  eligibility: message('cohorts.eligibility', { customers: 3, cohorts: 2 }),
  estimates: [
    { name: 'customers', value: 4, unit: 'customers', basis: 'counted' },
    { name: 'cohorts', value: 4, unit: 'number', basis: 'counted' },
  ],
  tables: {
    cells: [
      { cohort: '2020-01-01', age: 1, size: 40, active: 3, value: 12.5, complete: true },
      { cohort: '2020-01-01', age: 2, size: 40, active: 0, value: 0, complete: true },
      { cohort: '2020-01-01', age: 3, size: 40, active: 5, value: 9, complete: true },
    ],
    people: [{ customer_id: 'ana', spend: 1 }],
    long: { rows: 60_000, columns: [], stored: 'redito.answer_1' },
    surprise: [{ a: 1 }],
  },
  checks: [
    { id: 'a', status: 'warned', value: 2, limit: 5, message: message('x.y', { newCustomers: 2 }) },
    { id: 'b', status: 'passed', value: 2, message: message('x.y', { cohorts: 2 }) },
  ],
  evidence: {
    steps: [message('x.y', { of: { key: 'x.z', values: { customers: 1 } } })],
    queries: [],
    methods: [],
    assumptions: [],
    inputs: [],
    seed: 1,
    versions: {},
    elapsedMs: 1,
  },
};
const rules = { cells: rule, people: { ids: ['customer_id'] }, long: {} };

describe('discloseSafely', () => {
  const { answer: safe, withheld } = discloseSafely(answer, rules, privacy);
  const cells = safe.tables.cells as Row[];

  it('withholds all numbers of a row that counts too few customers, but not where the row stands', () => {
    expect(cells[0]).toMatchObject({
      cohort: '2020-01-01',
      age: 1,
      size: null,
      active: null,
      value: null,
      complete: true,
    });
    expect(cells.slice(1)).toEqual((answer.tables.cells as Row[]).slice(1));
  });

  it('says what stands for the count and for what goes with it, also on copies of a row', () => {
    const copy = { ...cells[0]!, size: null };
    expect(withheldText(copy, 'active', 5)).toBe('<5');
    expect(withheldText(copy, 'value', 5)).toBe('•');
    expect(withheldText(copy, 'age', 5)).toBeUndefined();
    expect(Object.keys(copy)).toEqual(Object.keys((answer.tables.cells as Row[])[0]!));
  });

  it('leaves out lists of single customers, stored tables and tables without a rule', () => {
    expect(Object.keys(safe.tables)).toEqual(['cells']);
    expect(withheld).toMatchObject({ lists: ['people', 'long'], tables: ['surprise'], numbers: 3 });
  });

  it('withholds estimates and sentences that count too few customers, and the numbers of their checks', () => {
    expect(safe.estimates.map(({ name }) => name)).toEqual(['cohorts']);
    const keys = [
      safe.verdict,
      safe.eligibility,
      safe.checks[0]!.message,
      safe.checks[1]!.message,
      safe.evidence.steps[0]!,
    ];
    expect(keys.map(({ key }) => key.startsWith('reports.withheld'))).toEqual([false, true, true, false, true]);
    expect(safe.checks[0]).not.toHaveProperty('value');
    expect(withheld).toMatchObject({ estimates: 1, sentences: 3 });
  });

  it('leaves the answer that it was given alone', () => {
    expect((answer.tables.cells as Row[])[0]).toMatchObject({ active: 3 });
  });

  it('takes no name of an object for a rule', () => {
    const odd = { ...answer, tables: { constructor: [{ a: 1 }] } };
    expect(discloseSafely(odd, rules, privacy).withheld.tables).toEqual(['constructor']);
  });
});

describe('suppressRow', () => {
  it('never leaves a count from 1 to one less than the smallest, nor a number beside it', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 10 }), (size, active, smallest) => {
        const row = suppressRow({ age: 3, size, active, value: 7, more: [1] }, rule, smallest);
        const isSmall = [size, active].some((count) => count > 0 && count < smallest);
        expect(row.age).toBe(3);
        if (isSmall) expect([row.size, row.active, row.value, row.more]).toEqual([null, null, null, null]);
        else expect(row).toEqual({ age: 3, size, active, value: 7, more: [1] });
      }),
    );
  });
});

describe('discloseTable', () => {
  const people: Row[] = [
    { customer_id: 'zoe', row: 7, spend: 9 },
    { customer_id: 'ana', row: 8, spend: 9 },
    { customer_id: null, row: 9, spend: 2 },
  ];
  const ids = { ids: ['customer_id', 'row'] };

  it('drops ids and orders the rows by what is left', async () => {
    expect(await discloseTable(people, ids, privacy)).toEqual({ columns: ['spend'], rows: [[2], [9], [9]] });
    const turned = await discloseTable([...people].reverse(), ids, privacy);
    expect(turned).toEqual(await discloseTable(people, ids, privacy));
  });

  it('hashes ids with the salt, the same id to the same text, and nobody stays nobody', async () => {
    const one = await discloseTable([...people, people[0]!], ids, { smallest: 5, ids: { salt: 's' } });
    const column = one.rows.map(([id]) => id);
    expect(column[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(column[3]).toBe(column[0]);
    expect(column[1]).not.toBe(column[0]);
    expect(column[2]).toBeNull();
    const other = await discloseTable(people, ids, { smallest: 5, ids: { salt: 't' } });
    expect(other.rows[0]![0]).not.toBe(column[0]);
    expect(JSON.stringify(one)).not.toMatch(/ana|zoe/);
  });

  it('writes small counts as text and leaves what goes with them empty', async () => {
    const { rows } = await discloseTable(answer.tables.cells as Row[], rule, privacy);
    expect(rows[0]).toEqual(['2020-01-01', 1, null, '<5', null, true]);
  });
});
