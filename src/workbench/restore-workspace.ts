import { AppError, isCancelled, throwIfCancelled } from '../core/errors.ts';
import type { WorkspaceContents } from '../core/workspace-file.ts';
import { addTable, createCatalog, writeState } from '../database/catalog.ts';
import type { DuckDb } from '../database/duckdb.ts';
import { restoreRejects } from '../database/rejects.ts';
import { restoreRaw } from '../database/table-transfer.ts';
import type { Job } from './jobs.ts';
import { ReaderProcess } from './reader-process.ts';
import { readStateOfFile } from './state-schemas.ts';

/** What the reader gives at a time, at most. */
const PIECE_ROWS = 122_880;

/** What comes of the world, not of the file. */
const WORLD = new Set(['cancelled', 'disk-full', 'storage-full', 'out-of-memory', 'file-gone', 'workspace-broken']);

/** A workspace file that was checked, on its way into a database. */
export class WorkspaceFile {
  readonly contents: WorkspaceContents;
  readonly #reader: ReaderProcess;
  readonly #state: WorkspaceContents['state'];

  private constructor(reader: ReaderProcess, contents: WorkspaceContents) {
    this.#reader = reader;
    this.contents = contents;
    const infos = contents.tables.map(({ info }) => info);
    this.#state = readStateOfFile(contents.state, infos);
  }

  /** @throws AppError `workspace-file-foreign`, `workspace-file-newer`, `workspace-file-broken`, `cancelled`. */
  static async open(file: Blob, job: Job): Promise<WorkspaceFile> {
    const name = file instanceof File ? file.name : '';
    const reader = new ReaderProcess(new File([], name), job.signal);
    try {
      const contents = await reader.openWorkspace(file, (done, total) =>
        job.progress({ phase: 'checking', done, total }),
      );
      return new WorkspaceFile(reader, contents);
    } catch (error) {
      reader.end();
      throw asRefusal(error);
    }
  }

  /** Fills an empty database with all of it. */
  async restoreInto(database: DuckDb, job: Job): Promise<void> {
    const { tables, rejects } = this.contents;
    const total = tables.reduce((sum, { info }) => sum + info.rows, 0);
    let done = 0;
    try {
      await createCatalog(database);
      for (const [i, { info, columns }] of tables.entries()) {
        await job.progress({ phase: 'restoring', done, total });
        await this.#reader.openWorkspaceTable(i);
        const told = (pieces: number): Promise<void> =>
          job.progress({ phase: 'restoring', done: done + Math.min(info.rows, pieces * PIECE_ROWS), total });
        await restoreRaw(database, info.name, this.#rows(job, told), { columns, count: info.rows });
        await addTable(database, info);
        done += info.rows;
      }
      await restoreRejects(database, rejects);
      for (const [key, value] of Object.entries(this.#state)) await writeState(database, key, value);
      // The views of the mapping are made when something reads them.
      await writeState(database, 'views-stand', false);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  end(): void {
    this.#reader.end();
  }

  async *#rows({ signal }: Job, told: (pieces: number) => Promise<void>): AsyncGenerator<Uint8Array> {
    for (let pieces = 1; ; pieces += 1) {
      throwIfCancelled(signal);
      const rows = await this.#reader.nextWorkspaceRows();
      if (rows === null) return;
      yield rows;
      await told(pieces);
    }
  }
}

/** What the database or the reader cannot take was never saved by us. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof AppError) || isCancelled(error) || WORLD.has(error.code)) return error;
  if (error.code.startsWith('workspace-file-')) return error;
  return new AppError('workspace-file-broken', {}, { cause: error });
}
