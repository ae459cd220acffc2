import { AppError, hasStopped, throwIfCancelled } from '../core/errors.ts';
import { message } from '../core/message.ts';
import type { Progress, ReportProgress } from '../core/progress.ts';
import { zoneOffsets, type ZoneOffset } from '../core/time-zone.ts';
import type { DelimitedSource } from '../core/delimited.ts';
import type { Database } from '../database/database.ts';
import { describeTable, dropRaw, loadDelimited, misfitColumns, type RawLoader } from '../database/raw-loader.ts';
import { addRejects, dropRejects } from '../database/rejects.ts';
import type { ArrowReading, DelimitedReading, ReportBytes } from '../files/reader-contract.ts';
import { shortened } from '../files/column-names.ts';
import { freeName, tableName } from '../files/table-name.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { FileLook, FilePreview } from '../core/file-preview.ts';
import { nameFile, sayWhatDied } from './import-failures.ts';
import { describe, rejectNotices, type Imported } from './imported-table.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { PREVIEW } from '../core/table-name.ts';
import { identifier, join, sql } from '../database/sql.ts';
import type { ImportedTable } from './contract.ts';
import { ReaderProcess } from './reader-process.ts';
import { removeScratchPatiently } from './remove-scratch.ts';
import { mustFit, type Room } from './room-for-file.ts';

/** Where tables are stored. */
export interface Store {
  database: Database & RawLoader;
  /** It lies on the disk: what has stopped it is followed by opening it as it was last saved. */
  isKept: boolean;
  /** Names of the raw tables that there are now. */
  takenNames: ReadonlySet<string>;
}

export interface ImportContext {
  /** Instants become local times of this zone. */
  timeZone: string;
  /** Once the file has been looked at: resolves when it is its turn to be stored. */
  store: () => Promise<Store>;
  progress: ReportProgress;
  signal: AbortSignal;
  clock: () => number;
  /** What was decided on files before, by their signature. */
  remembered?: Record<string, FileOptions>;
  /** Only so many rows are wanted. */
  rows?: number;
  /** What there is still for tables; without it nothing is refused for want of it. */
  room?: () => Promise<Room>;
}

const PREVIEW_ROWS = 50;

/**
 * Reads a file into one or several raw tables, all of them or none. Afterwards nothing else of it remains: no
 * registered file, no scratch file, no worker.
 * @throws AppError with the refusal's code, or `cancelled`.
 */
export async function importFile(
  file: File,
  options: FileOptions | undefined,
  context: ImportContext,
): Promise<ImportedTable[]> {
  return withImport(file, options, context, (tables) => Promise.resolve(tables));
}

/** The first rows of a file's first table as they would come in; nothing of it stays. */
export async function previewFile(
  file: File,
  options: FileOptions | undefined,
  context: ImportContext,
): Promise<FilePreview> {
  return withImport(file, options, { ...context, rows: PREVIEW_ROWS }, async ([table], job) => {
    const { name, source, columns, notices } = table!;
    const names = join(columns.map((column) => identifier(column.name)));
    const { rows } = await job.database.table(
      sql`SELECT ${names} FROM ${identifier('raw', name)} ORDER BY ${identifier(ROW_COLUMN)}`,
      { limit: PREVIEW_ROWS, signal: context.signal },
    );
    await job.undo();
    return { source, columns, rows, notices, ...(job.look && { look: job.look }) };
  });
}

