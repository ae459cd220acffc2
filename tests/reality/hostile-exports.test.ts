import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/core/csv.ts';
import type { Row } from '../../src/core/json.ts';
import { writeXlsx } from '../../src/files/xlsx-writer.ts';
import { shownName } from '../../src/i18n/shown-name.ts';
import { markup } from '../../src/reports/markup.ts';
import { tableFile } from '../../src/reports/table-file.ts';
import { segmentCsv } from '../../src/questions/rfm-segments/segment-export.svelte.ts';
import { captionSvg } from '../../src/ui/chart-files.ts';
import { fileNameOf } from '../../src/ui/download.ts';
import { tooltipHtml } from '../../src/ui/tooltip-html.ts';
import { chartTheme } from '../fixtures/chart-theme.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const naughty = join(data, 'import_naughty_strings/blns.json');
const payloads = join(data, 'import_csv_injection/csv-payload.txt');
const isThere = existsSync(naughty) && existsSync(payloads);

const strings: string[] = isThere
  ? [
      ...(JSON.parse(readFileSync(naughty, 'utf8')) as string[]),
      ...readFileSync(payloads, 'utf8').split('\n'),
      ...[
        '=1+1',
        ' =1+1',
        '"=1+1',
        '\u200B=1',
        '\u202E=1',
        '\t@SUM(A1)',
        '\uFF1D1+1',
        '\r-1+cmd',
        'a;=1+1',
        'a\t+1+cmd',
        '-12,5',
      ],
      ...['_x003D_1+1', '<![CDATA[x]]>', ']]>', '<svg onload=alert(1)>', '</text><script>alert(1)</script>'],
    ].filter((text) => text !== '')
  : [];

const beside = { tables: {}, rules: {} };
const privacy = { smallest: 5, ids: { salt: '12345678' } };
/** What a spreadsheet runs, however it got there. */
const RUNS = /^[\s"\p{Cf}\p{Cc}]*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u;
/** One, or several where they stand between commas. */
const NUMBER = /^-?\d+([.,]\d+)*(e[+-]?\d+)?(,"?(-?\d+([.,]\d+)*(e[+-]?\d+)?)?"?)*$/i;

/** RFC 4180. */
function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (isQuoted && character === '"' && text[i + 1] === '"') field += text[(i += 1)]!;
    else if (character === '"' && (isQuoted || field === '')) isQuoted = !isQuoted;
    else if (!isQuoted && character === separator) {
      rows.at(-1)!.push(field);
      field = '';
    } else if (!isQuoted && (character === '\n' || character === '\r')) {
      if (character === '\r' && text[i + 1] === '\n') i += 1;
      rows.at(-1)!.push(field);
      field = '';
      rows.push([]);
    } else field += character;
  }
  return rows;
}

const harmful = (cells: readonly string[]): string[] => cells.filter((cell) => RUNS.test(cell) && !NUMBER.test(cell));

describe.skipIf(!isThere)('naughty strings and injections', () => {
  it('run in no CSV, whether a spreadsheet splits at commas, semicolons or tabs', async () => {
    const rows = strings.map((text) => [text, 1, text]);
    const csv = toCsv([strings[0]!, 'n', '=1+1'], rows);
    const segment = await segmentCsv(
      strings.map((text): Row => ({ customer_id: text, segment: text, r: 1 })),
      'keep',
      '',
    );
    const file = await tableFile(
      strings[0]!,
      strings.map((text): Row => ({ name: text, n: 7 })),
      { counts: ['n'] },
      privacy,
      'csv',
      beside,
    );
    for (const text of [csv, segment, await file.text()]) {
      for (const separator of [',', ';', '\t']) expect(harmful(readCsv(text, separator).flat())).toEqual([]);
    }
  });

  it('come back from a CSV as they went in, but for the apostrophe', () => {
    const cells = readCsv(
      toCsv(
        ['a'],
        strings.map((text) => [text]),
      ),
      ',',
    )
      .slice(1, -1)
      .flat();
    const bare = (text: string) => text.replaceAll("'", '');
    expect(cells.map(bare)).toEqual(strings.map(bare));
    expect(toCsv(['a'], [['-12'], ['-12.5'], [-3], ['12345678901234567890']])).toBe(
      'a\r\n-12\r\n-12.5\r\n-3\r\n12345678901234567890\r\n',
    );
  });

  it('are texts in a workbook, never formulas, whatever the sheet is called', async () => {
    const bytes = await writeXlsx(
      strings.join(' '),
      strings.slice(0, 3),
      strings.map((text) => [text, text, -1]),
    );
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
    for (const [name, part] of parts)
      expect(strFromU8(part), name).not.toMatch(/<f[ >]|<ddeLink|<externalLink|<hyperlink/i);
    const { sheets } = await readXlsx(bytes);
    expect(harmful(sheets[0]!.rows.flat().filter((cell) => typeof cell === 'string'))).toEqual([]);
    expect(sheets[0]!.rows.slice(1).map((row) => row[2])).toEqual(strings.map(() => -1));
    for (const title of strings) {
      const { sheets: named } = await readXlsx(await writeXlsx(title, ['a'], [[1]]));
      expect(named).toHaveLength(1);
      expect(named[0]!.name.length).toBeLessThanOrEqual(31);
    }
  });

  it('are names of files without a way out of the folder, a turned ending or a device', () => {
    for (const text of strings) {
      const name = fileNameOf(text, 'csv', 'raw');
      expect(name).toMatch(/^[\p{L}\p{N}-]+\.csv$/u);
      expect([...name].length).toBeLessThanOrEqual(90);
    }
  });

  it('are text in HTML, in attributes, in tooltips and in pictures', () => {
    for (const text of strings) {
      const { text: html } = markup`<p title="${text}">${text}</p>`;
      expect(html.match(/<[^>]*>/g)?.length, text).toBe(2);
      const tip = tooltipHtml(text, [{ label: text, value: text, colour: text }], text);
      expect(tip.replace(/<\/?(div|span|b|i)( class="[\w -]+"| style="background:[^"<>]*")*>/g, '')).not.toMatch(
        /[<>]/,
      );
      const svg = captionSvg('<svg width="1" height="1"></svg>', { title: text, subtitle: text }, chartTheme);
      expect(
        svg.match(/<[^>]*>/g)?.every((tag) => /^<\/?(svg|rect|text)\b/.test(tag)),
        text,
      ).toBe(true);
    }
  });

  it('turn no sentence around', () => {
    for (const text of strings) expect(shownName(text)).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
  });
});
