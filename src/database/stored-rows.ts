import type { TableRef } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import type { DuckDb } from './duckdb.ts';
import type { Database, RowsResult } from './database.ts';
import { identifier, join, sql } from './sql.ts';

/** Answers' long tables live in `redito` under this prefix until the workspace is opened anew. */
const PREFIX = 'answer_';

/** Puts the rows of an answer into the workspace, in their order. Columns take the type of their first value. */
export async function storeRows(database: DuckDb, name: string, rows: readonly Row[]): Promise<TableRef> {
  const columns = Object.keys(rows[0]).map((column) => ({ name: column, type: typeOf(rows, column) }));
  const table = `${PREFIX}${name}`;
  const lines = rows.map((row) => columns.map((column) => cell(row[column.name])).join(','));
  const file = new File([lines.join('\n')], `${table}.csv`);
  await database.registerFile(file.name, file);
  try {
    const types = join(columns.map(({ name: column, type }) => sql`${column}: ${type}`));
    await database.run(
      sql`CREATE OR REPLACE TABLE ${identifier('redito', table)} AS SELECT * FROM read_csv(${file.name},
          auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', allow_quoted_nulls = false, columns = {${types}})`,
    );
  } finally {
    await database.dropFile(file.name);
  }
  return { rows: rows.length, columns, stored: `redito.${table}` };
}

/** Quoted whenever it is text, so that an empty text is not taken for a missing value. */
function cell(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.replaceAll('"', '""')}"`;
}

function typeOf(rows: readonly Row[], column: string): string {
  const value = rows.find((row) => row[column] !== null && row[column] !== undefined)?.[column];
  if (typeof value === 'number') return 'DOUBLE';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'VARCHAR';
}

export function pageOfStored(database: Database, stored: string, offset: number, limit: number): Promise<RowsResult> {
  const table = stored.replace(/^redito\./, '');
  if (!table.startsWith(PREFIX)) throw new RangeError(`not a stored answer: ${stored}`);
  return database.table(
    sql`SELECT * FROM ${identifier('redito', table)} WHERE rowid >= ${offset} AND rowid < ${offset + limit} ORDER BY rowid`,
  );
}

export async function dropStoredRows(database: Database): Promise<void> {
  const tables = await database.texts(
    sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'redito' AND starts_with(table_name, ${PREFIX})`,
  );
  for (const table of tables) await database.run(sql`DROP TABLE ${identifier('redito', String(table))}`);
}
