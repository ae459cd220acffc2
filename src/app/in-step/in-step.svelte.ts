import { getContext, setContext } from 'svelte';
import { baseName } from '../../core/file-paths.ts';
import type { ToastQueue } from '../../ui/toast-queue.svelte.ts';
import { explainError } from '../describe-error.ts';
import type { Session } from '../session.svelte.ts';
import { askToRead, canPickHandles, pickHandle } from './file-pickers.ts';
import { Step } from './step.svelte.ts';
import { forgetStep, forgetSteps, keepStep, storedSteps } from './step-store.ts';
import type { WatchedFile } from './step-watch.ts';

const LOOK_EVERY_MS = 2000;

/** The files and folders that tables are kept in step with. */
export class InStep {
  steps = $state.raw<readonly Step[]>([]);
  readonly #session: Session;
  readonly #toasts: ToastQueue;
  /** What is stored of each. */
  readonly #kept = new WeakMap<Step, string>();

  constructor(session: Session, toasts: ToastQueue) {
    this.#session = session;
    this.#toasts = toasts;
    session.beforeForgetting = async () => {
      this.#endAll();
      await forgetSteps();
    };
  }

  /** Looks around as long as somebody sees the page. @returns what ends that */
  start(): () => void {
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      for (const step of this.steps) void this.#look(step);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  /** What was kept in step with the workspace that is open now. Where the browser does not ask again, it goes on at once. */
  async recall(): Promise<void> {
    const { workspace, workspaces, isReadOnly, opened } = this.#session;
    this.#endAll();
    if (!canPickHandles()) return;
    try {
      // Until then the tables that it goes by are still those of the workspace before.
      await opened;
      const stored = await storedSteps();
      if (workspace !== this.#session.workspace || isReadOnly) return;
      const own = stored.filter((step) => step.workspace === workspaces.openId);
      this.steps = own.map((step) => new Step(this.#session, step.handle, this.#wasRead, step));
      for (const step of this.steps) await step.resume();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What was kept in step with workspaces that are gone goes as well. */
  async forgetLost(): Promise<void> {
    const { all } = this.#session.workspaces;
    if (!canPickHandles() || all.length === 0) return;
    try {
      const lost = (await storedSteps()).filter(({ workspace }) => !all.some(({ id }) => id === workspace));
      for (const { id } of lost) await forgetStep(id);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A person picks a file or a folder; it is read, and again whenever it changes. */
  async add(kind: 'file' | 'folder'): Promise<void> {
    try {
      const handle = await pickHandle(kind);
      if (!handle) return;
      for (const step of this.steps) if (await step.handle.isSameEntry(handle)) return await this.readNow(step);
      const step = new Step(this.#session, handle, this.#wasRead);
      this.steps = [...this.steps, step];
      await this.readNow(step);
    } catch (error) {
      this.#fail(error);
    }
  }

  async readNow(step: Step): Promise<void> {
    await this.#look(step, true);
  }

  /** The browser asks the person whether it may be read. */
  async resume(step: Step): Promise<void> {
    try {
      if (!(await askToRead(step.handle))) return;
      await step.resume();
      await this.#keep(step);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Its tables stay. */
  async stop(step: Step): Promise<void> {
    step.end();
    this.steps = this.steps.filter((one) => one !== step);
    await forgetStep(step.id).catch((error: unknown) => this.#fail(error));
  }

  /** What keeps a table in step, if anything does. */
  ofTable(id: string | undefined): { step: Step; file: WatchedFile } | undefined {
    for (const step of this.steps) {
      const file = step.files.find(({ path }) => id !== undefined && step.tablesOf(path).includes(id));
      if (file) return { step, file };
    }
    return undefined;
  }

  async #look(step: Step, isWanted = false): Promise<void> {
    try {
      await step.look(isWanted);
      await this.#keep(step);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A workspace that goes with the tab takes it along. */
  async #keep(step: Step): Promise<void> {
    const { openId } = this.#session.workspaces;
    const stored = openId === undefined ? undefined : step.stored(openId);
    // Its tables are others, too, once a person has decided how the file is read.
    const text = JSON.stringify(stored?.files);
    if (!stored || this.#kept.get(step) === text) return;
    this.#kept.set(step, text);
    await keepStep(stored);
  }

  /** Numbers that move are not to move unseen. */
  #wasRead = (path: string): void => {
    this.#toasts.show({ text: this.#session.speech.say('step.was-read', { name: baseName(path) }) });
  };

  #endAll(): void {
    for (const step of this.steps) step.end();
    this.steps = [];
  }

  #fail(error: unknown): void {
    this.#toasts.show({ text: explainError(error, this.#session.speech), tone: 'failed' });
  }
}

const KEY = Symbol('in-step');

export function provideInStep(inStep: InStep): InStep {
  return setContext(KEY, inStep);
}

export function useInStep(): InStep {
  return getContext<InStep>(KEY);
}
