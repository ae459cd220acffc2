import type { CellValue } from 'hucre';
import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import { ColumnEvidence } from './column-evidence.ts';
import { scratchDialect, writeRecord } from './csv-writer.ts';
import { planColumns } from './delimited-plan.ts';
import { findHeader, type FoundHeader } from './header.ts';
import type { FileOptions } from '../core/file-options.ts';
import type { ReportBytes } from './reader-contract.ts';
import { noRejects } from './rejects.ts';
import type { Scratch, ScratchFile } from './scratch.ts';
import { shortened } from './column-names.ts';
import { cellText, isEncryptedError, openWorkbook, type SheetRows } from './spreadsheet-rows.ts';

const LARGEST_BYTES = 1 << 30;
/** Rows that are looked at to find the names. */
const LOOKED_AT = 200;
const REPORT_EVERY = 2000;
const WIDEST = 5000;

/**
 * The tables of a workbook, one per sheet that has one.
 * @throws AppError `spreadsheet-encrypted`, `spreadsheet-broken`, `spreadsheet-empty`, `sheet-unknown`, `too-large-for-memory`.
 */
export async function readSpreadsheet(
  file: File,
  format: 'xlsx' | 'xlsb' | 'xls' | 'ods',
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
): Promise<DelimitedSource[]> {
  if (file.size > LARGEST_BYTES) throw new AppError('too-large-for-memory', { file: file.name, limit: LARGEST_BYTES });
  try {
    const workbook = await openWorkbook(format, new Uint8Array(await file.arrayBuffer()));
    const chosen = chooseSheets(workbook.names, options);
    const sources: DelimitedSource[] = [];
    for (const [done, { name, index }] of chosen.entries()) {
      const progress = (share: number): void | Promise<void> =>
        report((file.size * (done + share)) / chosen.length, file.size);
      const source = await readSheet(workbook.open(name, index), options, scratch, progress);
      if (source) sources.push(source);
    }
    if (sources.length === 0) throw new AppError('spreadsheet-empty', { file: file.name });
    const hidden = workbook.names.filter((sheet) => sheet.hidden).map((sheet) => sheet.name);
    if (!options.sheets && hidden.length > 0) {
      sources[0]!.notices.push(message('notice.sheets-hidden', { sheets: shortened(hidden) }));
    }
    return sources;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isEncryptedError(error)) throw new AppError('spreadsheet-encrypted', { file: file.name }, { cause: error });
    throw new AppError('spreadsheet-broken', { file: file.name }, { cause: error });
  }
}

function chooseSheets(
  names: readonly { name: string; hidden: boolean }[],
  options: FileOptions,
): { name: string; index: number }[] {
  const all = names.map(({ name, hidden }, index) => ({ name, index, hidden }));
  if (!options.sheets) return all.filter(({ hidden }) => !hidden);
  return options.sheets.map((wanted) => {
    const found = all.find(({ name }) => name === wanted);
    if (!found) throw new AppError('sheet-unknown', { sheet: wanted, sheets: names.map(({ name }) => name) });
    return found;
  });
}

async function readSheet(
  sheet: SheetRows,
  options: FileOptions,
  scratch: Scratch,
  progress: (share: number) => void | Promise<void>,
): Promise<DelimitedSource | undefined> {
  const start: string[][] = [];
  let table: SheetTable | undefined;
  let count = 0;
  const begin = async (): Promise<void> => {
    const header = findSheetHeader(start, options);
    table = new SheetTable(header, await scratch.create());
    for (const row of start.slice(header.skip)) table.add(row);
  };
  try {
    for await (const { values } of sheet.rows()) {
      const row = rowText(values);
      if (row.length === 0) continue;
      count += 1;
      if (count % REPORT_EVERY === 0) await progress(1 - 1 / (1 + count / 100_000));
      if (table) {
        table.add(row);
        continue;
      }
      start.push(row);
      if (start.length === LOOKED_AT) await begin();
    }
    if (!table && start.length > 0) await begin();
    await progress(1);
    return await table?.source(sheet.name, options);
  } catch (error) {
    await table?.close();
    throw error;
  }
}

/** The cells up to the last one that holds something: a format painted to the edge of the sheet is no column. */
function rowText(values: readonly CellValue[]): string[] {
  let length = values.length;
  while (length > 0 && cellText(values[length - 1]).trim() === '') length -= 1;
  return values.slice(0, length).map(cellText);
}

/** Rows of a sheet end with their last cell: they are made as wide as the widest before the names are looked for. */
function findSheetHeader(start: readonly string[][], options: FileOptions): FoundHeader {
  const filled = start.map((row) => row.filter((cell) => cell !== '').length);
  const widest = start.reduce((width, row) => Math.max(width, row.length), 0);
  const usual = Math.max(...filled);
  const pad = (row: readonly string[]): string[] => [...row, ...Array.from({ length: widest - row.length }, () => '')];
  if (options.headerRow !== undefined) return findHeader(start.map(pad), options.headerRow);
  // A title above the table fills a cell or two of a wide sheet.
  const titles = filled.findIndex((count) => count > 1 || usual === 1 || count >= usual / 2);
  const skipped = Math.max(0, titles);
  const found = findHeader(start.slice(skipped).map(pad));
  return { ...found, skip: found.skip + skipped, preamble: found.preamble + skipped };
}

class SheetTable {
  readonly #header: FoundHeader;
  readonly #out: ScratchFile;
  readonly #evidence: ColumnEvidence[] = [];
  #rows = 0;

  constructor(header: FoundHeader, out: ScratchFile) {
    this.#header = header;
    this.#out = out;
    this.#widen(header.width);
  }

  add(row: readonly string[]): void {
    this.#widen(row.length);
    for (let i = 0; i < this.#evidence.length; i += 1) this.#evidence[i]!.add(row[i] ?? '');
    writeRecord(this.#out, this.#rows, row);
    this.#rows += 1;
  }

  async close(): Promise<File> {
    return this.#out.close();
  }

  async source(sheet: string, options: FileOptions): Promise<DelimitedSource | undefined> {
    const file = await this.close();
    if (this.#rows === 0) return undefined;
    const width = this.#evidence.length;
    const names = this.#header.names && Array.from({ length: width }, (_, i) => this.#header.names![i] ?? '');
    const header = { ...this.#header, names, width };
    const context = {
      decimal: options.decimal,
      dateOrder: options.dateOrder,
      usualOrder: 'dmy',
      commaIsDecimal: true,
    } as const;
    const { columns, notices } = planColumns({ header, context, evidence: this.#evidence }, options);
    return {
      file,
      sheet,
      dialect: scratchDialect,
      header: false,
      numbered: true,
      ragged: true,
      columns,
      rejects: noRejects,
      notices,
    };
  }

  #widen(width: number): void {
    if (width > WIDEST) throw new AppError('too-many-columns', { columns: width, limit: WIDEST });
    while (this.#evidence.length < width) this.#evidence.push(new ColumnEvidence());
  }
}
