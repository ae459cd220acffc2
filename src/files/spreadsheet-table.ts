import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { message, type Message } from '../core/message.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { shortened, WIDEST } from './column-names.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { planColumns } from './delimited-plan.ts';
import { noRejects } from './rejects.ts';
import type { Scratch, ScratchFile } from './scratch.ts';
import { hasGaps, mergedHeader } from './spreadsheet-merges.ts';
import { definedHeader, findSheetHeader, type FirstRow, type SheetHeader } from './spreadsheet-header.ts';
import type { Region } from './spreadsheet-regions.ts';
import { LOOKED_AT, type SheetRow, type Workbook } from './workbook.ts';

const NO_COLUMNS: readonly number[] = [];

/** Takes the rows of one region, finds its names and writes what is below them. */
export class RegionReader {
  readonly region: Region;
  readonly #workbook: Workbook;
  readonly #options: FileOptions;
  readonly #scratch: Scratch;
  readonly #evidence: ColumnEvidence[] = [];
  readonly #errors = new Map<number, number>();
  readonly #uncalculated = new Map<number, number>();
  #start: FirstRow[] = [];
  #header: SheetHeader | undefined;
  #out: ScratchFile | undefined;
  #isClosed = false;
  #rows = 0;
  #longest = 0;
  #totals = 0;

  constructor(region: Region, workbook: Workbook, options: FileOptions, scratch: Scratch) {
    this.region = region;
    this.#workbook = workbook;
    this.#options = options;
    this.#scratch = scratch;
  }

  /** How many cells of the row are the region's. */
  async add(row: SheetRow): Promise<number> {
    const { range } = this.region;
    if (range && (row.row < range.top || row.row > range.bottom)) return 0;
    const cells = trimmed(range ? row.cells.slice(range.left, range.right + 1) : row.cells);
    const shift = range?.left ?? 0;
    const own = range ? (column: number): boolean => column >= shift && column <= range.right : undefined;
    const errors = own ? row.errors.filter(own) : row.errors;
    const uncalculated = own ? row.uncalculated.filter(own) : row.uncalculated;
    const taken = cells.reduce((count, cell) => (cell === '' ? count : count + 1), 0);
    if (this.#isTotal(row.row)) this.#totals += 1;
    else if (cells.length + errors.length + uncalculated.length > 0) {
      const first = { row: row.row, cells, errors, uncalculated, shift };
      if (this.#header) this.#write(first);
      else {
        this.#start.push(first);
        if (this.#start.length === LOOKED_AT) await this.#begin();
      }
    }
    return taken;
  }

  async close(): Promise<File | undefined> {
    if (this.#isClosed) return undefined;
    this.#isClosed = true;
    return this.#out?.close();
  }

  /** Undefined when there is no row below the names. */
  async source(): Promise<DelimitedSource | undefined> {
    if (!this.#header && this.#start.length > 0) await this.#begin();
    const file = await this.close();
    if (!file || !this.#header || this.#rows === 0) return undefined;
    const width = this.#evidence.length;
    const found = this.#header;
    const names = found.names && Array.from({ length: width }, (_, i) => found.names![i] ?? '');
    const { decimal, dateOrder } = this.#options;
    const context = { decimal, dateOrder, usualOrder: 'dmy', commaIsDecimal: true } as const;
    const plan = { header: { ...found, names, width }, context, evidence: this.#evidence };
    const { columns, notices } = planColumns(plan, this.#options);
    const called = columns.map(({ name }) => name);
    return {
      file,
      sheet: this.region.name,
      dialect: scratchDialect,
      header: false,
      numbered: true,
      ragged: true,
      columns,
      longestRecord: this.#longest,
      rejects: noRejects,
      notices: [...notices, ...this.#notices(called)],
    };
  }

  /** Rows of totals are no records; the workbook says which they are. */
  #isTotal(row: number): boolean {
    const { defined } = this.region;
    return defined !== undefined && row <= defined.range.bottom && row > defined.range.bottom - defined.totals;
  }

  async #begin(): Promise<void> {
    const header = await this.#findHeader();
    this.#out = await this.#scratch.create();
    this.#header = header;
    this.#widen(header.width);
    for (const row of this.#start.slice(header.skip)) this.#write(row);
    this.#start = [];
  }

  async #findHeader(): Promise<SheetHeader> {
    const { headerRow } = this.#options;
    if (headerRow !== undefined) return findSheetHeader(this.#start, headerRow);
    const defined = definedHeader(this.#start, this.region);
    if (defined) return defined;
    const found = findSheetHeader(this.#start);
    if (!hasGaps(this.#start, found)) return found;
    return mergedHeader(this.#start, await this.#workbook.merges(this.region.sheet)) ?? found;
  }

  #write({ cells, errors, uncalculated, shift }: FirstRow): void {
    this.#widen(Math.max(cells.length, 1 + Math.max(-1, ...errors, ...uncalculated) - shift));
    for (let i = 0; i < this.#evidence.length; i += 1) this.#evidence[i]!.add(cells[i] ?? '');
    this.#longest = Math.max(this.#longest, writeRecord(this.#out!, this.#rows, cells));
    this.#rows += 1;
    if (errors !== NO_COLUMNS) count(this.#errors, errors, shift);
    if (uncalculated !== NO_COLUMNS) count(this.#uncalculated, uncalculated, shift);
  }

  #widen(width: number): void {
    if (width > WIDEST) throw new AppError('too-many-columns', { columns: width, limit: WIDEST });
    while (this.#evidence.length < width) this.#evidence.push(new ColumnEvidence(this.#options.missing));
  }

  #notices(names: readonly string[]): Message[] {
    const notices: Message[] = [];
    const { range, defined, sheet } = this.region;
    if (range && defined) {
      const [table, inSheet] = shortened([defined.name, this.#workbook.sheets[sheet]!.name]);
      notices.push(message('notice.defined-table', { table: table!, sheet: inSheet! }));
    }
    const lines = this.#header?.lines ?? 1;
    if (lines > 1) notices.push(message('notice.header-lines', { count: lines }));
    if (this.#totals > 0) notices.push(message('notice.totals-row', { count: this.#totals }));
    for (const [key, found] of [
      ['notice.sheet-errors', this.#errors],
      ['notice.sheet-uncalculated', this.#uncalculated],
    ] as const) {
      if (found.size === 0) continue;
      const columns = shortened([...found.keys()].sort((a, b) => a - b).map((column) => names[column] ?? ''));
      notices.push(message(key, { count: [...found.values()].reduce((a, b) => a + b, 0), columns }));
    }
    return notices;
  }
}

/** The cells up to the last one that holds something: a format painted to the edge of the sheet is no column. */
function trimmed(cells: string[]): string[] {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === '') length -= 1;
  return length === cells.length ? cells : cells.slice(0, length);
}

function count(counts: Map<number, number>, columns: readonly number[], shift: number): void {
  for (const column of columns) counts.set(column - shift, (counts.get(column - shift) ?? 0) + 1);
}
