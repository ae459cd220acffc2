import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compoundBytes } from '../../../src/files/compound-file.ts';
import { openWorkbook, type WorkbookFormat } from '../../../src/files/workbook-formats.ts';
import type { SheetRow, Workbook } from '../../../src/files/workbook.ts';

const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(readFileSync(new URL(`../../fixtures/files/${name}`, import.meta.url)));

const open = (format: WorkbookFormat): Promise<Workbook> =>
  openWorkbook(new File([fixture(`kinds.${format}`)], `kinds.${format}`), format);

async function rowsOf(workbook: Workbook, ...sheets: number[]): Promise<SheetRow[]> {
  const all: SheetRow[] = [];
  for await (const { rows } of workbook.rows(new Set(sheets))) all.push(...rows);
  return all;
}

/** The values in `make-workbooks.mjs`, which LibreOffice wrote in each of the formats. */
const EXPECTED = [
  ['n', 'texto', 'día', 'momento', 'hora', 'duración', 'sí', 'parte', 'precio', 'cálculo'],
  ['1', '007', '2024-02-29', '2024-02-29 13:45:10', '08:30:00', '36:05:00', 'true', '0.125', '1234.5', 'añ'],
  [
    '-2.5',
    expect.stringContaining('数据'),
    '1999-12-31',
    '1999-12-31 23:59:59',
    '23:59:59',
    '00:00:01',
    'false',
    '1',
    '-0.01',
  ],
  [
    '123456789',
    'línea 1\nlínea 2',
    '2000-03-01',
    '2000-03-01',
    '00:00:00',
    '100:00:00',
    'true',
    '0.333333333333',
    '1000000',
    '1.5',
  ],
  ['1.5e+20', '<b> & "x"'],
];

describe.each(['xlsx', 'ods', 'xls'] as const)('openWorkbook of %s', (format) => {
  it('names all sheets and says which are hidden', async () => {
    expect((await open(format)).sheets).toEqual([
      { name: 'Datos ñ 数据', hidden: false },
      { name: 'Oculta', hidden: true },
      { name: 'Grupos', hidden: false },
    ]);
  });

  it('gives every kind of value as it is stored', async () => {
    const rows = await rowsOf(await open(format), 0);
    // An .xls of LibreOffice keeps truth as numbers that are shown as words.
    const isTruth = (cell: string, column: number): string =>
      format === 'xls' && column === 6 && /^[01]$/.test(cell) ? String(cell === '1') : cell;
    expect(rows.map(({ cells }) => cells.map(isTruth))).toEqual(EXPECTED);
    expect(rows.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4]);
  });

  it('keeps a text whole that is longer than a record', async () => {
    const [, , third] = await rowsOf(await open(format), 0);
    const word = (i: number): string => (i % 7 === 3 ? 'ñandú' : i % 11 === 5 ? '数据' : `word${i}`);
    expect(third!.cells[1]).toBe(Array.from({ length: 900 }, (_, i) => word(i)).join(' '));
  });

  it('leaves cells with errors empty and says where they are', async () => {
    const rows = await rowsOf(await open(format), 0);
    expect(rows.map(({ errors }) => errors)).toEqual([[], [], [9], [], []]);
  });

  it('reads the sheets that are asked for and no others', async () => {
    const rows = await rowsOf(await open(format), 1, 2);
    expect([...new Set(rows.map(({ sheet }) => sheet))]).toEqual([1, 2]);
    expect(rows.filter(({ sheet }) => sheet === 1).map(({ cells }) => cells)).toEqual([['x'], ['1']]);
  });

  it('tells which cells were made one', async () => {
    const merges = await (await open(format)).merges(2);
    expect(merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]).sort()).toEqual([
      [0, 0, 1, 0],
      [0, 1, 0, 2],
      [0, 3, 0, 4],
    ]);
  });
});

describe('openWorkbook of what cannot be read', () => {
  const patched = (find: readonly number[], put: readonly number[]): File => {
    const bytes = fixture('kinds.xls');
    const at = bytes.findIndex((_, i) => find.every((byte, j) => bytes[i + j] === byte));
    bytes.set(put, at);
    return new File([bytes], 'patched.xls');
  };
  const BEGIN_OF_GLOBALS = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];

  it('refuses what Excel 95 wrote', async () => {
    const older = patched(BEGIN_OF_GLOBALS, [0x09, 0x08, 0x10, 0x00, 0x00, 0x05, 0x05, 0x00]);
    await expect(openWorkbook(older, 'xls')).rejects.toMatchObject({ code: 'spreadsheet-too-old' });
  });

  it('ends when the sectors of a file go round in a circle', async () => {
    const bytes = fixture('kinds.xls');
    const view = new DataView(bytes.buffer);
    const table = 512 * (1 + view.getUint32(76, true));
    for (let at = table; at < table + 512; at += 4) view.setUint32(at, 0, true);
    await expect(openWorkbook(new File([bytes], 'circle.xls'), 'xls')).rejects.toThrow();
  });

  it('ends when the list of the sectors of the table goes round in a circle', async () => {
    const { length } = fixture('kinds.xls');
    const bytes = new Uint8Array(length + 512).fill(0xff);
    bytes.set(fixture('kinds.xls'));
    const view = new DataView(bytes.buffer);
    const added = (length - 512) / 512;
    view.setUint32(68, added, true);
    view.setUint32(72, 0xffff_ffff, true);
    view.setUint32(length + 508, added, true);
    await expect(openWorkbook(new File([bytes], 'circle.xls'), 'xls')).rejects.toThrow('sectors in a circle');
  });

  it('asks how large a compound file is before it is read', async () => {
    const large = new File(['x'], 'large.xls');
    Object.defineProperties(large, { size: { value: 2 ** 29 }, slice: { value: undefined } });
    await expect(compoundBytes(large)).rejects.toMatchObject({ code: 'too-large-for-memory' });
  });
});
