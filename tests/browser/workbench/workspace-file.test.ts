import { zipSync, unzipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toErrorData } from '../../../src/core/errors.ts';
import type { TableInfo } from '../../../src/core/table-info.ts';
import {
  addTable,
  contentHash,
  createCatalog,
  listTables,
  readStates,
  writeState,
} from '../../../src/database/catalog.ts';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { describeTable } from '../../../src/database/raw-loader.ts';
import { readRejects, restoreRejects } from '../../../src/database/rejects.ts';
import { sql, typedByAnalyst } from '../../../src/database/sql.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { WorkspaceFile } from '../../../src/workbench/restore-workspace.ts';
import { saveWorkspace } from '../../../src/workbench/save-workspace.ts';

const baseUrl = new URL('/', location.href).href;
const about = { app: '9.9.9', savedAt: '2026-11-28T12:00:00.000Z', name: 'A <b>name</b>' };
const job = (signal = new AbortController().signal): Job => ({ signal, progress: () => Promise.resolve() });

/** A value of every type that a raw table can have, as DuckDB writes it, with what is special to the type. */
const VALUES = [
  ['BIGINT', '9223372036854775807', '-9223372036854775808'],
  ['HUGEINT', '170141183460469231731687303715884105727', '-170141183460469231731687303715884105727'],
  ['UHUGEINT', '340282366920938463463374607431768211455', '0'],
  ['UBIGINT', '18446744073709551615', '0'],
  ['UTINYINT', '255', '0'],
  ['TINYINT', '-128', '127'],
  ['SMALLINT', '-32768', '32767'],
  ['INTEGER', '-2147483648', '2147483647'],
  ['DECIMAL(38,3)', '12345678901234567890123456789012345.678', '-0.001'],
  ['DECIMAL(18,2)', '9999999999999999.99', '-0.01'],
  ['DECIMAL(4,1)', '-999.9', '0.1'],
  ['DOUBLE', "'nan'", "'-infinity'", "'-0.0'", '5e-324', '0.1'],
  ['FLOAT', "'nan'", "'infinity'", '1.5'],
  ['DATE', "'1582-10-04'", "'9999-12-31'", "'infinity'", "'0044-03-15 (BC)'"],
  ['TIMESTAMP', "'0001-01-01 00:00:00.000001'", "'2262-04-12 00:00:00'", "'-infinity'"],
  ['TIMESTAMP_S', "'2020-01-01 00:00:01'"],
  ['TIMESTAMP_MS', "'2020-01-01 00:00:01.123'"],
  ['TIMESTAMP_NS', "'2020-01-01 00:00:01.123456789'"],
  ['TIMESTAMP WITH TIME ZONE', "'2020-01-01 00:00:00+00'"],
  ['TIME', "'23:59:59.999999'"],
  ['TIME WITH TIME ZONE', "'03:04:05+02'"],
  ['INTERVAL', "INTERVAL '1 month 2 days 3 microseconds'"],
  ['BOOLEAN', 'true', 'false'],
  ['VARCHAR', "''", "'NULL'", "'a' || chr(0) || 'b'", "'🧾 línea' || chr(10)", "'\"'"],
  ['BLOB', "'\\x00\\xFF'::BLOB", "''::BLOB"],
  ['BIT', "'0101'"],
  ['UUID', "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'"],
  ["ENUM('b', 'it''s')", "'b'", "'it''s'"],
  ['BIGINT[]', '[1, NULL]', '[]'],
  ['INTEGER[3]', '[1, 2, 3]'],
  ['HUGEINT[]', '[170141183460469231731687303715884105727::HUGEINT, NULL]'],
  ['VARCHAR[]', "['a, b', '', NULL, '\"', '[x]']"],
  ['STRUCT(a INTEGER, "b c" VARCHAR)', "{'a': 1, 'b c': NULL}", "{'a': NULL, 'b c': ''}"],
  ['STRUCT("HUGEINT" DATE)[]', "[{'HUGEINT': DATE '2020-01-01'}]"],
  ['MAP(VARCHAR, DECIMAL(9,2)[])', "MAP {'k': [1.25, NULL], '': []}"],
  ['STRUCT(m MAP(INTEGER, STRUCT(z VARCHAR[])))', "{'m': MAP {1: {'z': [NULL, '']}}}"],
] as const;

async function withDatabase<T>(work: (database: DuckDb) => Promise<T>): Promise<T> {
  const database = await DuckDb.open({ baseUrl });
  try {
    return await work(database);
  } finally {
    await database.terminate();
  }
}

async function put(database: DuckDb, name: string): Promise<TableInfo> {
  const info = {
    ...{ name, ...(await describeTable(database, name)), rejectedRows: 1 },
    source: { file: `${name} "x".csv`, format: 'csv', encoding: 'utf-8', delimiter: ';' },
    notices: [{ key: 'notice.rejected', values: { count: 1 } }],
  };
  await addTable(database, info);
  return info;
}

