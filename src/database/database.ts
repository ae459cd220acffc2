import type { ColumnInfo } from '../core/answer.ts';
import type { Json, Row } from '../core/json.ts';
import type { Sql } from './sql.ts';

export interface QueryOptions {
  signal?: AbortSignal;
}

export interface RowsResult {
  columns: ColumnInfo[];
  /** One array per row, in the order of `columns`; values as `scripting.md` says (see `database/values.ts`). */
  rows: Json[][];
  /** More rows were there than `limit`. */
  truncated: boolean;
}

/** A column of numbers; missing values are NaN. */
export type NumberColumn = Float64Array;

/**
 * All that questions and semantics know of DuckDB. Two implementations: DuckDB-WASM in the product, and native DuckDB
 * in the node tests.
 */
export interface Database {
  /** Runs statements for their effect. */
  run(query: Sql, options?: QueryOptions): Promise<void>;
  /** Rows as objects. */
  rows<T extends Row = Row>(query: Sql, options?: QueryOptions): Promise<T[]>;
  /** Rows as arrays with the columns' types, at most `limit`. */
  table(query: Sql, options?: QueryOptions & { limit?: number }): Promise<RowsResult>;
  /** Columns of numbers, for the maths; every column of the query must be numeric or BOOLEAN. */
  numbers(query: Sql, options?: QueryOptions): Promise<Record<string, NumberColumn>>;
  /** One column of text (or of what casts to it); missing values are null. */
  texts(query: Sql, options?: QueryOptions): Promise<(string | null)[]>;
  /** All that `work` does through the database it is given, or nothing of it. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
}
