import type { ColumnKind, DelimitedSource } from '../core/delimited.ts';
import { AppError, hasStopped, throwIfCancelled } from '../core/errors.ts';
import { dropRaw, loadDelimited } from '../database/raw-loader.ts';
import type { OpenSample, SampleColumn, SampleTable, SimulatedSample } from '../samples/sample.ts';
import type { ImportedTable } from './contract.ts';
import type { Job } from './jobs.ts';
import { sampleCame, type LoadedTable } from './sample-tables.ts';
import type { Workspace } from './workspace.ts';

type Simulate = (seed: number) => SimulatedSample;

const samples: Record<string, () => Promise<Simulate>> = {
  'online-shop': async () => (await import('../samples/online-shop/online-shop.ts')).simulateOnlineShop,
};

/** What the progress of a sample is counted in, more or less. */
const TABLES = 12;

interface Surroundings {
  workspace: Workspace;
  job: Job;
  clock: () => number;
}

/**
 * Simulates a sample and opens it in the workspace. A table is stored while the next one is written.
 * @throws AppError `sample-unknown`, `parameter-invalid` for a seed that is none, `cancelled`.
 */
export async function openSample(
  id: string,
  seed: number,
  { workspace, job, clock }: Surroundings,
): Promise<{ tables: ImportedTable[]; sample: OpenSample }> {
  const load = Object.hasOwn(samples, id) ? samples[id] : undefined;
  if (!load) throw new AppError('sample-unknown', { sample: id, known: Object.keys(samples).join(', ') });
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new AppError('parameter-invalid', { parameter: 'seed', value: String(seed), expected: '0 … 4294967295' });
  }
  await job.progress({ phase: 'simulating', done: 0, total: TABLES });
  const simulate = await load();
  const { tables, mapping, currency, truth } = simulate(seed);
  const loader = new TableLoader(id, workspace, job, clock);
  try {
    for (const table of tables) await loader.add(table);
    const loaded = await loader.end();
    const sample = { id, seed, truth, revealed: false };
    const infos = await sampleCame(workspace, sample, loaded, { mapping, currency });
    return { tables: infos.map((info, i) => ({ ...info, elapsedMs: loaded[i].elapsedMs })), sample };
  } catch (error) {
    // What failed first is what is told; tables that cannot be dropped now go when the workspace is opened again, as it is at once
    // when its database has stopped: that may never answer.
    if (!workspace.storage.entry || !hasStopped(error)) await loader.undo().catch(() => undefined);
    throw error;
  }
}

interface Timed extends LoadedTable {
  elapsedMs: number;
}

/** Stores one table at a time, behind the back of whoever writes the next. */
class TableLoader {
  readonly #loaded: Timed[] = [];
  #storing: Promise<void> = Promise.resolve();

  constructor(
    readonly folder: string,
    readonly workspace: Workspace,
    readonly job: Job,
    readonly clock: () => number,
  ) {}

  /** Resolves once the table before has been stored and this one is on its way. */
  async add(table: SampleTable): Promise<void> {
    await this.#storing;
    throwIfCancelled(this.job.signal);
    await this.job.progress({ phase: 'simulating', done: this.#loaded.length, total: TABLES });
    this.#storing = this.#store(table);
    // It may fail while the next one is being written; it is waited for only then.
    this.#storing.catch(() => undefined);
  }

  async end(): Promise<Timed[]> {
    await this.#storing;
    return this.#loaded;
  }

  async undo(): Promise<void> {
    await this.#storing.catch(() => undefined);
    for (const { storedAs } of this.#loaded) await dropRaw(this.workspace.database, storedAs);
  }

  async #store({ name, columns, csv }: SampleTable): Promise<void> {
    const started = this.clock();
    const file = new File([csv], `${name}.csv`, { type: 'text/csv' });
    const storedAs = `_sample_${name}`;
    const { rows, columns: stored } = await loadDelimited(this.workspace.database, storedAs, sourceOf(file, columns), {
      zone: [],
      signal: this.job.signal,
      progress: () => undefined,
    });
    const info = {
      ...{ name, rows, columns: stored, notices: [], rejectedRows: 0 },
      source: { file: `${this.folder}/${file.name}`, format: 'csv', encoding: 'utf-8', delimiter: ',' },
    };
    this.#loaded.push({ sampleName: name, storedAs, info, elapsedMs: this.clock() - started });
  }
}

/** A sample's file needs no looking at: its kinds are known. */
function sourceOf(file: File, columns: readonly SampleColumn[]): DelimitedSource {
  return {
    file,
    dialect: { delimiter: ',', quote: '"', escape: '"', newline: '\n' },
    ...{ header: true, numbered: false, ragged: false, notices: [], rejects: { count: 0, first: [] } },
    columns: columns.map(({ name, kind }) => ({
      ...{ name, as: kindOf(kind), padded: false, blanks: false, missingWords: [], chosen: false, dropIfEmpty: false },
    })),
  };
}

function kindOf(kind: SampleColumn['kind']): ColumnKind {
  switch (kind) {
    case 'decimal':
      return { kind, mark: '.', grouped: false };
    case 'date':
    case 'timestamp':
      return { kind, formats: [] };
    default:
      return { kind };
  }
}
