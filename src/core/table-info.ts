import type { ColumnInfo } from './answer.ts';
import type { Message } from './message.ts';
import type { Json } from './json.ts';

/** The column that every raw table has beside those of its file: the record's number there, from 0. Not listed. */
export const ROW_COLUMN = '_row';

/** A raw table as it was read. */
export interface TableInfo {
  name: string;
  rows: number;
  /** Without `_row`, the record number in the file. */
  columns: ColumnInfo[];
  source: { file: string; sheet?: string; format: string; encoding?: string; delimiter?: string };
  notices: Message[];
  rejectedRows: number;
  /** Stays the same whatever it is called. */
  id?: string;
  /** It belongs to a sample, by whatever name it goes now. */
  sample?: string;
}

/** Rows of a table by position, in the order of the file or of a column. */
export interface PageRequest {
  table: string;
  offset: number;
  limit: number;
  sort?: { column: string; descending: boolean };
}

/** How many bars a profile has at most: equal bins, or the most frequent values. */
export const PROFILE_BINS = 24;

/** A column at a glance. */
export interface ColumnProfile {
  name: string;
  type: string;
  missing: number;
  distinct: number;
  /** The count of distinct values is an estimate (large tables). */
  distinctIsApproximate: boolean;
  low: Json;
  high: Json;
  /** Counts in equal-width bins for numbers and times, of the most frequent values otherwise. */
  bars: { label: Json; count: number }[];
}
