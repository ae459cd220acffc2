import { AppError } from '../core/errors.ts';
import type { TableInfo } from '../core/table-info.ts';
import { bin, findBinned, findTable, freeInBin, giveName, renameRaw, restore } from './catalog.ts';
import type { Database } from './database.ts';
import { dropRejects, gatherRejects } from './rejects.ts';
import { identifier, sql, type Sql } from './sql.ts';

/*
 * One table comes in the place of another one: under its name, where it stood in the list. What had the place goes to the bin.
 */

/**
 * A table takes the name of another one, which goes to the bin: both or neither.
 * @returns what it is now, and the name under which `giveNameBack` finds the other one
 * @throws AppError `table-unknown`
 */
export async function takeName(
  database: Database,
  fresh: string,
  name: string,
): Promise<{ info: TableInfo; binnedAs: string }> {
  await findTable(database, name);
  const info = { ...(await findTable(database, fresh)), name };
  const binnedAs = await freeInBin(database);
  await database.transaction(async (tx) => {
    await bin(tx, name, binnedAs);
    await giveName(tx, fresh, info);
    await tx.run(
      sql`UPDATE redito.tables SET position = ${positionOf(binnedAs)} WHERE name = ${name} AND binned_as IS NULL`,
    );
  });
  return { info, binnedAs };
}

/**
 * The other way round: the one that has the name goes to the bin, the one that had it returns.
 * @throws AppError `table-unknown`, `undo-gone`
 */
export async function giveNameBack(database: Database, name: string, binnedAs: string): Promise<void> {
  await findTable(database, name);
  await findBinned(database, binnedAs);
  const next = await freeInBin(database);
  await database.transaction(async (tx) => {
    await bin(tx, name, next);
    await restore(tx, binnedAs, name);
  });
}

/**
 * A table that was made of two, and is not in the catalog yet, takes the place of the first; both go to the bin: all of it or
 * nothing.
 * @returns the names under which `separate` finds the two
 * @throws AppError `table-unknown`
 */
export async function unite(
  database: Database,
  [name, other]: readonly [string, string],
  storedAs: string,
  info: TableInfo,
): Promise<[string, string]> {
  await findTable(database, name);
  await findTable(database, other);
  const first = await freeInBin(database);
  const second = first.replace(/\d+$/, (number) => String(Number(number) + 1));
  await database.transaction(async (tx) => {
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

function positionOf(binnedAs: string): Sql {
  return sql`(SELECT position FROM redito.tables WHERE binned_as = ${binnedAs})`;
}
