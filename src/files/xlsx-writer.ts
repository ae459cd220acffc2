import type { CellStyle, CellValue } from 'hucre';
import { isFormula } from '../core/csv.ts';
import type { Json } from '../core/json.ts';

/** What a sheet of a workbook holds besides the line of names. */
export const ROWS_IN_SHEET = 1_048_575;
/** What Excel lets a cell hold. */
const LONGEST_TEXT = 32_767;
const LONGEST_SHEET_NAME = 31;
/** Rows that are looked at to find how wide a column is, in characters. */
const LOOKED_AT = 200;
const WIDTHS = { least: 8, most: 48 };

/**
 * A table as a workbook with one sheet: names bold and kept in view, numbers as numbers, texts typed as texts. What a
 * spreadsheet would take for a formula when the text is typed over gets an apostrophe before it, as in CSV files.
 * @throws RangeError when there are more rows than a sheet holds.
 */
export async function writeXlsx(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly Json[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  if (rows.length > ROWS_IN_SHEET) throw new RangeError(`${rows.length} rows do not fit into a sheet`);
  const { writeXlsx: write } = await import('hucre/xlsx');
  const head = columns.map((name) => cell(name));
  const cells = rows.map((row) => columns.map((_, i) => cell(row[i])));
  const bold: CellStyle = { font: { bold: true } };
  const bytes = await write({
    sheets: [
      {
        name: sheetName(title),
        rows: [head, ...cells],
        columns: columns.map((_, i) => ({ width: widthOf([head, ...cells.slice(0, LOOKED_AT)], i) })),
        cells: new Map(head.map((value, i) => [`0,${i}`, { value, style: bold }])),
        freezePane: { rows: 1 },
      },
    ],
  });
  return new Uint8Array(bytes);
}

function cell(value: Json | undefined): CellValue {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = withoutForbidden(typeof value === 'string' ? value : JSON.stringify(value));
  // What does not fit is cut, and may end with half of a character.
  const cut = withoutForbidden((isFormula(text) ? `'${text}` : text).slice(0, LONGEST_TEXT));
  return cut.replace(ESCAPED, '_x005F_');
}

/** What XML has no way to write. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** Spreadsheets read `_x003D_` as the character of that number; its first underscore written in this way keeps it text. */
const ESCAPED = /_(?=x[\da-f]{4}_)/gi;

function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function widthOf(rows: readonly (readonly CellValue[])[], column: number): number {
  const longest = Math.max(...rows.map((row) => String(row[column] ?? '').length));
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2));
}

/** At most 31 characters, without those that are part of an address. */
function sheetName(title: string): string {
  const allowed = withoutForbidden(title)
    .replace(/[[\]:*?/\\]|^'|'$/g, ' ')
    .trim();
  // Characters that take two places count twice, and half of one is none.
  return withoutForbidden(allowed.slice(0, LONGEST_SHEET_NAME)).replace(/'$/, '').trim() || 'Table';
}