/** Imports, and undoes it when that or what is done with the tables fails. */
async function withImport<T>(
  file: File,
  options: FileOptions | undefined,
  context: ImportContext,
  use: (tables: ImportedTable[], job: ImportJob) => Promise<T>,
): Promise<T> {
  throwIfCancelled(context.signal);
  const started = context.clock();
  // Other tabs have theirs in the same folder.
  const scratchId = crypto.randomUUID();
  const reader = new ReaderProcess(file, context.signal);
  const job = new ImportJob(file, options, context, reader);
  let isReaderWell = false;
  try {
    const tables = await job.run(scratchId);
    // What decodes Parquet never gives its memory back.
    isReaderWell = job.isText;
    const elapsedMs = context.clock() - started - job.waitedMs;
    return await use(
      tables.map((table) => ({ ...table, elapsedMs })),
      job,
    );
  } catch (error) {
    // What failed first is what is told; what cannot be dropped now goes at the next start.
    await job.undo(error).catch(() => undefined);
    throw nameFile(await sayWhatDied(error, file), file);
  } finally {
    if (isReaderWell) reader.leave();
    else reader.end();
    await removeScratchPatiently(scratchId);
  }
}

class ImportJob {
  readonly #file: File;
  readonly #options: FileOptions | undefined;
  readonly #context: ImportContext;
  readonly #reader: ReaderProcess;
  readonly #made: string[] = [];
  #store: Store | undefined;
  readonly #zone: ZoneOffset[];
  /** How the beginning of the file looks, where only its first rows were wanted. */
  look: FileLook | undefined;
  /** While others were stored. */
  waitedMs = 0;
  /** The file was read as text, or made one of. */
  isText = false;

  constructor(file: File, options: FileOptions | undefined, context: ImportContext, reader: ReaderProcess) {
    this.#file = file;
    this.#options = options;
    this.#context = context;
    this.#reader = reader;
    this.#zone = zoneOffsets(context.timeZone);
  }

