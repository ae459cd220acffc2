/** Where in the text DuckDB found the error, as line and column from 1 on, and as an offset from 0 on. */
export interface ErrorPlace {
  line: number;
  column: number;
  offset: number;
}

const MARKED = /LINE (\d+): (.*)\n( *)\^/;

/**
 * DuckDB prints the line, shortened with `...` at either end when it is long, and a caret below it. Undefined when the
 * message has none or the text is another one.
 */
export function errorPlace(reason: string, text: string): ErrorPlace | undefined {
  const match = MARKED.exec(reason);
  if (!match) return undefined;
  const [, number, shown, blanks] = match;
  const line = Number(number);
  const lines = text.split('\n');
  const whole = lines[line - 1];
  if (whole === undefined) return undefined;
  const cutAtStart = shown!.startsWith('...');
  const excerpt = shown!.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const start = whole.indexOf(excerpt);
  if (start < 0) return undefined;
  const caret = blanks!.length - `LINE ${number}: `.length - (cutAtStart ? 3 : 0);
  const index = Math.min(Math.max(start + caret, 0), whole.length);
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  return { line, column: index + 1, offset: before + index };
}

/** The message without the excerpt, which the editor shows at its place. */
export function withoutExcerpt(reason: string): string {
  return reason.replace(/LINE \d+: [\s\S]*$/, '').trim();
}
