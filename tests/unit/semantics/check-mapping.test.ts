import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkMapping } from '../../../src/semantics/check-mapping.ts';
import { sql } from '../../../src/database/sql.ts';
import { applyMapping } from '../../../src/semantics/apply-mapping.ts';
import type { Mapping, Source } from '../../../src/semantics/mapping.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

const types = { who: 'VARCHAR', day: 'VARCHAR', paid: 'VARCHAR', ticket: 'VARCHAR', state: 'VARCHAR', coin: 'VARCHAR' };
type Row = (string | null)[];

async function findings(rows: Row[], more: Record<string, Source> = {}) {
  await rawTable(database, 'log', types, rows);
  const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid', ...more };
  const found = await checkMapping({ orders: { table: 'log', columns } }, database);
  return (key: string) => found.find(({ message }) => message.key === `finding.${key}`);
}

describe('checkMapping', () => {
  it('counts what could not be read and names the first row', async () => {
    const find = await findings([
      ['a', '2020-01-01', '5', null, null, null],
      ['a', 'soon', 'six', null, null, null],
      ['a', 'NULL', '-', null, null, null],
      ['a', 'later', '7', null, null, null],
    ]);
    expect(find('unreadDates')).toMatchObject({
      status: 'warned',
      column: 'ordered_at',
      message: { values: { count: 2, row: 2, example: 'soon', header: 'day' } },
    });
    expect(find('unreadNumbers')).toMatchObject({ message: { values: { count: 1, row: 2, example: 'six' } } });
    expect(find('missing')).toMatchObject({ message: { values: { count: 1, header: 'day' } } });
    expect(find('dates')).toMatchObject({ message: { values: { from: '2020-01-01', to: '2020-01-01' } } });
  });

  it('fails when nothing can be read', async () => {
    const find = await findings([['a', 'x', '5', null, null, null]]);
    expect(find('unreadDates')?.status).toBe('failed');
    expect(find('buyers')?.status).toBe('failed');
  });

  it('tells customers with returns only and rows without a customer', async () => {
    const find = await findings([
      ['a', '2020-01-01', '5', null, null, null],
      ['b', '2020-01-01', '-5', null, null, null],
      [null, '2020-01-01', '8', null, null, null],
    ]);
    expect(find('buyers')?.message.values).toEqual({ customers: 2, buyers: 1 });
    expect(find('returnsOnly')?.message.values).toEqual({ customers: 1 });
    expect(find('noCustomer')?.message.values).toEqual({ rows: 1, revenue: 8 });
    expect(find('returns')?.message.values).toEqual({ orders: 1, amount: -5 });
  });

  it('recognises cancellations by their status and says which', async () => {
    const find = await findings(
      [
        ['a', '2020-01-01', '5', null, 'Anulado', null],
        ['a', '2020-01-02', '5', null, 'Enviado', null],
      ],
      { status: 'state' },
    );
    expect(find('cancelledByStatus')?.message.values).toEqual({ rows: 1, cancelled: ['Anulado'], others: ['Enviado'] });
  });

  it('recognises order numbers with C only when they take money away', async () => {
    const log = (paid: string): Row[] => [
      ...Array.from({ length: 9 }, (_, i): Row => ['a', `2020-01-0${i + 1}`, '5', `10${i}`, null, null]),
      ['a', '2020-01-09', paid, 'C109', null, null],
    ];
    expect((await findings(log('-5'), { order_id: 'ticket' }))('cancelledByPrefix')?.message.values).toEqual({
      orders: 1,
      example: 'C109',
    });
    database.close();
    database = await openNative();
    expect((await findings(log('5'), { order_id: 'ticket' }))('cancelledByPrefix')).toBeUndefined();
  });

  it('warns of doubtful dates, repeated rows and order numbers used again', async () => {
    const find = await findings(
      [
        ['a', '01/02/2020', '5', '7', null, null],
        ['a', '01/02/2020', '5', '7', null, null],
        ['a', '03/04/2020', '5', '7', null, null],
      ],
      { order_id: 'ticket' },
    );
    expect(find('ambiguousDates.dmy')?.status).toBe('warned');
    expect(find('duplicates')?.message.values).toEqual({ rows: 1 });
    expect(find('reusedIds')?.message.values).toEqual({ orders: 1, days: 31 });
  });

  it('fails on two currencies', async () => {
    const find = await findings(
      [
        ['a', '2020-01-01', '5', null, null, 'EUR'],
        ['a', '2020-01-02', '5', null, null, 'USD'],
      ],
      { currency: 'coin' },
    );
    expect(find('currencies')).toMatchObject({ status: 'failed', message: { values: { count: 2 } } });
  });

  it('shows how amounts written as text are read', async () => {
    const find = await findings([['a', '2020-01-01', '1.234,50', null, null, null]]);
    expect(find('numberText')?.message.values).toEqual({ header: 'paid', example: '1.234,50', number: 1234.5 });
  });

  it('counts numbers that are none, and moments that no calendar has, and reads the rest', async () => {
    const odd = { who: 'DOUBLE', at: 'DOUBLE', paid: 'DOUBLE' };
    await rawTable(database, 'odd', odd, [
      [1, 1_600_000_000, 5],
      [1, 1_600_100_000, 'nan'],
      [2, 'inf', 7],
      [2, 1e300, 8],
      [1e300, 1_600_200_000, '-inf'],
      ['nan', 1_600_300_000, 2],
    ]);
    const mapping: Mapping = {
      orders: { table: 'odd', columns: { customer_id: 'who', ordered_at: 'at', amount: 'paid' } },
    };
    const found = await checkMapping(mapping, database);
    const find = (key: string) => found.find(({ message }) => message.key === `finding.${key}`);
    expect(find('unreadNumbers')?.message.values).toMatchObject({ count: 2, row: 2, example: 'nan' });
    expect(find('unreadDates')?.message.values).toMatchObject({ count: 2, row: 3, example: 'inf' });
    expect(find('noCustomer')?.message.values).toEqual({ rows: 1, revenue: 2 });
    expect(find('unixTime')).toMatchObject({
      status: 'passed',
      column: 'ordered_at',
      message: { values: { zone: 'UTC' } },
    });
    await applyMapping(mapping, database);
    const orders = sql`SELECT customer_id, CAST(ordered_at AS DATE) AS day, amount FROM business.orders ORDER BY ALL LIMIT 2`;
    expect(await database.rows(orders)).toEqual([
      { customer_id: '1', day: '2020-09-13', amount: 5 },
      { customer_id: '1', day: '2020-09-14', amount: null },
    ]);
  });

  it('counts an amount that an expression makes infinite', async () => {
    await rawTable(database, 'rates', { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', rate: 'DOUBLE' }, [
      ['a', '2020-01-01', 5, 2],
      ['a', '2020-01-02', 1e300, 1e300],
    ]);
    const amount = { expression: 'paid * rate' };
    const orders = { table: 'rates', columns: { customer_id: 'who', ordered_at: 'day', amount } };
    const found = await checkMapping({ orders }, database);
    expect(found.find(({ message }) => message.key === 'finding.unreadNumbers')?.message.values).toMatchObject({
      count: 1,
    });
  });

  it('makes what does not hold a finding and still checks the rest', async () => {
    await rawTable(database, 'people', { id: 'VARCHAR' }, [['a'], ['a']]);
    const found = await checkMapping(
      {
        orders: { table: 'gone', columns: {} },
        labels: { table: 'people', columns: { label: { expression: 'sum(1)' } } },
        customers: { table: 'people', columns: { customer_id: 'id' } },
      },
      database,
    );
    expect(found.map(({ table, status, message }) => [table, status, message.key])).toEqual([
      ['orders', 'failed', 'error.mapping-no-table'],
      ['labels', 'failed', 'error.mapping-expression'],
      ['customers', 'passed', 'finding.grouped.customers'],
    ]);
  });

  it('fails when a label or an experiment has one value', async () => {
    await rawTable(database, 'snapshot', { y: 'VARCHAR' }, [['yes'], ['yes']]);
    const [finding] = await checkMapping({ labels: { table: 'snapshot', columns: { label: 'y' } } }, database);
    expect(finding).toMatchObject({ status: 'failed', message: { key: 'finding.labels.one' } });
  });

  it('stops when it is cancelled', async () => {
    await rawTable(database, 'log', types, [['a', '2020-01-01', '5', null, null, null]]);
    const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid' };
    const running = checkMapping({ orders: { table: 'log', columns } }, database, { signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
