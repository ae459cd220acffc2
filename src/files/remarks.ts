import type { Dialect } from '../core/delimited.ts';

/**
 * Whether a line that was taken apart into so many cells is a remark. As wide as the table, `#1001` is an order number
 * and `# orders` the first of the names; below records `# 20;7` is a record that was put out of use.
 */
export function isRemark({ comment, width }: Dialect, line: string, cells: number, isBelowRecords: boolean): boolean {
  if (comment === undefined) return false;
  const start = line.trimStart();
  if (!start.startsWith(comment)) return false;
  return cells !== width || (isBelowRecords && start[comment.length] === ' ' && start.length > comment.length + 1);
}

/** A line without quotes, without the remark behind its record. */
export function withoutEndRemark({ comment, hasEndRemarks }: Dialect, line: string): string {
  const at = hasEndRemarks && comment !== undefined ? line.indexOf(comment) : -1;
  return at < 0 ? line : line.slice(0, at).trimEnd();
}

/** Where the remark begins that stands right behind a value that ends here, blanks apart; −1 when there is none. */
export function endRemarkAt({ comment, hasEndRemarks }: Dialect, text: string, at: number): number {
  if (!hasEndRemarks || comment === undefined) return -1;
  let start = at;
  while (text[start] === ' ') start += 1;
  return text.startsWith(comment, start) ? start : -1;
}
