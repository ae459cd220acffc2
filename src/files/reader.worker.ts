import { expose, transfer } from 'comlink';
import { AppError, toErrorData, type Outcome } from '../core/errors.ts';
import { tellRequests } from '../core/thread-requests.ts';
import { OpenArchive } from './open-archive.ts';
import { live } from '../core/worker-life.ts';
import { FileReading } from './reader.ts';
import type { ReaderService, ReportBytes } from './reader-contract.ts';
import { WorkspaceReader } from './workspace-reader.ts';

/*
 * Untrusted bytes are parsed here, one file per worker: it may die or hang, and is ended, without taking the
 * workspace along. Errors cross as data.
 */

tellRequests('reader');

let reading: FileReading | undefined;
let archive: OpenArchive | undefined;
let workspace: WorkspaceReader | undefined;

const service: ReaderService = {
  read(request, report) {
    reading = new FileReading(request);
    return outcome(() => opened().read(sparsely(report)));
  },
  normalise: (report) => outcome(() => opened().normalise(sparsely(report))),
  members: (file) =>
    outcome(async () => {
      archive = await OpenArchive.open(file);
      return archive?.listing ?? null;
    }),
  unpack(member, scratchId, report) {
    if (!archive) throw new RangeError('no archive is open');
    const { unpack } = archive;
    return outcome(() => unpack(member, scratchId, sparsely(report)));
  },
  async nextBatches() {
    const result = await outcome(() => opened().nextBatches());
    return result.ok && result.value ? transfer(result, [result.value.ipc.buffer]) : result;
  },
  openWorkspace: (file, report) =>
    outcome(async () => {
      workspace = await WorkspaceReader.open(file, sparsely(report));
      return workspace.contents;
    }),
  openWorkspaceTable: (index) => outcome(() => openedWorkspace().openTable(index)),
  async nextWorkspaceRows() {
    const result = await outcome(() => openedWorkspace().nextRows());
    return result.ok && result.value ? transfer(result, [result.value.buffer]) : result;
  },
};

/** Moved, deleted, changed since it was chosen, or a folder. */
const GONE = ['NotFoundError', 'NotReadableError'];

const REPORT_BYTES = 1 << 20;

/** A report crosses two threads: one per megabyte is enough, and one for the last. */
function sparsely(report: ReportBytes): ReportBytes {
  let last = -Infinity;
  return (done, total) => {
    if (done < last) last = -Infinity;
    if (done - last < REPORT_BYTES && done < total) return;
    last = done;
    return report(done, total);
  };
}

function opened(): FileReading {
  if (!reading) throw new RangeError('no file is open');
  return reading;
}

function openedWorkspace(): WorkspaceReader {
  if (!workspace) throw new RangeError('no workspace file is open');
  return workspace;
}

async function outcome<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof DOMException && GONE.includes(error.name))
      return { ok: false, error: toErrorData(new AppError('file-gone', {}, { cause: error })) };
    const isMemory = error instanceof RangeError && /allocation|array length|string length/i.test(error.message);
    return {
      ok: false,
      error: toErrorData(isMemory ? new AppError('too-large-for-memory', {}, { cause: error }) : error),
    };
  }
}

expose(service);
live();
