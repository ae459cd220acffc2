import { expose } from 'comlink';
import { toErrorData, type Outcome } from '../core/errors.ts';
import { live } from '../core/worker-life.ts';
import type { PackerService } from './packer-contract.ts';
import { tellRequests } from '../core/thread-requests.ts';
import { WorkspacePacker } from './workspace-packer.ts';

tellRequests('packer');

/* Parquet is written here, beside the database: its WASM may run out of memory without taking the workspace along. */

const packer = new WorkspacePacker();

const service: PackerService = {
  beginTable: (entry) => outcome(() => packer.beginTable(entry)),
  add: (piece) => outcome(() => packer.add(piece)),
  endTable: () => outcome(() => packer.endTable()),
  finish: (contents, about) => outcome(() => packer.finish(contents, about)),
};

async function outcome<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}

expose(service);
live();
