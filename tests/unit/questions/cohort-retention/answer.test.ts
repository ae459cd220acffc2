import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { answer } from '../../../../src/questions/cohort-retention/answer.ts';
import { contract } from '../../../../src/questions/cohort-retention/question.ts';
import { isUnanswerable, type Answered } from '../../../../src/semantics/ask-context.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { askNatively } from '../../../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const mapping: Mapping = {
  orders: { table: 'log', columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid', channel: 'via' } },
  customers: { table: 'people', columns: { customer_id: 'id', country: 'land' } },
};

/** Ana and Ben come in January, Cleo in February, Dan in March; the log ends on 15 April. */
const log: [string, string, number, string][] = [
  ['ana', '2020-01-05', 10, 'web'],
  ['ana', '2020-02-05', 20, 'shop'],
  ['ana', '2020-04-01', 5, 'web'],
  ['ben', '2020-01-31', 30, 'shop'],
  ['ben', '2020-02-10', -30, 'shop'],
  ['ben', '2020-03-31', 40, 'shop'],
  ['cleo', '2020-02-29', 8, 'web'],
  ['cleo', '2020-03-01', 8, 'web'],
  ['cleo', '2020-03-02', 8, 'web'],
  ['dan', '2020-03-10', 100, 'web'],
  ['dan', '2020-04-15', 1, 'web'],
  ['eve', '2020-02-01', -9, 'web'],
];

async function ask(given: Record<string, Json> = {}, rows = log, settings = {}) {
  await rawTable(database, 'log', { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', via: 'VARCHAR' }, rows);
  await rawTable(database, 'people', { id: 'VARCHAR', land: 'VARCHAR' }, [
    ['ana', 'ES'],
    ['ben', 'ES'],
    ['cleo', 'PT'],
    ['dan', 'PT'],
  ]);
  return askNatively(database, mapping, { contract, answer }, given, settings);
}
const cells = async (given: Record<string, Json> = {}, rows = log, settings = {}) =>
  ((await ask(given, rows, settings)) as Answered).tables.cells;
const brief = (row: Record<string, Json>): string =>
  `${String(row.cohort)} ${String(row.size)} ${String(row.age)}: ${String(row.value)}${row.complete ? '' : ' …'}`;

describe('answer', () => {
  it('counts who buys at each age and marks periods that have not passed', async () => {
    expect((await cells()).map(brief)).toEqual([
      '2020-01-01 2 0: 2',
      '2020-01-01 2 1: 1',
      '2020-01-01 2 2: 1',
      '2020-01-01 2 3: 1 …',
      '2020-02-01 1 0: 1',
      '2020-02-01 1 1: 1',
      '2020-02-01 1 2: 0 …',
      '2020-03-01 1 0: 1',
      '2020-03-01 1 1: 1 …',
    ]);
  });

  it('gives weighted means over finished cells', async () => {
    const { estimates, tables } = (await ask()) as Answered;
    const retention1 = estimates.find(({ name }) => name === 'retention1')!;
    expect(retention1.value).toBeCloseTo(2 / 3, 12);
    expect(retention1).toMatchObject({
      unit: 'share',
      basis: 'estimated',
      interval: { kind: 'confidence', level: 0.9 },
    });
    expect(estimates.some(({ name }) => name === 'retention3')).toBe(false);
    expect(tables.curve).toMatchObject([
      { age: 0, mean: 1, cohorts: 3, low: null },
      { age: 1, cohorts: 2, customers: 3 },
      { age: 2, mean: 0.5, cohorts: 1, customers: 2 },
    ]);
  });

  it('counts orders relative to the first period', async () => {
    const rows = await cells({ measure: 'orders' });
    expect(rows.find(({ cohort, age }) => cohort === '2020-02-01' && age === 1)).toMatchObject({ value: 2, share: 2 });
  });

  it('takes returns off revenue without making anyone active', async () => {
    const rows = await cells({ measure: 'revenue' });
    const january = rows.filter(({ cohort }) => cohort === '2020-01-01').map(({ value }) => value);
    expect(january).toEqual([40, -10, 40, 5]);
  });

  it('takes off no returns from before the first purchase', async () => {
    const rows = await cells({ measure: 'revenue' }, [...log, ['ana', '2020-01-02', -7, 'web']]);
    expect(rows.find(({ cohort, age }) => cohort === '2020-01-01' && age === 0)).toMatchObject({ value: 40 });
  });

  it('adds revenue up per customer', async () => {
    const { estimates, tables } = (await ask({ measure: 'cumulativeRevenuePerCustomer' })) as Answered;
    const january = tables.cells.filter(({ cohort }) => cohort === '2020-01-01').map(({ value }) => value);
    expect(january).toEqual([20, 15, 35, 37.5]);
    // (15 × 2 customers + 24 × 1 customer) / 3
    expect(estimates[0]).toMatchObject({ name: 'retention1', unit: 'money', value: 18 });
  });

  it('keeps the first purchase of the whole log when cohorts start later', async () => {
    const rows = await cells({ from: '2020-01-20' });
    expect(rows.filter(({ age }) => age === 0).map(brief)).toEqual([
      '2020-01-01 1 0: 1',
      '2020-02-01 1 0: 1',
      '2020-03-01 1 0: 1',
    ]);
  });

  it('reads nothing from `to` on', async () => {
    const rows = await cells({ to: '2020-03-20' });
    expect(rows.find(({ cohort, age }) => cohort === '2020-01-01' && age === 2)).toMatchObject({
      value: 0,
      complete: false,
    });
    expect(rows.some(({ age }) => age === 3)).toBe(false);
  });

  it('keeps to a condition on customers', async () => {
    const rows = await cells({ where: "country = 'PT'" });
    expect(rows.filter(({ age }) => age === 0).map(brief)).toEqual(['2020-02-01 1 0: 1', '2020-03-01 1 0: 1']);
  });

  it('rejects a condition that is none', async () => {
    await expect(ask({ where: 'country' })).rejects.toMatchObject({ code: 'filter-invalid' });
  });

  it.each(['country', 'channel'])('compares groups by %s', async (groupBy) => {
    const { tables } = (await ask({ groupBy })) as Answered;
    const groups = new Set(tables.cells.map(({ group }) => group));
    expect(groups).toEqual(new Set(groupBy === 'country' ? ['ES', 'PT'] : ['web', 'shop']));
    const total = tables.cells.filter(({ age }) => age === 0).reduce((sum, { size }) => sum + Number(size), 0);
    expect(total).toBe(4);
  });

  it('takes the group of the first purchase, also when it is unknown, and never of a cancelled order', async () => {
    const types = { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', via: 'VARCHAR', state: 'VARCHAR' };
    await rawTable(database, 'log', types, [
      ['ana', '2020-01-02', 10, 'web', 'cancelled'],
      ['ana', '2020-01-05', 10, 'shop', 'sent'],
      ['ana', '2020-02-05', 10, 'web', 'sent'],
      ['ben', '2020-02-05', 10, null, 'sent'],
      ['ben', '2020-03-05', 10, 'web', 'sent'],
      ['cleo', '2020-04-05', 10, 'web', 'sent'],
    ]);
    const columns = { ...mapping.orders!.columns, status: 'state' };
    const orders = { table: 'log', columns };
    const result = await askNatively(database, { orders }, { contract, answer }, { groupBy: 'channel' });
    if (isUnanswerable(result)) throw new Error(result.reason);
    const groups = result.tables.cells.filter(({ age }) => age === 0).map(({ cohort, group }) => [cohort, group]);
    expect(groups.sort()).toEqual([
      ['2020-01-01', 'shop'],
      ['2020-02-01', null],
      ['2020-04-01', 'web'],
    ]);
  });

  it('adds no two currencies up, and counts customers all the same', async () => {
    const types = { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', coin: 'VARCHAR' };
    const { customer_id, ordered_at, amount } = mapping.orders!.columns;
    const orders = { table: 'log', columns: { customer_id, ordered_at, amount, currency: 'coin' } };
    const coins = (who: string): string => (who === 'dan' ? 'USD' : who === 'ana' ? ' eur' : 'EUR');
    const rows = log.map(([who, day, paid]) => [who, day, paid, coins(who)]);
    await rawTable(database, 'log', types, rows);
    const question = { contract, answer };
    for (const measure of ['revenue', 'cumulativeRevenuePerCustomer']) {
      const result = await askNatively(database, { orders }, question, { measure });
      expect(result).toMatchObject({ reason: 'two-currencies', message: { values: { currencies: ['EUR', 'USD'] } } });
    }
    expect(isUnanswerable(await askNatively(database, { orders }, question))).toBe(false);
    // Dan comes in March: nothing of his is used.
    const before = await askNatively(database, { orders }, question, { measure: 'revenue', to: '2020-03-05' });
    expect(isUnanswerable(before)).toBe(false);
    const alone = await askNatively(database, { orders }, question, { measure: 'revenue', from: '2020-03-01' });
    expect(alone).toMatchObject({ reason: 'one-cohort' });
  });

  it.each(['revenue', 'cumulativeRevenuePerCustomer'])('refuses %s of a log without money', async (measure) => {
    const free = log.map(([who, day, , via]): (typeof log)[number] => [who, day, 0, via]);
    expect(await ask({ measure }, free)).toMatchObject({ reason: 'no-revenue' });
  });

  it('rejects a group that is not there, naming those that are', async () => {
    await expect(ask({ groupBy: 'planet' })).rejects.toMatchObject({
      code: 'parameter-invalid',
      details: { expected: 'country | channel' },
    });
  });

  it.each([
    [1, '2020-02-24'],
    [7, '2020-03-01'],
  ])('starts weeks on day %i of the week', async (firstDayOfWeek, expected) => {
    const rows = await cells(
      { period: 'week' },
      [
        ['ana', '2020-03-01', 1, 'web'],
        ['ana', '2020-03-20', 1, 'web'],
        ['ben', '2020-03-09', 1, 'web'],
        ['ben', '2020-04-20', 1, 'web'],
      ],
      { firstDayOfWeek },
    );
    expect(rows[0].cohort).toBe(expected);
  });

  it('does not fail over a date of the first century', async () => {
    const rows = await cells({ period: 'week' }, [
      ['ana', '0001-01-03', 1, 'web'],
      ['ben', '2020-03-01', 1, 'web'],
      ['ben', '2020-03-20', 1, 'web'],
    ]);
    expect(rows[0]).toMatchObject({ cohort: '0001-01-01', size: 1, age: 0 });
  });

  it('counts quarters', async () => {
    const rows = await cells({ period: 'quarter' }, [
      ...log,
      ['dan', '2020-06-30', 3, 'web'],
      ['zoe', '2020-05-01', 3, 'web'],
    ]);
    expect(rows.map(brief)).toEqual(['2020-01-01 4 0: 4', '2020-01-01 4 1: 2', '2020-04-01 1 0: 1']);
  });

  it.each<[string, [string, string, number, string][], Record<string, Json>]>([
    ['no-purchases', [['ana', '2020-01-05', -10, 'web']], {}],
    [
      'bought-once',
      [
        ['ana', '2020-01-05', 1, 'web'],
        ['ben', '2020-02-05', 1, 'web'],
      ],
      {},
    ],
    [
      'one-cohort',
      [
        ['ana', '2020-01-05', 1, 'web'],
        ['ana', '2020-03-05', 1, 'web'],
      ],
      {},
    ],
    [
      'too-short',
      [
        ['ana', '2020-01-05', 1, 'web'],
        ['ana', '2020-02-05', 1, 'web'],
        ['ben', '2020-02-06', 1, 'web'],
      ],
      {},
    ],
    [
      'no-cohorts',
      [
        ['ana', '2020-01-05', 1, 'web'],
        ['ana', '2020-02-05', 1, 'web'],
      ],
      { from: '2021-01-01' },
    ],
  ])('refuses: %s', async (reason, rows, given) => {
    const result = await ask(given, rows);
    expect(result).toMatchObject({ reason, message: { key: `cohorts.refusal.${reason}` } });
  });

  it('warns when the first cohort holds customers from before the log', async () => {
    const many = Array.from({ length: 9 }, (_, i): [string, string, number, string] => [
      `old${i}`,
      '2020-01-01',
      1,
      'web',
    ]);
    const { checks } = (await ask({}, [...many, ...log])) as Answered;
    expect(checks.find(({ id }) => id === 'first-cohort')).toMatchObject({ status: 'warned', value: 11 });
    database.close();
    database = await openNative();
    const later = (await ask({ from: '2020-02-01' }, [...many, ...log])) as Answered;
    expect(later.checks.some(({ id }) => id === 'first-cohort')).toBe(false);
    expect(later.eligibility.values).toMatchObject({ from: '2020-02-01', to: '2020-04-15' });
  });
});
