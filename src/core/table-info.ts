import type { ColumnInfo } from './answer.ts';
import type { Message } from './message.ts';

/** A raw table as it was read. */
export interface TableInfo {
  name: string;
  rows: number;
  /** Without `_row`, the record number in the file. */
  columns: ColumnInfo[];
  source: { file: string; sheet?: string; format: string; encoding?: string; delimiter?: string };
  notices: Message[];
  rejectedRows: number;
}
