import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, sharedFile } from '../../fixtures/files/importer.ts';

const isThere = (await sharedFile('README.md')) !== undefined;

describe.skipIf(!isThere)('importFile with public files made to break readers', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  const outcome = async (path: string): Promise<string> => importer.refusal((await sharedFile(path))!);

  it.each([
    ['ARROW-GH-41317', 'parquet-broken'],
    ['ARROW-GH-41321', 'parquet-types'],
    ['ARROW-GH-43605', 'accepted arrow_gh_43605 21186'],
    ['ARROW-GH-45185', 'parquet-broken'],
    ['ARROW-GH-47662', 'parquet-broken'],
    ['ARROW-RS-GH-6229-DICTHEADER', 'parquet-broken'],
    ['ARROW-RS-GH-6229-LEVELS', 'parquet-broken'],
    ['PARQUET-1481', 'parquet-broken'],
  ])('answers %s with %s', async (name, expected) => {
    expect(await outcome(`import_parquet_testing/bad_data/${name}.parquet`)).toBe(expected);
  });

  it('refuses workbooks with a password', async () => {
    for (const name of ['password_2002_128_strong', 'password_2002_40_xor']) {
      expect(await outcome(`import_sheetjs/${name}.xls`)).toBe('spreadsheet-encrypted');
    }
  });

  it('keeps lines of naughty strings as they stand', async () => {
    expect(await outcome('import_naughty_strings/blns.txt')).toMatch(/^accepted blns \d+$/);
    expect(await outcome('import_naughty_strings/blns.json')).toBe('not-a-table');
  });
});

describe.skipIf(!isThere)('importFile with what Spanish administrations publish', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it.each([
    ['AccidentesBicicletas_2020', 921, 'windows-1252', 13],
    ['ActuacionesBomberos_2020', 259, 'utf-8', 11],
    ['ContratosInscritos2020', 1413, 'windows-1252', 22],
    ['VialesVigentes_20210131', 9260, 'windows-1252', 15],
    ['agencia_empleo_inscritos_2020', 15_139, 'windows-1252', 11],
    ['agenda-actividades-eventos', 565, 'windows-1252', 29],
  ])('reads %s', async (name, rows, encoding, columns) => {
    const [table] = await importer.import((await sharedFile(`es_open_data/${name}.csv`))!);
    expect([table!.rows, table!.source.encoding, table!.columns.length]).toEqual([rows, encoding, columns]);
    expect(table!.source.delimiter).toBe(';');
    expect(table!.rejectedRows).toBe(0);
  });
});
