import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, noticeKeys, types } from '../../fixtures/files/importer.ts';
import { odsFile, sheetRows, xlsxParts, zipped } from '../../fixtures/files/workbook-parts.ts';

const range = (name: string, ref: string, columns: readonly string[], more = ''): string =>
  `<table displayName="${name}" ref="${ref}" ${more}><tableColumns>${columns
    .map((column) => `<tableColumn name="${column}"/>`)
    .join('')}</tableColumns></table>`;

describe('importFile with workbooks', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it('makes each of several defined tables of a sheet a table, and counts what is outside', async () => {
    const rows = sheetRows([
      ['Report of May', undefined, undefined, 'note'],
      [],
      ['id', 'amount', undefined, 'city', 'shops'],
      [1, 2.5, undefined, 'Quito', 3],
      [2, 4, undefined, 'Cusco', 5],
      ['Total', 6.5],
    ]);
    const tables = [
      range('Sales', 'A3:B6', ['id', 'amount'], 'totalsRowCount="1"'),
      range('Shops', 'D3:E5', ['city', 'shops']),
    ];
    const imported = await importer.import(zipped(xlsxParts([{ name: 'May', rows, tables }]), 'two.xlsx'));
    expect(imported.map(({ name, rows: count }) => [name, count])).toEqual([
      ['two_sales', 2],
      ['two_shops', 2],
    ]);
    expect(noticeKeys(imported[0]!)).toEqual(['notice.defined-table', 'notice.totals-row', 'notice.outside-tables']);
    expect(imported[0]!.notices.at(-1)!.values).toEqual({ sheet: 'May', count: 2 });
    expect(noticeKeys(imported[1]!)).toEqual(['notice.defined-table']);
    expect(await importer.rows('two_sales')).toEqual([
      [1, 2.5, 0],
      [2, 4, 1],
    ]);
    expect(await importer.rows('two_shops')).toEqual([
      ['Quito', 3, 0],
      ['Cusco', 5, 1],
    ]);
  });

  it('reads a defined table by its name', async () => {
    const rows = sheetRows([
      ['a', undefined, 'b'],
      [1, undefined, 2],
    ]);
    const tables = [range('Left', 'A1:A2', ['a']), range('Right', 'C1:C2', ['b'])];
    const file = zipped(xlsxParts([{ rows, tables }]), 'named.xlsx');
    const imported = await importer.import(file, { sheets: ['Right'] });
    expect(imported.map(({ name }) => name)).toEqual(['named_right']);
    expect(await importer.refusal(file, { sheets: ['Middle'] })).toBe('sheet-unknown');
  });

  it('takes the names of a sheet from where its one defined table has them', async () => {
    const rows = sheetRows([
      ['made', 'by', 'hand'],
      ['x', 'y', 'z'],
      ['k', 'l', 'm'],
      [1, 2, 3],
    ]);
    const file = zipped(xlsxParts([{ rows, tables: [range('T', 'A3:C4', ['k', 'l', 'm'])] }]), 'one.xlsx');
    const [table] = await importer.import(file);
    expect([table!.name, table!.rows, table!.columns.map(({ name }) => name)]).toEqual(['one_s1', 1, ['k', 'l', 'm']]);
    expect(noticeKeys(table!)).toEqual(['notice.preamble']);
  });

  it('puts names together that stand in merged cells over two rows', async () => {
    const rows = sheetRows([
      ['Sales of our shops'],
      ['shop', '2023', undefined, '2024', undefined],
      [undefined, 'Q1', 'Q2', 'Q1', 'Q2'],
      ['Quito', 1, 2, 3, 4],
      ['Cusco', 5, 6, 7, 8],
    ]);
    const after =
      '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells>';
    const [table] = await importer.import(zipped(xlsxParts([{ rows, after }]), 'merged.xlsx'));
    expect(table!.columns.map(({ name }) => name)).toEqual(['shop', '2023 Q1', '2023 Q2', '2024 Q1', '2024 Q2']);
    expect(noticeKeys(table!)).toEqual(['notice.preamble', 'notice.header-lines']);
    expect(await importer.rows('merged_s1')).toEqual([
      ['Quito', 1, 2, 3, 4, 0],
      ['Cusco', 5, 6, 7, 8, 1],
    ]);
  });

  it('leaves the first record alone below a name that is merged over two columns', async () => {
    const rows = sheetRows([
      ['name', undefined, 'age'],
      ['Ada', 'L', 36],
      ['Alan', 'T', 41],
    ]);
    const after = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>';
    const [table] = await importer.import(zipped(xlsxParts([{ rows, after }]), 'wide.xlsx'));
    expect([table!.rows, table!.columns.map(({ name }) => name)]).toEqual([2, ['name', 'column1', 'age']]);
  });

  it('counts cells with errors and formulas without a value as missing, and says so', async () => {
    const rows = sheetRows([
      ['n', 'm', 'k'],
      [{ xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }, 1, { xml: '<c><f>A1</f></c>' }],
      [2, { xml: '<c t="e"><v>#N/A</v></c>' }, { xml: '<c><f>A1</f><v></v></c>' }],
      [3, 3, 3],
    ]);
    const [table] = await importer.import(zipped(xlsxParts([{ rows }]), 'errors.xlsx'));
    expect(types(table!)).toEqual(['BIGINT', 'BIGINT', 'BIGINT']);
    expect(await importer.rows('errors_s1')).toEqual([
      [null, 1, null, 0],
      [2, null, null, 1],
      [3, 3, 3, 2],
    ]);
    expect(table!.notices.map(({ key, values }) => [key, values['count'], values['columns']])).toEqual([
      ['notice.sheet-errors', 2, ['n', 'm']],
      ['notice.sheet-uncalculated', 2, ['k']],
    ]);
  });

  it('keeps a row all of whose formulas have no value, in both formats', async () => {
    const formula = { xml: '<c><f>A1</f></c>' };
    const rows = sheetRows([
      ['n', 'm'],
      [1, 2],
      [formula, formula],
      [3, 4],
    ]);
    const number = (value: number): string =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    const text = (value: string): string =>
      `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    const empty = '<table:table-cell table:formula="of:=[.A1]"/>';
    const open = [text('n') + text('m'), number(1) + number(2), empty + empty, number(3) + number(4)];
    const ods = odsFile(open.map((cells) => `<table:table-row>${cells}</table:table-row>`).join(''), 'open.ods');
    for (const file of [zipped(xlsxParts([{ rows }]), 'formulas.xlsx'), ods]) {
      const [table] = await importer.import(file);
      expect(await importer.rows(table!.name)).toEqual([
        [1, 2, 0],
        [null, null, 1],
        [3, 4, 2],
      ]);
      expect(table!.notices.map(({ key, values }) => [key, values['count']])).toEqual([
        ['notice.sheet-uncalculated', 2],
      ]);
    }
  });

  it('reads a sheet of nothing but formulas without a value as rows of missing values', async () => {
    const formula = { xml: '<c><f>A1</f></c>' };
    const rows = sheetRows([
      [formula, formula],
      [formula, formula],
    ]);
    const [table] = await importer.import(zipped(xlsxParts([{ rows }]), 'blank.xlsx'));
    expect(table!.rows).toBe(2);
    expect(noticeKeys(table!)).toContain('notice.sheet-uncalculated');
  });

  it('names the sheets that have no rows when others have', async () => {
    const sheets = [
      { name: 'Names', rows: sheetRows([['a', 'b']]) },
      { name: 'Data', rows: sheetRows([['a'], [1]]) },
      { name: 'Blank', rows: '' },
    ];
    const imported = await importer.import(zipped(xlsxParts(sheets), 'some.xlsx'));
    expect(imported.map(({ name, notices }) => [name, notices])).toEqual([
      ['some_data', [{ key: 'notice.sheets-without-rows', values: { sheets: ['Names', 'Blank'] } }]],
    ]);
  });

  it('takes the words for missing values that it is told, and no others', async () => {
    const rows = sheetRows([
      ['n', 'm'],
      [1, 'NA'],
      ['gone', 2],
    ]);
    const [table] = await importer.import(zipped(xlsxParts([{ rows }]), 'words.xlsx'), { missing: ['gone'] });
    expect(types(table!)).toEqual(['BIGINT', 'VARCHAR']);
    expect(await importer.rows(table!.name)).toEqual([
      [1, 'NA', 0],
      [null, '2', 1],
    ]);
  });

  it('reads a row of more than two megabytes', async () => {
    const long = 'ñ'.repeat(1_500_000);
    const rows = sheetRows([
      ['a', 'b'],
      [long, 1],
      ['x', 2],
    ]);
    const [table] = await importer.import(zipped(xlsxParts([{ rows }]), 'long.xlsx'));
    const read = await importer.rows(table!.name);
    expect(read.map(([a, b]) => [(a as string).length, b])).toEqual([
      [1_500_000, 1],
      [1, 2],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = sheetRows([
      ['day', 'hour'],
      [{ xml: '<c s="1"><v>35064</v></c>' }, { xml: '<c s="3"><v>1.5</v></c>' }],
    ]);
    await importer.import(zipped(xlsxParts([{ rows }], '<workbookPr date1904="1"/>'), 'mac.xlsx'));
    expect(await importer.rows('mac_s1')).toEqual([['2000-01-01', '36:00:00', 0]]);
  });

  it('reads texts of several looks, escaped and without what says how they sound', async () => {
    const rich =
      '<c t="inlineStr"><is><r><t>Tō</t></r><rPh sb="0" eb="1"><t>no</t></rPh><r><rPr/><t xml:space="preserve">kyō_x0021_ </t></r></is></c>';
    const [table] = await importer.import(
      zipped(
        xlsxParts([
          {
            rows: sheetRows([
              ['a', 'b'],
              [{ xml: rich }, 1],
            ]),
          },
        ]),
        'rich.xlsx',
      ),
    );
    expect(table!.rows).toBe(1);
    expect((await importer.rows('rich_s1'))[0]![0]).toBe('Tōkyō! ');
  });

  it('refuses a workbook whose directory says that it unpacks to far more than it is', async () => {
    const parts = xlsxParts([{ rows: sheetRows([['a'], [1]]) }]);
    const bytes = new Uint8Array(await zipped(parts, 'x').arrayBuffer());
    const view = new DataView(bytes.buffer);
    const entry = bytes.findIndex((_, at) => at + 46 < bytes.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 3_000_000_000, true);
    expect(await importer.refusal(new File([bytes], 'bomb.xlsx'))).toBe('spreadsheet-bomb');
  });

  it('refuses a part that unpacks to more than the directory says', async () => {
    const bytes = new Uint8Array(await zipped(xlsxParts([{ rows: sheetRows([['a'], [1]]) }]), 'x').arrayBuffer());
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    }
    expect(await importer.refusal(new File([bytes], 'liar.xlsx'))).toBe('spreadsheet-bomb');
  });

  it('refuses a part whose bytes are not those that were packed', async () => {
    const packed = zipped(xlsxParts([{ rows: sheetRows([['a'], [1234]]) }]), 'x', 0);
    const bytes = new Uint8Array(await packed.arrayBuffer());
    const value = new TextEncoder().encode('<v>1234</v>');
    const at = bytes.findIndex((_, i) => value.every((byte, j) => bytes[i + j] === byte));
    bytes[at + 3]! += 1;
    expect(await importer.refusal(new File([bytes], 'changed.xlsx'))).toBe('spreadsheet-broken');
  });

  it('refuses entities that grow', async () => {
    const parts = xlsxParts([{ rows: sheetRows([['a'], [1]]) }]);
    parts['xl/worksheets/sheet1.xml'] =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData/></worksheet>';
    expect(await importer.refusal(zipped(parts, 'laughs.xlsx'))).toBe('spreadsheet-bomb');
  });

  it('refuses a sheet of 17 billion cells, and reads one whose emptiness is that large', async () => {
    const cell = (value: string): string =>
      `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    const filled =
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>';
    expect(await importer.refusal(odsFile(filled, 'full.ods'))).toBe('sheet-too-large');
    const empty =
      '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const text = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>';
    const few = `<table:table-row>${text}</table:table-row><table:table-row table:number-rows-repeated="3">${cell('7')}</table:table-row>${empty}`;
    const [table] = await importer.import(odsFile(few, 'empty.ods'));
    expect(table!.rows).toBe(3);
  });

  it('refuses an OpenDocument file with a password', async () => {
    const file = zipped(
      { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>', 'content.xml': 'secret' },
      'locked.ods',
    );
    expect(await importer.refusal(file)).toBe('spreadsheet-encrypted');
  });

  it('refuses a workbook that ends early', async () => {
    const bytes = await zipped(xlsxParts([{ rows: sheetRows([['a'], [1]]) }]), 'x').arrayBuffer();
    expect(await importer.refusal(new File([bytes.slice(0, -200)], 'cut.xlsx'))).toBe('spreadsheet-broken');
  });
});