  async run(scratchId: string): Promise<Imported[]> {
    const { timeZone, rows } = this.#context;
    const remembered = this.#options ? undefined : this.#context.remembered;
    await this.#report({ phase: 'reading', done: 0, total: this.#file.size });
    const room = rows === undefined ? await this.#context.room?.() : undefined;
    if (room) mustFit(this.#file, room);
    const request = { file: this.#file, options: this.#options ?? {}, timeZone, scratchId, remembered, rows };
    const reading = await this.#reader.read(request, this.#reportBytes);
    if (room && reading.kind === 'arrow') mustFit(this.#file, room, reading);
    const asked = this.#context.clock();
    this.#store = await this.#context.store();
    this.waitedMs = this.#context.clock() - asked;
    this.isText = reading.kind === 'delimited';
    return reading.kind === 'arrow' ? [await this.#loadArrow(reading)] : this.#loadDelimited(reading);
  }

  /** That into which it is stored; only once it is. */
  get database(): Store['database'] {
    return this.#store!.database;
  }

  /** Drops what was made before something failed; a database that has stopped is left alone: it may never answer. */
  async undo(failure?: unknown): Promise<void> {
    if (this.#store?.isKept && hasStopped(failure)) return;
    for (const table of this.#made) {
      await dropRaw(this.database, table);
      await dropRejects(this.database, table);
    }
  }

  async #loadDelimited(reading: DelimitedReading): Promise<Imported[]> {
    this.look = reading.look;
    const tables: Imported[] = [];
    for (const source of reading.sources) {
      const table = this.#nameTable(source.sheet);
      tables.push(await this.#loadSource(table, source, reading));
    }
    return tables;
  }

  /**
   * As planned; if the file is not as its sample, after a look at every value; if that fails too, with the columns that
   * do not fit as text, or all of them.
   */
  async #loadSource(table: string, source: DelimitedSource, reading: DelimitedReading): Promise<Imported> {
    try {
      return await this.#load(table, source, reading);
    } catch (error) {
      if (!isMisfit(error)) throw error;
    }
    const again = reading.straight ? await this.#reader.normalise(this.#reportBytes) : reading;
    const careful = reading.straight ? again.sources[0]! : source;
    if (reading.straight) {
      try {
        return await this.#load(table, careful, again);
      } catch (error) {
        if (!isMisfit(error)) throw error;
      }
    }
    const found = await this.#misfits(table, careful);
    const isText = (name: string): boolean => found.length === 0 || found.includes(name);
    const columns = careful.columns.map((column) =>
      isText(column.name) ? { ...column, as: { kind: 'text' as const } } : column,
    );
    const said =
      found.length > 0 ? message('notice.kept-as-text', { columns: shortened(found) }) : message('notice.all-text');
    const notices = [...careful.notices, said];
    try {
      return await this.#load(table, { ...careful, columns, notices }, again);
    } catch (error) {
      if (!isMisfit(error)) throw error;
      throw new AppError('file-unreadable', { file: this.#file.name }, { cause: error });
    }
  }

  /** None when the file cannot be read by the plan at all. */
  async #misfits(table: string, source: DelimitedSource): Promise<string[]> {
    const { signal } = this.#context;
    try {
      return await misfitColumns(this.database, table, source, { zone: this.#zone, signal });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'query-failed') throw error;
      return [];
    }
  }

  async #load(table: string, source: DelimitedSource, reading: DelimitedReading): Promise<Imported> {
    const { signal } = this.#context;
    const loaded = await loadDelimited(this.database, table, source, {
      zone: this.#zone,
      signal,
      progress: (share) => this.#reportLoading(share, reading.isCopied),
    });
    this.#made.push(table);
    if (loaded.rows === 0) throw new AppError('no-rows', { file: this.#file.name });
    await addRejects(this.database, table, source.rejects);
    const { format, encoding, delimiter } = reading;
    const { sheet } = source;
    return describe(table, loaded, {
      source: { file: this.#file.name, format, ...(sheet !== undefined && { sheet }), encoding, delimiter },
      notices: [...source.notices, ...loaded.notices, ...rejectNotices(source)],
      rejectedRows: source.rejects.count,
    });
  }

  async #loadArrow(reading: ArrowReading): Promise<Imported> {
    const table = this.#nameTable();
    try {
      await this.database.createFromArrow(this.#arrowStreams(reading.rows), { schema: 'raw', table });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'query-failed') throw error;
      throw new AppError(`${reading.format}-types`, { file: this.#file.name }, { cause: error });
    }
    this.#made.push(table);
    return describe(table, await describeTable(this.database, table), {
      source: { file: this.#file.name, format: reading.format },
      notices: reading.notices,
      rejectedRows: 0,
    });
  }

  /** The parcels of the reader; it reads the next one while the database stores this one. */
  async *#arrowStreams(expected: number): AsyncGenerator<Uint8Array> {
    let stored = 0;
    let next = this.#reader.nextBatches();
    for (;;) {
      const parcel = await next;
      if (!parcel) break;
      next = this.#reader.nextBatches();
      // It may fail while this one is being stored; it is waited for only then.
      next.catch(() => undefined);
      throwIfCancelled(this.#context.signal);
      yield parcel.ipc;
      stored += parcel.rows;
      if (stored >= (this.#context.rows ?? Infinity)) break;
      await this.#report({ phase: 'reading', done: stored, total: Math.max(stored, expected) });
    }
    if (stored === 0) throw new AppError('no-rows', { file: this.#file.name });
  }

  #nameTable(sheet?: string): string {
    // Beside a file of the same name that comes in meanwhile.
    if (this.#context.rows !== undefined) return `${PREVIEW}${crypto.randomUUID()}`;
    const taken = new Set([...this.#store!.takenNames, ...this.#made]);
    return freeName(tableName(this.#file.name, sheet), taken);
  }

  #reportBytes: ReportBytes = (done, total) => this.#report({ phase: 'reading', done, total });

  /** A straight file is read while it is stored; others have been read before. */
  #reportLoading(share: number, isCopied: boolean): void {
    const total = this.#file.size;
    // A cancellation arrives through the signal; here nobody waits for it.
    this.#report({ phase: isCopied ? 'storing' : 'reading', done: share * total, total }).catch(() => undefined);
  }

  #report(progress: Progress): Promise<void> {
    return this.#context.progress(progress);
  }
}

const isMisfit = (error: unknown): boolean => error instanceof AppError && error.code === 'misfit';
