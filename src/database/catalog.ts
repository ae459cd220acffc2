import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { ROW_COLUMN, type TableInfo } from '../core/table-info.ts';
import { isTableName } from '../core/table-name.ts';
import type { Database } from './database.ts';
import { createRejects, dropRejects, renameRejects } from './rejects.ts';
import { identifier, sql } from './sql.ts';

/*
 * What the workspace knows of itself, in the schema `redito`: the raw tables in the order of import, and values under
 * keys. A dropped table keeps its rows under another name until `emptyBin`.
 */

export async function createCatalog(database: Database): Promise<void> {
  await database.run(sql`
    CREATE SEQUENCE IF NOT EXISTS redito.table_order;
    CREATE TABLE IF NOT EXISTS redito.tables (
      position BIGINT DEFAULT nextval('redito.table_order'), name VARCHAR NOT NULL, info VARCHAR NOT NULL, binned_as VARCHAR);
    CREATE TABLE IF NOT EXISTS redito.state (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL)`);
  await createRejects(database);
}

export async function readState<T>(database: Database, key: string): Promise<T | undefined> {
  const [text] = await database.texts(sql`SELECT value FROM redito.state WHERE key = ${key}`);
  return typeof text === 'string' ? (JSON.parse(text) as T) : undefined;
}

export async function writeState(database: Database, key: string, value: Json): Promise<void> {
  await database.run(sql`INSERT OR REPLACE INTO redito.state VALUES (${key}, ${JSON.stringify(value)})`);
}

/** Everything that is kept under a key. */
export async function readStates(database: Database): Promise<Record<string, Json>> {
  const { rows } = await database.table(sql`SELECT key, value FROM redito.state ORDER BY key`);
  return Object.fromEntries(rows.map(([key, value]) => [String(key), JSON.parse(String(value)) as Json]));
}

export async function listTables(database: Database): Promise<TableInfo[]> {
  const infos = await database.texts(sql`SELECT info FROM redito.tables WHERE binned_as IS NULL ORDER BY position`);
  return infos.map((info) => JSON.parse(info ?? '{}') as TableInfo);
}

/** In the order of import; of hundreds of tables their entries take long. */
export async function tableNames(database: Database): Promise<string[]> {
  const names = await database.texts(sql`SELECT name FROM redito.tables WHERE binned_as IS NULL ORDER BY position`);
  return names.map(String);
}

export async function findTable(database: Database, name: string): Promise<TableInfo> {
  const [info] = await database.texts(sql`SELECT info FROM redito.tables WHERE name = ${name} AND binned_as IS NULL`);
  if (typeof info !== 'string') throw new AppError('table-unknown', { table: name });
  return JSON.parse(info) as TableInfo;
}

export async function addTable(database: Database, info: TableInfo): Promise<void> {
  await database.run(sql`INSERT INTO redito.tables (name, info) VALUES (${info.name}, ${JSON.stringify(info)})`);
}

/**
 * Drops tables for good, those of a sample from the bin too, and gives others that were stored under another name their own
 * in the catalog: all of it or nothing.
 * @throws AppError `table-name-taken`
 */
export async function swapTables(
  database: Database,
  gone: readonly string[],
  come: readonly { storedAs: string; info: TableInfo }[],
): Promise<void> {
  const binned = await database.rows<{ info: string; binned_as: string }>(
    sql`SELECT info, binned_as FROM redito.tables WHERE binned_as IS NOT NULL`,
  );
  const forGood = binned.filter(({ info }) => (JSON.parse(info) as TableInfo).sample !== undefined);
  await database.transaction(async (tx) => {
    for (const name of gone) await dropForGood(tx, name);
    for (const { binned_as: name } of forGood) {
      await tx.run(sql`DROP TABLE IF EXISTS ${identifier('raw', name)}`);
      await tx.run(sql`DELETE FROM redito.tables WHERE binned_as = ${name}`);
      await dropRejects(tx, name);
    }
    for (const { storedAs, info } of come) {
      await renameRaw(tx, storedAs, info.name);
      await addTable(tx, info);
    }
  });
}

/** @throws AppError `table-unknown`, `table-name-taken` or `table-name-invalid`. */
export async function renameTable(database: Database, from: string, to: string): Promise<TableInfo> {
  const info = { ...(await findTable(database, from)), name: to };
  if (!isTableName(to)) throw new AppError('table-name-invalid', { table: to });
  if (to === from) return info;
  if (await isTaken(database, to)) throw new AppError('table-name-taken', { table: to });
  await database.transaction((tx) => giveName(tx, from, info));
  return info;
}

export async function giveName(tx: Database, from: string, info: TableInfo): Promise<void> {
  await renameRaw(tx, from, info.name);
  await tx.run(
    sql`UPDATE redito.tables SET name = ${info.name}, info = ${JSON.stringify(info)} WHERE name = ${from} AND binned_as IS NULL`,
  );
  await renameRejects(tx, from, info.name);
}

