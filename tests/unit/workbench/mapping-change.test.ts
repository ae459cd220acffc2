import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TableInfo } from '../../../src/core/table-info.ts';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { describeTable } from '../../../src/database/raw-loader.ts';
import { typedByAnalyst } from '../../../src/database/sql.ts';
import { appendTable } from '../../../src/workbench/append-table.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { replaceTable, withdrawTable } from '../../../src/workbench/replace-table.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
let workspace: Workspace;
const job: Job = { signal: new AbortController().signal, progress: () => Promise.resolve() };

beforeEach(async () => {
  database = await openNative();
  workspace = await Workspace.read(
    { database: database as unknown as DuckDb, entry: undefined, release: () => undefined },
    () => '2025-01-15',
  );
});
afterEach(() => database.close());

const CLIENTS = `'C' || i AS customer_id, 'client' || i || '@example.com' AS email, DATE '2023-01-01' + CAST(i AS INTEGER) AS signup_date`;
const ORDERS = `i AS order_id, 'C' || (i % 20) AS customer_id, DATE '2024-01-01' + CAST(i AS INTEGER) AS order_date, 5.5 + i AS amount`;

/** A file comes in: its rows are stored, and detection hears of it. */
async function come(name: string, columns: string): Promise<TableInfo> {
  await database.run(typedByAnalyst(`CREATE TABLE raw."${name}" AS SELECT ${columns}, i AS _row FROM range(40) r(i)`));
  const info = {
    ...{ name, id: `id of ${name}`, source: { file: `${name}.csv`, format: 'csv' }, notices: [], rejectedRows: 0 },
    ...(await describeTable(database, name)),
  };
  await workspace.tablesCame([info]);
  return info;
}

const names = async () => (await workspace.tables()).map(({ name }) => name);
const roles = () => Object.fromEntries(Object.entries(workspace.mapping).map(([role, { table }]) => [role, table]));

async function withBoth(): Promise<unknown> {
  await come('clients', CLIENTS);
  await come('orders', ORDERS);
  expect(roles()).toMatchObject({ customers: 'clients', orders: 'orders' });
  return workspace.mappingState;
}

describe('a table that came and is not wanted', () => {
  it.each([
    ['orders with more columns', `${ORDERS}, 'web' AS channel, 'paid' AS status, 'EUR' AS currency, 0.5 AS discount`],
    ['clients with more columns', `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name`],
  ])('leaves the mapping as it was that detection has turned to it: %s', async (_, columns) => {
    const before = await withBoth();
    const fresh = await come('fresh', columns);
    // Otherwise there is nothing to give back.
    expect(Object.values(roles())).toContain('fresh');
    await withdrawTable(workspace, fresh);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders'], before]);
  });

  it('takes nothing from what came after it, and from what was decided meanwhile', async () => {
    await withBoth();
    const fresh = await come('fresh', `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name`);
    const { customers } = workspace.mapping;
    await come('other', `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name, 'x' AS city`);
    const own = {
      orders: { table: 'orders', columns: { customer_id: 'customer_id', ordered_at: 'order_date', amount: 'amount' } },
    };
    await workspace.map({ ...own, customers: { ...customers!, table: 'other' } });
    await withdrawTable(workspace, fresh);
    expect(workspace.mapping.orders).toEqual(own.orders);
    expect(roles()).toEqual({ customers: 'other', orders: 'orders' });
  });

  it('goes whatever it is called by now', async () => {
    await withBoth();
    const fresh = await come('fresh', ORDERS);
    await withdrawTable(workspace, { ...fresh, name: 'was called so' });
    expect(await names()).toEqual(['clients', 'orders']);
    await withdrawTable(workspace, fresh);
    expect(await names()).toEqual(['clients', 'orders']);
  });

  it('gives roles back as well when it cannot be saved', async () => {
    const before = await withBoth();
    const fresh = await come('fresh', `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name`);
    await workspace.tablesDidNotCome([fresh]);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders'], before]);
  });
});

describe('undone', () => {
  it('gives the roles back to a third table that had them before the file came', async () => {
    const before = await withBoth();
    const fresh = await come('clients2', `${CLIENTS}, 'ES' AS country, 'web' AS channel, 'Ana' AS name`);
    const came = workspace.mappingState;
    const { undo } = await replaceTable(workspace, 'orders', 'clients2');
    expect(roles()).toMatchObject({ customers: 'orders' });
    await undo();
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders', 'clients2'], came]);
    await withdrawTable(workspace, fresh);
    expect([await names(), workspace.mappingState]).toEqual([['clients', 'orders'], before]);
  });

  it('gives a table that was appended the roles back that it had, under the name that it gets', async () => {
    await withBoth();
    await come('may', `${ORDERS}, 'x' AS email`);
    const customers = { table: 'may', columns: { customer_id: 'customer_id', email: 'email' } };
    await workspace.map({ orders: workspace.mapping.orders!, customers });
    const before = workspace.mapping;
    const { undo } = await appendTable(workspace, 'orders', 'may', { key: [], conflicts: 'keep' }, job);
    expect(roles()).toEqual({ orders: 'orders' });
    await come('may', 'i AS a');
    await undo();
    expect(await names()).toEqual(['clients', 'orders', 'may_2', 'may']);
    expect(workspace.mapping).toEqual({ ...before, customers: { ...customers, table: 'may_2' } });
  });

  it('leaves what was decided since about other tables', async () => {
    await withBoth();
    await come('orders_2', ORDERS);
    const { undo } = await replaceTable(workspace, 'orders', 'orders_2');
    const customers = { table: 'clients', columns: { customer_id: 'customer_id' } };
    await workspace.map({ ...workspace.mapping, customers });
    await undo();
    expect(workspace.mapping.customers).toEqual(customers);
    expect(roles()).toMatchObject({ orders: 'orders' });
  });
});
