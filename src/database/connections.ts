import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';

type Work<T> = (connection: AsyncDuckDBConnection) => Promise<T>;

/**
 * The connections of one database: writers take turns on one, readers have others, so that a page of a grid does not
 * wait for an import. `alone` waits for all and keeps all out: a checkpoint fails while anything else runs.
 */
export class Connections {
  readonly #engine: AsyncDuckDB;
  readonly #writer: AsyncDuckDBConnection;
  readonly #idle: AsyncDuckDBConnection[] = [];
  readonly #reading = new Set<Promise<unknown>>();
  /** Rejects when the engine is dead: nothing that waits for it would ever come. */
  readonly #died: Promise<never>;
  #writing: Promise<unknown> = Promise.resolve();
  #gate: Promise<unknown> = Promise.resolve();
  #schema = '';
  /** Of everything under way: it would wait for ever for an engine that has been ended. */
  readonly #waiting = new Set<(error: Error) => void>();

  private constructor(engine: AsyncDuckDB, writer: AsyncDuckDBConnection, died: Promise<never>) {
    this.#died = died;
    this.#engine = engine;
    this.#writer = writer;
  }

  static async open(engine: AsyncDuckDB, died: Promise<never>): Promise<Connections> {
    return new Connections(engine, await engine.connect(), died);
  }

  /** Unqualified names are looked up there, on every connection. */
  async useSchema(schema: string): Promise<void> {
    this.#schema = schema;
    await this.#writer.query(`SET schema = '${schema}'`);
  }

  write<T>(work: Work<T>): Promise<T> {
    const turn = this.#writing.then(() => this.#alive(work(this.#writer)));
    this.#writing = settled(turn);
    return this.#unlessLost(turn);
  }

  async read<T>(work: Work<T>): Promise<T> {
    await this.#gate;
    const reading = this.#alive(this.#withReader(work));
    const done = settled(reading);
    this.#reading.add(done);
    void done.then(() => this.#reading.delete(done));
    return this.#unlessLost(reading);
  }

  /** The engine has been ended: what is under way fails. */
  lose(error: Error): void {
    for (const fail of this.#waiting) fail(error);
  }

  #unlessLost<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      void settled(work).then(() => this.#waiting.delete(reject));
      work.then(resolve, reject);
    });
  }

  alone<T>(work: Work<T>): Promise<T> {
    return this.write(async (connection) => {
      const turn = Promise.all(this.#reading).then(() => work(connection));
      this.#gate = settled(turn);
      return turn;
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await Promise.all([this.#writer, ...this.#idle].map((connection) => connection.close()));
  }

  #alive<T>(work: Promise<T>): Promise<T> {
    // What it comes to after the engine's death is nobody's.
    work.catch(() => undefined);
    return Promise.race([work, this.#died]);
  }

  async #withReader<T>(work: Work<T>): Promise<T> {
    const connection = this.#idle.pop() ?? (await this.#connect());
    try {
      return await work(connection);
    } finally {
      this.#idle.push(connection);
    }
  }

  async #connect(): Promise<AsyncDuckDBConnection> {
    const connection = await this.#engine.connect();
    if (this.#schema) await connection.query(`SET schema = '${this.#schema}'`);
    return connection;
  }
}

/** Resolves when the promise is over, however it ended. */
function settled(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    () => undefined,
  );
}
