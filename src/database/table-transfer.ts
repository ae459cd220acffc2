import type { ColumnInfo } from '../core/answer.ts';
import { AppError } from '../core/errors.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import type { Database } from './database.ts';
import { describeTable, dropRaw, type RawLoader } from './raw-loader.ts';
import { identifier, join, sql, type Sql } from './sql.ts';
import { isType, survivesParquet, typeWords } from './type-words.ts';

/** All rows of a raw table in the order they are stored in, with `_row`; types that Parquet would change as text. */
export function rowsForParquet(table: string, columns: readonly ColumnInfo[]): Sql {
  const values = columns.map(({ name, type }) =>
    survivesParquet(type) ? identifier(name) : sql`CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`,
  );
  return sql`SELECT ${join([...values, identifier(ROW_COLUMN)])} FROM ${identifier('raw', table)}`;
}

/**
 * Makes a raw table of rows that were written by `rowsForParquet`: columns get the types they had.
 * @throws AppError `workspace-file-broken` when what comes is not what is told of it.
 */
export async function restoreRaw(
  database: Database & RawLoader,
  table: string,
  rows: AsyncIterable<Uint8Array>,
  { columns, count }: { columns: readonly ColumnInfo[]; count: number },
): Promise<void> {
  if (!columns.every(({ type }) => isType(type))) throw new AppError('workspace-file-broken');
  if (count === 0) {
    const words = columns.map(({ name, type }) => sql`${identifier(name)} ${typeWords(type)}`);
    await database.run(
      sql`CREATE TABLE ${identifier('raw', table)} (${join([...words, sql`${identifier(ROW_COLUMN)} BIGINT`])})`,
    );
    return;
  }
  const coming = `_coming_${table}`;
  await database.createFromArrow(rows, { schema: 'raw', table: coming });
  const come = await describeTable(database, coming);
  const fits = come.rows === count && come.columns.every(({ name }, i) => name === columns[i]?.name);
  if (!fits || come.columns.length !== columns.length) throw new AppError('workspace-file-broken');
  if (come.columns.every(({ type }, i) => type === columns[i]!.type)) {
    await database.run(sql`ALTER TABLE ${identifier('raw', coming)} RENAME TO ${identifier(table)}`);
    return;
  }
  const values = columns.map(({ name, type }, i) =>
    type === come.columns[i]!.type
      ? identifier(name)
      : sql`CAST(${identifier(name)} AS ${typeWords(type)}) AS ${identifier(name)}`,
  );
  await database.run(
    sql`CREATE TABLE ${identifier('raw', table)} AS
        SELECT ${join([...values, identifier(ROW_COLUMN)])} FROM ${identifier('raw', coming)}`,
  );
  await dropRaw(database, coming);
}
