import { wrap, type Remote } from 'comlink';
import { untilDeath } from '../core/worker-life.ts';
import { cancelled, fromErrorData, type AppError, type Outcome } from '../core/errors.ts';

interface Failures {
  died(cause: Error): AppError;
  hangs(): AppError;
}

/** Calls to a worker for one job. It is ended with the job, on Cancel at once, and when it says nothing for too long. */
export class WorkerCalls<S> {
  readonly service: Remote<S>;
  readonly #worker: Worker;
  readonly #ended: Promise<never>;
  readonly #failures: Failures;
  readonly #patienceMs: number;
  readonly #stop: () => void;
  #fail: (error: Error) => void = () => undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  readonly #over = new AbortController();

  /** @param start makes the worker, under a name by which its death is seen */
  constructor(start: (name: string) => Worker, signal: AbortSignal, patienceMs: number, failures: Failures) {
    const name = crypto.randomUUID();
    const worker = start(name);
    this.#worker = worker;
    this.#patienceMs = patienceMs;
    this.#failures = failures;
    this.service = wrap<S>(worker);
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
    this.#stop();
    clearTimeout(this.#watchdog);
    this.#over.abort();
    this.#worker.terminate();
  }

  #die(error: Error): void {
    this.#over.abort();
    this.#worker.terminate();
    this.#fail(error);
  }
}
