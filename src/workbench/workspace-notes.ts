import type { Json } from '../core/json.ts';
import { readState, writeState } from '../database/catalog.ts';
import type { Database } from '../database/database.ts';
import type { StoredReport } from '../reports/stored-report.ts';
import type { OpenSample } from '../samples/sample.ts';
import type { FrozenBaseline } from '../semantics/baseline.ts';
import type { StoredMapping } from './stored-mapping.ts';

export interface StoredSample {
  sample: OpenSample;
  /** What was mapped before it came, the currency, and the names of the tables that there were. */
  before: { mapping: StoredMapping; currency: string; tables: string[] };
}

const SAMPLE = 'sample';
const BASELINES = 'baselines';
const REPORT = 'report';

/** What a workspace keeps beside its tables, settings and mapping. */
export class WorkspaceNotes {
  readonly #database: Database;
  #sample: StoredSample | undefined;
  /** Under the sample they are of, or `own`. */
  #baselines: Record<string, FrozenBaseline[]>;

  private constructor(
    database: Database,
    sample: StoredSample | undefined,
    baselines: Record<string, FrozenBaseline[]>,
  ) {
    this.#database = database;
    this.#sample = sample;
    this.#baselines = baselines;
  }

  static async read(database: Database): Promise<WorkspaceNotes> {
    const sample = (await readState<StoredSample | null>(database, SAMPLE)) ?? undefined;
    const baselines = (await readState<Record<string, FrozenBaseline[]>>(database, BASELINES)) ?? {};
    return new WorkspaceNotes(database, sample, baselines);
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
    return this.#baselines[this.#data]?.at(-1);
  }

  async addBaseline(baseline: FrozenBaseline): Promise<void> {
    const baselines = { ...this.#baselines, [this.#data]: [...(this.#baselines[this.#data] ?? []), baseline] };
    await writeState(this.#database, BASELINES, baselines as unknown as Json);
    this.#baselines = baselines;
  }

  /** A baseline is of the data that are there: the analyst’s own, or those of one sample. */
  get #data(): string {
    const sample = this.#sample?.sample;
    return sample ? `${sample.id}:${sample.seed}` : 'own';
  }

  report(): Promise<StoredReport | undefined> {
    return readState<StoredReport>(this.#database, REPORT);
  }

  async keepReport(report: StoredReport): Promise<void> {
    await writeState(this.#database, REPORT, report as unknown as Json);
  }
}
