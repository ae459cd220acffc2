import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addTable,
  binTable,
  contentHash,
  createCatalog,
  listTables,
  removeTable,
  renameTable,
  restoreTable,
} from '../../../src/database/catalog.ts';
import { addRejects, readRejects } from '../../../src/database/rejects.ts';
import { identifier, sql, type Sql } from '../../../src/database/sql.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

let database: NativeDatabase;
beforeEach(async () => {
  database = await openNative();
  await createCatalog(database);
});
afterEach(() => database.close());

async function create(name: string, rows: Sql = sql`SELECT 1 AS a, 0 AS _row`): Promise<void> {
  await database.run(sql`CREATE TABLE ${identifier('raw', name)} AS ${rows}`);
  const source = { file: `${name}.csv`, format: 'csv' };
  await addTable(database, { name, rows: 1, columns: [], source, notices: [], rejectedRows: 0 });
}

const names = async (): Promise<string[]> => (await listTables(database)).map(({ name }) => name);

describe('the bin', () => {
  it('gives every table a place of its own, whichever comes back first', async () => {
    for (const name of ['a', 'b', 'c']) await create(name);
    const a = await binTable(database, 'a');
    const b = await binTable(database, 'b');
    await restoreTable(database, a);
    const c = await binTable(database, 'c');
    expect(await names()).toEqual(['a']);
    await restoreTable(database, c);
    await restoreTable(database, b);
    expect((await names()).sort()).toEqual(['a', 'b', 'c']);
  });

  it('has room beside tables that were called as its own are', async () => {
    for (const name of ['_bin_1', '_bin_x', 'a']) await create(name);
    const binned = await binTable(database, 'a');
    expect((await names()).sort()).toEqual(['_bin_1', '_bin_x']);
    await restoreTable(database, binned);
    expect(await names()).toContain('a');
    await expect(renameTable(database, 'a', '_BIN_2')).rejects.toMatchObject({ code: 'table-name-invalid' });
    expect((await renameTable(database, 'a', 'विक्री')).name).toBe('विक्री');
  });

  it('says that a name is taken, even by a file that is still on its way in', async () => {
    await create('a');
    const binned = await binTable(database, 'a');
    await database.run(sql`CREATE TABLE raw.a AS SELECT 2 AS a`);
    await expect(restoreTable(database, binned)).rejects.toMatchObject({ code: 'table-name-taken' });
    await create('b');
    await expect(renameTable(database, 'b', 'a')).rejects.toMatchObject({ code: 'table-name-taken' });
    expect(await database.texts(sql`SELECT a FROM raw.a`)).toEqual(['2']);
  });
});

describe('rejected records', () => {
  const reject = (text: string) => ({
    count: 1,
    first: [{ line: 1, column: null, reason: 'too-few-columns' as const, text }],
  });
  const listed = async (): Promise<string[]> =>
    (await readRejects(database)).map(({ table, text }) => `${table}: ${text}`).sort();

  async function createWith(name: string, text: string): Promise<void> {
    await create(name);
    await addRejects(database, name, reject(text));
  }

  it('go to the bin and come back with their table, whoever has had its name meanwhile', async () => {
    await createWith('orders', 'first');
    const binned = await binTable(database, 'orders');
    expect(await listed()).toEqual([]);
    await createWith('orders', 'second');
    await renameTable(database, 'orders', 'others');
    await restoreTable(database, binned);
    expect(await listed()).toEqual(['orders: first', 'others: second']);
  });

  it('are never another table’s of the same name', async () => {
    await createWith('orders', 'first');
    await binTable(database, 'orders');
    await createWith('fresh', 'second');
    await renameTable(database, 'fresh', 'orders');
    expect(await listed()).toEqual(['orders: second']);
  });
});

describe('removeTable', () => {
  it('leaves nothing of the table', async () => {
    await create('a');
    await removeTable(database, 'a');
    expect(await names()).toEqual([]);
    expect(await database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'`)).toEqual([]);
  });
});

describe('contentHash', () => {
  const hashOf = async (name: string, rows: Sql): Promise<string> => {
    await create(name, rows);
    return contentHash(database, name);
  };

  it('does not depend on the order of rows', async () => {
    const one = await hashOf('one', sql`SELECT * FROM (VALUES (1, 'x', 0), (2, 'y', 1)) v(a, b, _row)`);
    const other = await hashOf('other', sql`SELECT * FROM (VALUES (2, 'y', 0), (1, 'x', 1)) v(a, b, _row)`);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(other).toBe(one);
  });

  it('counts every duplicate', async () => {
    const rows = (count: number): Sql => sql`SELECT 1 AS a, range AS _row FROM range(${count})`;
    const hashes = [await hashOf('r1', rows(1)), await hashOf('r2', rows(2)), await hashOf('r3', rows(3))];
    expect(new Set(hashes).size).toBe(3);
  });

  it('reads every column, whatever it is called', async () => {
    const one = await hashOf('one', sql`SELECT 1 AS t, 1 AS raw, 0 AS _row`);
    const other = await hashOf('other', sql`SELECT 1 AS t, 2 AS raw, 0 AS _row`);
    expect(other).not.toBe(one);
  });
});
