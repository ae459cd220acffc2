import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/database/sql.ts';
import { answer } from '../../src/questions/cohort-retention/answer.ts';
import { contract } from '../../src/questions/cohort-retention/question.ts';
import type { Answered } from '../../src/semantics/ask-context.ts';
import { checkMapping } from '../../src/semantics/check-mapping.ts';
import { detect } from '../../src/semantics/detection.ts';
import type { Mapping } from '../../src/semantics/mapping.ts';
import { rawTables } from '../../src/semantics/raw-tables.ts';
import { askNatively } from '../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
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

interface NaiveCell {
  customers: Set<number>;
  orders: number;
  revenue: number;
}

/** Monthly cohorts straight from the lines, with loops and maps and nothing of ours. */
function naiveCohorts(lines: readonly Line[]): Map<string, NaiveCell> {
  const orders = new Map<string, { customer: number; at: string; total: number; sold: boolean }>();
  for (const line of lines) {
    if (line.CustomerID === null) continue;
    const id = `${line.CustomerID} ${line.InvoiceNo}`;
    const order = orders.get(id) ?? { customer: line.CustomerID, at: line.InvoiceDate, total: 0, sold: false };
    if (line.InvoiceDate < order.at) order.at = line.InvoiceDate;
    order.total += line.Quantity * line.UnitPrice;
    if (line.Quantity * line.UnitPrice !== 0) order.sold = true;
    orders.set(id, order);
  }
  const kept = [...orders.entries()].filter(([, { sold }]) => sold);
  const isPurchase = (id: string, total: number): boolean => !id.split(' ')[1].startsWith('C') && total >= 0;
  const first = new Map<number, string>();
  for (const [id, { customer, at, total }] of kept) {
    if (isPurchase(id, total) && (!first.has(customer) || at < first.get(customer)!)) first.set(customer, at);
  }
  const month = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const cells = new Map<string, NaiveCell>();
  for (const [id, { customer, at, total }] of kept) {
    const start = first.get(customer);
    if (start === undefined || at < start) continue;
    const key = `${start.slice(0, 7)}-01 ${month(at) - month(start)}`;
    const cell = cells.get(key) ?? { customers: new Set(), orders: 0, revenue: 0 };
    cells.set(key, cell);
    cell.revenue += total;
    if (!isPurchase(id, total)) continue;
    cell.customers.add(customer);
    cell.orders += 1;
  }
  return cells;
}

describe.skipIf(!path)('cohort-retention on Online Retail', () => {
  let database: NativeDatabase;
  let mapping: Mapping;
  let naive: Map<string, NaiveCell>;
  beforeAll(async () => {
    database = await openNative();
    await rawParquet(database, 'online_retail', path!);
    mapping = (await detect(await rawTables(database), database)).mapping;
    naive = naiveCohorts(await database.rows<Line>(sql`SELECT * FROM raw.online_retail`));
  });
  afterAll(() => database.close());

  it('is mapped by itself, with the amount as quantity times price', () => {
    expect(mapping.orders).toEqual({
      table: 'online_retail',
      columns: {
        customer_id: 'CustomerID',
        ordered_at: 'InvoiceDate',
        order_id: 'InvoiceNo',
        amount: { expression: 'Quantity * UnitPrice' },
      },
    });
  });

  it('finds what is known of the file', async () => {
    const findings = await checkMapping(mapping, database);
    const values = (key: string) => findings.find(({ message }) => message.key === `finding.${key}`)?.message.values;
    expect(values('orders')).toMatchObject({ rows: 541_909 });
    expect(values('buyers')).toEqual({ customers: 4372, buyers: 4338 });
    expect(values('noCustomer')).toMatchObject({ rows: 135_080 });
    expect(values('returnsOnly')).toEqual({ customers: 33 });
    expect(values('noTotalOnly')).toEqual({ customers: 1 });
    expect(values('dates')).toEqual({ from: '2010-12-01', to: '2011-12-09' });
    expect(values('cancelledByPrefix')).toMatchObject({ orders: 3836 });
  });

  it.each(['customers', 'orders', 'revenue'] as const)('equals a naive recomputation: %s', async (measure) => {
    const { tables } = (await askNatively(database, mapping, { contract, answer }, { measure })) as Answered;
    expect(tables.cells.length).toBe((13 * 14) / 2);
    for (const { cohort, age, value } of tables.cells) {
      const cell = naive.get(`${String(cohort)} ${String(age)}`);
      const expected = measure === 'customers' ? (cell?.customers.size ?? 0) : (cell?.[measure] ?? 0);
      if (measure === 'revenue') expect(value).toBeCloseTo(expected, 6);
      else expect(value).toBe(expected);
    }
  });

  it('counts every buyer once, and marks December 2011 unfinished', async () => {
    const { tables } = (await askNatively(database, mapping, { contract, answer })) as Answered;
    const sizes = tables.cells.filter(({ age }) => age === 0).map(({ size }) => Number(size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4338);
    const unfinished = tables.cells.filter(({ complete }) => !complete);
    expect(unfinished).toHaveLength(13);
  });
});
