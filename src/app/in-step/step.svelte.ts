import { AppError, cancelled, fromErrorData, type ErrorData } from '../../core/errors.ts';
import { FileImport } from '../importing.svelte.ts';
import type { Session } from '../session.svelte.ts';
import { mayRead, type PickedHandle } from './file-pickers.ts';
import { lookAround } from './look-around.ts';
import type { StoredStep } from './step-store.ts';
import { StepWatch, type SeenFile, type WatchedFile, type WatchStatus } from './step-watch.ts';

const ARCHIVE = /\.zip$/i;

/** A file or a folder that is kept in step, in the workspace that was open when it began. */
export class Step {
  readonly id: string;
  readonly handle: PickedHandle;
  /** `paused`: after a reload the browser wants to be asked again. */
  status = $state<WatchStatus | 'paused'>('watching');
  failure = $state.raw<ErrorData | undefined>();
  files = $state.raw<readonly WatchedFile[]>([]);
  readonly #session: Session;
  readonly #workspace: object;
  readonly #watch: StepWatch;
  readonly #items = new Map<string, FileImport>();
  readonly #wasRead: (path: string) => void;
  #isOver = false;

  /** @param wasRead hears of a file that has changed and was read again */
  constructor(session: Session, handle: PickedHandle, wasRead: (path: string) => void, stored?: StoredStep) {
    this.#wasRead = wasRead;
    this.#session = session;
    this.#workspace = session.workspace;
    this.handle = handle;
    this.id = stored?.id ?? crypto.randomUUID();
    const known = stored?.files.map((file) => this.#recall(file)) ?? [];
    this.files = known;
    this.#watch = new StepWatch(
      lookAround(handle),
      (seen) => this.#take(seen),
      () => this.#show(),
      known,
    );
    if (stored) this.status = 'paused';
  }

  get name(): string {
    return this.handle.name;
  }

  get isFolder(): boolean {
    return this.handle.kind === 'directory';
  }

  /** Ids of the tables that a file has brought. */
  tablesOf(path: string): string[] {
    return this.#items.get(path)?.tables.flatMap(({ id }) => id ?? []) ?? [];
  }

  async look(isWanted = false): Promise<void> {
    if (this.status !== 'paused' && this.#isCurrent) await this.#watch.look(() => Date.now(), isWanted);
  }

  /** Goes on where it was left, as far as the browser lets it. */
  async resume(): Promise<void> {
    if (!(await mayRead(this.handle))) return;
    this.status = 'watching';
    await this.look();
  }

  end(): void {
    this.#isOver = true;
  }

  /** To go on with it when the workspace is opened the next time; undefined once that is not wanted any more. */
  stored(workspace: string): StoredStep | undefined {
    if (!this.#isCurrent) return undefined;
    const files = this.files.map((file) => ({
      ...file,
      ...{ tables: this.tablesOf(file.path), options: this.#items.get(file.path)?.options ?? {} },
    }));
    return { id: this.id, workspace, handle: this.handle, files };
  }

  get #isCurrent(): boolean {
    const { status, workspace } = this.#session;
    return !this.#isOver && status === 'ready' && workspace === this.#workspace;
  }

  readonly #isWanted = (): boolean => this.#isCurrent;

  /** What it has brought before the page was loaded; tables that went meanwhile are not brought again. */
  #recall({ tables, options, ...file }: StoredStep['files'][number]): WatchedFile {
    const own = this.#session.tables.filter(({ id }) => id !== undefined && tables.includes(id));
    if (own.length < tables.length) return { ...file, status: 'detached' };
    if (own.length === 0) return file;
    const item = new FileImport(new File([], file.path), options);
    Object.assign(item, { status: 'done', tables: own.map((table) => ({ ...table, elapsedMs: 0 })) });
    this.#items.set(file.path, item);
    return file;
  }

  #show(): void {
    this.status = this.#watch.status;
    this.failure = this.#watch.failure;
    this.files = this.#watch.files;
  }

  async #take({ path, file }: SeenFile): Promise<void> {
    if (!this.#isCurrent) throw cancelled();
    // Its files come and go by themselves, and would have to be told apart.
    if (ARCHIVE.test(path)) throw new AppError('step-archive', { file: path });
    const { importing, workbench, tables } = this.#session;
    const item = this.#items.get(path);
    if (!item) return this.#bring(path, file);
    const isThere = item.tables.every(({ id }) => tables.some((table) => table.id === id));
    if (!isThere || item.isJoined) throw new AppError('step-detached', { file: path });
    await importing.follow(item, file, workbench, this.#isWanted);
    await this.#session.refresh();
    this.#wasRead(path);
  }

  async #bring(path: string, file: File): Promise<void> {
    const { importing, workbench } = this.#session;
    const refused = importing.files.find((one) => one.name === file.name && one.status === 'refused');
    if (refused) importing.remove(refused);
    await importing.add([file], {}, workbench, () => this.#session.refresh(), this.#isWanted);
    const item = importing.files.findLast((one) => one.file === file);
    if (item?.tables.length) {
      this.#items.set(path, item);
      return;
    }
    throw item?.refused[0] ? fromErrorData(item.refused[0].error) : cancelled();
  }
}
