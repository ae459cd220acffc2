import { AppError } from '../core/errors.ts';
import type { TableInfo } from '../core/table-info.ts';
import { bin, findBinned, findTable, freeInBin, giveName, renameRaw, restore } from './catalog.ts';
import type { Database } from './database.ts';
import { dropRejects, gatherRejects } from './rejects.ts';
import { identifier, sql, type Sql } from './sql.ts';

/*
 * One table comes in the place of another one: under its name, where it stood in the list. What had the place goes to the bin.
 */

/** A table that is under the name of another one, with what `giveNamesBack` needs. */
export interface Placed {
  info: TableInfo;
  /** Where the other one is. */
  binnedAs: string;
  /** Where it stood itself in the list. */
  position: string;
}

/**
 * A table takes the name of another one, which goes to the bin: both or neither.
 * @throws AppError `table-unknown`, `table-changed` when one of them is not the one any more that was looked at
 */
export async function takeName(database: Database, fresh: TableInfo, old: TableInfo): Promise<Placed> {
  const { name } = old;
  const info = { ...fresh, name };
  const binnedAs = await freeInBin(database);
  return database.transaction(async (tx) => {
    await mustBeUnchanged(tx, [old, fresh]);
    const [position] = await tx.texts(
      sql`SELECT position FROM redito.tables WHERE name = ${fresh.name} AND binned_as IS NULL`,
    );
    await bin(tx, name, binnedAs);
    await giveName(tx, fresh.name, info);
    await tx.run(
      sql`UPDATE redito.tables SET position = ${positionOf(binnedAs)} WHERE name = ${name} AND binned_as IS NULL`,
    );
    return { info, binnedAs, position: String(position) };
  });
}

/**
 * The other way round: both are where they were.
 * @param otherName what the one that took the name is called from now on: its own may be taken
 * @throws AppError `undo-gone`
 */
export async function giveNamesBack(
  database: Database,
  { info, binnedAs, position }: Placed,
  otherName: string,
): Promise<void> {
  await mustStillBe(database, info);
  await findBinned(database, binnedAs);
  await database.transaction(async (tx) => {
    await giveName(tx, info.name, { ...info, name: otherName });
    await tx.run(
      sql`UPDATE redito.tables SET position = CAST(${position} AS BIGINT) WHERE name = ${otherName} AND binned_as IS NULL`,
    );
    await restore(tx, binnedAs, info.name);
  });
}

/**
 * A table that was made of two, and is not in the catalog yet, takes the place of the first; both go to the bin: all of it or
 * nothing.
 * @returns the names under which `separate` finds the two
 * @throws AppError `table-unknown`, `table-changed` when one of them is not the one any more that it was made of
 */
export async function unite(
  database: Database,
  made: readonly [TableInfo, TableInfo],
  storedAs: string,
  info: TableInfo,
): Promise<[string, string]> {
  const [{ name }, { name: other }] = made;
  const first = await freeInBin(database);
  const second = first.replace(/\d+$/, (number) => String(Number(number) + 1));
  await database.transaction(async (tx) => {
    await mustBeUnchanged(tx, made);
    await bin(tx, name, first);
    await bin(tx, other, second);
    await renameRaw(tx, storedAs, name);
    await tx.run(
      sql`INSERT INTO redito.tables (position, name, info) SELECT ${positionOf(first)}, ${name}, ${JSON.stringify(info)}`,
    );
    await gatherRejects(tx, [first, second], name);
  });
  return [first, second];
}

/**
 * The other way round.
 * @param otherName what the second is called from now on: its name may be taken
 * @throws AppError `table-unknown`, `undo-gone`
 */
export async function separate(
  database: Database,
  name: string,
  [first, second]: readonly [string, string],
  otherName: string,
): Promise<void> {
  await findTable(database, name);
  await findBinned(database, first);
  const info = { ...(await findBinned(database, second)), name: otherName };
  const next = await freeInBin(database);
  await database.transaction(async (tx) => {
    await bin(tx, name, next);
    await restore(tx, first, name);
    await tx.run(
      sql`UPDATE redito.tables SET name = ${otherName}, info = ${JSON.stringify(info)} WHERE binned_as = ${second}`,
    );
    await restore(tx, second, otherName);
  });
}

/** What was replaced goes for good. */
export async function forgetBinned(database: Database, binnedAs: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.run(sql`DROP TABLE IF EXISTS ${identifier('raw', binnedAs)}`);
    await tx.run(sql`DELETE FROM redito.tables WHERE binned_as = ${binnedAs}`);
    await dropRejects(tx, binnedAs);
  });
}

/** @throws AppError `undo-gone` when the place was taken by another table since. */
export async function mustStillBe(database: Database, { name, id }: TableInfo): Promise<void> {
  if ((await findTable(database, name)).id !== id) throw new AppError('undo-gone');
}

/** Inside the transaction that goes by it: nothing can come between. */
async function mustBeUnchanged(tx: Database, tables: readonly TableInfo[]): Promise<void> {
  for (const { name, id } of tables) {
    if ((await findTable(tx, name)).id !== id) throw new AppError('table-changed', { table: name });
  }
}

function positionOf(binnedAs: string): Sql {
  return sql`(SELECT position FROM redito.tables WHERE binned_as = ${binnedAs})`;
}
