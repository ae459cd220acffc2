import type { Json, Row } from './json.ts';
import type { Message } from './message.ts';
import type { CitationKey } from './references.ts';
import type { Unit } from './units.ts';

/** What every question yields when the data can answer it. Plain data, JSON-safe. */
export interface Answer {
  status: 'answered';
  question: string;
  /** As used, defaults filled in. */
  parameters: Record<string, Json>;
  /** One sentence a manager can repeat. Its dictionary text marks the key number with `<k>…</k>`. */
  verdict: Message;
  /** The line under the verdict: interval, sample, period. */
  eligibility: Message;
  /** Headline numbers come first; a page shows at most four of them as cards. */
  estimates: Estimate[];
  /** What charts draw and exports hold; over `ROWS_IN_ANSWER` rows a reference to a stored table. */
  tables: Record<string, Row[] | TableRef>;
  checks: Check[];
  evidence: Evidence;
}

/** What a question yields when the data cannot answer it: never a placeholder number. */
export interface Refusal {
  status: 'refused';
  question: string;
  parameters: Record<string, Json>;
  /** Stable code, e.g. `missing-table`, `too-few-customers`. */
  reason: string;
  message: Message;
  remedy: Message;
  choices?: Choices;
}

/** The question can be answered once one of these values is given. */
export interface Choices {
  parameter: string;
  values: string[];
}

export interface Estimate {
  name: string;
  value: number;
  unit: Unit;
  /** What a card calls it when its name comes from the data; otherwise the text of `estimate.<question>.<name>`. */
  label?: Message;
  /** A complete count has no interval and says so. */
  basis: 'counted' | 'estimated';
  /** What is estimated has one; a p-value has none. */
  interval?: Interval;
  /** Shown as a headline card. */
  headline?: boolean;
}

/**
 * `confidence`: covers the true value in a share `level` of repetitions. `credible`: parameters only, for an
 * expectation. `prediction`: for what will happen.
 */
export interface Interval {
  low: number;
  high: number;
  level: number;
  kind: 'confidence' | 'credible' | 'prediction';
}

export interface Check {
  id: string;
  status: 'passed' | 'warned' | 'failed';
  value?: number;
  limit?: number;
  message: Message;
}

export interface TableRef {
  rows: number;
  columns: ColumnInfo[];
  /** Qualified name of the stored table, e.g. `redito.answer_1_customers`. */
  stored: string;
}

export interface ColumnInfo {
  name: string;
  type: string;
}

/** How the answer came about: enough to do it again elsewhere. */
export interface Evidence {
  steps: Message[];
  queries: { sql: string; elapsedMs: number }[];
  methods: { name: Message; citations: CitationKey[] }[];
  assumptions: Message[];
  /** Raw tables read, with a hash of their content that does not depend on the order of rows. */
  inputs: { table: string; file: string; rows: number; hash: string }[];
  seed: number;
  versions: Record<string, string>;
  elapsedMs: number;
}

/** Tables longer than this are stored in the workspace instead of travelling with the answer. */
export const ROWS_IN_ANSWER = 50_000;

export function isTableRef(table: Row[] | TableRef): table is TableRef {
  return !Array.isArray(table);
}
