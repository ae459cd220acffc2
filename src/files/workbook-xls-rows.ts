import { numberText, type NumberKind } from './workbook-numbers.ts';
import { RecordReader, rkNumber, xlsRecords, type XlsRecord } from './workbook-xls-records.ts';
import type { CellRange, SheetRow } from './workbook.ts';

const BEGIN = 0x0809;
const END = 0x000a;
const NUMBER = 0x0203;
const RK = 0x027e;
const MANY_RK = 0x00bd;
const SHARED_TEXT = 0x00fd;
const TEXT = 0x0204;
const RICH_TEXT = 0x00d6;
const BOOLEAN_OR_ERROR = 0x0205;
const FORMULA = 0x0006;
const FORMULA_TEXT = 0x0207;
const MERGED = 0x00e5;

interface XlsContext {
  strings: readonly string[];
  kinds: readonly NumberKind[];
  is1904: boolean;
}

/** The rows of the sheet whose records begin at `at`, in their order, and its merged cells. */
export function readXlsSheet(
  stream: Uint8Array,
  at: number,
  sheet: number,
  context: XlsContext,
): { rows: SheetRow[]; merges: CellRange[] } {
  const cells = new SheetCells(sheet, context);
  let depth = 0;
  for (const record of xlsRecords(stream, at)) {
    // A chart in a sheet is a stream of records in it.
    if (record.id === BEGIN) depth += 1;
    else if (record.id === END) depth -= 1;
    else if (depth === 1) cells.add(record);
    if (depth === 0) break;
  }
  return { rows: cells.rows(), merges: cells.merges };
}

interface OpenRow extends SheetRow {
  errors: number[];
}

class SheetCells {
  readonly merges: CellRange[] = [];
  readonly #sheet: number;
  readonly #context: XlsContext;
  readonly #rows = new Map<number, OpenRow>();
  /** Where the text goes that a formula gave: it comes in a record of its own. */
  #formula: { row: number; column: number } | undefined;

  constructor(sheet: number, context: XlsContext) {
    this.#sheet = sheet;
    this.#context = context;
  }

  rows(): SheetRow[] {
    return [...this.#rows.values()].sort((a, b) => a.row - b.row);
  }

  add({ id, pieces }: XlsRecord): void {
    const reader = new RecordReader(pieces);
    if (id === FORMULA_TEXT) {
      if (this.#formula) this.#set(this.#formula.row, this.#formula.column, reader.string(reader.u16()));
      this.#formula = undefined;
    } else if (id === MERGED) this.#addMerges(reader);
    else if (id === MANY_RK) this.#addManyRk(reader, pieces[0]!.length);
    else if (CELLS.has(id)) this.#addCell(id, reader);
  }

  #addCell(id: number, reader: RecordReader): void {
    const [row, column, style] = [reader.u16(), reader.u16(), reader.u16()];
    if (id === NUMBER) this.#setNumber(row, column, style, reader.f64());
    else if (id === RK) this.#setNumber(row, column, style, rkNumber(reader.u32()));
    else if (id === SHARED_TEXT) this.#set(row, column, this.#context.strings[reader.u32()] ?? '');
    else if (id === BOOLEAN_OR_ERROR) this.#setBoolean(row, column, reader.u8(), reader.u8() === 1);
    else if (id === FORMULA) this.#setResult(row, column, style, reader.bytes(8));
    else this.#set(row, column, reader.string(reader.u16()));
  }

  #addManyRk(reader: RecordReader, length: number): void {
    const row = reader.u16();
    const first = reader.u16();
    const count = Math.floor((length - 6) / 6);
    for (let i = 0; i < count; i += 1) this.#setNumber(row, first + i, reader.u16(), rkNumber(reader.u32()));
  }

  /** A result is a number, or says in its first byte what else it is when it ends with FFFF ([MS-XLS] 2.5.133). */
  #setResult(row: number, column: number, style: number, result: Uint8Array): void {
    this.#formula = undefined;
    if (result[6] !== 0xff || result[7] !== 0xff) {
      this.#setNumber(row, column, style, new DataView(result.buffer).getFloat64(0, true));
    } else if (result[0] === 0) this.#formula = { row, column };
    else if (result[0] === 1 || result[0] === 2) this.#setBoolean(row, column, result[2]!, result[0] === 2);
  }

  #setBoolean(row: number, column: number, value: number, isError: boolean): void {
    if (isError) this.#row(row).errors.push(column);
    else this.#set(row, column, value === 0 ? 'false' : 'true');
  }

  #setNumber(row: number, column: number, style: number, value: number): void {
    this.#set(row, column, numberText(value, this.#context.kinds[style] ?? 'number', this.#context.is1904));
  }

  #set(row: number, column: number, text: string): void {
    if (text === '') return;
    const { cells } = this.#row(row);
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  #row(row: number): OpenRow {
    const found = this.#rows.get(row);
    if (found) return found;
    const made: OpenRow = { sheet: this.#sheet, row, cells: [], errors: [], uncalculated: [] };
    this.#rows.set(row, made);
    return made;
  }

  #addMerges(reader: RecordReader): void {
    for (let left = reader.u16(); left > 0; left -= 1) {
      const [top, bottom, first, last] = [reader.u16(), reader.u16(), reader.u16(), reader.u16()];
      this.merges.push({ top, left: first, bottom, right: last });
    }
  }
}

const CELLS = new Set([NUMBER, RK, SHARED_TEXT, TEXT, RICH_TEXT, BOOLEAN_OR_ERROR, FORMULA]);
