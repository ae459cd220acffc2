import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportedTable } from '../../../src/workbench/contract.ts';
import { Importer, noticeKeys, sharedFile, types } from '../../fixtures/files/importer.ts';

const isThere = (await sharedFile('README.md')) !== undefined;

describe.skipIf(!isThere)('importFile with workbooks that were made to test SheetJS', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  const read = async (name: string): Promise<ImportedTable[]> =>
    importer.import((await sharedFile(`import_sheetjs/${name}`))!);

  /** Rows with something in them, and columns up to the last that has: of all sheets, as LibreOffice 7.4 writes them to CSV. */
  it.each([
    ['AutoFilter.ods', Array<string>(11).fill('22 × 5')],
    ['AutoFilter.xls', Array<string>(11).fill('22 × 5')],
    ['AutoFilter.xlsb', Array<string>(11).fill('22 × 5')],
    ['AutoFilter.xlsx', Array<string>(11).fill('22 × 5')],
    ['Attendance.xlsx', ['25 × 9']],
    ['comments_stress_test.ods', ['4 × 4', '33 × 4', '3 × 2', '37 × 2']],
    ['NumberFormatCondition.xlsm', ['13 × 4']],
    ['RkNumber.xls', ['5 × 3']],
    ['crlf/crlf.xlsb', ['3 × 2']],
    ['dpi/DPI120C11.xls', ['4 × 8', '2 × 3']],
    ['LONumbers-2010.xlsx', ['38 × 10']],
  ])('brings in every row and column of %s', async (name, expected) => {
    const found = (await read(name)).map((table) => {
      const names = noticeKeys(table).includes('notice.no-header') ? 0 : 1;
      return `${table.rows + names} × ${table.columns.length}`;
    });
    expect(found).toEqual(expected);
  });

  it('has the same types whatever format a sheet is saved in', async () => {
    const all: ImportedTable[] = [];
    for (const ending of ['xls', 'xlsx', 'xlsb']) all.push(...(await read(`1904/1900.${ending}`)));
    expect(all.map(types)).toEqual(Array<string[]>(3).fill(['BIGINT', 'DATE', 'DATE', 'DATE']));
  });

  it.each(['.ods', '.xls', '.xlsb', '.xlsx', '_strict.xlsx'])(
    'leaves out what is hidden in sheet_visibility%s',
    async (ending) => {
      const tables = await read(`sheet_visibility${ending}`);
      expect(tables.map(({ source }) => source.sheet)).toEqual(['Visible']);
      expect(tables[0]!.notices.at(-1)).toEqual({
        key: 'notice.sheets-hidden',
        values: { sheets: ['Hidden', 'VeryHidden'] },
      });
    },
  );

  it.each([
    ['author_snowman.xls5', 'spreadsheet-too-old'],
    ['crlf/CRLFX5_2.XLS', 'spreadsheet-too-old'],
    ['password_2002_128_strong.xls', 'spreadsheet-encrypted'],
    ['author_snowman.xlsx', 'spreadsheet-empty'],
  ])('refuses %s with %s', async (name, code) => {
    expect(await importer.refusal((await sharedFile(`import_sheetjs/${name}`))!)).toBe(code);
  });
});
