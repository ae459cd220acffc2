import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCatalog, writeState } from '../../../src/database/catalog.ts';
import { sql } from '../../../src/database/sql.ts';
import { applyMapping } from '../../../src/semantics/apply-mapping.ts';
import type { Mapping } from '../../../src/semantics/mapping.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const log: Mapping = {
  orders: {
    table: 'log',
    columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid', order_id: 'ticket', status: 'state' },
  },
};
const logTypes = { who: 'INTEGER', day: 'DATE', paid: 'DOUBLE', ticket: 'VARCHAR', state: 'VARCHAR' };

function purchases() {
  return database.rows(sql`SELECT customer_id, order_id, amount, items FROM business.purchases ORDER BY ALL`);
}
function returns() {
  return database.rows(sql`SELECT customer_id, order_id, amount FROM business.returns ORDER BY ALL`);
}

describe('applyMapping', () => {
  it('makes lines of the same order one purchase', async () => {
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', 10, 'a', null],
      [1, '2020-01-01', -4, 'a', null],
      [1, '2020-01-02', 5, 'b', null],
    ]);
    await applyMapping(log, database);
    expect(await purchases()).toEqual([
      { customer_id: '1', order_id: 'a', amount: 6, items: 2 },
      { customer_id: '1', order_id: 'b', amount: 5, items: 1 },
    ]);
  });

  it('reads a time without end as none', async () => {
    const rows = (type: string) => [
      [1, '2020-01-01', 10, `${type}1`, null],
      [2, 'infinity', 10, `${type}2`, null],
      [3, '-infinity', 10, `${type}3`, null],
    ];
    for (const type of ['TIMESTAMP', 'DATE', 'TIMESTAMP WITH TIME ZONE']) {
      await rawTable(database, `log ${type}`, { ...logTypes, day: type }, rows(type));
      await applyMapping({ orders: { ...log.orders!, table: `log ${type}` } }, database);
      expect(await database.rows(sql`SELECT count(*) AS n, count(ordered_at) AS timed FROM business.orders`)).toEqual([
        { n: 3, timed: 1 },
      ]);
    }
  });

  it('makes rows of the same customer and time one purchase when there is no order id', async () => {
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', 10, null, null],
      [1, '2020-01-01', 5, null, null],
      [2, '2020-01-01', 7, null, null],
    ]);
    const { customer_id, ordered_at, amount } = log.orders!.columns;
    await applyMapping({ orders: { table: 'log', columns: { customer_id, ordered_at, amount } } }, database);
    expect(await purchases()).toEqual([
      { customer_id: '1', order_id: null, amount: 15, items: 2 },
      { customer_id: '2', order_id: null, amount: 7, items: 1 },
    ]);
  });

  it('stores order totals only where rows have to be put together', async () => {
    const stored = () => database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'business'`);
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', 10, 'a', null],
      [1, '2020-01-01', 5, 'b', null],
    ]);
    await applyMapping(log, database);
    expect(await stored()).toEqual([]);
    const { customer_id, ordered_at, amount } = log.orders!.columns;
    await applyMapping({ orders: { table: 'log', columns: { customer_id, ordered_at, amount } } }, database);
    expect(await stored()).toEqual(['order_totals']);
  });

  it('counts a total of zero as a purchase, and lines that cancel out too', async () => {
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', 0, 'a', null],
      [2, '2020-01-01', 0.1, 'b', null],
      [2, '2020-01-01', 0.2, 'b', null],
      [2, '2020-01-01', -0.3, 'b', null],
    ]);
    await applyMapping(log, database);
    expect(await purchases()).toMatchObject([{ amount: 0 }, { amount: 0 }]);
  });

  it('makes negative and cancelled orders returns that never bring revenue', async () => {
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', -8, 'a', null],
      [2, '2020-01-01', 50, 'b', 'Cancelled'],
      [3, '2020-01-01', 50, 'c', 'Anulado'],
      [4, '2020-01-01', 50, 'd', 'Devolução'],
      [5, '2020-01-01', 50, 'e', 'delivered'],
    ]);
    await applyMapping(log, database);
    expect(await purchases()).toMatchObject([{ customer_id: '5' }]);
    expect(await returns()).toEqual([
      { customer_id: '1', order_id: 'a', amount: -8 },
      { customer_id: '2', order_id: 'b', amount: 0 },
      { customer_id: '3', order_id: 'c', amount: 0 },
      { customer_id: '4', order_id: 'd', amount: 0 },
    ]);
  });

  it('keeps an order of which one line was cancelled', async () => {
    await rawTable(database, 'log', logTypes, [
      [1, '2020-01-01', 10, 'a', 'ok'],
      [1, '2020-01-01', 20, 'a', 'cancelado'],
    ]);
    await applyMapping(log, database);
    expect(await purchases()).toMatchObject([{ amount: 10 }]);
  });

  it('takes a price times a quantity of zero for a gift: without another line it is no purchase', async () => {
    await rawTable(
      database,
      'lines',
      { who: 'INTEGER', day: 'DATE', n: 'INTEGER', price: 'DOUBLE', ticket: 'VARCHAR' },
      [
        [1, '2020-01-01', 100, 0, 'a'],
        [2, '2020-01-01', 1, 0, 'b'],
        [2, '2020-01-01', 2, 3, 'b'],
      ],
    );
    const columns = { customer_id: 'who', ordered_at: 'day', order_id: 'ticket', amount: { expression: 'n * price' } };
    await applyMapping({ orders: { table: 'lines', columns } }, database);
    expect(await purchases()).toEqual([{ customer_id: '2', order_id: 'b', amount: 6, items: 2 }]);
    expect(await returns()).toEqual([]);
  });

  it('leaves rows without a customer in the orders and out of the purchases', async () => {
    await rawTable(database, 'log', logTypes, [
      [null, '2020-01-01', 10, 'a', null],
      [1, '2020-01-01', 5, 'b', null],
    ]);
    await applyMapping(log, database);
    expect(await purchases()).toHaveLength(1);
    expect(await database.rows(sql`SELECT count(*) AS n FROM business.orders`)).toEqual([{ n: 2 }]);
  });

  it('fills columns without a source with nulls', async () => {
    await rawTable(database, 'log', logTypes, [[1, '2020-01-01', 10, 'a', null]]);
    await applyMapping(log, database);
    const [row] = await database.rows(sql`SELECT margin, channel FROM business.orders`);
    expect(row).toEqual({ margin: null, channel: null });
  });

  it('makes one row per customer of an order log', async () => {
    await rawTable(database, 'log', { who: 'INTEGER', land: 'VARCHAR', paid: 'DOUBLE' }, [
      [1, null, 5],
      [1, 'ES', 5],
      [1, 'PT', 5],
      [2, 'MX', 5],
    ]);
    await applyMapping({ customers: { table: 'log', columns: { customer_id: 'who', country: 'land' } } }, database);
    expect(await database.rows(sql`FROM business.customers ORDER BY ALL`)).toEqual([
      { customer_id: '1', country: 'ES' },
      { customer_id: '2', country: 'MX' },
    ]);
  });

  it('brings other columns of a customer table along as attributes', async () => {
    await rawTable(database, 'people', { id: 'DOUBLE', Country: 'VARCHAR', tenure: 'INTEGER' }, [[7, 'ES', 3]]);
    await applyMapping({ customers: { table: 'people', columns: { customer_id: 'id' } } }, database);
    expect(await database.rows(sql`FROM business.customers`)).toEqual([{ customer_id: '7', Country: 'ES', tenure: 3 }]);
  });

  it('takes the row number for the customer and a constant for the initiative', async () => {
    await rawTable(database, 'test', { segment: 'VARCHAR', spend: 'DOUBLE' }, [
      ['a', 1],
      ['b', 2],
    ]);
    const columns = { customer_id: { row: true as const }, initiative: { value: 'e-mail' }, variant: 'segment' };
    await applyMapping({ assignments: { table: 'test', columns } }, database);
    expect(await database.rows(sql`SELECT customer_id, initiative, variant, spend FROM business.assignments`)).toEqual([
      { customer_id: '1', initiative: 'e-mail', variant: 'a', spend: 1 },
      { customer_id: '2', initiative: 'e-mail', variant: 'b', spend: 2 },
    ]);
  });

  it('leaves the previous mapping when the new one does not hold', async () => {
    await rawTable(database, 'log', logTypes, [[1, '2020-01-01', 10, 'a', null]]);
    await applyMapping(log, database);
    const broken: Mapping = {
      orders: { table: 'log', columns: { ...log.orders!.columns, amount: { expression: 'paid * nothing' } } },
    };
    await expect(applyMapping(broken, database)).rejects.toMatchObject({ code: 'mapping-expression' });
    await expect(applyMapping({ orders: { table: 'gone', columns: {} } }, database)).rejects.toMatchObject({
      code: 'mapping-no-table',
    });
    expect(await purchases()).toHaveLength(1);
  });

  it.each([
    ['INTEGER', 19970101, '1997-01-01T00:00:00'],
    ['VARCHAR', '19970101', '1997-01-01T00:00:00'],
    ['VARCHAR', '2020-03-04', '2020-03-04T00:00:00'],
    ['VARCHAR', '2020-03-04T05:06:07', '2020-03-04T05:06:07'],
    ['VARCHAR', '31/12/2020', '2020-12-31T00:00:00'],
    ['VARCHAR', '12/31/2020 04:05 PM', '2020-12-31T16:05:00'],
    ['VARCHAR', '31.12.2020 16:05', '2020-12-31T16:05:00'],
    ['VARCHAR', '31-12-20', '2020-12-31T00:00:00'],
    ['VARCHAR', '31-Dec-2020', '2020-12-31T00:00:00'],
    ['BIGINT', 1583298367, '2020-03-04T05:06:07'],
    ['BIGINT', 1583298367000, '2020-03-04T05:06:07'],
    ['DOUBLE', 43894.5, '2020-03-04T12:00:00'],
    ['VARCHAR', 'soon', null],
  ])('reads the %s %s as a time', async (type, written, expected) => {
    await rawTable(database, 'log', { who: 'INTEGER', day: type, paid: 'DOUBLE' }, [[1, written, 1]]);
    const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid' };
    await applyMapping({ orders: { table: 'log', columns } }, database);
    expect(await database.rows(sql`SELECT ordered_at FROM business.orders`)).toEqual([{ ordered_at: expected }]);
  });

  it.each([
    [
      ['1.234,50 €', '7,00'],
      [1234.5, 7],
    ],
    [
      ['$1,234.50', '7.00'],
      [1234.5, 7],
    ],
    [
      ['(12.50)', '3-'],
      [-12.5, -3],
    ],
    [
      ['R$ 10,00', 'NA'],
      [10, null],
    ],
    [
      ['+12,5', '1,5E+06', '1,23457E+12', '-3,00', '1.234,50 €'],
      [12.5, 1.5e6, 1.23457e12, -3, 1234.5],
    ],
    [
      ['S/ 1,234.50', '1.5e3', '-usd 2.25', '15%', 'Apt 5', '1 234.5 MXN'],
      [1234.5, 1500, -2.25, 0.15, null, 1234.5],
    ],
  ])('reads %s as amounts', async (written, expected) => {
    await rawTable(
      database,
      'log',
      { who: 'INTEGER', day: 'DATE', paid: 'VARCHAR' },
      written.map((text, i) => [i, '2020-01-01', text]),
    );
    const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid' };
    await applyMapping({ orders: { table: 'log', columns } }, database);
    const rows = await database.rows(sql`SELECT amount FROM business.orders`);
    expect(rows.map(({ amount }) => amount)).toEqual(expected);
  });

  it('makes seconds since 1970 times of the zone in the settings, daylight saving included', async () => {
    await createCatalog(database);
    await writeState(database, 'settings', { timeZone: 'Europe/Madrid' });
    const mapping: Mapping = {
      orders: { table: 'log', columns: { customer_id: 'who', ordered_at: 'at', amount: 'paid' } },
    };
    await rawTable(database, 'log', { who: 'INTEGER', at: 'BIGINT', paid: 'DOUBLE' }, [
      [1, Date.UTC(2024, 0, 31, 23, 30) / 1000, 1],
      [2, Date.UTC(2024, 6, 1, 12) / 1000, 1],
      // The clock goes back at 01:00 UTC: the hour from two to three comes twice.
      [3, Date.UTC(2024, 9, 27, 0, 30) / 1000, 1],
      [4, Date.UTC(2024, 9, 27, 1, 30) / 1000, 1],
      [5, null, 1],
    ]);
    await applyMapping(mapping, database);
    const rows = await database.rows(sql`SELECT ordered_at FROM business.orders ORDER BY customer_id`);
    expect(rows.map(({ ordered_at: at }) => at)).toEqual([
      '2024-02-01T00:30:00',
      '2024-07-01T14:00:00',
      '2024-10-27T02:30:00',
      '2024-10-27T02:30:00',
      null,
    ]);
  });

  it('decides the order of day and month by the whole column', async () => {
    await rawTable(database, 'log', { who: 'INTEGER', day: 'VARCHAR', paid: 'DOUBLE' }, [
      [1, '01/02/2020', 1],
      [1, '01/25/2020', 1],
    ]);
    const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid' };
    await applyMapping({ orders: { table: 'log', columns } }, database);
    const rows = await database.rows(sql`SELECT CAST(ordered_at AS DATE) AS d FROM business.orders`);
    expect(rows.map(({ d }) => d)).toEqual(['2020-01-02', '2020-01-25']);
  });
});
