import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { shortened } from './column-names.ts';
import type { CellRange, DefinedTable, Workbook } from './workbook.ts';

/** Part of a workbook that becomes a table. */
export interface Region {
  name: string;
  /** Index of its sheet. */
  sheet: number;
  /** The whole sheet when there is none. */
  range?: CellRange;
  /** What the workbook says of names and totals. */
  defined?: DefinedTable;
}

/**
 * Sheets that are not hidden, or those that were asked for by their name. A sheet with several defined tables is not one
 * table but those; a single one tells where the names are.
 * @throws AppError `sheet-unknown`.
 */
export function chooseRegions(workbook: Workbook, options: FileOptions): Region[] {
  const { sheets, tables } = workbook;
  if (!options.sheets) return sheets.flatMap(({ hidden }, sheet) => (hidden ? [] : sheetRegions(workbook, sheet)));
  return options.sheets.flatMap((wanted) => {
    const sheet = sheets.findIndex(({ name }) => name === wanted);
    if (sheet >= 0) return sheetRegions(workbook, sheet);
    const table = tables.find(({ name }) => name === wanted);
    if (table) return [tableRegion(table)];
    const names = [...sheets, ...tables].map(({ name }) => name);
    throw new AppError('sheet-unknown', { sheet: wanted, sheets: shortened(names) });
  });
}

function sheetRegions({ sheets, tables }: Workbook, sheet: number): Region[] {
  const inSheet = tables.filter((table) => table.sheet === sheet);
  if (inSheet.length > 1) return inSheet.map(tableRegion);
  return [{ name: sheets[sheet]!.name, sheet, ...(inSheet[0] && { defined: inSheet[0] }) }];
}

function tableRegion(table: DefinedTable): Region {
  return { name: table.name, sheet: table.sheet, range: table.range, defined: table };
}
