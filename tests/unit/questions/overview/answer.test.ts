import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isUnanswerable, type Answered } from '../../../../src/semantics/ask-context.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import {
  askOverview,
  bringShop,
  estimatesByName,
  orders,
  type Asked,
  type MoreTables,
  type Order,
} from '../../../fixtures/overview/shop.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

interface Brought extends Asked {
  rows?: Order[];
  tables?: MoreTables;
}

async function askOf({ rows, tables, ...asked }: Brought) {
  await bringShop(database, rows, tables);
  return askOverview(database, asked);
}
async function ask(asked: Brought = {}): Promise<Answered> {
  const result = await askOf(asked);
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}
const statusOf = ({ checks }: Answered, id: string): string | undefined =>
  checks.find((check) => check.id === id)?.status;

describe('answer', () => {
  it('counts the whole log, its last day included', async () => {
    const answered = await ask();
    const values = estimatesByName(answered);
    expect(values).toMatchObject({ revenue: 200, orders: 7, activeCustomers: 4, repeatShare: 0.5, retention: 0.75 });
    expect(values.averageOrder).toBeCloseTo(215 / 7, 12);
    expect(answered.estimates.every(({ basis, interval }) => basis === 'counted' && !interval)).toBe(true);
    expect(answered.estimates.filter(({ headline }) => headline).map(({ name }) => name)).toEqual([
      'revenue',
      'activeCustomers',
      'averageOrder',
      'retention',
    ]);
  });

  it('has a row per period, returns in that of their date', async () => {
    const { trend } = (await ask()).tables;
    expect(trend).toMatchObject([
      { period: '2023-01-01', complete: true, customers: 2, newCustomers: 2, orders: 2, revenue: 50, retention: null },
      { period: '2023-02-01', customers: 2, newCustomers: 1, orders: 2, revenue: 70, repeatShare: 0.5, retention: 0.5 },
      { period: '2023-03-01', complete: true, customers: 3, newCustomers: 1, orders: 3, revenue: 80, retention: 1 },
    ]);
    expect(trend[1].averageOrder).toBe(35);
    expect(trend[0]).toMatchObject({ answers: null, nps: null });
  });

  it('keeps periods without a purchase, and marks those it does not hold in full', async () => {
    const rows: Order[] = [
      ['ana', '2023-01-03', 1, 'a'],
      ['ana', '2023-04-10', 1, 'b'],
    ];
    const { trend } = (await ask({ rows })).tables;
    expect(trend.map(({ period, complete, customers }) => [period, complete, customers])).toEqual([
      ['2023-01-01', false, 1],
      ['2023-02-01', true, 0],
      ['2023-03-01', true, 0],
      ['2023-04-01', false, 1],
    ]);
    expect(trend[1]).toMatchObject({ averageOrder: null, repeatShare: null, retention: null });
    expect(trend[2].retention).toBeNull();
  });

  it('reads no other days than asked, but knows who had bought before', async () => {
    const answered = await ask({ given: { from: '2023-02-01', to: '2023-03-16' } });
    expect(estimatesByName(answered)).toMatchObject({ revenue: 160, orders: 4, activeCustomers: 2, repeatShare: 1 });
    expect(answered.tables.trend).toMatchObject([
      { period: '2023-02-01', newCustomers: 1, complete: true },
      { period: '2023-03-01', newCustomers: 0, complete: false, retention: null },
    ]);
    expect(estimatesByName(answered).retention).toBeUndefined();
    expect(answered.estimates[3]).toMatchObject({ name: 'repeatShare', headline: true });
  });

  it('starts weeks on the day that the settings say', async () => {
    const { trend } = (await ask({ given: { period: 'week' }, settings: { firstDayOfWeek: 7 } })).tables;
    expect(trend[0]).toMatchObject({ period: '2023-01-01', complete: true });
    expect(trend).toHaveLength(13);
    const monday = await ask({ given: { period: 'week' } });
    expect(monday.tables.trend[0]).toMatchObject({ period: '2022-12-26', complete: false, orders: 1 });
  });

  it('keeps to a condition on customers', async () => {
    const tables: MoreTables = {
      people: {
        types: { id: 'VARCHAR', land: 'VARCHAR' },
        rows: [
          ['ana', 'ES'],
          ['ben', 'PT'],
        ],
      },
    };
    const mapping = { customers: { table: 'people', columns: { customer_id: 'id', country: 'land' } } };
    const answered = await ask({ tables, mapping, given: { where: "country = 'PT'" } });
    expect(estimatesByName(answered)).toMatchObject({ revenue: 25, orders: 1, activeCustomers: 1 });
  });

  it('tells rows without a customer, returns, and an unusual first period', async () => {
    const old = Array.from({ length: 9 }, (_, i): Order => [`old${i}`, '2023-01-01', 1, `x${i}`]);
    const more: Order[] = [
      ['eve', '2023-04-30', 1, 'e'],
      [null, '2023-02-02', 500, 'n'],
    ];
    const answered = await ask({ rows: [...orders, ...old, ...more] });
    const row = answered.checks.find(({ id }) => id === 'rows-without-customer')!;
    expect(row.message.values).toMatchObject({ rows: 1, amount: 500 });
    expect(statusOf(answered, 'log-start')).toBe('warned');
    expect(answered.checks.find(({ id }) => id === 'returns-share')!.value).toBeCloseTo(15 / 225, 12);
    expect(statusOf(await ask({ rows: [...orders, ['ben', '2023-03-21', -190, 'r']] }), 'returns-share')).toBe(
      'warned',
    );
  });

  it('tells an unusual first period of the baseline too', async () => {
    const old = Array.from({ length: 9 }, (_, i): Order => [`old${i}`, '2023-01-01', 1, `x${i}`]);
    const later = ['2023-05-02', '2023-06-03', '2023-07-04', '2023-08-31'].map((day, i): Order => [
      `n${i}`,
      day,
      9,
      `y${i}`,
    ]);
    const given = { from: '2023-05-01', baselineFrom: '2023-01-01', baselineTo: '2023-05-01' };
    const april: Order = ['eve', '2023-04-03', 1, 'e'];
    const answered = await ask({ rows: [...orders, ...old, april, ...later], given });
    expect(statusOf(answered, 'log-start')).toBeUndefined();
    expect(statusOf(answered, 'baseline-log-start')).toBe('warned');
    const usual = await ask({ rows: [...orders, april, ...later], given });
    expect(statusOf(usual, 'baseline-log-start')).toBe('passed');
  });

  it('says how the last complete period did against a year before, or else the period before', async () => {
    const { verdict } = await ask();
    expect(verdict).toMatchObject({
      key: 'overview.verdict.revenue.last',
      values: { revenue: 200, direction: 'more', late: { values: { start: '2023-03-01' } } },
    });
    expect(verdict.values.change).toBeCloseTo(80 / 70 - 1, 12);
    const aYearBefore = await ask({ rows: [...orders, ['zoe', '2022-03-01', 100, 'z']] });
    expect(aYearBefore.verdict.values).toMatchObject({ direction: 'less', early: { values: { start: '2022-03-01' } } });
  });

  it('tells orders where there is no money', async () => {
    const free = orders.filter(([, , amount]) => amount > 0).map(([who, day, , id]): Order => [who, day, 0, id]);
    expect((await ask({ rows: free })).verdict.key).toBe('overview.verdict.orders.last');
  });

  it.each<[string, Brought]>([
    ['no-purchases', { rows: [['ana', '2023-01-01', -1, 'a']] }],
    ['outside', { given: { from: '2024-01-01' } }],
    ['too-many-periods', { rows: [...orders, ['old', '0201-01-01', 1, 'x']] }],
  ])('refuses: %s', async (reason, asked) => {
    expect(await askOf(asked)).toMatchObject({
      reason,
      message: { key: `overview.refusal.${reason}` },
    });
  });

  it('adds no two currencies up, as far as they are read', async () => {
    const tables: MoreTables = {
      coins: {
        types: { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', coin: 'VARCHAR' },
        rows: orders.map(([who, day, paid]) => [who, day, paid, who === 'dan' ? 'USD' : 'EUR']),
      },
    };
    const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid', currency: 'coin' };
    const mapping = { orders: { table: 'coins', columns } };
    expect(await askOf({ tables, mapping })).toMatchObject({ reason: 'two-currencies' });
    const before = await askOf({ tables, mapping, given: { to: '2023-03-31' } });
    expect(isUnanswerable(before)).toBe(false);
  });

  it('leaves the first 12 months out while nobody has been seen for that long', async () => {
    const answered = await ask();
    expect(estimatesByName(answered).valuePerCustomer12).toBeUndefined();
    expect(answered.checks.find(({ id }) => id === 'first-year')!.message.key).toBe('overview.check.firstYear.few');
  });
});
