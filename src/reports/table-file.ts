import { csvLine } from '../core/csv.ts';
import type { Row } from '../core/json.ts';
import { inSlices } from '../core/next-task.ts';
import type { TableDisclosure } from '../core/question.ts';
import { writeXlsx } from '../files/xlsx-writer.ts';
import { discloseTable } from './disclose-table.ts';
import type { Privacy } from './suppress.ts';

export type TableFormat = 'csv' | 'xlsx';

/** Rows that make a workbook at most: it is made in one piece. */
export const ROWS_IN_XLSX = 50_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table of an answer as a file, after whatever may not leave has been withheld. */
export async function tableFile(
  name: string,
  table: readonly Row[],
  rule: TableDisclosure,
  privacy: Privacy,
  format: TableFormat,
): Promise<Blob> {
  const { columns, rows } = await discloseTable(table, rule, privacy);
  if (format === 'xlsx') return new Blob([await writeXlsx(name, columns, rows)], { type: XLSX });
  const lines = (part: Parameters<typeof csvLine>[0][]): string => part.map((row) => `${csvLine(row)}\r\n`).join('');
  // The mark lets spreadsheets read it as UTF-8.
  const parts = ['\uFEFF', lines([columns])];
  await inSlices(rows, (slice) => parts.push(lines([...slice])));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
