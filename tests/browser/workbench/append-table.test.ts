import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Conflicts } from '../../../src/core/append-plan.ts';
import { STORAGE_FOLDER } from '../../../src/core/storage-folder.ts';
import { addTable } from '../../../src/database/catalog.ts';
import type { Database } from '../../../src/database/database.ts';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { describeTable } from '../../../src/database/raw-loader.ts';
import { identifier, sql, typedByAnalyst } from '../../../src/database/sql.ts';
import { appendTable, planAppend } from '../../../src/workbench/append-table.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { Workspace } from '../../../src/workbench/workspace.ts';

const baseUrl = location.origin;
const FILE = `${STORAGE_FOLDER}/append-test.db`;
const job = (signal = new AbortController().signal): Job => ({ signal, progress: () => Promise.resolve() });

let database: DuckDb;

afterEach(async () => {
  await database.terminate();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(STORAGE_FOLDER, { create: true });
  await vi.waitFor(
    async () => {
      for await (const name of folder.keys())
        if (name.startsWith('append-test.db')) await folder.removeEntry(name, { recursive: true });
    },
    { timeout: 10_000 },
  );
});

async function open(path?: string): Promise<Workspace> {
  database = await vi.waitFor(() => DuckDb.open({ baseUrl, ...(path && { path }) }), { timeout: 10_000 });
  const entry = path ? { id: 'workspace', name: '', file: path } : undefined;
  return Workspace.read({ database, entry, release: () => undefined }, () => '2025-01-15');
}

/** Orders with the given numbers; of every tenth from `changed` on the amount is another one. */
async function put(name: string, first: number, last: number, changed = Infinity): Promise<void> {
  await database.run(
    typedByAnalyst(`CREATE TABLE raw.${name} AS SELECT i AS order_id, 'C' || i % 97 AS customer_id,
      TIMESTAMP '2024-01-01' + to_seconds(i * 60) AS ordered_at, CASE WHEN i % 13 = 0 THEN NULL ELSE i * 0.25 END AS amount,
      'note ' || CASE WHEN i % 10 = 0 AND i >= ${Number.isFinite(changed) ? changed : 1e9} THEN 'new' ELSE i::VARCHAR END AS note, i - ${first} AS _row
      FROM range(${first}, ${last + 1}) r(i)`),
  );
  const source = { file: `${name}.csv`, format: 'csv' };
  await addTable(database, {
    ...{ name, source, notices: [], rejectedRows: 0, id: `id of ${name}` },
    ...(await describeTable(database, name)),
  });
}

const state = async (table: string): Promise<unknown[]> =>
  (
    await database.table(
      sql`SELECT count(*), count(DISTINCT order_id), count(DISTINCT _row), count(*) FILTER (note = 'note new'),
          bool_and(_row = later) FROM (SELECT *, max(_row) OVER (ORDER BY rowid) AS later FROM ${identifier('raw', table)})`,
    )
  ).rows[0]!;

describe('appendTable', () => {
  // 1–100,000 are there; 90,001–110,000 come, of which the 500 tens from 95,001 to 100,000 have another note.
  it.each<[Conflicts, unknown[]]>([
    ['keep', [110_000, 110_000, 110_000, 1000, true]],
    ['take', [110_000, 110_000, 110_000, 1500, true]],
    ['both', [110_500, 110_000, 110_500, 1500, true]],
  ])('finds duplicates among many rows, missing values being alike: %s', async (conflicts, expected) => {
    const workspace = await open();
    await put('orders', 1, 100_000);
    await put('more', 90_001, 110_000, 95_001);
    expect(await planAppend(workspace, 'orders', 'more', ['order_id'], job())).toMatchObject({
      ...{ rows: 20_000, same: 9500, other: 500, fresh: 10_000 },
    });
    expect(await planAppend(workspace, 'orders', 'more', [], job())).toMatchObject({
      same: 9500,
      other: 0,
      fresh: 10_500,
    });
    const { undo } = await appendTable(workspace, 'orders', 'more', { key: ['order_id'], conflicts }, job());
    expect(await state('orders')).toEqual(expected);
    await undo();
    expect([await state('orders'), await state('more')]).toEqual([
      [100_000, 100_000, 100_000, 0, true],
      [20_000, 20_000, 20_000, 1500, true],
    ]);
  });

  it('is cancelled without a trace', async () => {
    const workspace = await open();
    await put('orders', 1, 100_000);
    await put('more', 90_001, 110_000);
    const { run } = database;
    const cancelling = new AbortController();
    database.run = (query, options) => {
      if (query.text.includes('INSERT INTO "raw"."_coming_')) cancelling.abort();
      return run.call(database, query, options);
    };
    const appending = appendTable(workspace, 'orders', 'more', { key: [], conflicts: 'keep' }, job(cancelling.signal));
    await expect(appending).rejects.toMatchObject({ code: 'cancelled' });
    const stored = sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw' ORDER BY 1`;
    expect(await database.texts(stored)).toEqual(['more', 'orders']);
  });

  it.each([
    'CREATE TABLE "raw"."_coming_',
    'INSERT INTO "raw"."_coming_',
    'ALTER TABLE "raw"."_coming_',
    'INSERT INTO redito.tables (position',
    'INSERT INTO redito.rejects',
  ])('has happened or has not when the tab is killed before “%s”', async (step) => {
    let workspace = await open(`opfs://${FILE}`);
    await put('orders', 1, 5000);
    await put('more', 4001, 6000, 4501);
    await workspace.save();
    const killed = killAt(step);
    await expect(
      Promise.race([killed, appendTable(workspace, 'orders', 'more', { key: ['order_id'], conflicts: 'take' }, job())]),
    ).resolves.toBe('killed');
    workspace = await open(`opfs://${FILE}`);
    expect((await workspace.tables()).map(({ name }) => name)).toEqual(['orders', 'more']);
    expect(await state('orders')).toEqual([5000, 5000, 5000, 0, true]);
    const stored = sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw' ORDER BY 1`;
    expect(await database.texts(stored)).toEqual(['more', 'orders']);
  });
});

/** Ends the engine before a statement runs, as a tab that is killed does. */
function killAt(step: string): Promise<'killed'> {
  return new Promise((resolve) => {
    const guarded = (inner: Database): Database['run'] => {
      const run = inner.run.bind(inner);
      return (query, options) => {
        if (!query.text.includes(step)) return run(query, options);
        void database.terminate().then(() => resolve('killed'));
        return new Promise(() => undefined);
      };
    };
    const transaction = database.transaction.bind(database);
    database.run = guarded(database);
    database.transaction = (work) => transaction((tx) => work({ ...tx, run: guarded(tx) }));
  });
}
