import { compoundBytes } from './compound-file.ts';
import { openOds } from './workbook-ods.ts';
import { WorkbookPackage } from './workbook-package.ts';
import { mainPart } from './workbook-relations.ts';
import { openXls } from './workbook-xls.ts';
import { openXlsb } from './workbook-xlsb.ts';
import { openXlsx } from './workbook-xlsx.ts';
import type { Workbook } from './workbook.ts';

export type WorkbookFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods';

/** @throws AppError `spreadsheet-encrypted`, `spreadsheet-too-old`, `spreadsheet-bomb`, `too-large-for-memory`. */
export async function openWorkbook(file: File, format: WorkbookFormat): Promise<Workbook> {
  if (format === 'xls') return openXls(await compoundBytes(file));
  const pack = await WorkbookPackage.open(file);
  if (format === 'ods') return openOds(pack);
  const main = await mainPart(pack);
  return main.endsWith('.bin') ? openXlsb(pack, main) : openXlsx(pack, main);
}
