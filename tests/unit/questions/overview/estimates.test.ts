import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { isUnanswerable, type Answered } from '../../../../src/semantics/ask-context.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import expected from '../../../fixtures/overview/overview.json';
import { rawTable } from '../../../fixtures/raw-table.ts';
import { askOverview, bringShop, estimatesByName, type MoreTables } from '../../../fixtures/overview/shop.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await bringShop(database, [], tables);
});
afterAll(() => database.close());

const tables: MoreTables = {
  sales: {
    types: { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', kept: 'DOUBLE', id: 'VARCHAR' },
    rows: expected.orders as (string | number)[][],
  },
  lines: {
    types: { id: 'VARCHAR', what: 'VARCHAR', n: 'DOUBLE', paid: 'DOUBLE' },
    rows: expected.items as (string | number)[][],
  },
  asked: {
    types: { who: 'VARCHAR', at: 'TIMESTAMP', kind: 'VARCHAR', score: 'DOUBLE' },
    rows: expected.surveys as (string | number | null)[][],
  },
  spent: {
    types: { day: 'DATE', paid: 'DOUBLE', kind: 'VARCHAR', what: 'VARCHAR' },
    rows: expected.costs as (string | number | null)[][],
  },
  spent_early: {
    types: { day: 'DATE', paid: 'DOUBLE', kind: 'VARCHAR', what: 'VARCHAR' },
    rows: (expected.costs as (string | number | null)[][]).slice(0, 60),
  },
  tests: {
    types: { what: 'VARCHAR', arm: 'VARCHAR' },
    rows: [
      [' Tried out', 'a'],
      ['tried out', 'b'],
    ],
  },
};
const orderColumns = { customer_id: 'who', ordered_at: 'day', amount: 'paid', order_id: 'id' };
const mapping: Mapping = {
  orders: { table: 'sales', columns: { ...orderColumns, margin: 'kept' } },
  order_items: { table: 'lines', columns: { order_id: 'id', product_id: 'what', quantity: 'n', amount: 'paid' } },
  surveys: { table: 'asked', columns: { customer_id: 'who', answered_at: 'at', kind: 'kind', score: 'score' } },
  costs: { table: 'spent', columns: { occurred_on: 'day', amount: 'paid', category: 'kind', initiative: 'what' } },
  assignments: { table: 'tests', columns: { initiative: 'what', variant: 'arm' } },
};

async function ask(given: Record<string, Json> = {}, changed: Mapping = {}): Promise<Answered> {
  const result = await askOverview(database, { given, mapping: { ...mapping, ...changed } });
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}
const textOf = ({ checks }: Answered, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.message.key;

describe('estimatesOf', () => {
  it.each([
    ['whole', {}],
    ['part', { from: '2023-03-01', to: '2023-11-01' }],
  ] as const)('agrees with plain loops and scipy: the %s log', async (name, given) => {
    const answered = await ask(given);
    const values = estimatesByName(answered);
    const { months, answers, valueInterval, ...numbers } = expected[name];
    expect(Object.keys(values).sort()).toEqual(Object.keys(numbers).sort());
    for (const [estimate, value] of Object.entries(numbers)) expect(values[estimate], estimate).toBeCloseTo(value, 9);
    const value = answered.estimates.find((estimate) => estimate.name === 'valuePerCustomer12')!;
    expect(value.interval).toMatchObject({ level: 0.9, kind: 'confidence' });
    expect(value.interval!.low).toBeCloseTo(valueInterval[0], 9);
    expect(value.interval!.high).toBeCloseTo(valueInterval[1], 9);
    expect(answered.eligibility.values.answers).toBe(answers);
    expect(answered.tables.trend).toHaveLength(Object.keys(months).length);
    for (const row of answered.tables.trend) {
      const month = months[row.period as keyof typeof months];
      expect(row).toMatchObject({ customers: month.customers, newCustomers: month.newCustomers });
      expect(row.revenue).toBeCloseTo(month.revenue, 9);
    }
  });

  it('gives every estimate an interval, and no count', async () => {
    const { estimates } = await ask();
    const estimated = estimates.filter(({ interval }) => interval).map(({ name }) => name);
    expect(estimated).toEqual(['nps', 'valuePerCustomer12', 'clvToCac']);
    expect(estimates.filter(({ basis }) => basis === 'estimated').map(({ name }) => name)).toEqual(estimated);
  });

  it('counts an answer of each customer once, also in a period, and tells scores off the scale', async () => {
    const answered = await ask();
    const answers = answered.tables.trend.reduce((sum, row) => sum + Number(row.answers), 0);
    expect(answers).toBeGreaterThan(expected.whole.answers);
    expect(textOf(answered, 'nps-scores')).toBe('overview.check.scores');
  });

  it('takes revenue where no margin is mapped, and says so', async () => {
    const answered = await ask({}, { orders: { table: 'sales', columns: orderColumns } });
    expect(estimatesByName(answered).valuePerCustomer12).toBeGreaterThan(2 * expected.whole.valuePerCustomer12);
    expect(answered.evidence.assumptions.map(({ key }) => key)).toContain('overview.assumption.revenue');
  });

  it('takes away no more than the margin of returns, and earns none with orders that did not come about', async () => {
    const before = estimatesByName(await ask()).valuePerCustomer12!;
    const [who] = expected.orders[0] as [string];
    const types = { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', kept: 'DOUBLE', id: 'VARCHAR', state: 'VARCHAR' };
    const cancelled = [who, '2022-02-02', 900, 400, 'void', 'Cancelled'];
    const rows = (expected.orders as (string | number)[][]).map((row) => [...row, null]);
    await rawTable(database, 'with_states', types, [...rows, cancelled]);
    const orders = { table: 'with_states', columns: { ...orderColumns, margin: 'kept', status: 'state' } };
    const answered = await ask({}, { orders });
    expect(estimatesByName(answered).valuePerCustomer12).toBeCloseTo(before, 9);
    expect(textOf(answered, 'margin-missing')).toBe(textOf(await ask(), 'margin-missing'));
  });

  it('leaves the cost per new customer out where it cannot be known, and says why', async () => {
    const people = { table: 'sales', columns: { customer_id: 'who' } };
    const filtered = await ask({ where: "customer_id < 'c050'" }, { customers: people });
    expect(textOf(filtered, 'acquisition-cost')).toBe('overview.check.costs.filtered');
    expect(estimatesByName(filtered).acquisitionCost).toBeUndefined();
    expect(estimatesByName(filtered).clvToCac).toBeUndefined();
    const none = await ask({ to: '2023-06-15', from: '2023-06-02' });
    expect(textOf(none, 'acquisition-cost')).toBe('overview.check.costs.none');
  });

  it('warns when costs end before the range does', async () => {
    expect(textOf(await ask(), 'costs-coverage')).toBe('overview.check.costs.covered');
    const early = await ask({}, { costs: { ...mapping.costs!, table: 'spent_early' } });
    expect(textOf(early, 'costs-coverage')).toBe('overview.check.costs.gap');
  });

  it('explains the average order by its lines: parts add up, coupons are a part of their own', async () => {
    const answered = await ask({ period: 'quarter' });
    const { averageOrder } = answered.tables;
    expect(averageOrder.map(({ component }) => component)).toEqual(['items', 'price', 'mix', 'other']);
    const [{ averageOrder: late, averageOrderBefore: early, from, beforeFrom }] = averageOrder;
    expect([from, beforeFrom]).toEqual(['2023-10-01', '2022-10-01']);
    const sum = averageOrder.reduce((total, row) => total + Number(row.contribution), 0);
    expect(sum).toBeCloseTo(Number(late) - Number(early), 9);
    expect(Number(averageOrder[1].contribution)).toBeGreaterThan(0);
    expect(textOf(answered, 'item-sums')).toBe('overview.check.items.fit');
  });

  it('gives no parts where lines do not add up to the orders', async () => {
    const doubled = {
      ...mapping.order_items!,
      columns: { ...mapping.order_items!.columns, amount: { expression: 'paid * 3' } },
    };
    const answered = await ask({}, { order_items: doubled });
    expect(answered.tables.averageOrder).toBeUndefined();
    expect(textOf(answered, 'item-sums')).toBe('overview.check.items.unusable');
  });
});
