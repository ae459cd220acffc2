import type { ColumnInfo } from '../core/answer.ts';
import type { DelimitedSource } from '../core/delimited.ts';
import { AppError, hasStopped, isCancelled } from '../core/errors.ts';
import { message, type Message } from '../core/message.ts';
import type { ZoneOffset } from '../core/time-zone.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { columnCast, isMisfit, scanType } from './column-casts.ts';
import type { Database } from './database.ts';
import { identifier, join, nothing, sql, type Sql } from './sql.ts';

/** What of the engine an import needs beside SQL. */
export interface RawLoader {
  registerFile(name: string, file: File): Promise<void>;
  dropFile(name: string): Promise<void>;
  createFromArrow(ipcStreams: AsyncIterable<Uint8Array>, target: { schema: string; table: string }): Promise<void>;
  bytesRead(name: string): Promise<number>;
}

export interface LoadedTable {
  rows: number;
  /** Without `_row`. */
  columns: ColumnInfo[];
  notices: Message[];
}

interface LoadContext {
  zone: readonly ZoneOffset[];
  signal: AbortSignal;
  /** Hears the share of the file that has been read. */
  progress(share: number): void;
}

/**
 * Stores a delimited file as `raw."<table>"`, all of it or nothing: a value that is not of its column's kind or a
 * record of another width ends it.
 * @throws AppError `misfit` when the file is not as planned; `cancelled`, `out-of-memory`.
 */
export async function loadDelimited(
  database: Database & RawLoader,
  table: string,
  source: DelimitedSource,
  { zone, signal, progress }: LoadContext,
): Promise<LoadedTable> {
  const file = `import-${table}`;
  await database.registerFile(file, source.file);
  const watch = watchReading(database, file, source.file.size, progress);
  let created = false;
  try {
    await database.run(createTable(table, file, source, zone), { signal });
    created = true;
    const dropped = await dropEmptyColumns(database, table, source, signal);
    const kept = source.columns.filter(({ name }) => !dropped.includes(name));
    const unconverted = await countUnconverted(database, table, file, source, signal);
    return {
      ...(await describeTable(database, table)),
      notices: [...(await missingNotices(database, table, kept, signal)), ...unconverted],
    };
  } catch (error) {
    // Another table may have taken the name: what this import has not made is not its to drop.
    if (created && !hasStopped(error)) await dropRaw(database, table);
    if (isCancelled(error) || (error instanceof AppError && error.code !== 'query-failed')) throw error;
    throw new AppError('misfit', {}, { cause: error });
  } finally {
    await watch.end();
    await database.dropFile(file);
  }
}

const LOOK_EVERY_MS = 200;

/** DuckDB's own progress bar wants `eval`, which the security policy forbids: what it has read of the file is counted. */
function watchReading(
  database: RawLoader,
  file: string,
  size: number,
  progress: (share: number) => void,
): { end(): Promise<void> } {
  let ended = false;
  let wake = (): void => undefined;
  const look = async (): Promise<void> => {
    while (!ended) {
      progress(Math.min(1, (await database.bytesRead(file)) / size));
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, LOOK_EVERY_MS);
      });
    }
  };
  // Progress is no reason to fail.
  const looking = look().catch(() => undefined);
  return {
    async end() {
      ended = true;
      wake();
      await looking;
    },
  };
}

/** Names of the columns that hold a value which is not of the planned kind, `31/02/2024` among dates. */
export async function misfitColumns(
  database: Database & RawLoader,
  table: string,
  source: DelimitedSource,
  { zone, signal }: Pick<LoadContext, 'zone' | 'signal'>,
): Promise<string[]> {
  const file = `import-${table}`;
  const typed = [...source.columns.entries()].filter(([, { as, chosen }]) => as.kind !== 'text' && !chosen);
  if (typed.length === 0) return [];
  const counts = typed.map(([i, column]) => sql`bool_or(${isMisfit(scanned(i), column, zone)})`);
  await database.registerFile(file, source.file);
  try {
    const { rows } = await database.table(sql`SELECT ${join(counts)} FROM ${readCsv(file, source, true)}`, { signal });
    return typed.filter((_, i) => rows[0]![i] === true).map(([, { name }]) => name);
  } finally {
    await database.dropFile(file);
  }
}

