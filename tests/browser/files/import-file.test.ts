import { strToU8, zipSync } from 'fflate';
import { writeOds, writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { removeScratch } from '../../../src/files/scratch.ts';
import { ReaderProcess } from '../../../src/workbench/reader-process.ts';
import { Importer, noticeKeys, types } from '../../fixtures/files/importer.ts';

const gzip = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** Windows-1252, all of whose characters below 0x100 but 0x80–0x9F are those of Unicode. */
const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.replaceAll('€', '\x80'), (c) => c.charCodeAt(0));

describe('importFile', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it('reads a clean file as it stands, with types and record numbers', async () => {
    const table = await importer.importText(
      'Clean-1.csv',
      'id,at,amount,day,ok,note\n1,2020-01-31 10:00:00,2.5,2020-02-29,true,a\n2,,3,,FALSE,"b,""c"""\n',
    );
    expect(table.name).toBe('clean_1');
    expect(types(table)).toEqual(['BIGINT', 'TIMESTAMP', 'DOUBLE', 'DATE', 'BOOLEAN', 'VARCHAR']);
    expect(table.source).toEqual({ file: 'Clean-1.csv', format: 'csv', encoding: 'utf-8', delimiter: ',' });
    expect(await importer.rows('clean_1')).toEqual([
      [1, '2020-01-31T10:00:00', 2.5, '2020-02-29', true, 'a', 0],
      [2, null, 3, null, false, 'b,"c"', 1],
    ]);
  });

  it('counts on when the name is taken', async () => {
    expect((await importer.importText('clean 1.tsv', 'a\tb\n1\t2\n')).name).toBe('clean_1_2');
  });

  it('leaves nothing but the table', async () => {
    const { tables, scratch } = await importer.traces();
    expect(tables).toEqual([...importer.taken].sort());
    expect(scratch).toEqual([]);
  });

  it('keeps ids with leading zeros, and yes and no, as text', async () => {
    const table = await importer.importText('ids.csv', 'id,answer\n00004,Yes\n12,No\n');
    expect(types(table)).toEqual(['VARCHAR', 'VARCHAR']);
  });

  it('keeps every id of a large file as text when only one far down has a leading zero', async () => {
    const lines = Array.from({ length: 400_000 }, (_, i) => `${i === 333_333 ? '0007' : i},${i}.5`);
    const table = await importer.importText('far.csv', `id,x\n${lines.join('\n')}\n`);
    expect(types(table)).toEqual(['VARCHAR', 'DOUBLE']);
    expect(table.rows).toBe(400_000);
    expect((await importer.rows('far'))[333_333]).toEqual(['0007', 333_333.5, 333_333]);
  });

  it('finds out when the rest of a large file has other values than its sample', async () => {
    const lines = Array.from(
      { length: 300_000 },
      (_, i) => `${i === 250_001 ? '1.5' : i},${i === 250_002 ? 'n.d.' : '2020-01-01'},xxxxx`,
    );
    const table = await importer.importText('other.csv', `n,day,note\n${lines.join('\n')}\n`);
    expect(types(table)).toEqual(['DOUBLE', 'DATE', 'VARCHAR']);
    expect(noticeKeys(table)).toEqual(['notice.missing-words']);
  });

  it('counts and lists records that are not as wide as the table, and keeps their numbers free', async () => {
    const body = Array.from({ length: 40 }, (_, i) => `${i},x`);
    body[3] = '3';
    body[7] = '7,x,y,z';
    const table = await importer.importText('ragged.csv', `a,b\n${body.join('\n')}\n`);
    expect(table.rows).toBe(38);
    expect(table.rejectedRows).toBe(2);
    expect(noticeKeys(table)).toEqual(['notice.rejected', 'notice.rejected-example', 'notice.rejected-example']);
    expect((await importer.rows('ragged')).slice(2, 5).map((row) => row[2])).toEqual([2, 4, 5]);
    const rejects = await importer.database.rows({ text: 'SELECT * FROM redito.rejects' } as never);
    expect(rejects).toEqual([
      { table: 'ragged', line: 5, column: null, reason: 'too-few-columns', text: '3' },
      { table: 'ragged', line: 9, column: null, reason: 'too-many-columns', text: '7,x,y,z' },
    ]);
  });

  it('reads Spanish files: windows-1252, semicolons, decimal commas, day before month', async () => {
    const text = 'Año;Importe;Fecha;Precio €\n2020;1.234,50;31/01/2020;1,5\n2021;2,25;01/02/2020;2\n';
    const table = await importer.importText('españa.csv', latin(text));
    expect(table.columns).toEqual([
      { name: 'Año', type: 'BIGINT' },
      { name: 'Importe', type: 'DOUBLE' },
      { name: 'Fecha', type: 'DATE' },
      { name: 'Precio €', type: 'DOUBLE' },
    ]);
    expect(table.source.encoding).toBe('windows-1252');
    expect(await importer.rows('españa')).toEqual([
      [2020, 1234.5, '2020-01-31', 1.5, 0],
      [2021, 2.25, '2020-02-01', 2, 1],
    ]);
  });

  it('finds bytes that are not UTF-8 far behind the sample', async () => {
    const lines = ['id;name', ...Array.from({ length: 300_000 }, (_, i) => `${i};plain text`)].join('\n');
    const table = await importer.importText('late.csv', [lines, latin('\n300000;Muñoz\n')]);
    expect(table.source.encoding).toBe('windows-1252');
    expect((await importer.rows('late')).at(-1)).toEqual([300_000, 'Muñoz', 300_000]);
  });

  it('reads UTF-16 with and without a mark', async () => {
    const utf16 = (text: string): ArrayBuffer => Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer;
    const marked = await importer.importText('wide.csv', utf16('\uFEFFid\tname\n1\tAna\n'));
    const bare = await importer.importText('bare.csv', utf16('id\tname\n1\tAna\n'));
    expect([marked.columns, marked.source.encoding]).toEqual([bare.columns, bare.source.encoding]);
    expect(await importer.rows('wide')).toEqual([[1, 'Ana', 0]]);
  });

  it('keeps as text the one column with a date that does not exist, and types the others', async () => {
    const days = ['30/01/2024', '31/02/2024', '15/03/2024'].map((day, i) => `${i},${day},${i}.5`).join('\n');
    const table = await importer.importText('february.csv', `n,day,amount\n${days}\n`);
    expect(types(table)).toEqual(['BIGINT', 'VARCHAR', 'DOUBLE']);
    expect(table.notices).toEqual([{ key: 'notice.kept-as-text', values: { columns: ['day'] } }]);
  });

  it('reads a cell of fifty megabytes', async () => {
    const cell = 'forty characters, quoted ""as such"" here. '.repeat(1_200_000);
    const table = await importer.importText('large.csv', [`id,text\n1,"`, cell, '"\n2,short\n']);
    expect([table.rows, table.rejectedRows]).toEqual([2, 0]);
    const lengths = await importer.database.rows({
      text: 'SELECT id, length(text) AS n FROM raw.large ORDER BY id',
    } as never);
    expect(lengths).toEqual([
      { id: 1, n: cell.length - 2 * 1_200_000 },
      { id: 2, n: 5 },
    ]);
  });

  it('reads UTF-32', async () => {
    const utf32 = Uint32Array.from('\uFEFFid\tname\n1\tÑandú 🦤\n', (c) => c.codePointAt(0)!).buffer;
    const table = await importer.importText('widest.csv', utf32);
    expect(table.source.encoding).toBe('utf-32le');
    expect(await importer.rows('widest')).toEqual([[1, 'Ñandú 🦤', 0]]);
  });

  it('keeps the accents of UTF-8 with a few broken bytes, and counts those', async () => {
    const names = Array.from({ length: 100 }, (_, i) => `${i};Muñoz`).join('\n');
    const table = await importer.importText('chipped.csv', [`id;name\n${names}\n`, latin('100;Peña\n')]);
    expect(table.source.encoding).toBe('utf-8');
    expect(table.notices).toEqual([{ key: 'notice.unreadable', values: { count: 1, encoding: 'utf-8' } }]);
    expect((await importer.rows('chipped')).slice(-2)).toEqual([
      [99, 'Muñoz', 99],
      [100, 'Pe\uFFFDa', 100],
    ]);
  });

  it('takes the analyst’s word on encoding, delimiter, header and types', async () => {
    const table = await importer.importText(
      'word.txt',
      new Uint8Array([0x31, 0x3a, 0xe9, 0x3a, 0x35, 0x0a, 0x78, 0x3a, 0x62, 0x3a, 0x36, 0x0a]),
      {
        encoding: 'iso-8859-7',
        delimiter: ':',
        headerRow: 'none',
        columns: { column0: 'BIGINT', column2: 'VARCHAR' },
      },
    );
    expect(types(table)).toEqual(['BIGINT', 'VARCHAR', 'VARCHAR']);
    expect(table.notices).toContainEqual({
      key: 'notice.not-converted',
      values: { column: 'column0', count: 1, type: 'integer' },
    });
    expect(await importer.rows('word')).toEqual([
      [1, 'ι', '5', 0],
      [null, 'b', '6', 1],
    ]);
  });

  it('converts times with an offset to the reporting zone, summer and winter', async () => {
    importer.timeZone = 'Europe/Madrid';
    const table = await importer.importText(
      'zones.csv',
      'at\n2024-01-15T12:00:00Z\n2024-07-15T12:00:00Z\n2024-07-15 12:00:00+02:00\n',
    );
    importer.timeZone = 'UTC';
    expect(types(table)).toEqual(['TIMESTAMP']);
    expect(table.notices).toContainEqual({ key: 'notice.zone', values: { columns: ['at'], zone: 'Europe/Madrid' } });
    expect((await importer.rows('zones')).map(([at]) => at)).toEqual([
      '2024-01-15T13:00:00',
      '2024-07-15T14:00:00',
      '2024-07-15T12:00:00',
    ]);
  });

  it('keeps hostile names, and they do no harm', async () => {
    const names = [
      'a"b',
      "x'); DROP TABLE raw.clean_1; --",
      '__proto__',
      'line\nbreak',
      'n'.repeat(10_000),
      'ID',
      'id',
      '',
      '_row',
    ];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const table = await importer.importText('hostile.csv', `${header}\n1,2,3,4,5,6,7,8,9\n`);
    expect(table.columns.map(({ name }) => name)).toEqual([...names.slice(0, 6), 'id_2', 'column7', '_row_2']);
    expect(noticeKeys(table)).toEqual(['notice.columns-renamed', 'notice.columns-unnamed']);
    expect(await importer.rows('hostile')).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 0]]);
    expect((await importer.traces()).tables).toContain('clean_1');
  });

  it('drops a last column that has neither name nor values', async () => {
    const table = await importer.importText('trailing.csv', 'a;b;\n1;2;\n3;4;\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('reads gzip, also of several members', async () => {
    const [first, second] = [await gzip('a,b\n1,2\n'), await gzip('3,4\n')];
    expect((await importer.importText('packed.csv.gz', first)).rows).toBe(1);
    expect((await importer.importText('packed.csv.gz', [first, second])).name).toBe('packed_2');
    expect(await importer.rows('packed_2')).toEqual([
      [1, 2, 0],
      [3, 4, 1],
    ]);
  });

  it('reads JSON: lists, lines, an envelope, objects in objects, large integers', async () => {
    const records = '[{"id":1,"who":{"name":"Ana"},"at":"2020-01-01T10:00:00Z"},{"id":12345678901234567,"new":true}]';
    const list = await importer.importText('list.json', records);
    expect(list.columns).toEqual([
      { name: 'id', type: 'BIGINT' },
      { name: 'who.name', type: 'VARCHAR' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'new', type: 'BOOLEAN' },
    ]);
    expect(await importer.rows('list')).toEqual([
      [1, 'Ana', '2020-01-01T10:00:00', null, 0],
      ['12345678901234567', null, null, true, 1],
    ]);
    const lines = await importer.importText('lines.ndjson', '{"a":1}\n{"a":2}\nnot json\n{"a":"3"}');
    expect([lines.rows, lines.rejectedRows, lines.source.format]).toEqual([3, 1, 'ndjson']);
    expect((await importer.rows('lines')).map((row) => row[1])).toEqual([0, 1, 3]);
    const envelope = await importer.importText('api.json', '{"page":1,"data":[{"a":1},{"a":2}]}');
    expect([envelope.rows, envelope.source.format]).toEqual([2, 'json']);
  });

  it('reads every sheet of a workbook that holds a table', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Orders',
          rows: [
            ['Report of 2020'],
            [],
            ['id', 'at', 'amount', 'code'],
            [1, new Date(Date.UTC(2020, 0, 31, 10)), 2.5, '007'],
            [2, null, 3, '8'],
          ],
        },
        { name: 'Empty', rows: [] },
        { name: 'Old & hidden', rows: [['x'], [1]], hidden: true },
        { name: 'Días', rows: [['día'], [new Date(Date.UTC(2020, 0, 31))]] },
      ],
    });
    const tables = await importer.import(new File([bytes as Uint8Array<ArrayBuffer>], 'Book.xlsx'));
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['book_orders', 2],
      ['book_días', 1],
    ]);
    expect(types(tables[0]!)).toEqual(['BIGINT', 'TIMESTAMP', 'DOUBLE', 'VARCHAR']);
    expect(noticeKeys(tables[0]!)).toEqual(['notice.preamble', 'notice.sheets-without-rows', 'notice.sheets-hidden']);
    expect(tables[0]!.source).toEqual({ file: 'Book.xlsx', format: 'xlsx', sheet: 'Orders' });
    expect(await importer.rows('book_orders')).toEqual([
      [1, '2020-01-31T10:00:00', 2.5, '007', 0],
      [2, null, 3, '8', 1],
    ]);
    expect(types(tables[1]!)).toEqual(['DATE']);
    const chosen = await importer.import(new File([bytes as Uint8Array<ArrayBuffer>], 'Book.xlsx'), {
      sheets: ['Old & hidden'],
    });
    expect(chosen.map(({ name }) => name)).toEqual(['book_old___hidden']);
  });

  it('keeps the ends of lines inside cells, whatever they are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            ['x\r\ny', 'p\rq'],
            ['z\n', '"'],
          ],
        },
      ],
    });
    await importer.import(new File([bytes as Uint8Array<ArrayBuffer>], 'lines.xlsx'));
    const text = (await importer.rows('lines_s')).flat().join('|').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    expect(text).toBe('x\ny|p\nq|0|z\n|"|1');
    await importer.importText('returns.csv', 'a b\n1 "x\r\ny"\n2 "p\rq"\n', { delimiter: 'runs' });
    expect((await importer.rows('returns')).map((row) => row[1])).toEqual(['x\r\ny', 'p\rq']);
  });

  it('reads OpenDocument', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: 'S',
          rows: [
            ['a', 'b'],
            [1, 'x'],
            [2, 'y'],
          ],
        },
      ],
    });
    const tables = await importer.import(new File([bytes as Uint8Array<ArrayBuffer>], 'free.ods'));
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([['free_s', 2]]);
  });

  it.each([
    ['file-empty', new File([], 'nothing.csv')],
    ['file-empty', new File(['\n \n\n'], 'blank.csv')],
    ['no-rows', new File(['a,b,c\n'], 'header.csv')],
    [
      'format-foreign',
      new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])], 'picture.csv'),
    ],
    ['format-foreign', new File([Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)], 'noise.csv')],
    ['format-foreign', new File(['<!DOCTYPE html><table><tr><td>1</td></tr></table>'], 'page.xls')],
    ['format-foreign', new File([zipSync({ 'a.txt': strToU8('x') }) as Uint8Array<ArrayBuffer>], 'archive.csv')],
    ['spreadsheet-broken', new File([zipSync({ 'a.txt': strToU8('x') }) as Uint8Array<ArrayBuffer>], 'archive.xlsx')],
    [
      'spreadsheet-broken',
      new File(
        [
          zipSync({
            '[Content_Types].xml': strToU8('<x'),
            'xl/workbook.xml': strToU8('<broken'),
          }) as Uint8Array<ArrayBuffer>,
        ],
        'torn.xlsx',
      ),
    ],
    ['parquet-broken', new File(['PAR1 and then nothing that could be read'], 'short.parquet')],
    ['parquet-broken', new File(['no parquet at all'], 'text.parquet')],
    ['parquet-encrypted', new File(['PARE0000PARE'], 'secret.parquet')],
    ['gzip-broken', new File([new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3])], 'torn.csv.gz')],
    ['json-broken', new File(['[{"a":'], 'torn.json')],
    ['not-a-table', new File(['[1,2,3]'], 'numbers.json')],
  ])('refuses with %s and leaves nothing (%#)', async (code, file) => {
    const before = await importer.traces();
    expect(await importer.refusal(file)).toBe(code);
    expect(await importer.traces()).toEqual(before);
    expect((await importer.importText('after.csv', 'a,b\n1,2\n')).rows).toBe(1);
  });

  it('refuses a truncated gzip and a workbook with a password', async () => {
    const whole = await gzip(Array.from({ length: 5000 }, (_, i) => `${i},${(i * 7919) % 1000}`).join('\n'));
    expect(await importer.refusal(new File([whole.slice(0, whole.size / 2)], 'half.csv.gz'))).toBe('gzip-broken');
    const locked = await writeXlsx({
      sheets: [{ name: 'S', rows: [['a'], [1]] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect(await importer.refusal(new File([locked as Uint8Array<ArrayBuffer>], 'locked.xlsx'))).toBe(
      'spreadsheet-encrypted',
    );
  });

  it('refuses options that cannot hold', async () => {
    const file = new File(['a,b\n1,2\n'], 'x.csv');
    expect(await importer.refusal(file, { encoding: 'klingon' })).toBe('encoding-unknown');
    expect(await importer.refusal(file, { columns: { c: 'BIGINT' } })).toBe('column-unknown');
    expect(await importer.refusal(file, { columns: { a: 'toString' } })).toBe('column-type-unknown');
  });

  it('stops at once when cancelled and leaves nothing', async () => {
    const lines = Array.from({ length: 600_000 }, (_, i) => `${i} ${i % 17} "a b"`).join('\n');
    const before = await importer.traces();
    for (const file of [new File([lines], 'runs.txt'), new File([lines.replaceAll(' ', ',')], 'straight.csv')]) {
      const controller = new AbortController();
      const importing = importer.import(file, {}, controller.signal);
      setTimeout(() => controller.abort(), 250);
      await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    }
    expect(await importer.traces()).toEqual(before);
    expect((await importer.importText('next.csv', 'a,b\n1,2\n')).rows).toBe(1);
  });

  it('ends a reader that says nothing for too long, and one that is no longer wanted', async () => {
    const file = new File([Array.from({ length: 200_000 }, (_, i) => ` ${i}  ${i}`).join('\n')], 'slow.txt');
    const request = { file, options: {}, timeZone: 'UTC', scratchId: 'watchdog' };
    const hanging = new ReaderProcess(file, new AbortController().signal, 1);
    await expect(hanging.read(request, () => undefined)).rejects.toMatchObject({ code: 'reader-hangs' });
    hanging.end();
    const controller = new AbortController();
    const unwanted = new ReaderProcess(file, controller.signal);
    const reading = unwanted.read(request, () => undefined);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    unwanted.end();
    await vi.waitFor(() => removeScratch('watchdog'), { timeout: 5000 });
  });

  it('reports how far it is in the bytes of the file', async () => {
    importer.phases.length = 0;
    const file = new File([Array.from({ length: 300_000 }, (_, i) => ` ${i}  ${i}`).join('\n')], 'progress.txt');
    await importer.import(file);
    const reading = importer.phases.filter(({ phase }) => phase === 'reading');
    expect(reading.length).toBeGreaterThan(3);
    expect(reading.at(-1)).toMatchObject({ done: file.size, total: file.size });
  });
});