/** Drops a table that is in the catalog, with all that is kept of it. */
export async function removeTable(database: Database, name: string): Promise<void> {
  await database.transaction((tx) => dropForGood(tx, name));
}

async function dropForGood(tx: Database, name: string): Promise<void> {
  await tx.run(sql`DROP TABLE IF EXISTS ${identifier('raw', name)}`);
  await tx.run(sql`DELETE FROM redito.tables WHERE name = ${name} AND binned_as IS NULL`);
  await dropRejects(tx, name);
}

/** The name under which `restoreTable` finds it again. */
export async function binTable(database: Database, name: string): Promise<string> {
  await findTable(database, name);
  const binnedAs = await freeInBin(database);
  await database.transaction((tx) => bin(tx, name, binnedAs));
  return binnedAs;
}

/** The next name of a table in the bin. */
export async function freeInBin(database: Database): Promise<string> {
  // Workspaces of earlier versions may hold tables that an analyst has called so.
  const [next] = await database.texts(
    sql`SELECT 1 + coalesce(max(TRY_CAST(substr(table_name, 6) AS BIGINT)), 0) FROM duckdb_tables()
        WHERE schema_name = 'raw' AND starts_with(lower(table_name), '_bin_') AND length(table_name) < 20`,
  );
  return `_bin_${next}`;
}

/** To be done inside a transaction. */
export async function bin(tx: Database, name: string, binnedAs: string): Promise<void> {
  await tx.run(sql`ALTER TABLE ${identifier('raw', name)} RENAME TO ${identifier(binnedAs)}`);
  await tx.run(sql`UPDATE redito.tables SET binned_as = ${binnedAs} WHERE name = ${name} AND binned_as IS NULL`);
  await renameRejects(tx, name, binnedAs);
}

/** @throws AppError `undo-gone` when the bin was emptied, `table-name-taken` when the name is in use again. */
export async function restoreTable(database: Database, binnedAs: string): Promise<TableInfo> {
  const info = await findBinned(database, binnedAs);
  if (await isTaken(database, info.name)) throw new AppError('table-name-taken', { table: info.name });
  await database.transaction((tx) => restore(tx, binnedAs, info.name));
  return info;
}

export async function findBinned(database: Database, binnedAs: string): Promise<TableInfo> {
  const [text] = await database.texts(sql`SELECT info FROM redito.tables WHERE binned_as = ${binnedAs}`);
  if (typeof text !== 'string') throw new AppError('undo-gone');
  return JSON.parse(text) as TableInfo;
}

export async function restore(tx: Database, binnedAs: string, name: string): Promise<void> {
  await renameRaw(tx, binnedAs, name);
  await tx.run(sql`UPDATE redito.tables SET binned_as = NULL WHERE binned_as = ${binnedAs}`);
  await renameRejects(tx, binnedAs, name);
}

export async function emptyBin(database: Database): Promise<void> {
  const binned = await database.texts(sql`SELECT binned_as FROM redito.tables WHERE binned_as IS NOT NULL`);
  for (const name of binned) await database.run(sql`DROP TABLE IF EXISTS ${identifier('raw', String(name))}`);
  await database.run(sql`
    DELETE FROM redito.tables WHERE binned_as IS NOT NULL;
    DELETE FROM redito.rejects WHERE "table" NOT IN (SELECT name FROM redito.tables)`);
}

/** Tables in `raw` that the catalog does not know: left by a tab killed while it imported, as long as nobody imports. */
export async function dropStrays(database: Database): Promise<void> {
  const strays = await database.texts(
    sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw'
        AND table_name NOT IN (SELECT coalesce(binned_as, name) FROM redito.tables)`,
  );
  for (const name of strays) await database.run(sql`DROP TABLE IF EXISTS ${identifier('raw', String(name))}`);
}

/** A hash of the rows, a duplicate counting as one more, that does not depend on their order. */
export async function contentHash(database: Database, table: string, signal?: AbortSignal): Promise<string> {
  const [hash] = await database.texts(
    sql`SELECT lpad(lower(hex(CAST(coalesce(sum(CAST(hash(*COLUMNS(* EXCLUDE (${identifier(ROW_COLUMN)}))) AS HUGEINT)), 0) % 18446744073709551616 AS UBIGINT))), 16, '0')
        FROM ${identifier('raw', table)}`,
    { signal },
  );
  return hash ?? '';
}

/** A file on its way in may have the name, though the catalog does not know it yet. */
export async function renameRaw(tx: Database, from: string, to: string): Promise<void> {
  try {
    await tx.run(sql`ALTER TABLE ${identifier('raw', from)} RENAME TO ${identifier(to)}`);
  } catch (error) {
    if (!/already exists/.test(String(error))) throw error;
    throw new AppError('table-name-taken', { table: to }, { cause: error });
  }
}

async function isTaken(database: Database, name: string): Promise<boolean> {
  const taken = await database.texts(
    sql`SELECT name FROM redito.tables WHERE lower(name) = lower(${name}) AND binned_as IS NULL`,
  );
  return taken.length > 0;
}
