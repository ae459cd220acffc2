import { AppError } from '../core/errors.ts';
import { openOds } from './workbook-ods.ts';
import { WorkbookPackage } from './workbook-package.ts';
import { openXls } from './workbook-xls.ts';
import { openXlsb } from './workbook-xlsb.ts';
import { mainPart, openXlsx } from './workbook-xlsx.ts';
import type { Workbook } from './workbook.ts';

export type WorkbookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods';

/** Formats that can only be read as a whole. */
const LARGEST_IN_MEMORY = 1 << 28;

/** @throws AppError `spreadsheet-encrypted`, `spreadsheet-too-old`, `spreadsheet-bomb`, `too-large-for-memory`. */
export async function openWorkbook(file: File, format: WorkbookFormat): Promise<Workbook> {
  if (format === 'xls') return openXls(await wholeFile(file));
  const pack = await WorkbookPackage.open(file);
  if (format === 'ods') return openOds(pack);
  const main = await mainPart(pack);
  return main.endsWith('.bin') ? openXlsb(await wholeFile(file)) : openXlsx(pack, main);
}

async function wholeFile(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST_IN_MEMORY) throw new AppError('too-large-for-memory', { limit: LARGEST_IN_MEMORY });
  return new Uint8Array(await file.arrayBuffer());
}
