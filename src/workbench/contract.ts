import type { Answer, ColumnInfo, Refusal } from '../core/answer.ts';
import type { ErrorData } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { Json } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import type { Progress } from '../core/progress.ts';
import type { ColumnProfile, PageRequest, TableInfo } from '../core/table-info.ts';
import type { StoredReport } from '../reports/stored-report.ts';
import type { FrozenBaseline } from '../semantics/baseline.ts';
import type { BusinessTable } from '../semantics/business-tables.ts';
import type { Finding, Mapping, Proposal } from '../semantics/mapping.ts';
import type { Examination, QualityFinding, QualityPart } from '../semantics/quality/quality.ts';
import type { Remedy, RemedyOffer } from '../semantics/quality/remedy.ts';
import type { OpenSample } from '../samples/sample.ts';
import type { Settings } from '../semantics/settings.ts';

export type ImportOptions = Record<string, FileOptions>;

export interface ImportedTable extends TableInfo {
  elapsedMs: number;
}

/** As the workbench gives it: errors are still without a language. */
export interface ImportOutcome {
  tables: ImportedTable[];
  refused: { file: string; error: ErrorData }[];
}

export interface MappingState {
  mapping: Mapping;
  /** Why the detection proposed what it did; absent columns were set by the analyst. */
  proposals: Proposal[];
}

export interface QueryResult {
  columns: ColumnInfo[];
  rows: Json[][];
  elapsedMs: number;
  truncated: boolean;
}

export type StorageState =
  | { kind: 'stored'; usedBytes: number; quotaBytes: number }
  /** Not persistent: no OPFS here (private window); everything is gone when the tab closes. */
  | { kind: 'memory' };

export interface Opened {
  storage: StorageState;
  settings: Settings;
  versions: Record<string, string>;
  /** The sample that is open, if one is. */
  sample?: OpenSample;
  /** The baseline that was frozen last. */
  baseline?: FrozenBaseline;
}

export interface SampleOutcome {
  tables: ImportedTable[];
  sample: OpenSample;
  settings: Settings;
  baseline?: FrozenBaseline;
}

/** A question that a finding concerns: `some` where there is no share to tell. */
export interface AffectedQuestion {
  question: string;
  of: 'money' | 'customers' | 'rows' | 'some';
  /** 0 to 1. */
  share?: number;
}

/** What one look at one table has found. */
export type TablePart = Omit<Examination, 'findings'> & {
  findings: (QualityFinding & { affected: AffectedQuestion[] })[];
};

/** A remedy in force, and what it does in words. */
export interface RemedyState extends Remedy {
  message: Message;
}

/** What there is to examine, in parts that are asked for one by one: the quickest of a table first. */
export interface QualityPlan {
  tables: { table: BusinessTable; raw: string; rows: number; parts: QualityPart[] }[];
  remedies: RemedyState[];
}

/** What the page may ask of the workbench; every call can report progress and be cancelled. */
export interface Requests {
  /**
   * Opens the stored workspace, or one that is gone with the tab. Fails with `open-elsewhere` while another tab holds
   * the stored one.
   */
  open(page: { baseUrl: string; inMemory: boolean }): Opened;
  /** Closes it, so that another tab can have it. */
  release(): void;
  settings(settings: Settings): Settings;
  storage(): StorageState;
  importFiles(files: File[], options: ImportOptions): ImportOutcome;
  /**
   * Simulates a sample and opens it: its tables come, those of the sample that was open before go, and its mapping
   * takes the place of the one in force. Other tables stay.
   */
  openSample(id: string, seed: number): SampleOutcome;
  /** Its tables go, and what was mapped before it came is mapped again. */
  closeSample(): Pick<SampleOutcome, 'settings' | 'baseline'>;
  /** From now on the page shows the true values, or hides them again. */
  showTruth(revealed: boolean): OpenSample;
  tables(): TableInfo[];
  renameTable(from: string, to: string): TableInfo;
  /** The table goes to the bin; the token brings it back until the workspace is opened anew. */
  dropTable(name: string): { undo: string };
  undoDrop(undo: string): TableInfo;
  page(request: PageRequest): QueryResult;
  profile(table: string): ColumnProfile[];
  mapping(): MappingState;
  map(mapping: Mapping): MappingState;
  /**
   * Holds a mapping against the data without keeping it; or, if none is given, the one in force, whose views stand
   * afterwards.
   */
  checkMapping(mapping?: Mapping): Finding[];
  qualityPlan(): QualityPlan;
  examine(table: BusinessTable, part: QualityPart): TablePart;
  /** Puts a remedy in force; every answer is asked with it from then on, and says so. */
  applyRemedy(offer: RemedyOffer): RemedyState[];
  undoRemedy(remedy: Pick<Remedy, 'table' | 'finding'>): RemedyState[];
  query(sql: string, limit: number): QueryResult;
  /** The whole result of a query as CSV, guarded against formula injection. */
  exportCsv(sql: string): Blob;
  ask(id: string, parameters: Record<string, Json>): Answer | Refusal;
  /** Rows of a stored table of an answer (`TableRef.stored`). */
  storedRows(stored: string, offset: number, limit: number): QueryResult;
  /** Seals what a period has brought, dated and hashed; earlier ones stay on record. */
  freezeBaseline(from: string, to: string): FrozenBaseline;
  report(): StoredReport | undefined;
  keepReport(report: StoredReport): void;
  /** Forgets everything, storage included; the workspace is empty afterwards. */
  reset(): Opened;
}

export type RequestName = keyof Requests;

export type Outcome<T> = { ok: true; value: T } | { ok: false; error: ErrorData };

/** What comlink exposes: two calls, so that errors are data and every call can be cancelled. */
export interface WorkbenchService {
  call<K extends RequestName>(
    job: number,
    name: K,
    parameters: Parameters<Requests[K]>,
    onProgress?: (progress: Progress) => void,
  ): Promise<Outcome<ReturnType<Requests[K]>>>;
  cancel(job: number): void;
}
