import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detect } from '../../../src/semantics/detection.ts';
import { rawTables } from '../../../src/semantics/raw-tables.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
});
afterEach(() => database.close());

type Cell = string | number | boolean | null;
async function detected(types: Record<string, string>, row: (i: number) => Cell[], name = 'file', count = 40) {
  await rawTable(
    database,
    name,
    types,
    Array.from({ length: count }, (_, i) => row(i)),
  );
  return detect(await rawTables(database), database);
}

describe('detect', () => {
  it('knows Spanish headers', async () => {
    const { mapping } = await detected(
      {
        'Código cliente': 'VARCHAR',
        'Fecha de compra': 'DATE',
        Importe: 'DOUBLE',
        'Número pedido': 'INTEGER',
        Canal: 'VARCHAR',
      },
      (i) => [`c${i % 9}`, `2020-01-${String((i % 28) + 1).padStart(2, '0')}`, i * 1.5, i, i % 2 ? 'web' : 'tienda'],
    );
    expect(mapping.orders?.columns).toEqual({
      customer_id: 'Código cliente',
      ordered_at: 'Fecha de compra',
      amount: 'Importe',
      order_id: 'Número pedido',
      channel: 'Canal',
    });
  });

  it('multiplies quantity by price when there is no amount, quoting names that need it', async () => {
    const { mapping, proposals } = await detected(
      { customer: 'VARCHAR', order_date: 'DATE', qty: 'INTEGER', 'Unit Price': 'DOUBLE' },
      (i) => [`c${i % 9}`, '2020-01-01', i, 2.5],
    );
    expect(mapping.orders?.columns.amount).toEqual({ expression: 'qty * "Unit Price"' });
    const amount = proposals.find(({ table, column }) => table === 'orders' && column === 'amount');
    expect(amount?.reason.values).toEqual({ quantity: 'qty', price: 'Unit Price' });
  });

  it('knows a list of assignments without outcomes, also where customers are in several initiatives', async () => {
    const { mapping } = await detected(
      { customer_id: 'VARCHAR', initiative: 'VARCHAR', variant: 'VARCHAR', assigned_at: 'DATE' },
      (i) => [`c${i % 30}`, i < 30 ? 'mail' : 'call', i % 2 ? 'control' : 'treated', '2025-06-01'],
    );
    expect(Object.keys(mapping)).toEqual(['assignments']);
    expect(Object.keys(mapping.assignments!.columns).sort()).toEqual([
      ...['assigned_at', 'customer_id', 'initiative', 'variant'],
    ]);
  });

  it('takes whom a campaign has reached for contacts, and not for an experiment', async () => {
    const { mapping } = await detected(
      { customer_id: 'VARCHAR', sent_at: 'TIMESTAMP', channel: 'VARCHAR', campaign: 'VARCHAR', variant: 'VARCHAR' },
      (i) => [`c${i % 30}`, '2025-06-01 10:00:00', 'email', `n${i % 3}`, i % 2 ? 'control' : 'b'],
    );
    expect(Object.keys(mapping)).toContain('touches');
    expect(mapping.assignments).toBeUndefined();
  });

  it('goes by values when headers were made up, and says that it is not sure', async () => {
    const { mapping, proposals } = await detected(
      { column0: 'VARCHAR', column1: 'VARCHAR', column2: 'BIGINT', column3: 'BIGINT', column4: 'DOUBLE' },
      (i) => [`0000${i % 9}`, `000${i % 9}`, 19970101 + (i % 28), (i % 3) + 1, 9.99 + i],
    );
    expect(mapping.orders?.columns).toEqual({ customer_id: 'column0', ordered_at: 'column2', amount: 'column4' });
    expect(Math.max(...proposals.map(({ confidence }) => confidence))).toBeLessThan(0.5);
  });

  it('counts purchases without amounts when the file has none', async () => {
    const { mapping } = await detected({ date: 'TIMESTAMP', id: 'BIGINT' }, (i) => ['2020-01-01', i % 9]);
    expect(mapping.orders?.columns).toEqual({ customer_id: 'id', ordered_at: 'date', amount: { value: 0 } });
  });

  it('takes a snapshot with a yes-or-no target for labels', async () => {
    const { mapping } = await detected({ customerID: 'VARCHAR', tenure: 'BIGINT', Churn: 'VARCHAR' }, (i) => [
      `c${i}`,
      i,
      i % 3 ? 'No' : 'Yes',
    ]);
    expect(mapping.labels).toEqual({ table: 'file', columns: { customer_id: 'customerID', label: 'Churn' } });
  });

  it('takes one row per customer with groups and outcomes for an experiment', async () => {
    const { mapping } = await detected(
      { segment: 'VARCHAR', visit: 'BIGINT', spend: 'DOUBLE' },
      (i) => [i % 2 ? 'No E-Mail' : 'Mens E-Mail', i % 2, i],
      'hillstrom',
    );
    expect(mapping.assignments).toEqual({
      table: 'hillstrom',
      columns: { variant: 'segment', customer_id: { row: true }, initiative: { value: 'hillstrom' } },
    });
    expect(mapping.labels).toBeUndefined();
  });

  it('prefers a table of customers to the log that names them', async () => {
    await rawTable(database, 'log', { customer_id: 'INTEGER', date: 'DATE', amount: 'DOUBLE', country: 'VARCHAR' }, [
      [1, '2020-01-01', 5, 'ES'],
      [1, '2020-01-02', 5, 'ES'],
    ]);
    const { mapping } = await detected({ customer_id: 'INTEGER', country: 'VARCHAR' }, (i) => [i, 'ES'], 'people');
    expect(mapping.orders?.table).toBe('log');
    expect(mapping.customers?.table).toBe('people');
  });

  it('keeps customers of another file apart from an order log that does not know them', async () => {
    await rawTable(database, 'log', { customer_id: 'INTEGER', date: 'DATE', amount: 'DOUBLE' }, [
      [1, '2020-01-01', 5],
      [1, '2020-01-02', 5],
    ]);
    const { mapping } = await detected(
      { customer_id: 'INTEGER', country: 'VARCHAR' },
      (i) => [900 + i, 'ES'],
      'people',
    );
    expect(mapping.orders?.table).toBe('log');
    expect(mapping.customers).toBeUndefined();
  });

  it('proposes nothing for what it does not understand', async () => {
    const { mapping } = await detected({ latitude: 'DOUBLE', longitude: 'DOUBLE', remark: 'VARCHAR' }, (i) => [
      i,
      i,
      `x${i}`,
    ]);
    expect(mapping).toEqual({});
  });

  it('copes with tables without rows or columns that are all empty', async () => {
    const { mapping } = await detected({ customer_id: 'VARCHAR', date: 'DATE', amount: 'DOUBLE' }, () => [], 'file', 0);
    expect(mapping.orders).toBeUndefined();
  });
});
