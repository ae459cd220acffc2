import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { DataType, type Field, type RecordBatch } from 'apache-arrow';
import type { ColumnInfo } from '../core/answer.ts';
import { cancelled, hasStopped, throwIfCancelled } from '../core/errors.ts';
import type { Json, Row } from '../core/json.ts';
import { batchColumns, columnInfo, copyNumbers, jsonReader } from './arrow-values.ts';
import type { Database, NumberColumn, QueryOptions, RowsResult } from './database.ts';
import { databaseError } from './database-errors.ts';
import { identifier, join, Sql, sql } from './sql.ts';

/** The database as one connection sees it. */
export function databaseOn(connection: AsyncDuckDBConnection): Database {
  const database: Database = {
    async run(query, options) {
      for await (const _ of batches(connection, query, options)) void _;
    },

    async rows<T extends Row>(query: Sql, options?: QueryOptions): Promise<T[]> {
      const { columns, rows } = await database.table(query, options);
      return rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]])) as T);
    },

    async table(query, { limit = Infinity, ...options } = {}): Promise<RowsResult> {
      let columns: ColumnInfo[] = [];
      const rows: Json[][] = [];
      for await (const batch of batches(connection, query, options, limit < Infinity)) {
        columns = batch.schema.fields.map(columnInfo);
        const readers = batchColumns(batch).map(jsonReader);
        for (let i = 0; i < batch.numRows; i += 1) {
          if (rows.length === limit) return { columns, rows, truncated: true };
          rows.push(readers.map((read) => read(i)));
        }
      }
      return { columns, rows, truncated: false };
    },

    async numbers(query, options): Promise<Record<string, NumberColumn>> {
      const all: RecordBatch[] = [];
      for await (const batch of batches(connection, query, options)) all.push(batch);
      const length = all.reduce((total, batch) => total + batch.numRows, 0);
      const columns = all[0].schema.fields.map(({ name }, column): [string, NumberColumn] => {
        const target = new Float64Array(length);
        let offset = 0;
        for (const batch of all) {
          copyNumbers(batchColumns(batch)[column], target, offset);
          offset += batch.numRows;
        }
        return [name, target];
      });
      // A column may be called `__proto__`.
      return Object.fromEntries(columns);
    },

    async texts(query, options): Promise<(string | null)[]> {
      const { rows } = await database.table(query, options);
      return rows.map(([value]) => (value === null ? null : String(value)));
    },

    async transaction(work) {
      await database.run(sql`BEGIN TRANSACTION`);
      const result = await work(database).catch(async (error: unknown) => {
        // What failed first is what is told.
        await database.run(sql`ROLLBACK`).catch(() => undefined);
        throw error;
      });
      await database.run(sql`COMMIT`);
      return result;
    },
  };
  return database;
}

/** Runs a query batch by batch; the first one is there even when it has no rows. */
async function* batches(
  connection: AsyncDuckDBConnection,
  query: Sql,
  { signal }: QueryOptions = {},
  streamed = false,
): AsyncGenerator<RecordBatch> {
  throwIfCancelled(signal);
  const cancel = (): void => void connection.cancelSent();
  let isOver = false;
  signal?.addEventListener('abort', cancel);
  try {
    let reader = await connection.send(query.text, streamed);
    await reader.open();
    const enums = reader.schema.fields.filter(({ type }) => DataType.isDictionary(type));
    if (enums.length > 0) {
      // Their dictionaries do not come along in a stream.
      for await (const _ of reader) void _;
      reader = await connection.send(asText(query, enums), streamed);
    }
    for await (const batch of reader) {
      throwIfCancelled(signal);
      yield batch;
    }
    isOver = true;
  } catch (error) {
    const said = databaseError(error);
    // One that has stopped may never answer again.
    isOver = hasStopped(said);
    throw signal?.aborted ? cancelled() : said;
  } finally {
    signal?.removeEventListener('abort', cancel);
    // What was left in the middle keeps its transaction open until the connection's next query.
    if (!isOver) await connection.query('SELECT 1').catch(() => undefined);
  }
}

function asText(query: Sql, fields: readonly Field[]): string {
  const casts = fields.map(({ name }) => sql`${identifier(name)}::VARCHAR AS ${identifier(name)}`);
  return sql`SELECT * REPLACE (${join(casts)}) FROM (${new Sql(query.text.replace(/;\s*$/, ''))})`.text;
}
