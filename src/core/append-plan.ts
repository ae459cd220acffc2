/** What becomes of rows whose key is there with other values: those that are there stay, those of the file take their place, or both are kept. */
export type Conflicts = 'keep' | 'take' | 'both';

/** What appending one table to another would do. */
export interface AppendPlan {
  /** Of the table that is appended; `same`, `other` and `fresh` are parts of it. */
  rows: number;
  /** They say nothing that is not there already. */
  same: number;
  /** Their key is there, with other values. */
  other: number;
  fresh: number;
  /** Columns by which rows are known; none: by all their values. */
  key: string[];
  /** Columns that can be part of a key: both tables have them. */
  keys: string[];
  columns: {
    /** Empty in the rows that are appended. */
    missing: string[];
    /** Empty in the rows that are there. */
    added: string[];
    /** Those of both become of a type that holds them. */
    widened: { name: string; from: string; to: string }[];
  };
}
