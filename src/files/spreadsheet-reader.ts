import type { DelimitedSource } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';
import { message } from '../core/message.ts';
import { shortened } from './column-names.ts';
import type { ReportBytes } from './reader-contract.ts';
import type { Scratch } from './scratch.ts';
import { chooseRegions, type Region } from './spreadsheet-regions.ts';
import { RegionReader } from './spreadsheet-table.ts';
import { openWorkbook, type WorkbookFormat } from './workbook-formats.ts';
import type { SheetRow, Workbook } from './workbook.ts';

const REPORT_EVERY = 5000;

/**
 * The tables of a workbook: one per sheet that has one, or each of the tables that are defined in a sheet.
 * @throws AppError `spreadsheet-encrypted`, `spreadsheet-broken`, `spreadsheet-too-old`, `spreadsheet-bomb`,
 * `spreadsheet-empty`, `sheet-too-large`, `sheet-unknown`, `too-large-for-memory`.
 */
export async function readSpreadsheet(
  file: File,
  format: WorkbookFormat,
  options: FileOptions,
  scratch: Scratch,
  report: ReportBytes,
  /** Only so many rows are wanted: the rest of the sheets is left unread. */
  most = Infinity,
): Promise<DelimitedSource[]> {
  try {
    const workbook = await openWorkbook(file, format);
    const progress = (share: number): void | Promise<void> => report(file.size * share, file.size);
    const sources = await readRegions(workbook, options, scratch, progress, most);
    if (sources.length === 0) throw new AppError('spreadsheet-empty', { file: file.name });
    const hidden = workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
    if (!options.sheets && hidden.length > 0) {
      sources[0]!.notices.push(message('notice.sheets-hidden', { sheets: shortened(hidden) }));
    }
    return sources;
  } catch (error) {
    throw isOfReading(error) ? new AppError('spreadsheet-broken', { file: file.name }, { cause: error }) : error;
  }
}

/** Whether an error tells of what is in the file, and not of memory, the disk or a file that is gone. */
function isOfReading(error: unknown): boolean {
  if (error instanceof AppError || error instanceof DOMException) return false;
  return !(error instanceof RangeError && /allocation|array length|string length/i.test(error.message));
}

async function readRegions(
  workbook: Workbook,
  options: FileOptions,
  scratch: Scratch,
  progress: (share: number) => void | Promise<void>,
  most: number,
): Promise<DelimitedSource[]> {
  const regions = chooseRegions(workbook, options);
  const readers = regions.map((region) => new RegionReader(region, workbook, options, scratch));
  const bySheet = new Map<number, RegionReader[]>();
  for (const reader of readers) bySheet.set(reader.region.sheet, [...(bySheet.get(reader.region.sheet) ?? []), reader]);
  const outside = new Map<number, number>();
  let used = 0;
  const add = async (row: SheetRow): Promise<void> => {
    let taken = 0;
    for (const reader of bySheet.get(row.sheet) ?? []) taken += await reader.add(row);
    if (taken > 0) used += 1;
    const left = row.cells.filter((cell) => cell !== '').length - taken;
    if (left > 0) outside.set(row.sheet, (outside.get(row.sheet) ?? 0) + left);
  };
  try {
    for await (const { rows, share } of workbook.rows(new Set(bySheet.keys()))) {
      for (const [i, row] of rows.entries()) {
        if (i % REPORT_EVERY === 0) await progress(share);
        await add(row);
        if (used >= most) break;
      }
      if (used >= most) break;
      await progress(share);
    }
    const isWhole = used < most;
    return await sourcesOf(readers, workbook, outside, isWhole);
  } catch (error) {
    for (const reader of readers) await reader.close();
    throw error;
  }
}

async function sourcesOf(
  readers: readonly RegionReader[],
  workbook: Workbook,
  outside: ReadonlyMap<number, number>,
  isWhole: boolean,
): Promise<DelimitedSource[]> {
  const sources: DelimitedSource[] = [];
  const said = new Set<number>();
  const without: string[] = [];
  for (const reader of readers) {
    const source = await reader.source();
    if (!source) {
      without.push(reader.region.name);
      continue;
    }
    sources.push(source);
    const { sheet } = reader.region;
    const count = outside.get(sheet) ?? 0;
    if (reader.region.range && count > 0 && !said.has(sheet)) {
      source.notices.push(
        message('notice.outside-tables', { count, sheet: shortened([sheetName(workbook, reader.region)])[0]! }),
      );
    }
    said.add(sheet);
  }
  // Of what was not read to its end nothing can be said to be empty.
  if (without.length > 0 && isWhole)
    sources[0]?.notices.push(message('notice.sheets-without-rows', { sheets: shortened(without) }));
  return sources;
}

function sheetName(workbook: Workbook, { sheet }: Region): string {
  return workbook.sheets[sheet]!.name;
}
