import type { Message } from './message.ts';

/** How the text of a delimited file is to be taken apart. */
export interface Dialect {
  /** `runs` is any run of blanks and tabs; otherwise the characters themselves, `''` for a single column. */
  delimiter: string;
  /** `''`: there are no quotes. */
  quote: string;
  /** What makes a quote inside quotes a character: the quote itself or a backslash. */
  escape: string;
  newline: '\n' | '\r';
  /** Blanks between a delimiter and a quote are none of the value. */
  skipBlanks?: true;
  /** Lines that begin with it are remarks, unless they have as many cells as the table is wide. */
  comment?: string;
  /** Remarks stand behind records too: from the sign for remarks on, outside quotes, a line is none of the record. */
  hasEndRemarks?: true;
  width?: number;
}

/** The delimiter of files whose columns stand apart by blanks and tabs, however many. */
export const BLANK_RUNS = 'runs';

/** What the values of a column are. Formats are those of `strptime`; without any the values are ISO 8601. */
export type ColumnKind =
  /** `week` is an ISO week, `2024-W05` or a day of it; it becomes that day or its Monday. */
  | { kind: 'text' | 'integer' | 'boolean' | 'instant' | 'week' }
  /** `dress`: something may stand around the number; `percent`: 15 % is 0.15. */
  | { kind: 'decimal'; mark: '.' | ','; grouped: boolean; dress?: 'plain' | 'percent' }
  /** `isNamed`: months are written as words. */
  | { kind: 'date' | 'timestamp'; formats: string[]; isNamed?: true };

export interface ColumnPlan {
  name: string;
  as: ColumnKind;
  /** Some values have blanks around them or are nothing but blanks. */
  padded: boolean;
  /** Values that are nothing but blanks were seen in a column of numbers or dates. */
  blanks: boolean;
  /** Words that stand for a missing value in a column of numbers or dates. */
  missingWords: string[];
  /** The analyst chose the type: values that are not of it become missing and are counted. */
  chosen: boolean;
  /** A column at an edge of the table, without a name and without a value so far; it goes when it stays empty. */
  dropIfEmpty: boolean;
}

export interface RejectedRecord {
  /** 1-based line of the file, or row of the sheet. */
  line: number;
  column: string | null;
  reason: 'too-few-columns' | 'too-many-columns' | 'above-table' | 'below-table' | 'not-json' | 'not-an-object';
  text: string;
}

export interface Rejects {
  count: number;
  /** The first of them; `count` is all. */
  first: RejectedRecord[];
}

/** A delimited file that DuckDB can read by itself, and what is in it. */
export interface DelimitedSource {
  file: File;
  sheet?: string;
  dialect: Dialect;
  /** The first record holds the names. */
  header: boolean;
  /** The first column is the record number. */
  numbered: boolean;
  /** The last columns may be missing in a record; they are empty there. */
  ragged: boolean;
  columns: ColumnPlan[];
  /** Bytes of the longest record, at most; absent where it is not known. */
  longestRecord?: number;
  rejects: Rejects;
  notices: Message[];
}
