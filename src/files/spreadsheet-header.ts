import { findHeader, type FoundHeader } from './header.ts';
import type { Region } from './spreadsheet-regions.ts';

/** A row at the beginning of a region, without the cells to its left. */
export interface FirstRow {
  /** Its number in the sheet. */
  row: number;
  cells: readonly string[];
  errors: readonly number[];
  uncalculated: readonly number[];
  /** Columns of the sheet to its left. */
  shift: number;
}

export interface SheetHeader extends FoundHeader {
  /** Rows that the names were put together from. */
  lines?: number;
}

/** Rows of a sheet end with their last cell: they are made as wide as the widest before the names are looked for. */
export function findSheetHeader(start: readonly FirstRow[], headerRow?: number | 'none'): SheetHeader {
  const widest = widestOf(start);
  const rows = start.map(({ cells }) => [...cells, ...Array.from({ length: widest - cells.length }, () => '')]);
  if (headerRow !== undefined) return findHeader(rows, headerRow);
  // A title above the table fills a cell or two of a wide sheet.
  const filled = rows.map((row) => row.filter((cell) => cell !== '').length);
  const usual = Math.max(...filled);
  const titles = filled.findIndex((count) => count > 1 || usual === 1 || count >= usual / 2);
  const skipped = Math.max(0, titles);
  const found = findHeader(rows.slice(skipped));
  return { ...found, skip: found.skip + skipped, preamble: found.preamble + skipped };
}

/** The names of a table that the workbook defines; undefined when it defines none here. */
export function definedHeader(start: readonly FirstRow[], { defined, range }: Region): SheetHeader | undefined {
  if (!defined) return undefined;
  const width = Math.max(widestOf(start), range ? defined.columns.length : 0);
  if (!defined.header) return range && { skip: 0, width, preamble: 0, names: [...defined.columns] };
  const at = start.findIndex(({ row }) => row === defined.range.top);
  if (at < 0) return undefined;
  const { cells } = start[at]!;
  return { skip: at + 1, width, preamble: at, names: Array.from({ length: width }, (_, i) => cells[i] ?? '') };
}

export function widestOf(start: readonly FirstRow[]): number {
  return start.reduce((width, { cells }) => Math.max(width, cells.length), 0);
}
