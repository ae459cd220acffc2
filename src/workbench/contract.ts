import type { AppendPlan, Conflicts } from '../core/append-plan.ts';
import type { Answer, ColumnInfo, Refusal } from '../core/answer.ts';
import type { RejectedRecord } from '../core/delimited.ts';
import type { ErrorData, Outcome } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { FilePreview } from '../core/file-preview.ts';
import type { Json } from '../core/json.ts';
import type { Message } from '../core/message.ts';
import type { Progress } from '../core/progress.ts';
import type { ColumnProfile, PageRequest, TableInfo } from '../core/table-info.ts';
import type { StoredReport } from '../reports/stored-report.ts';
import type { FrozenBaseline } from '../semantics/baseline.ts';
import type { BusinessTable } from '../semantics/business-tables.ts';
import type { Finding, Mapping, Proposal } from '../semantics/mapping.ts';
import type { PeopleEffect } from '../semantics/people/people-effect.ts';
import type { PeopleDecision, PeopleOutcome, PeopleSetup, PeopleTier } from '../semantics/people/people.ts';
import type { ProposedColumn } from '../semantics/people/propose-people.ts';
import type { PairCounts, ReviewFilter, ReviewPair } from '../semantics/people/review.ts';
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

/** A workspace of this browser; its name is a label, empty when nobody has given it one. */
export interface WorkspaceInfo {
  id: string;
  name: string;
}

/** What a page opens. */
export interface OpenedPage {
  baseUrl: string;
  inMemory: boolean;
  /** Id of the workspace; without one, or if there is none of it any more, the one that was opened last. */
  workspace?: string;
  /** Name of a copy that `copyWorkspace` has made in another tab: it can be looked at, and not changed. */
  copy?: string;
}

