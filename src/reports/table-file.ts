import type { Answer } from '../core/answer.ts';
import { csvLine } from '../core/csv.ts';
import type { Json, Row } from '../core/json.ts';
import { inSlices } from '../core/next-task.ts';
import type { TableDisclosure } from '../core/question.ts';
import { writeXlsx } from '../files/xlsx-writer.ts';
import { discloseTable } from './disclose-table.ts';
import type { Privacy } from './suppress.ts';
import { suppressTogether } from './suppress-together.ts';

export type TableFormat = 'csv' | 'xlsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A table of an answer as a file, after whatever may not leave has been withheld. */
export async function tableFile(
  name: string,
  table: readonly Row[],
  rule: TableDisclosure,
  privacy: Privacy,
  format: TableFormat,
  beside: { tables: Answer['tables']; rules: Readonly<Record<string, TableDisclosure>> },
): Promise<Blob> {
  const safe = suppressTogether(table, rule, beside, privacy.smallest);
  const { columns, rows } = await discloseTable(table, rule, privacy, safe);
  if (format === 'xlsx') return new Blob([await writeXlsx(name, columns, rows)], { type: XLSX });
  const line = (cells: readonly Json[]): string => `${csvLine(cells)}\r\n`;
  // The mark lets spreadsheets read it as UTF-8.
  const parts = ['\uFEFF', line(columns)];
  await inSlices(rows, (slice) => parts.push(slice.map(line).join('')));
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
