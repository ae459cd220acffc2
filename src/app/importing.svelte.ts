import { cancelled, isCancelled, throwIfCancelled, toErrorData } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { Progress } from '../core/progress.ts';
import type { TableInfo } from '../core/table-info.ts';
import type { CallOptions, Workbench } from '../workbench/client.ts';
import type { ImportedTable, ImportOptions, ImportOutcome } from '../workbench/contract.ts';
import { ImportQueue } from './import-queue.ts';

/** Many small files would do nothing but flicker, and the page nothing but draw that. */
const SHOWN_FROM_MS = 1000;

/** Texts, of which a small one cannot become much more in memory than it is on disk. */
const SMALL_BYTES = 4_000_000;
const SMALL_NAME = /\.(csv|tsv|txt|tab|json|ndjson|jsonl)$/i;

/** One file on its way in, and what became of it. */
export class FileImport {
  readonly name: string;
  readonly size: number;
  /** As it was read last. */
  file: File;
  status = $state<'waiting' | 'reading' | 'done' | 'refused' | 'cancelled'>('waiting');
  progress = $state.raw<Progress | undefined>();
  /** It takes so long that there is something to say about it. */
  isSlow = $state(false);
  tables = $state.raw<ImportedTable[]>([]);
  /** The file itself, or members of an archive that did not come in. */
  refused = $state.raw<ImportOutcome['refused']>([]);
  /** What was decided on how it is read. */
  options = $state.raw<FileOptions>({});
  /** Its rows are part of a table that holds others as well: it is not read again by itself. */
  isJoined = $state(false);
  #controller = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #heard: Progress | undefined;
  #before: Pick<FileImport, 'status' | 'refused'> = { status: 'waiting', refused: [] };

  constructor(file: File, options: FileOptions = {}) {
    this.file = file;
    this.name = file.name;
    this.size = file.size;
    this.options = options;
  }

  get isSmall(): boolean {
    return this.size <= SMALL_BYTES && SMALL_NAME.test(this.name);
  }

  cancel(): void {
    this.#controller.abort();
    if (this.status === 'waiting') this.status = 'cancelled';
  }

  async run(workbench: Workbench, options: ImportOptions): Promise<ImportOutcome> {
    if (this.#controller.signal.aborted)
      return { tables: [], refused: [{ file: this.name, error: toErrorData(cancelled()) }] };
    this.status = 'reading';
    try {
      const outcome = await this.#timed(workbench.importFiles([this.file], options, this.#callOptions()));
      const wasCancelled = outcome.refused.some(({ error }) => error.code === 'cancelled');
      this.tables = outcome.tables;
      this.refused = outcome.refused.filter(({ error }) => error.code !== 'cancelled');
      this.status = wasCancelled ? 'cancelled' : outcome.tables.length > 0 ? 'done' : 'refused';
      return outcome;
    } catch (error) {
      const refused = [{ file: this.name, error: toErrorData(error) }];
      this.status = isCancelled(error) ? 'cancelled' : 'refused';
      if (this.status === 'refused') this.refused = refused;
      return { tables: [], refused };
    }
  }

  /** Waits to be read again; what it has brought stays until then. */
  wait(): void {
    this.#before = { status: this.status, refused: this.refused };
    this.#controller = new AbortController();
    this.status = 'waiting';
  }

  /**
   * Reads it again; its tables take the place of those that it has brought.
   * @returns what undoes it, or nothing when it was cancelled: then all is as it was
   */
  async again(workbench: Workbench, options: FileOptions): Promise<Undo | undefined> {
    const before = { tables: this.tables, options: this.options, ...this.#before };
    try {
      if (this.#controller.signal.aborted) throw cancelled();
      this.status = 'reading';
      const reading = workbench.importAgain(this.file, options, before.tables, this.#callOptions());
      const { tables, undo } = await this.#timed(reading);
      Object.assign(this, { tables, options, refused: [], status: 'done' });
      return async () => {
        await workbench.undoImportAgain(undo);
        Object.assign(this, before);
      };
    } catch (error) {
      Object.assign(this, before);
      if (isCancelled(error)) return undefined;
      throw error;
    }
  }

  /**
   * Reads it as it is now; what it brings takes the place of what it has brought, for good.
   * @throws why it was not read: then all is as it was
   */
  async follow(workbench: Workbench, file: File): Promise<void> {
    const before = this.#before;
    try {
      throwIfCancelled(this.#controller.signal);
      this.status = 'reading';
      const options = Object.keys(this.options).length > 0 ? this.options : undefined;
      const tables = await this.#timed(workbench.importInStep(file, options, this.tables, this.#callOptions()));
      Object.assign(this, { tables, file, refused: [], status: 'done' });
    } catch (error) {
      Object.assign(this, before);
      throw error;
    }
  }

  /**
   * One of its tables has taken the place of another one, or has gone behind it.
   * @returns what takes that back, with the table as it is then
   */
  became(table: TableInfo, after: TableInfo, isJoined: boolean): (again: TableInfo | undefined) => void {
    const wasJoined = this.isJoined;
    const put = (from: TableInfo, to: TableInfo): void => {
      this.tables = this.tables.map((one) => (one.id === from.id ? { elapsedMs: one.elapsedMs, ...to } : one));
    };
    put(table, after);
    this.isJoined = isJoined;
    return (again) => {
      this.isJoined = wasJoined;
      if (again) put(after, again);
      else this.tables = this.tables.filter(({ id }) => id !== after.id);
    };
  }

  #callOptions(): CallOptions {
    return {
      signal: this.#controller.signal,
      onProgress: (progress) => {
        this.#heard = progress;
        // Before it hears of itself others have their turn.
        this.#timer ??= setTimeout(() => {
          this.isSlow = true;
          this.progress = this.#heard;
        }, SHOWN_FROM_MS);
        if (this.isSlow) this.progress = progress;
      },
    };
  }

  async #timed<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.isSlow = false;
      this.progress = undefined;
    }
  }
}

