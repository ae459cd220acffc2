import { wrap, type Remote } from 'comlink';
import { untilDeath } from '../core/worker-life.ts';
import { cancelled, fromErrorData, type AppError, type Outcome } from '../core/errors.ts';

interface Failures {
  died(cause: Error): AppError;
  hangs(): AppError;
}

/** A worker that runs, its service, and the name by which its death is seen. */
export interface StartedWorker<S> {
  readonly name: string;
  readonly worker: Worker;
  /** The same for all that is asked of it: once nobody holds it any more, the worker is told to listen no longer. */
  readonly service: Remote<S>;
}

export function startWorker<S>(start: (name: string) => Worker): StartedWorker<S> {
  const name = crypto.randomUUID();
  const worker = start(name);
  return { name, worker, service: wrap<S>(worker) };
}

/** Calls to a worker for one job. It is ended with the job, on Cancel at once, and when it says nothing for too long. */
export class WorkerCalls<S> {
  readonly service: Remote<S>;
  readonly #started: StartedWorker<S>;
  readonly #ended: Promise<never>;
  readonly #failures: Failures;
  readonly #patienceMs: number;
  readonly #stop: () => void;
  #fail: (error: Error) => void = () => undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  readonly #over = new AbortController();

  constructor(started: StartedWorker<S>, signal: AbortSignal, patienceMs: number, failures: Failures) {
    const { name, worker, service } = started;
    this.#started = started;
    this.#patienceMs = patienceMs;
    this.#failures = failures;
    this.service = service;
    this.#ended = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    // Without a call that waits for it, an end is nobody's error.
    this.#ended.catch(() => undefined);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#die(failures.died(new Error(event.message)));
    };
    void untilDeath(name, this.#over.signal).then((end) => {
      if (end === 'dead') this.#die(failures.died(new Error('the worker has ended')));
    });
    const cancel = (): void => this.#die(cancelled());
    signal.addEventListener('abort', cancel);
    this.#stop = () => signal.removeEventListener('abort', cancel);
    if (signal.aborted) cancel();
  }

  async call<T>(work: (service: Remote<S>) => Promise<Outcome<T>>): Promise<T> {
    this.heard();
    try {
      const outcome = await Promise.race([work(this.service), this.#ended]);
      if (!outcome.ok) throw fromErrorData(outcome.error);
      return outcome.value;
    } finally {
      clearTimeout(this.#watchdog);
    }
  }

  /** It lives: its patience begins anew. */
  heard(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#die(this.#failures.hangs()), this.#patienceMs);
  }

  end(): void {
    this.release().worker.terminate();
  }

  /** It was ended: by Cancel, by its own death, or for its silence. */
  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** The job is over and the worker lives on, for another one. Only once every call has been answered. */
  release(): StartedWorker<S> {
    this.#stop();
    clearTimeout(this.#watchdog);
    this.#over.abort();
    this.#started.worker.onerror = null;
    return this.#started;
  }

  #die(error: Error): void {
    this.#over.abort();
    this.#started.worker.terminate();
    this.#fail(error);
  }
}
