import { AppError } from '../core/errors.ts';
import { openOds } from './workbook-ods.ts';
import { WorkbookPackage } from './workbook-package.ts';
import { mainPart } from './workbook-relations.ts';
import { openXls } from './workbook-xls.ts';
import { openXlsb } from './workbook-xlsb.ts';
import { openXlsx } from './workbook-xlsx.ts';
import type { Workbook } from './workbook.ts';

export type WorkbookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods';

/** An .xls is read as a whole; programs that write it cannot make it larger. */
const LARGEST_XLS = 1 << 28;

/** @throws AppError `spreadsheet-encrypted`, `spreadsheet-too-old`, `spreadsheet-bomb`, `too-large-for-memory`. */
export async function openWorkbook(file: File, format: WorkbookFormat): Promise<Workbook> {
  if (format === 'xls') {
    if (file.size > LARGEST_XLS) throw new AppError('too-large-for-memory', { limit: LARGEST_XLS });
    return openXls(new Uint8Array(await file.arrayBuffer()));
  }
  const pack = await WorkbookPackage.open(file);
  if (format === 'ods') return openOds(pack);
  const main = await mainPart(pack);
  return main.endsWith('.bin') ? openXlsb(pack, main) : openXlsx(pack, main);
}
