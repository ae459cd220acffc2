import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addTable } from '../../../src/database/catalog.ts';
import type { DuckDb } from '../../../src/database/duckdb.ts';
import { addRejects, readRejects } from '../../../src/database/rejects.ts';
import { identifier, sql } from '../../../src/database/sql.ts';
import { replaceTable } from '../../../src/workbench/replace-table.ts';
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
  await create('orders', 'old');
  await create('orders_2', 'new');
  await workspace.map(mapping('orders'));
});
afterEach(() => database.close());

const columns = [
  { name: 'who', type: 'VARCHAR' },
  { name: 'day', type: 'DATE' },
  { name: 'paid', type: 'DOUBLE' },
];
const mapping = (table: string) => ({
  orders: { table, columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid' } },
});

async function create(name: string, who: string): Promise<void> {
  await database.run(
    sql`CREATE TABLE ${identifier('raw', name)} AS
        SELECT ${who} AS who, DATE '2024-01-01' AS day, 1.5 AS paid, 0 AS _row`,
  );
  const source = { file: `${name}.csv`, format: 'csv' };
  await addTable(database, { name, rows: 1, columns, source, notices: [], rejectedRows: 1 });
  const first = [{ line: 1, column: null, reason: 'too-few-columns' as const, text: who }];
  await addRejects(database, name, { count: 1, first });
}

const names = async () => (await workspace.tables()).map(({ name }) => name).sort();
const whose = async (table: string) => (await database.texts(sql`SELECT who FROM ${identifier('raw', table)}`))[0];
const rejected = async () => (await readRejects(database)).map(({ table, text }) => `${table}: ${text}`).sort();

describe('replaceTable', () => {
  it('takes name, roles and the list of rejected records over, and gives all of it back', async () => {
    const { info, undo } = await replaceTable(workspace, 'orders', 'orders_2');
    expect(info.name).toBe('orders');
    expect([await names(), await whose('orders'), await rejected()]).toEqual([['orders'], 'new', ['orders: new']]);
    expect(workspace.mapping).toEqual(mapping('orders'));
    await undo();
    expect([await names(), await whose('orders'), await whose('orders_2')]).toEqual([
      ['orders', 'orders_2'],
      'old',
      'new',
    ]);
    expect(await rejected()).toEqual(['orders: old', 'orders_2: new']);
    expect(workspace.mapping).toEqual(mapping('orders'));
  });

  it('gives the other table back under another name when its own is taken, where it stood in the list', async () => {
    await create('later', 'x');
    const { undo } = await replaceTable(workspace, 'orders', 'orders_2');
    await create('orders_2', 'third');
    await undo();
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['orders', 'orders_2_2', 'later', 'orders_2']);
    expect([await whose('orders_2_2'), await whose('orders_2')]).toEqual(['new', 'third']);
  });

  it('changes nothing, remedies included, when a table is another one by the time that it takes the name', async () => {
    const remedy = { kind: 'leave-out', table: 'orders', finding: 'f', parameters: {}, raw: 'orders_2', rows: 1 };
    await workspace.remedies.keep([remedy as never]);
    const { transaction } = database;
    for (const name of ['orders', 'orders_2']) {
      database.transaction = async (work) => {
        await database.run(
          sql`UPDATE redito.tables SET info = json_merge_patch(info, '{"id":"other"}') WHERE name = ${name}`,
        );
        return transaction(work);
      };
      await expect(replaceTable(workspace, 'orders', 'orders_2')).rejects.toMatchObject({
        code: 'table-changed',
        details: { table: name },
      });
      database.transaction = transaction;
      expect([await names(), await whose('orders')]).toEqual([['orders', 'orders_2'], 'old']);
      expect(workspace.remedies.list).toEqual([remedy]);
    }
  });

  it('changes nothing when the new table cannot take the name', async () => {
    const { run } = database;
    database.run = (query, options) =>
      query.text.includes('ALTER TABLE') && query.text.includes('orders_2')
        ? Promise.reject(new Error('the disk is full'))
        : run(query, options);
    await expect(replaceTable(workspace, 'orders', 'orders_2')).rejects.toThrow('the disk is full');
    expect([await names(), await whose('orders')]).toEqual([['orders', 'orders_2'], 'old']);
    expect(workspace.mapping).toEqual(mapping('orders'));
    await expect(replaceTable(workspace, 'orders', 'nowhere')).rejects.toMatchObject({ code: 'table-unknown' });
    expect(await names()).toEqual(['orders', 'orders_2']);
  });

  it('leaves no remedy to another table that gets the name which the new one had', async () => {
    const remedy = { kind: 'leave-out', table: 'orders', finding: 'f', parameters: {}, raw: 'orders_2', rows: 1 };
    await workspace.remedies.keep([remedy as never]);
    await replaceTable(workspace, 'orders', 'orders_2');
    expect(workspace.remedies.list.filter(({ raw }) => raw === 'orders_2')).toEqual([]);
  });

  it('keeps remedies about the new one when it cannot take the name, and gives them back when it is undone', async () => {
    const remedy = { kind: 'leave-out', table: 'orders', finding: 'f', parameters: {}, raw: 'orders_2', rows: 1 };
    await workspace.remedies.keep([remedy as never]);
    const { run } = database;
    database.run = (query, options) =>
      query.text.includes('ALTER TABLE') ? Promise.reject(new Error('the disk is full')) : run(query, options);
    await expect(replaceTable(workspace, 'orders', 'orders_2')).rejects.toThrow('the disk is full');
    expect(workspace.remedies.list).toEqual([remedy]);
    database.run = run;
    const { undo } = await replaceTable(workspace, 'orders', 'orders_2');
    await create('orders_2', 'third');
    await undo();
    expect(workspace.remedies.list).toEqual([{ ...remedy, raw: 'orders_2_2' }]);
  });

  it('goes on with a mapping that detection has turned to the new table, and gives it back', async () => {
    await workspace.replaceMapping({ mapping: mapping('orders_2'), proposals: [], edited: false });
    const { undo } = await replaceTable(workspace, 'orders', 'orders_2');
    expect(workspace.mapping).toEqual(mapping('orders'));
    await undo();
    expect(workspace.mapping).toEqual(mapping('orders_2'));
  });

  it('stands where the old one stood, and can be made final', async () => {
    await create('later', 'x');
    const { forget, undo } = await replaceTable(workspace, 'orders', 'orders_2');
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['orders', 'later']);
    await forget();
    expect(await database.texts(sql`SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'raw'`)).toEqual(['2']);
    expect(await rejected()).toEqual(['later: x', 'orders: new']);
    await expect(undo()).rejects.toMatchObject({ code: 'undo-gone' });
    expect(await whose('orders')).toBe('new');
  });
});
