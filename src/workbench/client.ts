import { proxy, wrap, type Remote } from 'comlink';
import { getContext, setContext } from 'svelte';
import { AppError, cancelled, fromErrorData, hasStopped, type Outcome } from '../core/errors.ts';
import type { Progress } from '../core/progress.ts';
import { untilDeath } from '../core/worker-life.ts';
import type { RequestName, Requests, WorkbenchService } from './contract.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** The workbench as the page calls it: a method per request, with cancellation and progress as the last argument. */
export type Workbench = {
  [K in RequestName]: (
    ...parameters: [...Parameters<Requests[K]>, options?: CallOptions]
  ) => Promise<ReturnType<Requests[K]>>;
} & {
  /** Hears that the worker has ended unasked and that another one has taken its place. */
  onEnd(heard: () => void): void;
  /** Hears that the database has stopped, as on a full disk, and is open again as it was last saved, or not at all. */
  onStop(heard: () => void): void;
  terminate(): void;
};

/** How many parameters each request has, so that the options can be told from them. */
const arity: { [K in RequestName]: Required<Parameters<Requests[K]>>['length'] } = {
  open: 1,
  release: 0,
  copyWorkspace: 0,
  saveWorkspace: 0,
  openWorkspaceFile: 1,
  undoOpenWorkspaceFile: 0,
  workspaces: 0,
  createWorkspace: 1,
  switchWorkspace: 1,
  renameWorkspace: 2,
  deleteWorkspace: 1,
  settings: 1,
  storage: 0,
  importFiles: 2,
  previewFile: 2,
  rememberDecision: 2,
  importAgain: 3,
  undoImportAgain: 1,
  importInStep: 3,
  planReplace: 2,
  replaceTable: 3,
  planAppend: 3,
  appendTable: 4,
  withdrawTable: 1,
  openSample: 2,
  closeSample: 0,
  showTruth: 1,
  tables: 0,
  tableHashes: 0,
  renameTable: 2,
  dropTable: 1,
  undoDrop: 1,
  page: 1,
  profile: 1,
  rejects: 1,
  mapping: 0,
  map: 1,
  checkMapping: 1,
  qualityPlan: 0,
  examine: 2,
  applyRemedy: 1,
  undoRemedy: 1,
  peopleTables: 0,
  people: 0,
  matchPeople: 1,
  peoplePairs: 3,
  decidePeople: 2,
  decidePeopleTier: 2,
  peopleEffect: 1,
  applyPeople: 1,
  undoPeople: 0,
  query: 2,
  makeTable: 1,
  exportCsv: 1,
  ask: 2,
  storedRows: 3,
  freezeBaseline: 2,
  report: 0,
  keepReport: 1,
  reset: 0,
};

/**
 * Starts the worker. Calls reject with an `AppError`, `cancelled` among them. When the worker ends unasked, what waits for it
 * rejects with `worker-failed`, another one is started, and who has asked for it hears of that: nothing is open in the new one.
 */
export function startWorkbench(): Workbench {
  const endListeners: (() => void)[] = [];
  const stopListeners: (() => void)[] = [];
  let process = new WorkbenchProcess(renew);

  function renew(): void {
    process = new WorkbenchProcess(renew);
    for (const heard of endListeners) heard();
  }

  async function call(name: string, given: unknown[]): Promise<unknown> {
    try {
      return await process.call(name as RequestName, given);
    } catch (error) {
      if (hasStopped(error)) for (const heard of stopListeners) heard();
      throw error;
    }
  }

  const methods = Object.keys(arity).map((name) => [name, (...given: unknown[]) => call(name, given)]);
  return {
    ...Object.fromEntries(methods),
    onEnd: (heard: () => void) => void endListeners.push(heard),
    onStop: (heard: () => void) => void stopListeners.push(heard),
    terminate: () => process.end(),
  } as Workbench;
}

/** One worker, from its start to its end. */
class WorkbenchProcess {
  readonly #worker: Worker;
  readonly #service: Remote<WorkbenchService>;
  readonly #failed: Promise<never>;
  readonly #over = new AbortController();
  #lastJob = 0;

  constructor(onEnd: () => void) {
    const name = crypto.randomUUID();
    this.#worker = new Worker(new URL('./workbench.worker.ts', import.meta.url), { type: 'module', name });
    this.#service = wrap<WorkbenchService>(this.#worker);
    this.#failed = new Promise<never>((_, reject) => {
      this.#worker.onerror = (event) => {
        reject(new AppError('worker-failed', { reason: event.message }));
        // What is left of it is not to be trusted.
        this.#worker.terminate();
      };
      void untilDeath(name, this.#over.signal).then((end) => {
        if (end === 'given up') return;
        reject(new AppError('worker-failed', { reason: '' }));
        onEnd();
      });
    });
    this.#failed.catch(() => undefined);
  }

  async call(name: RequestName, given: unknown[]): Promise<unknown> {
    const parameters = given.slice(0, arity[name]).map(toPlain);
    const { signal, onProgress } = (given[arity[name]] ?? {}) as CallOptions;
    if (signal?.aborted) throw cancelled();
    this.#lastJob += 1;
    const job = this.#lastJob;
    const cancel = (): void => void this.#service.cancel(job);
    signal?.addEventListener('abort', cancel);
    try {
      const answer = this.#service.call(job, name, parameters as never, onProgress && proxy(onProgress));
      const outcome = (await Promise.race([answer, this.#failed])) as Outcome<unknown>;
      if (!outcome.ok) throw fromErrorData(outcome.error);
      return outcome.value;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  end(): void {
    this.#over.abort();
    this.#worker.terminate();
  }
}

/** Reactive proxies cannot be cloned into a worker; files and blobs can. */
function toPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== 'object' || value instanceof Blob) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}

const KEY = Symbol('workbench');

export function provideWorkbench(workbench: Workbench): Workbench {
  return setContext(KEY, workbench);
}

export function useWorkbench(): Workbench {
  return getContext<Workbench>(KEY);
}