/** Brings back what there was before a file was read again. */
type Undo = () => Promise<void>;

/** Between two looks at the workspace while many small files come in. */
const LOOK_EVERY_MS = 1000;

/** Files come in one after another, small ones while others are stored; each keeps its line until the analyst clears the list. */
export class Importing {
  files = $state.raw<FileImport[]>([]);
  /** Names of what in folders held no table. */
  passedOver = $state.raw<string[]>([]);
  #lookedAt = -Infinity;
  #looking: Promise<unknown> = Promise.resolve();
  readonly #queue = new ImportQueue();

  get busy(): boolean {
    return this.files.some(({ status }) => status === 'waiting' || status === 'reading');
  }

  async add(
    files: readonly File[],
    options: ImportOptions,
    workbench: Workbench,
    onTables: () => Promise<void>,
    isWanted: () => boolean = () => true,
  ): Promise<ImportOutcome> {
    const added = files.map((file) => new FileImport(file, options[file.name]));
    this.files = [...this.files, ...added];
    let left = added.length;
    const outcomes = added.map((item) =>
      this.#queue.run(item.isSmall, async () => {
        if (!isWanted()) item.cancel();
        const outcome = await item.run(workbench, options);
        left -= 1;
        if (left === 0 || performance.now() - this.#lookedAt > LOOK_EVERY_MS) {
          this.#lookedAt = performance.now();
          // One after another: the last look is the one that counts.
          const look = this.#looking.then(onTables);
          this.#looking = look.catch(() => undefined);
          await look;
        }
        return outcome;
      }),
    );
    const all = await Promise.all(outcomes);
    return { tables: all.flatMap(({ tables }) => tables), refused: all.flatMap(({ refused }) => refused) };
  }

  /** Reads a file again in its turn. */
  again(item: FileImport, options: FileOptions, workbench: Workbench): Promise<Undo | undefined> {
    item.wait();
    return this.#queue.run(false, () => item.again(workbench, options));
  }

  /**
   * Reads a file that has changed in its turn.
   * @param isWanted whether it is still to be read then: another workspace may have been opened meanwhile
   */
  follow(item: FileImport, file: File, workbench: Workbench, isWanted: () => boolean): Promise<void> {
    item.wait();
    return this.#queue.run(false, () => {
      if (!isWanted()) item.cancel();
      return item.follow(workbench, file);
    });
  }

  /** Cancels what is on its way in; resolves when none is. */
  async cancel(): Promise<void> {
    for (const file of this.files) file.cancel();
    await this.#queue.over();
  }

  remove(item: FileImport): void {
    this.files = this.files.filter((file) => file !== item);
  }

  clear(): void {
    this.files = this.files.filter(({ status }) => status === 'waiting' || status === 'reading');
    this.passedOver = [];
  }
}
