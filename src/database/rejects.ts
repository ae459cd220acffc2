import type { RejectedRecord, Rejects } from '../core/delimited.ts';
import type { SavedReject } from '../core/workspace-file.ts';
import type { Database } from './database.ts';
import { join, sql } from './sql.ts';

/*
 * `redito.rejects` lists the first of the records of each file that could not be used, as they stood there; how many
 * there were in all is in the table's entry in the catalog.
 */

export async function createRejects(database: Database): Promise<void> {
  await database.run(sql`
    CREATE TABLE IF NOT EXISTS redito.rejects (
      "table" VARCHAR NOT NULL, line BIGINT NOT NULL, "column" VARCHAR, reason VARCHAR NOT NULL, text VARCHAR NOT NULL)`);
}

export async function addRejects(database: Database, table: string, { first }: Rejects): Promise<void> {
  await dropRejects(database, table);
  if (first.length === 0) return;
  const rows = first.map(({ line, column, reason, text }) => sql`(${table}, ${line}, ${column}, ${reason}, ${text})`);
  await database.run(sql`INSERT INTO redito.rejects VALUES ${join(rows)}`);
}

/** Forgets the list of a table that is gone. */
export async function dropRejects(database: Database, table: string): Promise<void> {
  await database.run(sql`DELETE FROM redito.rejects WHERE "table" = ${table}`);
}

/** What another table of the name has left goes. */
export async function renameRejects(database: Database, from: string, to: string): Promise<void> {
  await dropRejects(database, to);
  await database.run(sql`UPDATE redito.rejects SET "table" = ${to} WHERE "table" = ${from}`);
}

/** The lists of several tables become one more. */
export async function gatherRejects(database: Database, from: readonly string[], to: string): Promise<void> {
  await dropRejects(database, to);
  await database.run(
    sql`INSERT INTO redito.rejects
        SELECT ${to}, line, "column", reason, text FROM redito.rejects WHERE "table" IN ${from} ORDER BY rowid`,
  );
}

/** The list of one table, in the order of its file. */
export async function rejectsOf(database: Database, table: string, signal?: AbortSignal): Promise<RejectedRecord[]> {
  const { rows } = await database.table(
    sql`SELECT line, "column", reason, text FROM redito.rejects WHERE "table" = ${table} ORDER BY line, rowid`,
    signal && { signal },
  );
  return rows.map(([line, column, reason, text]) => ({
    ...{ line: Number(line), column: column === null ? null : String(column) },
    ...{ reason: String(reason) as RejectedRecord['reason'], text: String(text) },
  }));
}

/** All lists, in the order in which they were written. */
export async function readRejects(database: Database): Promise<SavedReject[]> {
  const { rows } = await database.table(sql`
    SELECT "table", line, "column", reason, text FROM redito.rejects
    WHERE "table" IN (SELECT name FROM redito.tables WHERE binned_as IS NULL) ORDER BY rowid`);
  return rows.map(([table, line, column, reason, text]) => ({
    ...{ table: String(table), line: Number(line), column: column === null ? null : String(column) },
    ...{ reason: String(reason), text: String(text) },
  }));
}

const AT_ONCE = 1_000;

export async function restoreRejects(database: Database, rejects: readonly SavedReject[]): Promise<void> {
  for (let i = 0; i < rejects.length; i += AT_ONCE) {
    const rows = rejects
      .slice(i, i + AT_ONCE)
      .map(({ table, line, column, reason, text }) => sql`(${table}, ${line}, ${column}, ${reason}, ${text})`);
    await database.run(sql`INSERT INTO redito.rejects VALUES ${join(rows)}`);
  }
}
