import { AppError, hasStopped, throwIfCancelled } from '../core/errors.ts';
import type { Opened, OpenedPage } from './contract.ts';
import { orCancelled, type Job } from './jobs.ts';
import { openAsSaved, openWorkspace } from './open-workspace.ts';
import { storageState, workspaceIndex } from './storage.ts';
import type { Workspace } from './workspace.ts';

/** The workspace that this tab has open, if it has one. */
export class CurrentWorkspace {
  page: OpenedPage = { baseUrl: '', inMemory: false };
  readonly #versions: Record<string, string>;
  /** ISO date. */
  readonly today: () => string;
  readonly #endOtherJobs: (job: Job) => Promise<void>;
  readonly #onChange: () => void;
  #workspace: Workspace | undefined;
  /** Resolves once one that was broken is open again: what is asked meanwhile waits. */
  #reopening: Promise<void> | undefined;
  /** Why there is none, when one that was broken could not be opened again. */
  #lost: AppError | undefined;
  /** Failures of other databases than that of the one that is open. */
  readonly #ofOthers = new WeakSet<object>();

  /** @param onChange hears that another one has taken its place, or none */
  constructor(
    { versions, today }: { versions: Record<string, string>; today: () => string },
    endOtherJobs: (job: Job) => Promise<void>,
    onChange: () => void,
  ) {
    this.#versions = versions;
    this.today = today;
    this.#endOtherJobs = endOtherJobs;
    this.#onChange = onChange;
  }

  /** @throws AppError `workspace-closed`, or why it could not be opened again */
  get opened(): Workspace {
    if (!this.#workspace) throw this.#lost ?? new AppError('workspace-closed');
    return this.#workspace;
  }

  /** The same once one that was broken meanwhile is open again. */
  async whole(): Promise<Workspace> {
    await this.#reopening;
    return this.opened;
  }

  async open(): Promise<Opened> {
    this.#workspace ??= await openWorkspace(this.page, this.today);
    this.#lost = undefined;
    return this.state();
  }

  async state(): Promise<Opened> {
    const { storage, settings, database, notes } = this.opened;
    const index = storage.entry && (await workspaceIndex());
    return {
      storage: await storageState(storage.entry !== undefined),
      settings,
      isReadOnly: this.page.copy !== undefined,
      versions: { ...this.#versions, duckdb: await database.version() },
      workspaces: index?.workspaces.map(({ id, name }) => ({ id, name })) ?? [],
      ...(storage.entry && { workspace: storage.entry.id }),
      ...(notes.sample && { sample: notes.sample.sample }),
      ...(notes.baseline && { baseline: notes.baseline }),
    };
  }

  /** Ends what others do with the one that is open and gives it away, still open; from now on there is none. */
  async take(job: Job): Promise<Workspace | undefined> {
    await this.#endOtherJobs(job);
    const taken = this.#workspace;
    this.#workspace = undefined;
    this.#lost = undefined;
    this.#onChange();
    return taken;
  }

  /**
   * Takes the one that is open only if it is the expected one still: another tab or a change of workspace goes first.
   * @throws AppError `cancelled`, `workspace-closed`; then nothing has changed
   */
  async takeIf(expected: Workspace, job: Job): Promise<void> {
    // Who ends this job waits for its end: two that wait for each other would both go on.
    await orCancelled(this.#endOtherJobs(job), job.signal);
    throwIfCancelled(job.signal);
    if (this.#workspace !== expected) throw new AppError('workspace-closed');
    this.#workspace = undefined;
    this.#onChange();
  }

  put(workspace: Workspace): void {
    this.#workspace = workspace;
    this.#lost = undefined;
  }

  /** Another one takes its place; that it could not be closed is no reason to stay, as what is saved is saved. */
  async replace(next: Workspace, job: Job): Promise<void> {
    const before = await this.take(job);
    this.put(next);
    await before?.close().catch(() => before.abandon());
  }

  /**
   * Does something in it, and mends it if that has broken it.
   * @throws what the work has thrown
   */
  async mending<T>(work: () => Promise<T>): Promise<T> {
    await this.#reopening;
    const before = this.#workspace;
    try {
      return await work();
    } catch (error) {
      // What failed first is what is told.
      if (hasStopped(error)) await this.mend(error, before).catch(() => undefined);
      throw error;
    }
  }

  /** Does something with another database: what fails there is no reason to open this one again, on a full disk in vain. */
  async beside<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error) this.#ofOthers.add(error);
      throw error;
    }
  }

  /**
   * A write that failed may have stopped the database for good: then it is opened again, as it was last saved.
   * @param of the workspace that was open then: others who use it hear of its failures too, and it is mended once
   */
  async mend(failure: unknown, of: Workspace | undefined): Promise<void> {
    if (failure instanceof Error && this.#ofOthers.has(failure)) return;
    await this.#reopening;
    const broken = this.#workspace;
    // One in memory would be lost with it, so that goes on as long as it answers.
    const stopped = broken?.storage.entry && broken === of && hasStopped(failure);
    if (!broken || (!stopped && (await broken.works()))) return;
    await this.reopen(broken, failure instanceof AppError ? failure : undefined);
  }

  /** Opens one again, unless another has taken its place already; what has broken it is not taken over. */
  reopen(broken: Workspace, reason?: AppError): Promise<void> {
    const reopening = this.#reopen(broken, reason);
    this.#reopening = reopening.catch(() => undefined);
    return reopening;
  }

  async #reopen(broken: Workspace, reason?: AppError): Promise<void> {
    if (this.#workspace !== broken) return;
    this.#workspace = undefined;
    this.#onChange();
    const workspace = broken.storage.entry?.id;
    await broken.abandon(reason && forOthers(reason));
    const page = { ...this.page, ...(workspace && { workspace }) };
    try {
      this.#workspace = await (reason ? openAsSaved : openWorkspace)(page, this.today);
    } catch (error) {
      this.#lost = error instanceof AppError ? error : reason;
      throw error;
    }
  }
}

/** Who waits for the same database hears of what has stopped it, and not of the file that it was. */
function forOthers(reason: AppError): AppError {
  return new AppError(reason.code === 'storage-full' ? 'disk-full' : reason.code, {}, { cause: reason });
}
