import type { Json } from './json.ts';

/** A spreadsheet would run these as formulas, or let them move the following text into another cell. */
const FORMULA = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;
/**
 * Quotes keep a cell together for who splits at commas. Who splits at `;` (Excel in Spanish) or at tabs finds them in the middle of
 * a field, where they mean nothing: what follows a separator or a line break in a cell begins one. Plain numbers may stay.
 */
const FORMULA_INSIDE = /([;\t\r\n])(?="*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])(?!-?\d+(?:\.\d+)?(?:[;\t\r\n]|$))/g;
const NEEDS_QUOTES = /[",;\r\n\t]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * One cell as text. What a spreadsheet would take for a formula gets an apostrophe before it; numbers, and numbers
 * written as text because they are too long for a double, stay as they are.
 */
export function csvCell(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const inside = text.replace(FORMULA_INSIDE, "$1'");
  const safe = isFormula(text) ? `'${inside}` : inside;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a spreadsheet would run a text, or spread it over its neighbours. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text);
}

export function csvLine(cells: readonly (Json | undefined)[]): string {
  return cells.map(csvCell).join(',');
}

/** A table as CSV (RFC 4180: comma, CRLF), guarded against formula injection. Rows are in the order of `columns`. */
export function toCsv(columns: readonly string[], rows: Iterable<readonly (Json | undefined)[]>): string {
  const lines = [csvLine(columns)];
  for (const row of rows) lines.push(csvLine(row));
  return `${lines.join('\r\n')}\r\n`;
}
