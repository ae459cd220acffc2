import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, noticeKeys, types } from '../../fixtures/files/importer.ts';

describe('previewFile', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  const spanish = 'Ventas de España\nid;importe;fecha\n1;1.234,50 €;01/02/2024\n2;3,25 €;03/04/2024\n';

  it('shows the first rows as they would come in, and leaves nothing', async () => {
    const before = await importer.traces();
    const body = Array.from({ length: 500 }, (_, i) => `${i};${i},5;0${1 + (i % 9)}/02/2024`).join('\n');
    const preview = await importer.preview(new File([`id;importe;fecha\n${body}\n`], 'ventas.csv'));
    expect(preview.columns.map(({ type }) => type)).toEqual(['BIGINT', 'DOUBLE', 'DATE']);
    expect(preview.rows.length).toBe(50);
    expect(preview.rows[3]).toEqual([3, 3.5, '2024-02-04']);
    expect(preview.look?.openDates).toEqual(['fecha']);
    expect(await importer.traces()).toEqual(before);
  });

  it('tells titles, names, delimiter, encoding and the words that show it', async () => {
    const { source, look, rows } = await importer.preview(new File([spanish], 'ventas.csv'));
    expect(source).toMatchObject({ encoding: 'utf-8', delimiter: ';', format: 'csv' });
    expect([look?.headerRow, look?.records.length, look?.words]).toEqual([1, 4, ['Ventas de España', '50 €']]);
    expect(rows).toEqual([
      [1, 1234.5, '2024-02-01'],
      [2, 3.25, '2024-04-03'],
    ]);
  });

  it('reads anew by what the analyst decides', async () => {
    const preview = await importer.preview(new File([spanish], 'ventas.csv'), {
      headerRow: 'none',
      encoding: 'windows-1252',
      delimiter: ';',
    });
    expect(preview.look?.headerRow).toBe('none');
    expect(preview.look?.words).toContain('Ventas de EspaÃ±a');
    const typed = await importer.preview(new File([spanish], 'ventas.csv'), {
      columns: { id: 'VARCHAR' },
      dateOrder: 'mdy',
      missing: ['2'],
    });
    expect(typed.rows).toEqual([
      ['1', 1234.5, '2024-01-02'],
      [null, 3.25, '2024-03-04'],
    ]);
  });

  it('remembers a decision for files with the same columns, and says so', async () => {
    const { look } = await importer.preview(new File([spanish], 'ventas.csv'));
    importer.remembered = { [look!.signature!]: { dateOrder: 'mdy' } };
    const [table] = await importer.import(new File([spanish.replaceAll('01/02', '05/02')], 'febrero.csv'));
    expect(noticeKeys(table!)[0]).toBe('notice.remembered');
    expect((await importer.rows('febrero')).map((row) => row[2])).toEqual(['2024-05-02', '2024-03-04']);
    const [other] = await importer.import(new File(['id;otro\n1;01/02/2024\n'], 'otro.csv'));
    expect([types(other!), noticeKeys(other!)]).toEqual([['BIGINT', 'DATE'], ['notice.date-order']]);
    const [given] = await importer.import(new File([spanish], 'dicho.csv'), { dateOrder: 'dmy' });
    expect(noticeKeys(given!)).not.toContain('notice.remembered');
  });

  it('reads by what it is told a file that is no table by itself', async () => {
    expect(await importer.refusal(new File(['a,b\n'], 'one.csv'))).toBe('no-rows');
    const table = await importer.importText('one.csv', 'a,b\n', { headerRow: 'none' });
    expect([table.rows, table.columns.length]).toEqual([1, 2]);
    const { look } = await importer.preview(new File(['a,b\n'], 'one.csv'), { headerRow: 'none' });
    expect(look).not.toHaveProperty('signature');
  });

  it('looks for words beyond ASCII in reasonable time, whatever the text', async () => {
    const file = new File(['id;text\n', `1;${'word after word '.repeat(60_000)}ñu\n`], 'prose.csv');
    const started = performance.now();
    expect((await importer.preview(file)).look?.words).toEqual(['after word ñu']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('reads of a large list of records and of a large sheet no more than their beginning', async () => {
    const records = Array.from({ length: 200_000 }, (_, i) => JSON.stringify({ id: i, note: 'x'.repeat(40) }));
    const list = new File([`[${records.join(',\n')}]`], 'list.json');
    const lines = new File([records.join('\n')], 'lines.ndjson');
    const rows = Array.from({ length: 60_000 }, (_, i) => [i, 'x'.repeat(20)]);
    const sheet = new File(
      [(await writeXlsx({ sheets: [{ name: 'Sales', rows: [['id', 'note'], ...rows] }] })) as BlobPart],
      'sheet.xlsx',
    );
    for (const file of [list, lines, sheet]) {
      importer.phases.length = 0;
      const preview = await importer.preview(file);
      expect(preview.columns).toEqual([
        { name: 'id', type: 'BIGINT' },
        { name: 'note', type: 'VARCHAR' },
      ]);
      expect(preview.rows.length).toBe(50);
      expect(preview.rows[49]![0]).toBe(49);
      const read = Math.max(...importer.phases.filter(({ phase }) => phase === 'reading').map(({ done }) => done));
      expect(read).toBeLessThan(file.size / 2);
    }
  });
});
