import { numberText, type NumberKind } from './workbook-numbers.ts';
import { rkNumber } from './workbook-xls-records.ts';
import type { XlsbReader, XlsbRecord } from './workbook-xlsb-records.ts';
import { MOST_COLUMNS, MOST_ROWS, type CellRange, type SheetRow } from './workbook.ts';

export interface XlsbContext {
  strings: readonly string[];
  kinds: readonly NumberKind[];
  is1904: boolean;
}

const ROW = 0;
const RK = 2;
const ERROR = 3;
const BOOLEAN = 4;
const NUMBER = 5;
const TEXT = 6;
const SHARED_TEXT = 7;
const FORMULA_TEXT = 8;
const FORMULA_NUMBER = 9;
const FORMULA_BOOLEAN = 10;
const FORMULA_ERROR = 11;
/** Cells without their column, which is the next one: the same kinds as from 1 to 7. */
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
const RICH_TEXT = 62;
const SHEET_DATA_END = 146;
const MERGED = 176;

interface OpenRow extends SheetRow {
  errors: number[];
}

/** Puts the rows of a sheet together from its records. */
export class XlsbSheet {
  readonly merges: CellRange[] = [];
  readonly #sheet: number;
  readonly #context: XlsbContext;
  #rows: SheetRow[] = [];
  #row: OpenRow | undefined;
  #column = -1;

  constructor(sheet: number, context: XlsbContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  /** The rows that have come since the last time. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  add({ id, data }: XlsbRecord): void {
    if (id === ROW) this.#openRow(data.u32());
    else if (id === SHEET_DATA_END) this.end();
    else if (id <= LAST_SHORT || id === RICH_TEXT) this.#addCell(id, data);
  }

  addMerge({ id, data }: XlsbRecord): void {
    if (id !== MERGED) return;
    const [top, bottom, left, right] = [data.u32(), data.u32(), data.u32(), data.u32()];
    this.merges.push({ top, left, bottom, right });
  }

  /** The last row is whole. */
  end(): void {
    if (this.#row && this.#row.cells.length + this.#row.errors.length > 0) this.#rows.push(this.#row);
    this.#row = undefined;
  }

  #openRow(row: number): void {
    this.end();
    if (row >= MOST_ROWS) throw new TypeError(`row ${row}`);
    this.#row = { sheet: this.#sheet, row, cells: [], errors: [], uncalculated: [] };
    this.#column = -1;
  }

  #addCell(id: number, data: XlsbReader): void {
    const row = this.#row;
    if (!row) return;
    const isShort = id >= FIRST_SHORT && id <= LAST_SHORT;
    this.#column = isShort ? this.#column + 1 : data.u32();
    if (this.#column >= MOST_COLUMNS) throw new TypeError(`column ${this.#column}`);
    const style = data.u32() & 0xffffff;
    const kind = isShort ? id - FIRST_SHORT + 1 : id;
    if (kind === ERROR || kind === FORMULA_ERROR) row.errors.push(this.#column);
    const text = this.#cellText(kind, style, data);
    if (text === '') return;
    while (row.cells.length < this.#column) row.cells.push('');
    row.cells[this.#column] = text;
  }

  #cellText(kind: number, style: number, data: XlsbReader): string {
    if (kind === RK) return this.#number(rkNumber(data.u32()), style);
    if (kind === NUMBER || kind === FORMULA_NUMBER) return this.#number(data.f64(), style);
    if (kind === BOOLEAN || kind === FORMULA_BOOLEAN) return data.u8() === 0 ? 'false' : 'true';
    if (kind === SHARED_TEXT) return this.#context.strings[data.u32()] ?? '';
    if (kind === RICH_TEXT) data.u8();
    return kind === TEXT || kind === FORMULA_TEXT || kind === RICH_TEXT ? data.string() : '';
  }

  #number(value: number, style: number): string {
    return numberText(value, this.#context.kinds[style] ?? 'number', this.#context.is1904);
  }
}