export interface Opened {
  storage: StorageState;
  /** It is a copy of what another tab has open: requests that change something are refused with `read-only`. */
  isReadOnly: boolean;
  /** Id of the one that is open; one in memory has none. */
  workspace?: string;
  /** All that there are, in the order in which they were made; none when they cannot be stored. */
  workspaces: WorkspaceInfo[];
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

/** How far joining up people has come. */
export interface PeopleState {
  setup?: PeopleSetup;
  /** Absent until the pairs were found, and when a table is another one since. */
  outcome?: PeopleOutcome;
  counts?: PairCounts;
  /** Pairs that the analyst has decided on one by one. */
  decisions: number;
  /** Tiers that were taken as a whole. */
  tiers: PeopleTier[];
  /**
   * Put in force: the table of matches, of which tables, and whether something was decided since. `isInForce`: answers go by it;
   * they do not where a table or a column that it needs is another one now.
   */
  applied?: { matches: string; pairs: number; left: string; right?: string; isAhead: boolean; isInForce: boolean };
}

/** What changes when a table takes the place of another one. */
export interface ReplacePlan {
  rows: { before: number; after: number };
  gone: string[];
  added: string[];
  changed: { name: string; from: string; to: string }[];
  /** What the mapping takes from columns that are gone; `isWhole`: without them the table cannot play the role. */
  lost: { role: BusinessTable; columns: string[]; isWhole: boolean }[];
}

/** What the page may ask of the workbench; every call can report progress and be cancelled. */
export interface Requests {
  /**
   * Opens the stored workspace, or one that is gone with the tab. Fails with `open-elsewhere` while another tab holds
   * the stored one.
   */
  open(page: OpenedPage): Opened;
  /** Closes it, so that another tab can have it. */
  release(): void;
  /** A copy of it as it is now, for another tab to look at; its name. It goes when no tab has a workspace open any more. */
  copyWorkspace(): string;
  /** All of it as one file, as it is at one moment. */
  saveWorkspace(): Blob;
  /**
   * Puts what a file of `saveWorkspace` holds in the place of the open workspace: all of it or, when the file is damaged or
   * anything fails, nothing.
   */
  openWorkspaceFile(file: Blob): Opened;
  /** Brings back what a file has taken the place of, until the workspace is opened anew. */
  undoOpenWorkspaceFile(): Opened;
  /** Also while none can be opened. */
  workspaces(): WorkspaceInfo[];
  /** Makes an empty one and opens it. */
  createWorkspace(name: string): Opened;
  /** The one that was open stays open when the other one cannot be opened. */
  switchWorkspace(id: string): Opened;
  renameWorkspace(id: string, name: string): WorkspaceInfo[];
  /** For good, with all that is in it; the last one cannot be deleted. */
  deleteWorkspace(id: string): Opened;
  settings(settings: Settings): Settings;
  storage(): StorageState;
  importFiles(files: File[], options: ImportOptions): ImportOutcome;
  /** The first rows of a file as they would come in; nothing of it is kept. */
  previewFile(file: File, options?: FileOptions): FilePreview;
  /** Files of this signature are read like this from now on; without anything decided, by what is found out again. */
  rememberDecision(signature: string, options: FileOptions): void;
  /**
   * Reads a file anew. Its tables take the names and roles of those `before` that are there still, which go to the bin; the token
   * undoes it until the workspace is opened anew.
   */
  importAgain(file: File, options: FileOptions, before: TableInfo[]): { tables: ImportedTable[]; undo: string };
  undoImportAgain(undo: string): void;
  /** The same for good, for a file that is read whenever it changes: what it takes the place of goes. Options as in `previewFile`. */
  importInStep(file: File, options: FileOptions | undefined, before: TableInfo[]): ImportedTable[];
  planReplace(name: string, by: string): ReplacePlan;
  /**
   * A table that has come in takes the name and roles of another one; `undoImportAgain` undoes it.
   * @param isPicked it has come for this alone: undone, it goes
   */
  replaceTable(name: string, by: string, isPicked: boolean): { table: TableInfo; undo: string };
  /** Without a key the one that the mapping names, or none: then rows are known by all their values. */
  planAppend(name: string, other: string, key: string[] | undefined): AppendPlan;
  /** The rows of a table that has come in come behind those of another one; `undoImportAgain` undoes it. */
  appendTable(
    name: string,
    other: string,
    how: { key: string[]; conflicts: Conflicts },
    isPicked: boolean,
  ): { table: TableInfo; undo: string };
  /** A table that has come in for another one goes again, for good; the mapping is as if it had never come. */
  withdrawTable(name: string): void;
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
  /** Sizes and content hashes, without a name or a value, in the order of import. */
  tableHashes(): { rows: number; columns: number; hash: string }[];
  renameTable(from: string, to: string): TableInfo;
  /** The table goes to the bin; the token brings it back until the workspace is opened anew. */
  dropTable(name: string): { undo: string };
  undoDrop(undo: string): TableInfo;
  page(request: PageRequest): QueryResult;
  profile(table: string): ColumnProfile[];
  /** The first of the records of its file that a table could not take, in their order. */
  rejects(table: string): RejectedRecord[];
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
  /** The raw tables, each with the columns that tell who somebody is. */
  peopleTables(): { table: string; columns: ProposedColumn[] }[];
  people(): PeopleState;
  /** Finds who is the same person in two tables, or several times in one; nothing changes by it. */
  matchPeople(setup: PeopleSetup): PeopleState;
  peoplePairs(filter: ReviewFilter, offset: number, limit: number): ReviewPair[];
  /** `null` takes back what was decided. */
  decidePeople(pair: Pick<PeopleDecision, 'left' | 'right'>, same: boolean | null): PeopleState;
  /** Takes a tier's pairs that are alike as a whole, or gives them back to be looked at. */
  decidePeopleTier(tier: PeopleTier, accepted: boolean): PeopleState;
  /** @param sides of which source the ids of business tables are, where the analyst has said so */
  peopleEffect(sides: Partial<Record<string, 'left' | 'right'>>): PeopleEffect;
  /** Makes the table of matches, and has the business tables count joined people once. */
  applyPeople(sides: Partial<Record<string, 'left' | 'right'>>): PeopleState;
  /** The table of matches goes, and everything is as it was. */
  undoPeople(): PeopleState;
  query(sql: string, limit: number): QueryResult;
  /** Makes a raw table of `CREATE TABLE … AS …`; who calls it has asked. `dropTable` takes it back. */
  makeTable(sql: string): TableInfo;
  /** The whole result of a query as CSV, guarded against formula injection. */
  exportCsv(sql: string): Blob;
  ask(id: string, parameters: Record<string, Json>): Answer | Refusal;
  /** Rows of a stored table of an answer (`TableRef.stored`). */
  storedRows(stored: string, offset: number, limit: number): QueryResult;
  /** Seals what a period has brought, dated and hashed; earlier ones stay on record. */
  freezeBaseline(from: string, to: string): FrozenBaseline;
  report(): StoredReport | undefined;
  keepReport(report: StoredReport): void;
  /** Forgets everything, every workspace included; there is one afterwards, and it is empty. */
  reset(): Opened;
}

export type RequestName = keyof Requests;

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
