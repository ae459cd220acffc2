import { classify } from './value-class.ts';
import { widestOf, type FirstRow, type SheetHeader } from './spreadsheet-header.ts';
import type { CellRange } from './workbook.ts';

/** Rows that names are looked for in, and the most that one set of names may take. */
const DEEPEST = 20;
const MOST_LINES = 4;

/** Whether the rows about the names have gaps over filled cells, as merged cells leave them. */
export function hasGaps(start: readonly FirstRow[], found: SheetHeader): boolean {
  return start.slice(0, Math.min(found.skip + 2, DEEPEST)).some(({ cells }, i) => {
    const below = start[i + 1]?.cells ?? [];
    return cells.some(
      (cell, column) => cell !== '' && (cells[column + 1] ?? '') === '' && (below[column + 1] ?? '') !== '',
    );
  });
}

/**
 * Names from rows of groups that stand over several columns each and the row below them: `2023 | | 2024` over
 * `Q1 | Q2 | Q1` gives `2023 Q1`, `2023 Q2`, `2024 Q1`. A title over the whole width is no group.
 */
export function mergedHeader(start: readonly FirstRow[], merges: readonly CellRange[]): SheetHeader | undefined {
  const byRow = new Map<number, CellRange[]>();
  for (const merge of merges) byRow.set(merge.top, [...(byRow.get(merge.top) ?? []), merge]);
  const most = Math.min(DEEPEST, start.length - 1);
  for (let first = 0; first < most; first += 1) {
    const last = lastLine(start, first, byRow);
    if (last !== undefined && last < start.length - 1) {
      const width = widestOf(start);
      const lines = last - first + 1;
      return {
        skip: last + 1,
        names: namesOf(start.slice(first, last + 1), byRow, width),
        width,
        preamble: first,
        lines,
      };
    }
  }
  return undefined;
}

/** The row that ends the names which begin with a row of groups; undefined when that is none. */
function lastLine(
  start: readonly FirstRow[],
  first: number,
  byRow: ReadonlyMap<number, readonly CellRange[]>,
): number | undefined {
  const groups = groupsOf(start[first]!, byRow);
  if (groups.length === 0 || start[first]!.cells.filter((cell) => cell !== '').length < 2) return undefined;
  let last = first;
  while (last - first < MOST_LINES - 1 && groupsOf(start[last]!, byRow).length > 0) {
    const next = start[last + 1];
    if (!next || next.row !== start[last]!.row + 1 || !namesGroups(start[last]!, next, byRow)) break;
    last += 1;
  }
  return last > first ? last : undefined;
}

/** Merged cells of a row that stand over several columns and hold something. */
function groupsOf({ row, cells }: FirstRow, byRow: ReadonlyMap<number, readonly CellRange[]>): CellRange[] {
  return (byRow.get(row) ?? []).filter((merge) => merge.right > merge.left && (cells[merge.left] ?? '') !== '');
}

/** Whether a row says what the columns of the groups above it are, and nothing of columns that have their name already. */
function namesGroups(above: FirstRow, below: FirstRow, byRow: ReadonlyMap<number, readonly CellRange[]>): boolean {
  const groups = groupsOf(above, byRow);
  const isGrouped = (column: number): boolean => groups.some(({ left, right }) => column >= left && column <= right);
  const isNamedTwice = above.cells.some((cell, i) => cell !== '' && !isGrouped(i) && (below.cells[i] ?? '') !== '');
  const inGroups = below.cells.filter((cell, column) => cell !== '' && isGrouped(column));
  return !isNamedTwice && inGroups.length > 0 && inGroups.every(isNameLike);
}

/** Texts, and years. */
function isNameLike(cell: string): boolean {
  return classify(cell.trim()) === 'text' || /^(19|20)\d\d$/.test(cell.trim());
}

function namesOf(
  lines: readonly FirstRow[],
  byRow: ReadonlyMap<number, readonly CellRange[]>,
  width: number,
): string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line) => {
      const group = groupsOf(line, byRow).find(({ left, right }) => column >= left && column <= right);
      return (line.cells[group?.left ?? column] ?? '').trim();
    });
    return [...new Set(parts.filter((part) => part !== ''))].join(' ');
  });
}
