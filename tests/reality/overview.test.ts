import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/database/sql.ts';
import { answer } from '../../src/questions/overview/answer.ts';
import { contract } from '../../src/questions/overview/question.ts';
import type { Answered } from '../../src/semantics/ask-context.ts';
import { detect } from '../../src/semantics/detection.ts';
import type { Mapping } from '../../src/semantics/mapping.ts';
import { rawTables } from '../../src/semantics/raw-tables.ts';
import { askNatively } from '../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
import { estimatesByName } from '../fixtures/overview/shop.ts';
import { publicData } from '../fixtures/public-data.ts';
import { rawParquet } from '../fixtures/raw-table.ts';

const path = publicData('online_retail/online_retail.parquet');

interface Line {
  InvoiceNo: string;
  CustomerID: number | null;
  InvoiceDate: string;
  Quantity: number;
  UnitPrice: number;
  [column: string]: string | number | null;
}

interface Order {
  customer: number;
  at: string;
  total: number;
  isPurchase: boolean;
}

/** Orders straight from the lines, with loops and maps and nothing of ours. */
function naiveOrders(lines: readonly Line[]): Order[] {
  const orders = new Map<string, Order & { sold: boolean }>();
  for (const { CustomerID, InvoiceNo, InvoiceDate, Quantity, UnitPrice } of lines) {
    if (CustomerID === null) continue;
    const id = `${CustomerID} ${InvoiceNo}`;
    const isCancelled = InvoiceNo.startsWith('C');
    const fresh = { customer: CustomerID, at: InvoiceDate, total: 0, isPurchase: !isCancelled, sold: false };
    const order = orders.get(id) ?? fresh;
    orders.set(id, order);
    if (InvoiceDate < order.at) order.at = InvoiceDate;
    order.total += Quantity * UnitPrice;
    if (Quantity * UnitPrice !== 0) order.sold = true;
  }
  return [...orders.values()]
    .filter(({ sold }) => sold)
    .map(({ customer, at, total, isPurchase }) => ({ customer, at, total, isPurchase: isPurchase && total >= 0 }));
}

const monthOf = ({ at }: Order): string => `${at.slice(0, 7)}-01`;

describe.skipIf(!path)('overview on Online Retail', () => {
  let database: NativeDatabase;
  let mapping: Mapping;
  let orders: Order[];
  let purchases: Order[];
  beforeAll(async () => {
    database = await openNative();
    await rawParquet(database, 'online_retail', path!);
    mapping = (await detect(await rawTables(database), database)).mapping;
    orders = naiveOrders(await database.rows<Line>(sql`SELECT * FROM raw.online_retail`));
    purchases = orders.filter(({ isPurchase }) => isPurchase);
  });
  afterAll(() => database.close());

  const ask = async (given = {}): Promise<Answered> =>
    (await askNatively(database, mapping, { contract, answer }, given)) as Answered;

  it('equals a naive recomputation in total', async () => {
    const values = estimatesByName(await ask());
    const times = new Map<number, number>();
    for (const { customer } of purchases) times.set(customer, (times.get(customer) ?? 0) + 1);
    expect(values.activeCustomers).toBe(4338);
    expect(values.orders).toBe(purchases.length);
    expect(values.revenue).toBeCloseTo(
      orders.reduce((sum, { total }) => sum + total, 0),
      4,
    );
    expect(values.repeatShare).toBeCloseTo([...times.values()].filter((n) => n > 1).length / times.size, 12);
  });

  it('equals a naive recomputation in every month, and pools its retention', async () => {
    const answered = await ask();
    const months = [...new Set(purchases.map(monthOf))].sort();
    const buyers = months.map((month) => new Set(purchases.filter((o) => monthOf(o) === month).map((o) => o.customer)));
    expect(answered.tables.trend.map(({ period }) => period)).toEqual(months);
    let [before, again] = [0, 0];
    answered.tables.trend.forEach((row, i) => {
      const inMonth = orders.filter((order) => monthOf(order) === months[i]);
      expect(row.customers).toBe(buyers[i].size);
      expect(row.orders).toBe(inMonth.filter(({ isPurchase }) => isPurchase).length);
      expect(row.revenue).toBeCloseTo(
        inMonth.reduce((sum, { total }) => sum + total, 0),
        4,
      );
      if (i === 0 || !row.complete) return;
      before += buyers[i - 1].size;
      again += [...buyers[i]].filter((customer) => buyers[i - 1].has(customer)).length;
    });
    expect(answered.tables.trend.filter(({ complete }) => !complete)).toHaveLength(1);
    expect(estimatesByName(answered).retention).toBeCloseTo(again / before, 12);
  });

  it('explains the average order by its lines, which add up to the orders', async () => {
    const answered = await ask({ baselineFrom: '2011-01-01', baselineTo: '2011-04-01' });
    const rows = answered.tables.averageOrder;
    const [{ averageOrder, averageOrderBefore }] = rows;
    const sum = rows.reduce((total, { contribution }) => total + Number(contribution), 0);
    expect(sum).toBeCloseTo(Number(averageOrder) - Number(averageOrderBefore), 6);
    expect(answered.checks.find(({ id }) => id === 'item-sums')?.status).toBe('passed');
    const range = purchases.filter(({ at }) => at >= '2011-04-01');
    expect(averageOrder).toBeCloseTo(range.reduce((total, order) => total + order.total, 0) / range.length, 6);
  });
});
