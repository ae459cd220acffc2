import { transfer } from 'comlink';
import { AppError } from '../core/errors.ts';
import type { WorkspaceContents, WorkspaceManifest } from '../core/workspace-file.ts';
import type { PackerService } from '../files/packer-contract.ts';
import { startWorker, WorkerCalls } from './worker-calls.ts';

/** One that says nothing for so long hangs. */
const PATIENCE_MS = 120_000;

/** The packer's worker, for one workspace file. */
export class PackerProcess {
  readonly #calls: WorkerCalls<PackerService>;

  constructor(signal: AbortSignal) {
    const start = (name: string): Worker =>
      new Worker(new URL('../files/packer.worker.ts', import.meta.url), { type: 'module', name });
    const failed = (cause?: Error): AppError => new AppError('packer-failed', {}, { cause });
    this.#calls = new WorkerCalls(startWorker<PackerService>(start), signal, PATIENCE_MS, {
      died: failed,
      hangs: failed,
    });
  }

  beginTable(entry: string): Promise<void> {
    return this.#calls.call((service) => service.beginTable(entry));
  }

  add(piece: Uint8Array): Promise<void> {
    return this.#calls.call((service) => service.add(transfer(piece, [piece.buffer])));
  }

  endTable(): Promise<void> {
    return this.#calls.call((service) => service.endTable());
  }

  finish(contents: WorkspaceContents, about: Pick<WorkspaceManifest, 'app' | 'savedAt'>): Promise<Blob> {
    return this.#calls.call((service) => service.finish(contents, about));
  }

  end(): void {
    this.#calls.end();
  }
}
