import type { Json } from './json.ts';

/** What begins a formula, in full width too. */
const STARTS = /[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;
/** A spreadsheet looks past blanks, quotes and characters that are not seen before it runs what follows. */
const FORMULA = /^[\s"\p{Cf}\p{Cc}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]|^[\t\r\n]/u;
/** A new field for who splits at semicolons (Excel in Spanish) or tabs, with what a spreadsheet looks past. */
const NEW_FIELD = /[;\t\r\n][\s;"\p{Cf}\p{Cc}]*/gu;
const NEEDS_QUOTES = /[",;\r\n\t]/;
const PLAIN_NUMBER = /^-?\d+([.,]\d+)*(e[+-]?\d+)?$/i;
/** From a place in a text on. */
const NUMBER_HERE = /-?\d+(?:\.\d+)?(?=[;\t\r\n]|$)/y;

/**
 * One cell as text. What a spreadsheet would take for a formula gets an apostrophe before it; numbers, and numbers
 * written as text because they are too long for a double, stay as they are.
 */
export function csvCell(value: Json | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = withoutFormula(withoutFormulasInside(text));
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a spreadsheet would run a text, or spread it over its neighbours. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text.trim());
}

/** A text that a spreadsheet takes for text, wherever it is pasted. */
export function withoutFormula(text: string): string {
  return isFormula(text) ? `'${text}` : text;
}

/**
 * Quotes keep a cell together for who splits at commas. Who splits at `;` or at tabs finds them in the middle of a field,
 * where they mean nothing: what follows a separator or a line break in a cell begins one. Plain numbers may stay.
 */
function withoutFormulasInside(text: string): string {
  return text.replace(NEW_FIELD, (between: string, at: number) => {
    const next = at + between.length;
    if (!STARTS.test(text.charAt(next))) return between;
    NUMBER_HERE.lastIndex = next;
    if (NUMBER_HERE.test(text)) return between;
    const start = Math.max(...[';', '\t', '\r', '\n'].map((separator) => between.lastIndexOf(separator))) + 1;
    return `${between.slice(0, start)}'${between.slice(start)}`;
  });
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
