import { compoundFileKind } from '../../../../src/files/compound-file.ts';
import { detectFormat, workbookFormat } from '../../../../src/files/formats.ts';
import { openWorkbook } from '../../../../src/files/workbook-formats.ts';
import { readZipDirectory } from '../../../../src/files/zip-directory.ts';

/** Every cell of a workbook as the text that the reader hands over, before names are looked for. */
export async function readGrids(file: File): Promise<{ name: string; rows: Map<number, string[]> }[] | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const found = detectFormat(bytes.subarray(0, 65_536), file);
  const format =
    found === 'zip'
      ? workbookFormat(((await readZipDirectory(file)) ?? []).map(({ name }) => name))
      : found === 'cfb'
        ? compoundFileKind(bytes)
        : found;
  if (format !== 'xlsx' && format !== 'xlsb' && format !== 'xls' && format !== 'ods') return undefined;
  const workbook = await openWorkbook(file, format);
  const grids = workbook.sheets.map(({ name }) => ({ name, rows: new Map<number, string[]>() }));
  for await (const { rows } of workbook.rows(new Set(grids.keys()))) {
    for (const { sheet, row, cells } of rows) grids[sheet]!.rows.set(row, cells);
  }
  return grids;
}
