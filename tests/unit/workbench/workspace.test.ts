import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TableInfo } from '../../../src/core/table-info.ts';
import { addTable, binTable, listTables } from '../../../src/database/catalog.ts';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { identifier, sql } from '../../../src/database/sql.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
let workspace: Workspace;

beforeEach(async () => {
  database = await openNative();
  workspace = await Workspace.read(
    { database: database as unknown as DuckDb, entry: undefined, release: () => undefined },
    () => '2025-01-15',
  );
});
afterEach(() => database.close());

const columns = [
  { name: 'customer_id', type: 'VARCHAR' },
  { name: 'order_date', type: 'DATE' },
  { name: 'amount', type: 'DOUBLE' },
];

async function store(name: string, amount = 1.5): Promise<TableInfo> {
  await database.run(
    sql`CREATE TABLE ${identifier('raw', name)} AS
        SELECT 'c' || i AS customer_id, DATE '2024-01-01' + CAST(i AS INTEGER) AS order_date, ${amount} + i AS amount, i AS _row
        FROM range(40) r(i)`,
  );
  return { name, rows: 40, columns, source: { file: `${name}.csv`, format: 'csv' }, notices: [], rejectedRows: 0 };
}

const ordersOf = (table: string) => ({
  orders: { table, columns: { customer_id: 'customer_id', ordered_at: 'order_date', amount: 'amount' } },
});

async function manyTasks(): Promise<void> {
  for (let i = 0; i < 100_000; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('tables that come', () => {
  it('leave what the analyst maps meanwhile', async () => {
    await addTable(database, await store('mine'));
    const come = await store('orders');
    const { run } = database;
    let mapping: Promise<unknown> | undefined;
    database.run = async (query, options) => {
      if (query.text.includes('INSERT INTO redito.tables') && !mapping) {
        mapping = workspace.map(ordersOf('mine'));
        // It is done now, or it waits for its turn.
        await Promise.race([mapping, manyTasks()]);
      }
      return run(query, options);
    };
    await workspace.tablesCame([come]);
    await mapping;
    expect(workspace.mapping.orders).toEqual(ordersOf('mine').orders);
    expect(workspace.storedMapping.edited).toBe(true);
  });

  it('leave each other their roles', async () => {
    const [a, b] = [await store('orders'), await store('other_orders', 7)];
    await Promise.all([workspace.tablesCame([a]), workspace.tablesCame([b])]);
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['orders', 'other_orders']);
    expect(workspace.mapping.orders?.table).toBe('orders');
  });

  it('make an answer that was being worked out be worked out anew', async () => {
    const { generation } = workspace;
    await workspace.tablesCame([await store('orders')]);
    expect(workspace.generation).toBeGreaterThan(generation);
    const came = workspace.generation;
    await workspace.map(ordersOf('orders'));
    expect(workspace.generation).toBeGreaterThan(came);
  });

  it('that go again leave what others bring in meanwhile', async () => {
    const refused = await store('refused');
    await workspace.tablesCame([refused]);
    await store('on_its_way');
    await workspace.tablesDidNotCome([refused]);
    const stored = await database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'`);
    expect(stored).toEqual(['on_its_way']);
  });
});

describe('the hash of a table', () => {
  it('is never that of another table which had its name', async () => {
    await addTable(database, await store('orders'));
    const old = await workspace.hash('orders');
    workspace.forgetHashes();
    // The table goes and another comes while the hash of the first is being worked out.
    let gone: Promise<void> | undefined;
    const { texts } = database;
    database.texts = async (query, options) => {
      const answer = await texts(query, options);
      if (query.text.includes('hash(') && !gone) {
        gone = (async () => {
          await binTable(database, 'orders');
          await workspace.tableWent('orders');
          await addTable(database, await store('orders', 9));
        })();
        await gone;
      }
      return answer;
    };
    expect(await workspace.hash('orders')).toBe(old);
    expect(await workspace.hash('orders')).not.toBe(old);
    expect(await listTables(database)).toHaveLength(1);
  });
});
