import { proxy, wrap, type Remote } from 'comlink';
import { AppError, cancelled, fromErrorData } from '../core/errors.ts';
import type {
  ArchiveListing,
  Outcome,
  ReaderService,
  ReadRequest,
  Reading,
  ReportBytes,
  DelimitedReading,
} from '../files/reader-contract.ts';

/** A reader that says nothing for so long hangs. */
const PATIENCE_MS = 120_000;

/** The reader's worker, for one file. It is ended with the job, on Cancel at once, and when it hangs. */
export class ReaderProcess {
  readonly #worker: Worker;
  readonly #service: Remote<ReaderService>;
  readonly #file: File;
  readonly #ended: Promise<never>;
  readonly #stop: () => void;
  #fail: (error: Error) => void = () => undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #patienceMs: number;

  constructor(file: File, signal: AbortSignal, patienceMs: number = PATIENCE_MS) {
    this.#file = file;
    this.#patienceMs = patienceMs;
    this.#worker = new Worker(new URL('../files/reader.worker.ts', import.meta.url), { type: 'module' });
    this.#service = wrap<ReaderService>(this.#worker);
    this.#ended = new Promise<never>((_, reject) => {
      this.#fail = reject;
    });
    // Without a call that waits for it, an end is nobody's error.
    this.#ended.catch(() => undefined);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#die(new AppError('reader-died', { file: file.name }, { cause: new Error(event.message) }));
    };
    const cancel = (): void => this.#die(cancelled());
    signal.addEventListener('abort', cancel);
    this.#stop = () => signal.removeEventListener('abort', cancel);
    if (signal.aborted) cancel();
  }

  read(request: ReadRequest, report: ReportBytes): Promise<Reading> {
    return this.#call(() => this.#service.read(request, this.#heard(report)));
  }

  normalise(report: ReportBytes): Promise<DelimitedReading> {
    return this.#call(() => this.#service.normalise(this.#heard(report)));
  }

  members(archive: File): Promise<ArchiveListing | null> {
    return this.#call(() => this.#service.members(archive));
  }

  unpack(member: number, scratchId: string, report: ReportBytes): Promise<File> {
    return this.#call(() => this.#service.unpack(member, scratchId, this.#heard(report)));
  }

  nextBatches(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    return this.#call(() => this.#service.nextBatches());
  }

  end(): void {
    this.#stop();
    clearTimeout(this.#watchdog);
    this.#worker.terminate();
  }

  async #call<T>(work: () => Promise<Outcome<T>>): Promise<T> {
    this.#wait();
    try {
      const outcome = await Promise.race([work(), this.#ended]);
      if (!outcome.ok) throw fromErrorData(outcome.error);
      return outcome.value;
    } finally {
      clearTimeout(this.#watchdog);
    }
  }

  #heard(report: ReportBytes): ReportBytes {
    return proxy(async (done: number, total: number) => {
      this.#wait();
      await report(done, total);
    });
  }

  #wait(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(
      () => this.#die(new AppError('reader-hangs', { file: this.#file.name })),
      this.#patienceMs,
    );
  }

  #die(error: Error): void {
    this.#worker.terminate();
    this.#fail(error);
  }
}
