import type { Json } from '../core/json.ts';
import { readState, writeState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import type { StoredReport } from '../reports/stored-report.ts';
import type { OpenSample } from '../samples/sample.ts';
import type { FrozenBaseline } from '../semantics/baseline.ts';
import type { StoredMapping } from './stored-mapping.ts';

export interface StoredSample {
  sample: OpenSample;
  /** What was mapped before it came, and the currency. */
  before: { mapping: StoredMapping; currency: string };
}

const SAMPLE = 'sample';
const BASELINES = 'baselines';
const REPORT = 'report';

/** What a workspace keeps beside its tables, settings and mapping. */
export class WorkspaceNotes {
  readonly #database: Database;
  #sample: StoredSample | undefined;
  #baselines: FrozenBaseline[];

  private constructor(database: Database, sample: StoredSample | undefined, baselines: FrozenBaseline[]) {
    this.#database = database;
    this.#sample = sample;
    this.#baselines = baselines;
  }

  static async read(database: Database): Promise<WorkspaceNotes> {
    const sample = (await readState<StoredSample | null>(database, SAMPLE)) ?? undefined;
    return new WorkspaceNotes(database, sample, (await readState<FrozenBaseline[]>(database, BASELINES)) ?? []);
  }

  /** The sample that is open. */
  get sample(): StoredSample | undefined {
    return this.#sample;
  }

  async keepSample(sample: StoredSample | undefined): Promise<void> {
    await writeState(this.#database, SAMPLE, (sample ?? null) as unknown as Json);
    this.#sample = sample;
  }

  /** The baseline that was frozen last; earlier ones stay on record. */
  get baseline(): FrozenBaseline | undefined {
    return this.#baselines.at(-1);
  }

  async addBaseline(baseline: FrozenBaseline): Promise<void> {
    const baselines = [...this.#baselines, baseline];
    await writeState(this.#database, BASELINES, baselines as unknown as Json);
    this.#baselines = baselines;
  }

  report(): Promise<StoredReport | undefined> {
    return readState<StoredReport>(this.#database, REPORT);
  }

  async keepReport(report: StoredReport): Promise<void> {
    await writeState(this.#database, REPORT, report as unknown as Json);
  }
}
