import { proxy, wrap, type Remote } from 'comlink';
import { getContext, setContext } from 'svelte';
import { AppError, cancelled, fromErrorData } from '../core/errors.ts';
import type { Progress } from '../core/progress.ts';
import type { Outcome, RequestName, Requests, WorkbenchService } from './contract.ts';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** The workbench as the page calls it: a method per request, with cancellation and progress as the last argument. */
export type Workbench = {
  [K in RequestName]: (
    ...parameters: [...Parameters<Requests[K]>, options?: CallOptions]
  ) => Promise<ReturnType<Requests[K]>>;
} & { terminate(): void };

/** How many parameters each request has, so that the options can be told from them. */
const arity: { [K in RequestName]: Required<Parameters<Requests[K]>>['length'] } = {
  open: 1,
  release: 0,
  settings: 1,
  storage: 0,
  importFiles: 2,
  openSample: 2,
  closeSample: 0,
  showTruth: 1,
  tables: 0,
  renameTable: 2,
  dropTable: 1,
  undoDrop: 1,
  page: 1,
  profile: 1,
  mapping: 0,
  map: 1,
  checkMapping: 1,
  qualityPlan: 0,
  examine: 2,
  applyRemedy: 1,
  undoRemedy: 1,
  query: 2,
  exportCsv: 1,
  ask: 2,
  storedRows: 3,
  freezeBaseline: 2,
  report: 0,
  keepReport: 1,
  reset: 0,
};

/** Starts the worker. Calls reject with an `AppError`, `cancelled` among them. */
export function startWorkbench(): Workbench {
  const worker = new Worker(new URL('./workbench.worker.ts', import.meta.url), { type: 'module', name: 'workbench' });
  return connectWorkbench(wrap<WorkbenchService>(worker), worker);
}

function connectWorkbench(service: Remote<WorkbenchService>, worker: Worker): Workbench {
  let lastJob = 0;
  let fail: (error: AppError) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  worker.onerror = (event) => fail(new AppError('worker-failed', { reason: event.message }));

  async function call(name: RequestName, given: unknown[]): Promise<unknown> {
    const parameters = given.slice(0, arity[name]).map(toPlain);
    const { signal, onProgress } = (given[arity[name]] ?? {}) as CallOptions;
    if (signal?.aborted) throw cancelled();
    lastJob += 1;
    const job = lastJob;
    const cancel = (): void => void service.cancel(job);
    signal?.addEventListener('abort', cancel);
    try {
      const answer = service.call(job, name, parameters as never, onProgress && proxy(onProgress));
      const outcome = (await Promise.race([answer, failed])) as Outcome<unknown>;
      if (!outcome.ok) throw fromErrorData(outcome.error);
      return outcome.value;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  const methods = Object.keys(arity).map((name) => [name, (...given: unknown[]) => call(name as RequestName, given)]);
  return { ...Object.fromEntries(methods), terminate: () => worker.terminate() } as Workbench;
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
