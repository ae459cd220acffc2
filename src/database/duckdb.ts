import * as duckdb from '@duckdb/duckdb-wasm';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { AppError, throwIfCancelled } from '../core/errors.ts';
import { untilDeath } from '../core/worker-life.ts';
import type { Row } from '../core/json.ts';
import { Connections } from './connections.ts';
import type { Database, NumberColumn, QueryOptions, RowsResult } from './database.ts';
import { databaseOn } from './connection-database.ts';
import { databaseError } from './database-errors.ts';
import { madeTable } from './made-tables.ts';
import { refuseReach } from './reach.ts';
import { ipcStream } from './ipc-stream.ts';
import { onlyReads } from './read-only.ts';
import { prepareSpill } from './spill.ts';
import { sql, type Sql } from './sql.ts';

/** DuckDB asks this path for its extensions; the service worker and the server answer it with 404. */
export const EXTENSIONS_PATH = 'duckdb-extensions/';

/** A query that was just cancelled may hold its transaction for a moment longer. */
const CHECKPOINT_TRIES = 40;

export interface OpenOptions {
  /** `opfs://…` for a stored database, left out for one in memory. */
  path?: string;
  /** Absolute address of the app, the base of `EXTENSIONS_PATH`. */
  baseUrl: string;
  /** Name of its own by which the engine's death is seen, so that nobody waits for a dead one; without one nobody looks. */
  life?: string;
}

/** DuckDB-WASM in its own worker: one connection writes, others read beside it. */
export class DuckDb implements Database {
  readonly #engine: duckdb.AsyncDuckDB;
  readonly #connections: Connections;
  readonly #counted = new Set<string>();

  readonly #life: AbortController;
  /** Rejects when the engine is dead: what it was asked then is never answered. */
  readonly #died: Promise<never>;

  private constructor(
    engine: duckdb.AsyncDuckDB,
    connections: Connections,
    { life, died }: { life: AbortController; died: Promise<never> },
  ) {
    this.#life = life;
    this.#died = died;
    this.#engine = engine;
    this.#connections = connections;
  }

