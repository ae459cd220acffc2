import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.ts';
import { writeXlsx } from '../../../src/files/xlsx-writer.ts';

const columns = ['customer', 'spent', 'came', 'stays', 'note'];
const rows: Json[][] = [
  ['ana', 12.5, '2026-09-30', true, null],
  ['=HYPERLINK("https://a.example")', -3, '2026-10-01', false, '+1'],
  ['@x', 0, null, true, '\tcell'],
  ['-2', 1e-7, '', false, '<b>&"\' \u0000 ünï'],
  ['-2+3', 9_007_199_254_740_991, 'x', true, { a: [1] }],
];

async function written(title = 'customers') {
  const bytes = await writeXlsx(title, columns, rows);
  const workbook = await readXlsx(bytes);
  const files = unzipSync(bytes);
  const part = (end: string): string => strFromU8(files[Object.keys(files).find((name) => name.endsWith(end))!]!);
  return { sheet: workbook.sheets[0]!, part };
}

describe('writeXlsx', () => {
  it('is read back as what it was, numbers as numbers and texts as texts', async () => {
    const { sheet } = await written();
    expect(sheet.name).toBe('customers');
    expect(sheet.rows[0]).toEqual(columns);
    expect(sheet.rows[1]!.slice(0, 4)).toEqual(['ana', 12.5, '2026-09-30', true]);
    expect(sheet.rows.map((row) => row[1]).slice(1)).toEqual([12.5, -3, 0, 1e-7, 9_007_199_254_740_991]);
    expect(sheet.rows[5]![4]).toBe('{"a":[1]}');
  });

  it('guards what a spreadsheet would take for a formula, and writes none', async () => {
    const { sheet, part } = await written();
    expect(sheet.rows.slice(2).map((row) => row[0])).toEqual([
      `'=HYPERLINK("https://a.example")`,
      "'@x",
      '-2',
      "'-2+3",
    ]);
    expect(sheet.rows[2]![4]).toBe("'+1");
    expect(part('sheet1.xml')).not.toMatch(/<f[ >]/);
  });

  it('has bold names that stay in view, and columns wide enough', async () => {
    const { part } = await written();
    expect(part('sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(part('sheet1.xml')).toMatch(/<col [^>]*width="/);
    expect(part('styles.xml')).toMatch(/<b\s*\/>/);
  });

  it('leaves out what XML cannot write, and keeps text that looks like the number of a character', async () => {
    const head = ['a\uFFFE', '_x0041_'];
    const body: Json[][] = [
      ['\u0001=1+1', '_x003D_1+1'],
      ['\uD800x\u000B', '\uFFFF😀'],
      [`${'y'.repeat(32_766)}😀`, '__x0041_ _x41_'],
    ];
    const bytes = await writeXlsx('\u0002t', head, body);
    const files = unzipSync(bytes);
    for (const [name, content] of Object.entries(files)) {
      if (name.endsWith('.xml')) expect(strFromU8(content), name).not.toMatch(/(?![\t\n\r])[\p{Cc}\uFFFD-\uFFFF]/u);
    }
    const all = Object.entries(files).map(([name, content]) => (name.endsWith('.xml') ? strFromU8(content) : ''));
    expect(all.join('')).toContain('_x005F_x003D_1+1');
    // Reads it as a spreadsheet does.
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.name).toBe('t');
    expect(sheets[0]!.rows).toEqual([
      ['a', '_x0041_'],
      ["'=1+1", '_x003D_1+1'],
      ['x', '😀'],
      ['y'.repeat(32_766), '__x0041_ _x41_'],
    ]);
  });

  it.each([
    ['a/b:c[d]*?', 'a b c d'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['***', 'Table'],
  ])('names the sheet after %s as far as a sheet can be', async (title, name) => {
    expect((await written(title)).sheet.name).toBe(name);
  });
});
