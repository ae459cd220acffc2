import type { Json } from '../../core/json.ts';
import type { BusinessTable } from '../business-tables.ts';

/**
 * What a remedy does to the rows concerned: they are left out, the one value is emptied, or it is divided.
 * `leave-out-people`: customers are left out of every table.
 */
export type RemedyKind = 'leave-out' | 'leave-out-people' | 'empty' | 'divide';

/** What can be done about a finding. Symbols and no SQL: it is kept in the workspace, and read back from files. */
export interface RemedyOffer {
  kind: RemedyKind;
  table: BusinessTable;
  /** The id of the finding. */
  finding: string;
  /** What the condition of the finding needs, such as a limit. */
  parameters: Record<string, Json>;
}

/** A remedy in force. */
export interface Remedy extends RemedyOffer {
  /** The raw table that the business table was made of: the remedy goes with it. */
  raw: string;
  /** Rows that it concerned when it was applied. */
  rows: number;
  /** The business tables that lost rows by it when it was applied, its own and others. */
  lessened?: readonly BusinessTable[];
}

export function sameRemedy(
  one: Pick<RemedyOffer, 'table' | 'finding'>,
  other: Pick<RemedyOffer, 'table' | 'finding'>,
): boolean {
  return one.table === other.table && one.finding === other.finding;
}

/** Those that have changed one of these tables, their own or another that lost rows with it: an answer that reads it says so. */
export function remediesThatChanged(tables: readonly string[], remedies: readonly Remedy[]): Remedy[] {
  return remedies.filter(
    ({ table, rows, lessened = [] }) => rows > 0 && [table, ...lessened].some((one) => tables.includes(one)),
  );
}
