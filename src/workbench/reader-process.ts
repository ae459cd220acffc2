import { proxy } from 'comlink';
import { AppError } from '../core/errors.ts';
import type { WorkspaceContents } from '../core/workspace-file.ts';
import type {
  ArchiveListing,
  DelimitedReading,
  ReaderService,
  Reading,
  ReadRequest,
  ReportBytes,
} from '../files/reader-contract.ts';
import { startWorker, WorkerCalls, type StartedWorker } from './worker-calls.ts';

/** A reader that says nothing for so long hangs. */
const PATIENCE_MS = 120_000;

/** How long one that has done its work waits for more. */
const IDLE_MS = 2000;

/** To start a reader takes longer than to read a small file: of many files one reads all, as long as nothing goes wrong. */
let idle: { reader: StartedWorker<ReaderService>; timer: ReturnType<typeof setTimeout> } | undefined;

function takeReader(): StartedWorker<ReaderService> {
  const taken = idle;
  idle = undefined;
  clearTimeout(taken?.timer);
  const start = (name: string): Worker =>
    new Worker(new URL('../files/reader.worker.ts', import.meta.url), { type: 'module', name });
  return taken?.reader ?? startWorker(start);
}

function leaveReader(reader: StartedWorker<ReaderService>): void {
  idle?.reader.worker.terminate();
  clearTimeout(idle?.timer);
  const end = (): void => {
    reader.worker.terminate();
    idle = undefined;
  };
  idle = { reader, timer: setTimeout(end, IDLE_MS) };
}

/** The reader's worker, for one file. */
export class ReaderProcess {
  readonly #calls: WorkerCalls<ReaderService>;

  constructor(file: File, signal: AbortSignal, patienceMs: number = PATIENCE_MS) {
    this.#calls = new WorkerCalls(takeReader(), signal, patienceMs, {
      died: (cause) => new AppError('reader-died', { file: file.name }, { cause }),
      hangs: () => new AppError('reader-hangs', { file: file.name }),
    });
  }

  read(request: ReadRequest, report: ReportBytes): Promise<Reading> {
    return this.#calls.call((service) => service.read(request, this.#heard(report)));
  }

  normalise(report: ReportBytes): Promise<DelimitedReading> {
    return this.#calls.call((service) => service.normalise(this.#heard(report)));
  }

  members(archive: File): Promise<ArchiveListing | null> {
    return this.#calls.call((service) => service.members(archive));
  }

  unpack(member: number, scratchId: string, report: ReportBytes): Promise<File> {
    return this.#calls.call((service) => service.unpack(member, scratchId, this.#heard(report)));
  }

  nextBatches(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    return this.#calls.call((service) => service.nextBatches());
  }

  /** Checks a workspace file from the first byte to the last, and gives all of it but the rows. */
  openWorkspace(file: Blob, report: ReportBytes): Promise<WorkspaceContents> {
    return this.#calls.call((service) => service.openWorkspace(file, this.#heard(report)));
  }

  openWorkspaceTable(index: number): Promise<void> {
    return this.#calls.call((service) => service.openWorkspaceTable(index));
  }

  nextWorkspaceRows(): Promise<Uint8Array | null> {
    return this.#calls.call((service) => service.nextWorkspaceRows());
  }

  end(): void {
    this.#calls.end();
  }

  /**
   * Instead of `end`, when every call has been answered and none was refused: another file may be read by the same worker,
   * unless it has ended since.
   */
  leave(): void {
    if (this.#calls.isOver) this.#calls.end();
    else leaveReader(this.#calls.release());
  }

  #heard(report: ReportBytes): ReportBytes {
    return proxy(async (done: number, total: number) => {
      this.#calls.heard();
      await report(done, total);
    });
  }
}
