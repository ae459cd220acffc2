import type { Message } from '../core/message.ts';
import type { BusinessTable } from './business-tables.ts';

/** Where a business column comes from: a column of the raw table, an expression over it, a constant, or the row number. */
export type Source = string | { expression: string } | { value: string | number } | { row: true };

export interface TableMapping {
  table: string;
  columns: Record<string, Source>;
}

/** Which raw table and column plays which role. */
export type Mapping = Partial<Record<BusinessTable, TableMapping>>;

/** One column's proposal: how sure (0 to 1) and why. */
export interface Proposal {
  table: BusinessTable;
  column: string;
  confidence: number;
  reason: Message;
}

/** What the detection proposes for the tables that are there. */
export interface Detection {
  mapping: Mapping;
  proposals: Proposal[];
}

/** One finding of the live check of a mapping, counted in the data. */
export interface Finding {
  table: BusinessTable;
  column?: string;
  status: 'passed' | 'warned' | 'failed';
  message: Message;
}
