import type { ColumnInfo } from '../core/answer.ts';
import { toCsv } from '../core/csv.ts';
import type { Json } from '../core/json.ts';

/** The mark lets spreadsheets read it as UTF-8. */
export function resultCsv(columns: readonly ColumnInfo[], rows: readonly Json[][]): Blob {
  const names = columns.map(({ name }) => name);
  return new Blob(['\uFEFF', toCsv(names, rows)], { type: 'text/csv;charset=utf-8' });
}
