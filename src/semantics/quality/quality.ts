import type { Json } from '../../core/json.ts';
import type { Message } from '../../core/message.ts';
import type { CitationKey } from '../../core/references.ts';
import type { BusinessTable } from '../business-tables.ts';
import type { RemedyOffer } from './remedy.ts';

/** What a table is examined for. */
export const qualityRules = [
  'missing',
  'impossible',
  'constants',
  'currencies',
  'test-accounts',
  'orphans',
  'bots',
  'outliers',
  'units',
  'gaps',
  'level-shifts',
  'time-zones',
  'leaks',
  'balance',
  'duplicates',
] as const;

export type QualityRule = (typeof qualityRules)[number];

/** `serious`: answers are wrong as it stands; `look`: they may be; `note`: good to know. */
export type Severity = 'serious' | 'look' | 'note';

export interface Concerned {
  count: number;
  /** Of all there are, 0 to 1. */
  share: number;
}

/** One thing that is the matter with a business table, counted. */
export interface QualityFinding {
  /** Unique within the table, and the same for the same data: a remedy is kept under it. */
  id: string;
  rule: QualityRule;
  table: BusinessTable;
  /** What it is about, where it is one column. */
  column?: string;
  severity: Severity;
  /** What it takes from the table's hundred points. */
  points: number;
  message: Message;
  /** Rows; absent where it is no matter of rows. */
  rows?: Concerned;
  /** Sum of the absolute amounts of these rows. */
  money?: Concerned;
  customers?: Concerned;
  examples?: Examples;
  picture?: Picture;
  /** The query that counts it, as text. */
  sql: string;
  citations?: readonly CitationKey[];
  remedy?: RemedyOffer;
}

export interface Examples {
  columns: string[];
  rows: Json[][];
}

/** A small picture: bars in order, some of them the point of it. */
export interface Picture {
  kind: 'amounts' | 'days' | 'weeks' | 'hours' | 'groups';
  bars: { label: string; count: number; marked?: true }[];
}

/** As a rule finds it: what it takes from the score follows from that. */
export type Found = Omit<QualityFinding, 'points'>;

/** One look at one table for some of the rules. */
export interface Examination<F = QualityFinding> {
  findings: F[];
  /** Rules that were applied, whatever they found. */
  applied: QualityRule[];
  /** Rules for which the table has nothing to look at. */
  without: QualityRule[];
}

/** What is looked at in one go, in this order. */
export const qualityParts = ['values', 'people', 'magnitudes', 'calendar', 'outcome', 'duplicates'] as const;

export type QualityPart = (typeof qualityParts)[number];
