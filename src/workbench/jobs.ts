import { cancelled, throwIfCancelled, toErrorData, type Outcome } from '../core/errors.ts';
import type { Progress, ReportProgress } from '../core/progress.ts';

export interface Job {
  signal: AbortSignal;
  progress: ReportProgress;
}

/** As long as the tab that asks for the workspace waits, less what closing takes. */
const PATIENCE_MS = 6000;
/** Progress is sent at most this often, traces and new phases always. */
const REPORT_EVERY_MS = 50;

/** The jobs that run: each can be cancelled by its number, and each reports how long it will still take. */
export class Jobs {
  readonly #running = new Map<number, { controller: AbortController; job: Job; ended: Promise<unknown> }>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  cancel(job: number): void {
    this.#running.get(job)?.controller.abort(cancelled());
  }

  /** Cancels all but one, and waits until they have ended; not for ever, as a job may hang. */
  async endOthers(job: Job): Promise<void> {
    const others = [...this.#running.values()].filter((running) => running.job !== job);
    for (const { controller } of others) controller.abort(cancelled());
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([Promise.all(others.map(({ ended }) => ended)), patience]);
  }

  async run<T>(job: number, work: (job: Job) => Promise<T>, report: (progress: Progress) => void): Promise<Outcome<T>> {
    const controller = new AbortController();
    const { signal } = controller;
    const running = { signal, progress: this.#reporter(signal, report) };
    const working = Promise.resolve(running).then(work);
    this.#running.set(job, { controller, job: running, ended: working.catch(() => undefined) });
    try {
      return { ok: true, value: await working };
    } catch (error) {
      return { ok: false, error: toErrorData(controller.signal.aborted ? cancelled() : error) };
    } finally {
      this.#running.delete(job);
    }
  }

  #reporter(signal: AbortSignal, report: (progress: Progress) => void): ReportProgress {
    let phase = '';
    let phaseStart = 0;
    let last = -Infinity;
    return async (progress) => {
      const now = this.#clock();
      if (progress.phase !== phase) {
        phase = progress.phase;
        phaseStart = now;
        last = -Infinity;
      }
      if (progress.trace || now - last >= REPORT_EVERY_MS) {
        last = now;
        report({ secondsLeft: secondsLeft(progress, now - phaseStart), ...progress });
      }
      await nextTask();
      if (signal.aborted) throw cancelled();
    };
  }
}

/** What others wait for too goes on; who has cancelled does not wait for it any longer. */
export async function orCancelled<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  throwIfCancelled(signal);
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([shared, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Proportional to what is done; nothing is said in the first second, when it would be a guess. */
function secondsLeft({ done, total }: Progress, elapsedMs: number): number | undefined {
  if (elapsedMs < 1000 || done <= 0 || total <= 0) return undefined;
  return ((elapsedMs / 1000) * (total - done)) / done;
}

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Lets messages that have arrived be handled; unlike a timer it does not wait. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}