describe('a workspace file', () => {
  let database: DuckDb;
  let file: Blob;
  const hashes: string[] = [];

  beforeAll(async () => {
    database = await DuckDb.open({ baseUrl });
    await createCatalog(database);
    for (const [i, [type, ...values]] of VALUES.entries()) {
      const rows = [...values, 'NULL'].map((value, row) => `(CAST(${value} AS ${type}), CAST(${row} AS BIGINT))`);
      await database.run(
        typedByAnalyst(`CREATE TABLE raw.t${i} AS SELECT * FROM (VALUES ${rows.join(', ')}) v("a ""b", _row)`),
      );
      await put(database, `t${i}`);
      hashes.push(await contentHash(database, `t${i}`));
    }
    await database.run(sql`CREATE TABLE raw.long AS
      SELECT i AS id, 'text ' || i % 97 AS txt, i * 0.5 AS half, i AS _row FROM range(300000) r(i)`);
    await put(database, 'long');
    await database.run(sql`CREATE TABLE raw.empty AS SELECT 1::BIGINT AS x, 'a' AS y, 0::BIGINT AS _row LIMIT 0`);
    await put(database, 'empty');
    await restoreRejects(database, [
      { table: 't0', line: 7, column: null, reason: 'too-few-columns', text: 'a;"\n' },
      { table: 't0', line: 9, column: 'x', reason: 'not-json', text: '' },
    ]);
    await writeState(database, 'settings', { timeZone: 'America/Lima', currency: 'PEN', firstDayOfWeek: 7 });
    await writeState(database, 'report', { title: 'R', items: [{ __proto__: { polluted: true } }] });
    await writeState(database, 'views-stand', true);
    file = await saveWorkspace(database, about, job());
  }, 120_000);
  afterAll(() => database.terminate());

  async function restore(blob: Blob, into: DuckDb): Promise<WorkspaceFile> {
    const opened = await WorkspaceFile.open(blob, job());
    try {
      await opened.restoreInto(into, job());
      return opened;
    } finally {
      opened.end();
    }
  }

  it('gives every value of every type back', () =>
    withDatabase(async (other) => {
      await restore(file, other);
      for (const [i, [type]] of VALUES.entries()) {
        const { columns } = await describeTable(other, `t${i}`);
        expect(columns).toEqual([{ name: 'a "b', type: (await describeTable(database, `t${i}`)).columns[0].type }]);
        const all = typedByAnalyst(`SELECT list({'v': "a ""b"::VARCHAR, 'r': _row} ORDER BY _row) FROM raw.t${i}`);
        expect(await other.texts(all), type).toEqual(await database.texts(all));
        expect(await contentHash(other, `t${i}`), type).toBe(hashes[i]);
      }
    }));

  it('gives long tables back in their order, and empty ones', () =>
    withDatabase(async (other) => {
      await restore(file, other);
      expect(await contentHash(other, 'long')).toBe(await contentHash(database, 'long'));
      const [inOrder] = await other.texts(sql`SELECT bool_and(_row = rowid AND id = _row) FROM raw.long`);
      expect(inOrder).toBe('true');
      expect((await describeTable(other, 'empty')).rows).toBe(0);
      expect((await describeTable(other, 'empty')).columns).toEqual((await describeTable(database, 'empty')).columns);
    }));

  it('gives catalog, rejected rows and state back, and the views are to be made', () =>
    withDatabase(async (other) => {
      const { contents } = await restore(file, other);
      expect(contents.name).toBe(about.name);
      expect(await listTables(other)).toEqual(await listTables(database));
      expect(await readRejects(other)).toEqual(await readRejects(database));
      const { 'views-stand': applied, ...state } = await readStates(other);
      const { 'views-stand': _, ...before } = await readStates(database);
      expect(state).toEqual(before);
      expect(applied).toBe(false);
      expect({}).not.toHaveProperty('polluted');
    }));

  it('holds the same when saved again from what it was restored to', () =>
    withDatabase(async (other) => {
      await restore(file, other);
      const again = unzipSync(new Uint8Array(await (await saveWorkspace(other, about, job())).arrayBuffer()));
      const first = unzipSync(new Uint8Array(await file.arrayBuffer()));
      expect(Object.keys(again)).toEqual(Object.keys(first));
      const read = (entries: typeof first) => JSON.parse(new TextDecoder().decode(entries['workspace.json']));
      expect(read(again)).toEqual(read(first));
    }));

  const codeOf = (blob: Blob): Promise<string> =>
    WorkspaceFile.open(blob, job()).then(
      async (opened) => {
        try {
          await withDatabase((other) => opened.restoreInto(other, job()));
          return 'opened';
        } catch (error) {
          return toErrorData(error).code;
        } finally {
          opened.end();
        }
      },
      (error: unknown) => toErrorData(error).code,
    );

  it('is refused when cut off, and when any byte is another one', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (const length of [0, 3, 21, 1000, bytes.length - 1]) {
      expect(await codeOf(new Blob([bytes.slice(0, length)])), `first ${length}`).toMatch(
        /^workspace-file-(broken|foreign)$/,
      );
    }
    for (let i = 0; i < 12; i += 1) {
      const at = Math.floor((bytes.length * (i + 0.5)) / 12);
      const changed = bytes.slice();
      changed[at]! ^= 0x41;
      expect(await codeOf(new Blob([changed])), `byte ${at}`).toMatch(/^workspace-file-/);
    }
  }, 120_000);

  it('is refused when it is something else, or of a later version', async () => {
    expect(await codeOf(new Blob(['a;b\n1;2\n']))).toBe('workspace-file-foreign');
    expect(await codeOf(new Blob([zipSync({ 'a.csv': new Uint8Array([1]) }, { level: 0 }) as BlobPart]))).toBe(
      'workspace-file-foreign',
    );
    const later = await remade((manifest) => ({ ...manifest, version: 2, entries: 'another form' }));
    expect(await codeOf(later)).toBe('workspace-file-newer');
  });

  it.each<[string, (contents: Contents) => Contents]>([
    ['a type with a statement in it', (c) => withType(c, 'BIGINT); DROP TABLE redito.tables; --')],
    ['a type that does not exist', (c) => withType(c, 'NOPE')],
    ['another number of rows', (c) => withFirst(c, (table) => ({ ...table, info: { ...table.info, rows: 99 } }))],
    ['a table name with a path', (c) => withFirst(c, (t) => ({ ...t, info: { ...t.info, name: '../../x' } }))],
    ['an entry with a path', (c) => withFirst(c, (t) => ({ ...t, entry: '../workspace.json' }))],
    ['the same entry twice', (c) => withFirst(c, (t) => ({ ...t, entry: 'tables/2.parquet' }))],
    ['a mapping of a table that is not there', (c) => ({ ...c, state: { mapping: mappingOf('nowhere') } })],
    ['settings of another form', (c) => ({ ...c, state: { settings: { timeZone: { evil: 1 } } } })],
    ['a time zone that is none', (c) => ({ ...c, state: { settings: { timeZone: 'Nowhere/Land' } } })],
    ['names that differ by capitals', (c) => withFirst(c, (t) => ({ ...t, info: { ...t.info, name: 'T1' } }))],
    ['JSON that is too deep', (c) => ({ ...c, state: { report: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) } })],
  ])('is refused when it holds %s, though its hashes fit', async (_, change) => {
    expect(await codeOf(await remade((manifest) => manifest, change))).toBe('workspace-file-broken');
  });

  it('is refused when its entries are compressed: nothing can grow', async () => {
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
    expect(await codeOf(new Blob([zipSync(entries as Zippable, { level: 6 }) as BlobPart]))).toBe(
      'workspace-file-broken',
    );
  });

  it('can be cancelled while it is written and while it is read', async () => {
    const controller = new AbortController();
    const stopping: Job = {
      signal: controller.signal,
      progress: ({ phase }) => {
        if (phase === 'saving' || phase === 'checking') controller.abort();
        return Promise.resolve();
      },
    };
    await expect(saveWorkspace(database, about, stopping)).rejects.toMatchObject({ code: 'cancelled' });
    await expect(WorkspaceFile.open(file, job(controller.signal))).rejects.toMatchObject({ code: 'cancelled' });
    expect((await database.texts(sql`SELECT count(*) FROM raw.long`))[0]).toBe('300000');
  });

  interface Contents {
    tables: { info: TableInfo; columns: { name: string; type: string }[]; entry: string }[];
    state: Record<string, unknown>;
  }

  const withFirst = (
    contents: Contents,
    change: (table: Contents['tables'][number]) => Contents['tables'][number],
  ): Contents => ({ ...contents, tables: contents.tables.map((table, i) => (i === 0 ? change(table) : table)) });

  const withType = (contents: Contents, type: string): Contents =>
    withFirst(contents, (table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, type })) }));

  const mappingOf = (table: string) => ({
    mapping: { orders: { table, columns: { customer_id: 'a', ordered_at: 'b', amount: 'c' } } },
    ...{ proposals: [], edited: true },
  });

  /** The file with another content, whose hashes are right: somebody made it on purpose. */
  async function remade(
    changeManifest: (manifest: Record<string, unknown>) => Record<string, unknown>,
    changeContents: (contents: Contents) => unknown = (contents) => contents,
  ): Promise<Blob> {
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()));
    const read = (name: string) => JSON.parse(new TextDecoder().decode(entries[name]));
    const write = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const contents = write(changeContents(read('workspace.json')));
    const digest = await crypto.subtle.digest('SHA-256', contents);
    const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const manifest = read('manifest.json') as { entries: { name: string }[] };
    const listed = manifest.entries.map((entry) =>
      entry.name === 'workspace.json' ? { ...entry, bytes: contents.length, sha256 } : entry,
    );
    const changed = changeManifest({ ...manifest, entries: listed });
    return new Blob([
      zipSync({ ...entries, 'workspace.json': contents, 'manifest.json': write(changed) }, { level: 0 }) as BlobPart,
    ]);
  }
});
