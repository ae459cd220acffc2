import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { toErrorData } from '../../../src/core/errors.ts';
import {
  addTable,
  binTable,
  contentHash,
  createCatalog,
  dropStrays,
  listTables,
  renameTable,
  restoreTable,
} from '../../../src/database/catalog.ts';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { pageOfTable, profileColumn } from '../../../src/database/pages.ts';
import { identifier, sql, typedByAnalyst } from '../../../src/database/sql.ts';
import { pageOfStored, storeRows } from '../../../src/database/stored-rows.ts';

const baseUrl = new URL('/', location.href).href;
const FILE = 'test-workspace.db';

async function removeFiles(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  // The files are free a moment after the worker that held them has ended.
  await vi.waitFor(
    async () => {
      for await (const name of root.keys())
        if (name.startsWith(FILE)) await root.removeEntry(name, { recursive: true });
    },
    { timeout: 10_000 },
  );
}

describe('DuckDb', () => {
  let database: DuckDb;
  beforeAll(async () => {
    database = await DuckDb.open({ baseUrl });
  });
  afterAll(() => database.terminate());

  const value = async (text: string) => (await database.table(typedByAnalyst(`SELECT ${text} AS v`))).rows[0][0];

  it.each([
    ['42::INTEGER', 42],
    ['9007199254740991::BIGINT', 9007199254740991],
    ['9007199254740993::BIGINT', '9007199254740993'],
    ['18446744073709551615::UBIGINT', '18446744073709551615'],
    ['12.30::DECIMAL(10,2)', 12.3],
    ['12345678901234567890.123::DECIMAL(38,3)', '12345678901234567890.123'],
    ['(SELECT sum(x) FROM range(10) t(x))', 45],
    ["'nan'::DOUBLE", null],
    ["'infinity'::DOUBLE", null],
    ['1.5::FLOAT', 1.5],
    ["DATE '2011-12-09'", '2011-12-09'],
    ["TIMESTAMP '2011-12-09 12:50:00'", '2011-12-09T12:50:00'],
    ["TIMESTAMP '1969-12-31 23:59:59.5'", '1969-12-31T23:59:59.5'],
    ["TIME '03:04:05'", '03:04:05'],
    ['true', true],
    ['NULL', null],
    ["'O''Hara <b>'", "O'Hara <b>"],
    ["'b'::ENUM('a', 'b')", 'b'],
    ['[1, 2, NULL]', [1, 2, null]],
  ])('reads %s as the scripting page promises', async (expression, expected) => {
    expect(await value(expression)).toEqual(expected);
  });

  it('gives columns of numbers, with NaN for what is missing', async () => {
    const { a, b, c } = await database.numbers(
      sql`SELECT * FROM (VALUES (1::BIGINT, 1.25::DECIMAL(8,2), true), (NULL, NULL, false)) t(a, b, c)`,
    );
    expect([...a]).toEqual([1, NaN]);
    expect([...b]).toEqual([1.25, NaN]);
    expect([...c]).toEqual([1, 0]);
  });

  it('has columns even without rows', async () => {
    expect(await database.table(sql`SELECT 1 AS a WHERE false`)).toEqual({
      columns: [{ name: 'a', type: 'INTEGER' }],
      rows: [],
      truncated: false,
    });
    expect([...(await database.numbers(sql`SELECT 1.0 AS a WHERE false`)).a]).toEqual([]);
  });

  it('stops at the limit and says so', async () => {
    const { rows, truncated } = await database.table(sql`SELECT * FROM range(100000)`, { limit: 3 });
    expect([rows.length, truncated]).toEqual([3, true]);
    expect((await database.table(sql`SELECT * FROM range(3)`, { limit: 3 })).truncated).toBe(false);
  });

  it('cancels a running query and goes on', async () => {
    const controller = new AbortController();
    const endless = database.rows(sql`SELECT sum(hash(a.range * b.range)) FROM range(100000) a, range(100000) b`, {
      signal: controller.signal,
    });
    await database.rows(sql`SELECT 1 AS a`);
    controller.abort();
    await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
    expect(await value('7')).toBe(7);
  });

  it('answers a small query while a large one runs', async () => {
    const controller = new AbortController();
    let over = false;
    const large = database
      .rows(sql`SELECT sum(hash(a.range * b.range)) FROM range(100000) a, range(100000) b`, {
        signal: controller.signal,
      })
      .catch(() => undefined)
      .then(() => (over = true));
    expect(await value('1')).toBe(1);
    expect(over).toBe(false);
    controller.abort();
    await large;
  });

  it('undoes a transaction that fails', async () => {
    await database.run(sql`CREATE TABLE raw.kept AS SELECT 1 AS a`);
    const failing = database.transaction(async (tx) => {
      await tx.run(sql`INSERT INTO raw.kept VALUES (2)`);
      await tx.run(sql`SELECT * FROM raw.absent`);
    });
    await expect(failing).rejects.toMatchObject({ code: 'query-failed' });
    expect((await database.rows(sql`SELECT * FROM kept`)).length).toBe(1);
  });

  it.each([
    ['SELECT 1; SELECT 2', 'query-several'],
    ['CREATE TABLE raw.x AS SELECT 1', 'query-makes-table'],
    ['CREATE VIEW raw.x AS SELECT 1', 'query-writes'],
    ['SELECT * FROM redito.state', 'query-internal'],
    ['DROP TABLE raw.kept', 'query-writes'],
    ["SET memory_limit = '50MB'", 'query-writes'],
    ["COPY raw.kept TO 'kept.csv'", 'query-writes'],
    ["ATTACH ':memory:' AS other", 'query-writes'],
    ['COMMIT', 'query-writes'],
    ['SELEC 1', 'query-failed'],
    ["SELECT * FROM read_parquet('x.parquet')", 'query-reaches-out'],
    ["SELECT * FROM 'https://example.com/x.csv'", 'query-reaches-out'],
  ])('refuses “%s” from the analyst with %s', async (text, code) => {
    const query = typedByAnalyst(text);
    const asked = database.readOnly(query, (inner) => inner.table(query)).catch(toErrorData);
    expect(await asked).toMatchObject({ code });
    expect(await value('1')).toBe(1);
  });

  it('reads a file by its handle', async () => {
    await database.registerFile('a.csv', new File(['x,y\n1,2\n3,4\n'], 'a.csv'));
    expect(await database.rows(sql`SELECT sum(x) AS x FROM read_csv('a.csv')`)).toEqual([{ x: 4 }]);
    await database.dropFile('a.csv');
  });

  it('runs out of memory without dying', async () => {
    await database.run(sql`SET memory_limit = '60MB'`);
    const greedy = database
      .rows(
        sql`SELECT count(*) AS n FROM (SELECT range, hash(range)::VARCHAR AS h FROM range(20000000) ORDER BY h) WHERE h < 'z'`,
      )
      .catch(toErrorData);
    const sorted = await greedy;
    await database.run(sql`SET memory_limit = '3GB'`);
    expect(sorted).toMatchObject({ code: 'out-of-memory' });
    expect(await value('1')).toBe(1);
  });
});

