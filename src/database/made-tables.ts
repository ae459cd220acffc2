import { AppError } from '../core/errors.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import type { Database } from './database.ts';
import { identifier, sql, typedByAnalyst } from './sql.ts';
import { tokensOf, type Token } from './sql-tokens.ts';

/** `CREATE TABLE … AS …` as it was typed. */
export interface MadeTable {
  name: string;
  query: string;
}

/** A table that a statement makes of a query; undefined for all other statements. */
export function madeTable(text: string): MadeTable | undefined {
  const tokens = tokensOf(text);
  let i = 0;
  const take = (...words: string[]): boolean => {
    const isThere = words.every((word, at) => tokens[i + at]?.text === word && tokens[i + at]?.kind !== 'quoted');
    if (isThere) i += words.length;
    return isThere;
  };
  if (!take('create')) return undefined;
  if (!take('temp')) take('temporary');
  if (!take('table')) return undefined;
  take('raw', '.');
  const name = tokens[i];
  i += 1;
  if (!name || (name.kind !== 'word' && name.kind !== 'quoted') || !take('as')) return undefined;
  const start = tokens[i]?.at;
  // As it was written: names are compared without regard to capitals, and shown with them.
  const written = text.slice(name.at, tokens[i - 1]!.at).trim();
  const shown = name.kind === 'quoted' ? written.slice(1, -1).replaceAll('""', '"') : written.split(/[\s/-]/)[0]!;
  return start === undefined ? undefined : { name: shown, query: text.slice(start, lastPart(tokens)) };
}

/** Where the last part ends that is no semicolon. */
function lastPart(tokens: readonly Token[]): number | undefined {
  let end: number | undefined;
  for (let i = tokens.length - 1; tokens[i]?.text === ';' && tokens[i]?.kind === 'sign'; i -= 1) end = tokens[i]!.at;
  return end;
}

/** Stores the rows of a query as a raw table, numbered in their order. Whether the query may run has been seen to. */
export async function storeQuery(database: Database, { name, query }: MadeTable, signal?: AbortSignal): Promise<void> {
  const exists = await database.texts(
    sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw' AND lower(table_name) = lower(${name})`,
  );
  if (exists.length > 0) throw new AppError('table-name-taken', { table: name });
  await database.run(
    sql`CREATE TABLE ${identifier('raw', name)} AS
        SELECT row_number() OVER () - 1 AS ${identifier(ROW_COLUMN)}, COLUMNS(made -> made <> ${ROW_COLUMN})
        FROM (${typedByAnalyst(query)}
        ) AS made`,
    { signal },
  );
}
