import { BLANK_RUNS, type Dialect } from '../core/delimited.ts';

/** Whether a line that was taken apart into so many cells is a remark. As wide as the table, `#1001` is an order number. */
export function isRemark({ comment, width }: Dialect, line: string, cells: number): boolean {
  return comment !== undefined && line.trimStart().startsWith(comment) && cells !== width;
}

/**
 * A line without quotes, without the remark behind its record: only where the line is wider than the table with it, and as wide
 * without. `Apt #5` in the last cell stays. While the width is not known, everything from the sign on goes.
 */
export function withoutEndRemark(dialect: Dialect, line: string): string {
  const { comment, hasEndRemarks, delimiter, width } = dialect;
  if (!hasEndRemarks || comment === undefined || delimiter === BLANK_RUNS || delimiter === '') return line;
  let lastCell = 0;
  for (let cell = 1; width !== undefined && cell < width; cell += 1) {
    const next = line.indexOf(delimiter, lastCell);
    if (next < 0) return line;
    lastCell = next + delimiter.length;
  }
  const at = line.indexOf(comment, lastCell);
  if (at < 0 || (width !== undefined && line.slice(lastCell, at).includes(delimiter))) return line;
  return isEndRemark(dialect, line, at, line.length) ? line.slice(0, at).trimEnd() : line;
}

/** Where the remark begins that stands right behind the last cell of a record, which ends here, blanks apart; −1 without one. */
export function endRemarkAt(dialect: Dialect, text: string, at: number, lineEnd: number): number {
  if (!dialect.hasEndRemarks || dialect.comment === undefined) return -1;
  let start = at;
  while (text[start] === ' ') start += 1;
  return text.startsWith(dialect.comment, start) && isEndRemark(dialect, text, start, lineEnd) ? start : -1;
}

function isEndRemark({ delimiter, width }: Dialect, text: string, at: number, lineEnd: number): boolean {
  return width === undefined || text.slice(at, lineEnd).includes(delimiter);
}
