import type { SampleColumn, SampleTable } from './sample.ts';

export type Cell = string | number | boolean | null;

/**
 * Rows as the text of a CSV file. Numbers are written with as many decimals as they come with; text is quoted only where
 * it has to be.
 */
export function toSampleTable(
  name: string,
  columns: readonly SampleColumn[],
  rows: Iterable<readonly Cell[]>,
): SampleTable {
  const lines = [columns.map((column) => column.name).join(',')];
  for (const row of rows) {
    let line = '';
    for (let i = 0; i < row.length; i++) line += (i > 0 ? ',' : '') + cellText(row[i]);
    lines.push(line);
  }
  return { name, columns, csv: `${lines.join('\n')}\n` };
}

const SPECIAL = /[",\n\r]/;

function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  return SPECIAL.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
