/** Rows and columns are counted from 0, both ends included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetInfo {
  name: string;
  hidden: boolean;
}

/** A table that was given a name and a place in a sheet. */
export interface DefinedTable {
  name: string;
  /** Index of its sheet. */
  sheet: number;
  range: CellRange;
  /** Its first row holds the names. */
  header: boolean;
  /** Rows of totals at its end. */
  totals: number;
  columns: string[];
}

/** One row that has cells, as the text that stands for them in a delimited file; `''` is an empty cell. */
export interface SheetRow {
  sheet: number;
  row: number;
  cells: string[];
  /** Columns whose cells hold an error, as `#N/A`: they are empty in `cells`. */
  errors: readonly number[];
  /** Columns whose formulas were stored without their value: they are empty in `cells`. */
  uncalculated: readonly number[];
}

/** Some rows, and what part of the file has been read with them, from 0 to 1. */
export interface RowBatch {
  rows: SheetRow[];
  share: number;
}

/** The sheets of a workbook, whatever its format. Nothing in it is run or calculated. */
export interface Workbook {
  sheets: SheetInfo[];
  tables: DefinedTable[];
  /** The rows of some sheets, sheet by sheet in the order of the workbook. */
  rows(wanted: ReadonlySet<number>): AsyncGenerator<RowBatch>;
  /** Cells of a sheet that were made one; at least those that begin in the first `LOOKED_AT` rows. */
  merges(sheet: number): Promise<CellRange[]>;
}

/** Rows that are looked at to find the names. */
export const LOOKED_AT = 200;
/** What a sheet can have, in every program that there is. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Cells with something in them, in one sheet: more than any program holds, and less than ends the tab. */
export const MOST_CELLS = 200_000_000;
