import type { Row } from '../../core/json.ts';
import type { RawColumn } from '../../learning/encoding.ts';

/** One division of the rows: what is learned from, and what is tested on. */
export interface Division {
  training: Uint32Array;
  test: Uint32Array;
}

/** What training and evaluation need to know, wherever the rows come from. */
export interface Dataset {
  columns: RawColumn[];
  /** 1 = left, 0 = stayed; one per row. Not known for the rows of `current`. */
  labels: Uint8Array<ArrayBuffer>;
  /** A number per row that tells customers apart. */
  customers: Int32Array<ArrayBuffer>;
  /** What the lists of scores say of each row besides its score: the customer's id first. */
  describe(row: number): Row;
  /** One, or one per fold. */
  divisions: Division[];
  /** Rows without an outcome that get a score all the same. */
  current: Uint32Array;
}

/** Values at some rows. */
export function takeNumbers(values: Float64Array, rows: Uint32Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(rows, (row) => values[row]);
}

/** Customers among some rows, and those with a row of either kind: one may have several rows, and be both. */
export function countCustomers(
  { labels, customers }: Pick<Dataset, 'labels' | 'customers'>,
  rows: Uint32Array,
): { customers: number; positives: number; negatives: number } {
  const count = (some: Uint32Array) => new Set(Array.from(some, (row) => customers[row])).size;
  return {
    customers: count(rows),
    positives: count(rows.filter((row) => labels[row] === 1)),
    negatives: count(rows.filter((row) => labels[row] === 0)),
  };
}

export function countPositives(labels: Uint8Array, rows: Uint32Array): number {
  return rows.reduce((sum, row) => sum + labels[row], 0);
}
