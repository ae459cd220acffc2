import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { cancelled, throwIfCancelled } from '../core/errors.ts';
import type { QueryOptions } from './database.ts';
import { databaseError } from './database-errors.ts';
import type { Sql } from './sql.ts';

/**
 * The result of a query as the pieces of one Arrow IPC stream, without looking into them: first its schema, then a record
 * batch each. Memory stays flat, as the next one is made when it is asked for.
 */
export async function* ipcStream(
  connection: AsyncDuckDBConnection,
  query: Sql,
  { signal }: QueryOptions = {},
): AsyncGenerator<Uint8Array> {
  throwIfCancelled(signal);
  const cancel = (): void => void connection.cancelSent();
  let complete = false;
  signal?.addEventListener('abort', cancel);
  try {
    yield await connection.useUnsafe(async (engine, id) => {
      let header = await engine.startPendingQuery(id, query.text, true);
      while (header === null) header = await engine.pollPendingQuery(id);
      return header;
    });
    for (;;) {
      const piece = await connection.useUnsafe((engine, id) => engine.fetchQueryResults(id));
      throwIfCancelled(signal);
      if (piece === null) continue;
      if (piece.length === 0) break;
      yield piece;
    }
    complete = true;
  } catch (error) {
    throw signal?.aborted ? cancelled() : databaseError(error);
  } finally {
    signal?.removeEventListener('abort', cancel);
    // What was left in the middle keeps its transaction open until the connection's next query.
    if (!complete) await connection.query('SELECT 1').catch(() => undefined);
  }
}