describe('the workspace in OPFS', () => {
  let database: DuckDb | undefined;
  beforeAll(removeFiles);
  afterEach(async () => {
    await database?.terminate();
    database = undefined;
  });
  afterAll(removeFiles);

  const info = {
    name: 't',
    rows: 3,
    columns: [{ name: 'a', type: 'INTEGER' }],
    source: { file: 't.csv', format: 'csv' },
    notices: [],
    rejectedRows: 0,
  };

  it('keeps what was checkpointed when the worker is killed', async () => {
    database = await DuckDb.open({ path: `opfs://${FILE}`, baseUrl });
    await createCatalog(database);
    await database.run(sql`CREATE TABLE raw.t AS SELECT range::INTEGER AS a, range AS _row FROM range(3)`);
    await addTable(database, info);
    await database.checkpoint();
    await database.terminate();

    database = await reopened();
    expect(await listTables(database)).toEqual([info]);
    expect(await database.rows(sql`SELECT count(*) AS n FROM t`)).toEqual([{ n: 3 }]);
  });

  it('renames, bins and restores tables, and drops what the catalog does not know', async () => {
    database = await reopened();
    await renameTable(database, 't', 'u');
    expect((await listTables(database))[0].name).toBe('u');
    await expect(renameTable(database, 'u', 'a b')).rejects.toMatchObject({ code: 'table-name-invalid' });
    await expect(renameTable(database, 'absent', 'v')).rejects.toMatchObject({ code: 'table-unknown' });
    const undo = await binTable(database, 'u');
    expect(await listTables(database)).toEqual([]);
    await restoreTable(database, undo);
    expect((await listTables(database)).map(({ name }) => name)).toEqual(['u']);
    await expect(restoreTable(database, undo)).rejects.toMatchObject({ code: 'undo-gone' });
    await database.run(sql`CREATE TABLE raw.stray AS SELECT 1 AS a`);
    await dropStrays(database);
    await expect(database.rows(sql`SELECT * FROM stray`)).rejects.toMatchObject({ code: 'query-failed' });
    expect(await contentHash(database, 'u')).toMatch(/^[0-9a-f]{16}$/);
    await database.checkpoint();
  });

  it('pages a table by position, in its own order and sorted', async () => {
    database = await reopened();
    await database.run(
      sql`CREATE OR REPLACE TABLE raw.big AS SELECT range AS _row, (range * 7919) % 100003 AS x FROM range(100000)`,
    );
    const page = await pageOfTable(database, { table: 'big', offset: 99_998, limit: 5 });
    expect(page.rows).toEqual([[(99_998 * 7919) % 100_003], [(99_999 * 7919) % 100_003]]);
    const sorted = await pageOfTable(database, {
      table: 'big',
      offset: 0,
      limit: 2,
      sort: { column: 'x', descending: true },
    });
    expect(sorted.rows).toEqual((await database.table(sql`SELECT x FROM raw.big ORDER BY x DESC LIMIT 2`)).rows);
    const profile = await profileColumn(database, 'big', { name: 'x', type: 'BIGINT' }, 100_000);
    expect(profile).toMatchObject({ missing: 0, distinct: 100_000, distinctIsApproximate: false });
    expect(profile.bars.reduce((total, bar) => total + bar.count, 0)).toBe(100_000);
  });

  it('writes to OPFS what does not fit into memory', async () => {
    database = await reopened();
    await database.run(sql`SET memory_limit = '200MB'`);
    const [{ n }] = await database.rows(
      sql`SELECT count(*) AS n FROM (SELECT hash(range)::VARCHAR AS h FROM range(6000000) ORDER BY h) WHERE h IS NOT NULL`,
    );
    expect(n).toBe(6_000_000);
    const distinct = await database.rows(sql`SELECT count(DISTINCT hash(range)) AS n FROM range(6000000)`);
    expect(distinct).toEqual([{ n: 6_000_000 }]);
  });

  it('stores the long tables of answers', async () => {
    database = await reopened();
    const rows = [
      { customer_id: '007', clv: 1.5, best: true, note: '=1+1, "quoted"\nline' },
      { customer_id: '', clv: null, best: false, note: null },
    ];
    const ref = await storeRows(database, 'test', rows);
    expect(ref.columns.map(({ type }) => type)).toEqual(['VARCHAR', 'DOUBLE', 'BOOLEAN', 'VARCHAR']);
    const page = await pageOfStored(database, ref.stored, 0, 10);
    expect(page.rows).toEqual(rows.map((row) => Object.values(row)));
    expect(() => pageOfStored(database as DuckDb, 'redito.state', 0, 1)).toThrow(RangeError);
    await database.run(sql`DROP TABLE ${identifier('redito', 'answer_test')}`);
  });

  /** The file's handle is free a moment after the worker before has ended. */
  async function reopened(): Promise<DuckDb> {
    return vi.waitFor(() => DuckDb.open({ path: `opfs://${FILE}`, baseUrl }), { timeout: 10_000 });
  }
});