/** Removes a raw table that did not come to be. */
export async function dropRaw(database: Database, table: string): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${identifier('raw', table)}`);
}

/** Rows and columns of a raw table as they are stored. */
export async function describeTable(database: Database, table: string): Promise<Omit<LoadedTable, 'notices'>> {
  const [count] = await database.texts(sql`SELECT count(*) FROM ${identifier('raw', table)}`);
  const { rows } = await database.table(sql`DESCRIBE ${identifier('raw', table)}`);
  const columns = rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
  return { rows: Number(count), columns: columns.filter(({ name }) => name !== ROW_COLUMN) };
}

/** Columns are read under names of our own and get theirs in the projection, where no name can do harm. */
function createTable(table: string, file: string, source: DelimitedSource, zone: readonly ZoneOffset[]): Sql {
  const columns = source.columns.map(
    (column, i) => sql`${columnCast(scanned(i), column, zone)} AS ${identifier(column.name)}`,
  );
  const row = source.numbered ? identifier('record') : sql`row_number() OVER () - 1`;
  return sql`CREATE TABLE ${identifier('raw', table)} AS
    SELECT ${join(columns)}, ${row} AS ${identifier(ROW_COLUMN)} FROM ${readCsv(file, source)}`;
}

/** A quarter of what DuckDB takes by itself: progress comes in steps of it. The longest line has to fit. */
const BUFFER_BYTES = 8_000_000;
const LONGEST_LINE = 2_000_000;

function readCsv(
  file: string,
  { dialect, header, numbered, ragged, columns, longestRecord }: DelimitedSource,
  asText = false,
): Sql {
  const types = columns.map((column, i) => sql`${`c${i}`}: ${asText ? 'VARCHAR' : scanType(column)}`);
  const all = numbered ? [sql`'record': 'BIGINT'`, ...types] : types;
  // A single column has no delimiter: one that no text holds stands in for it.
  const delimiter = dialect.delimiter === '' ? '\x1f' : dialect.delimiter;
  const quote = dialect.delimiter === '' ? '' : dialect.quote;
  // The ends of lines of our own files are known; finding out is led astray by a return inside quotes.
  const newline = numbered ? sql`, new_line = ${'\\n'}` : nothing;
  // Only the parallel reader is at odds with records that end early and quoted line ends.
  const padding = ragged ? sql`, null_padding = true, parallel = false` : nothing;
  const longest = Math.max(LONGEST_LINE, longestRecord ?? 0);
  return sql`read_csv(${file}, auto_detect = false, header = ${header}, delim = ${delimiter}, quote = ${quote},
    escape = ${quote}, columns = {${join(all)}}, buffer_size = ${Math.max(BUFFER_BYTES, 2 * longest)}, max_line_size = ${longest}${newline}${padding})`;
}

const scanned = (i: number): Sql => identifier(`c${i}`);

async function dropEmptyColumns(
  database: Database,
  table: string,
  { columns }: DelimitedSource,
  signal: AbortSignal,
): Promise<string[]> {
  const dropped: string[] = [];
  for (const { name, dropIfEmpty } of columns) {
    if (!dropIfEmpty || dropped.length === columns.length - 1) continue;
    const [present] = await database.texts(
      sql`SELECT count(nullif(trim(${identifier(name)}::VARCHAR), '')) FROM ${identifier('raw', table)}`,
      { signal },
    );
    if (Number(present) > 0) continue;
    await database.run(sql`ALTER TABLE ${identifier('raw', table)} DROP COLUMN ${identifier(name)}`);
    dropped.push(name);
  }
  return dropped;
}

/** How many values are missing in columns of numbers or dates that have blanks or words for missing values. */
async function missingNotices(
  database: Database,
  table: string,
  columns: DelimitedSource['columns'],
  signal: AbortSignal,
): Promise<Message[]> {
  const notices: Message[] = [];
  for (const { name, blanks, missingWords, chosen } of columns) {
    if (chosen || (!blanks && missingWords.length === 0)) continue;
    const [count] = await database.texts(
      sql`SELECT count(*) - count(${identifier(name)}) FROM ${identifier('raw', table)}`,
      { signal },
    );
    notices.push(
      missingWords.length > 0
        ? message('notice.missing-words', { column: name, count: Number(count), words: missingWords.slice(0, 5) })
        : message('notice.blanks', { column: name, count: Number(count) }),
    );
  }
  return notices;
}

/** Values that are not of the type which the analyst chose for their column. */
async function countUnconverted(
  database: Database,
  table: string,
  file: string,
  source: DelimitedSource,
  signal: AbortSignal,
): Promise<Message[]> {
  const notices: Message[] = [];
  for (const [i, column] of source.columns.entries()) {
    if (!column.chosen || column.as.kind === 'text') continue;
    const [before] = await database.texts(
      sql`SELECT count(nullif(trim(${scanned(i)}), '')) FROM ${readCsv(file, source, true)}`,
      { signal },
    );
    const [after] = await database.texts(
      sql`SELECT count(${identifier(column.name)}) FROM ${identifier('raw', table)}`,
      { signal },
    );
    const count = Number(before) - Number(after);
    if (count > 0) notices.push(message('notice.not-converted', { column: column.name, count, type: column.as.kind }));
  }
  return notices;
}
