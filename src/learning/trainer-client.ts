import { proxy, transfer, wrap, type Remote } from 'comlink';
import { cancelled, fromErrorData } from '../core/errors.ts';
import type { Progress, ReportProgress } from '../core/progress.ts';
import type { TrainerService } from './trainer.worker.ts';
import type { TrainRequest, TrainResult } from './training.ts';

/**
 * Trains in a worker of its own, started at the first training and kept. Cancelling asks the worker to stop and does not
 * wait for it longer than `PATIENCE_MS`: then the worker is ended, and the next training starts another one.
 */
export class TrainerClient {
  #running: { worker: Worker; service: Remote<TrainerService> } | undefined;
  #ended: Promise<void> = Promise.resolve();
  #sayEnded: () => void = () => undefined;
  #jobs = 0;
  /** Resolves when the worker has nothing to do: trainings would get in each other's way in one TensorFlow engine. */
  #idle: Promise<unknown> = Promise.resolve();

  /** Same as `train` of `train.ts`; the arrays of the request are given away. Trainings take turns. */
  train = async (request: TrainRequest, progress: ReportProgress, signal: AbortSignal): Promise<TrainResult> => {
    const before = this.#idle;
    let leave: () => void = () => undefined;
    this.#idle = new Promise<void>((resolve) => (leave = resolve));
    try {
      await untilAborted(before, signal);
      return await this.#trainAlone(request, progress, signal);
    } finally {
      void Promise.all([before, this.#quiet]).then(leave);
    }
  };

  /** Resolves when the training that was started last has stopped, or its worker has been ended. */
  #quiet: Promise<unknown> = Promise.resolve();

  async #trainAlone(request: TrainRequest, progress: ReportProgress, signal: AbortSignal): Promise<TrainResult> {
    const { worker, service } = this.#start();
    const job = ++this.#jobs;
    const settled = new AbortController();
    let patience: ReturnType<typeof setTimeout> | undefined;
    const given = new Promise<never>((_, reject) => {
      const cancel = () => {
        reject(cancelled());
        void service.cancel(job);
        patience = setTimeout(() => this.#end(worker), PATIENCE_MS);
      };
      // A worker that dies (out of memory, a file that is missing) answers no call any more.
      const fail = (event: ErrorEvent) => {
        this.#end(worker);
        reject(new Error(event.message || 'the trainer could not be started'));
      };
      signal.addEventListener('abort', cancel, { signal: settled.signal });
      worker.addEventListener('error', fail, { signal: settled.signal });
    });
    // A cancelled job ends through the signal; the worker only has to keep still.
    const report = proxy((now: Progress) => progress(now).catch(() => undefined));
    const training = service
      .train(job, transfer(request, buffersOf(request)), report)
      .finally(() => clearTimeout(patience));
    this.#quiet = Promise.race([training, this.#ended]).catch(() => undefined);
    try {
      const outcome = await Promise.race([training, given]);
      if (!outcome.ok) throw fromErrorData(outcome.error);
      return outcome.value;
    } finally {
      settled.abort();
    }
  }

  /** Ends the worker; the next training starts another one. */
  end(): void {
    if (this.#running) this.#end(this.#running.worker);
  }

  #start(): { worker: Worker; service: Remote<TrainerService> } {
    if (this.#running === undefined) {
      const worker = new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module', name: 'trainer' });
      this.#running = { worker, service: wrap<TrainerService>(worker) };
      this.#ended = new Promise((resolve) => (this.#sayEnded = resolve));
    }
    return this.#running;
  }

  #end(worker: Worker): void {
    worker.terminate();
    this.#sayEnded();
    if (worker === this.#running?.worker) this.#running = undefined;
  }
}

const PATIENCE_MS = 250;

/** @throws AppError `cancelled` as soon as the signal fires. */
async function untilAborted(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) throw cancelled();
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(cancelled()), { once: true });
    void promise.then(() => resolve());
  });
}

function buffersOf({ features, labels, customers, folds, predict, permuteRows }: TrainRequest): ArrayBuffer[] {
  return [features.values, labels, customers, folds, predict.values, permuteRows].map((array) => array.buffer);
}