  static async open({ path, baseUrl, life: name }: OpenOptions): Promise<DuckDb> {
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: name ?? '' });
    const life = new AbortController();
    const died = seeDeath(name, life.signal);
    died.catch(() => undefined);
    const failed = firstError(worker);
    failed.catch(() => undefined);
    const engine = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    try {
      const started = engine.instantiate(new URL(wasmUrl, baseUrl).href);
      await Promise.race([started, failed]).catch((error: unknown) => {
        throw new AppError('engine-failed', {}, { cause: error });
      });
      await engine.open({
        path,
        accessMode: duckdb.DuckDBAccessMode.READ_WRITE,
        opfs: { fileHandling: 'manual' },
      });
      const connections = await Connections.open(engine, died);
      const opened = new DuckDb(engine, connections, { life, died });
      // Loading an extension that is not there traps inside the WASM: it must find out by a clean 404. To find out how to
      // compress text takes two fifths of the time of a large import; stored as it is, it is still smaller than in a CSV.
      await opened.run(sql`
        SET custom_extension_repository = ${new URL(EXTENSIONS_PATH, baseUrl).href};
        SET autoinstall_known_extensions = false;
        SET autoload_known_extensions = false;
        SET disabled_compression_methods = 'fsst,dict_fsst,dictionary';
        CREATE SCHEMA IF NOT EXISTS raw;
        CREATE SCHEMA IF NOT EXISTS business;
        CREATE SCHEMA IF NOT EXISTS redito;`);
      if (path) await opened.run(await prepareSpill(engine, path));
      await connections.useSchema('raw');
      return opened;
    } catch (error) {
      life.abort();
      await engine.terminate();
      throw error;
    }
  }

  run(query: Sql, options?: QueryOptions): Promise<void> {
    return this.#connections.write((connection) => databaseOn(connection).run(query, options));
  }

  rows<T extends Row = Row>(query: Sql, options?: QueryOptions): Promise<T[]> {
    return this.#connections.read((connection) => databaseOn(connection).rows<T>(query, options));
  }

  table(query: Sql, options?: QueryOptions & { limit?: number }): Promise<RowsResult> {
    return this.#connections.read((connection) => databaseOn(connection).table(query, options));
  }

  numbers(query: Sql, options?: QueryOptions): Promise<Record<string, NumberColumn>> {
    return this.#connections.read((connection) => databaseOn(connection).numbers(query, options));
  }

  texts(query: Sql, options?: QueryOptions): Promise<(string | null)[]> {
    return this.#connections.read((connection) => databaseOn(connection).texts(query, options));
  }

  transaction<T>(work: (database: Database) => Promise<T>): Promise<T> {
    return this.#connections.write((connection) => databaseOn(connection).transaction(work));
  }

  /**
   * Runs one statement that may read but not write: what the analyst typed.
   * @throws AppError `query-failed`, `query-several`, `query-writes`, `query-reaches-out`, `query-internal`, and
   *   `query-makes-table` for one that would be made a table of.
   */
  async readOnly<T>(query: Sql, work: (database: Database) => Promise<T>, options?: QueryOptions): Promise<T> {
    return this.#connections.read(async (connection) => {
      throwIfCancelled(options?.signal);
      refuseReach(query.text);
      const made = madeTable(query.text);
      if (made) throw new AppError('query-makes-table', { table: made.name });
      const database = databaseOn(connection);
      await refuseSeveralStatements(connection, query);
      if (!onlyReads(query.text)) throw new AppError('query-writes');
      await database.run(sql`BEGIN TRANSACTION READ ONLY`);
      try {
        return await work(database);
      } finally {
        await database.run(sql`ROLLBACK`);
      }
    });
  }

  /**
   * Reads several things as they are at one moment, whatever is written meanwhile: the database, and results as the pieces of
   * an Arrow IPC stream.
   */
  snapshot<T>(
    work: (database: Database, ipc: (query: Sql, options?: QueryOptions) => AsyncGenerator<Uint8Array>) => Promise<T>,
  ): Promise<T> {
    return this.#connections.read(async (connection) => {
      const database = databaseOn(connection);
      await database.run(sql`BEGIN TRANSACTION READ ONLY`);
      try {
        return await work(database, (query, options) => ipcStream(connection, query, options));
      } finally {
        await database.run(sql`ROLLBACK`);
      }
    });
  }

  /** Writes everything into the file; only then may anything be called saved. */
  checkpoint(): Promise<void> {
    return this.checkpointed(() => Promise.resolve());
  }

  /** Writes everything into the file, and keeps it as it is as long as `work` lasts. */
  checkpointed<T>(work: () => Promise<T>): Promise<T> {
    return this.#connections.alone(async (connection) => {
      for (let tries = 1; ; tries += 1) {
        try {
          await databaseOn(connection).run(sql`CHECKPOINT`);
          return await work();
        } catch (error) {
          if (tries === CHECKPOINT_TRIES || !String(error).includes('transactions active')) throw error;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
    });
  }

  /** Makes a file readable under `name` without copying it. */
  async registerFile(name: string, file: File): Promise<void> {
    const { BROWSER_FILEREADER } = duckdb.DuckDBDataProtocol;
    await this.#alive(this.#engine.registerFileHandle(name, file, BROWSER_FILEREADER, true));
  }

  async dropFile(name: string): Promise<void> {
    this.#counted.delete(name);
    await this.#alive(this.#engine.dropFile(name));
  }

  /**
   * Makes a table of Arrow record batches that come as IPC streams, all of them or none: one transaction is faster than
   * many, and the writing connection is held as long as the batches come.
   */
  createFromArrow(
    ipcStreams: AsyncIterable<Uint8Array>,
    { schema, table }: { schema: string; table: string },
  ): Promise<void> {
    return this.#connections.write((connection) =>
      databaseOn(connection).transaction(async () => {
        let create = true;
        for await (const ipc of ipcStreams) {
          await connection.insertArrowFromIPCStream(ipc, { name: table, schema, create }).catch((error: unknown) => {
            throw databaseError(error);
          });
          create = false;
        }
      }),
    );
  }

  /** How much of a registered file has been read so far; counted from the first call on. */
  async bytesRead(name: string): Promise<number> {
    if (!this.#counted.has(name)) {
      this.#counted.add(name);
      await this.#alive(this.#engine.collectFileStatistics(name, true));
    }
    const { totalFileReadsCold, totalFileReadsAhead } = await this.#alive(this.#engine.exportFileStatistics(name));
    return totalFileReadsCold + totalFileReadsAhead;
  }

  version(): Promise<string> {
    return this.#alive(this.#engine.getVersion());
  }

  /** Checkpoints, closes the file and ends the worker. */
  async close(): Promise<void> {
    await this.checkpoint();
    await this.#connections.close();
    await this.#engine.reset();
    await this.terminate();
  }

  #alive<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#died]);
  }

  /** Ends the worker whatever it is doing; who still waits for it gets the reason. */
  async terminate(reason?: AppError): Promise<void> {
    this.#life.abort(reason);
    await this.#engine.terminate();
  }
}

async function refuseSeveralStatements(connection: duckdb.AsyncDuckDBConnection, query: Sql): Promise<void> {
  try {
    const statement = await connection.prepare(query.text);
    await statement.close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.includes('multiple statements')) throw new AppError('query-several', {}, { cause: error });
    throw new AppError('query-failed', { reason }, { cause: error });
  }
}

/** Rejects when the engine is dead, and when it has been ended on purpose: then whoever still waits for it waits in vain. */
async function seeDeath(name: string | undefined, given: AbortSignal): Promise<never> {
  const end = name ? await untilDeath(name, given) : await new Promise<never>(() => undefined);
  if (end === 'dead') throw new AppError('engine-died');
  throw given.reason instanceof AppError ? given.reason : new AppError('workspace-closed');
}

/** Rejects with the first error of the worker, which is then dealt with: it would end the one that started it, too. */
function firstError(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    const tell = (event: ErrorEvent): void => {
      event.preventDefault();
      reject(event);
    };
    worker.addEventListener('error', tell, { once: true });
  });
}
