import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import typesUrl from '../../fixtures/files/types.parquet?url';
import { Importer, noticeKeys } from '../../fixtures/files/importer.ts';

describe('importFile with Parquet', () => {
  let importer: Importer;
  let file: File;
  beforeAll(async () => {
    importer = await Importer.open();
    file = new File([await (await fetch(typesUrl)).blob()], 'types.parquet');
  });
  afterAll(() => importer.close());

  it('stores every type as a table can have it, times local and in microseconds', async () => {
    importer.timeZone = 'Europe/Madrid';
    const [table] = await importer.import(file);
    expect(table!.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'instant TIMESTAMP',
      'micros TIMESTAMP',
      'nanos TIMESTAMP',
      'millis TIMESTAMP',
      'day DATE',
      'big BIGINT',
      'small TINYINT',
      'unsigned UBIGINT',
      'money DECIMAL(10,2)',
      'single FLOAT',
      'yes BOOLEAN',
      'text VARCHAR',
      'word VARCHAR',
      'list INTEGER[]',
      'record STRUCT(a INTEGER, b VARCHAR)',
      '_row_2 INTEGER',
      'twice "quoted" INTEGER',
    ]);
    expect(table!.source).toEqual({ file: 'types.parquet', format: 'parquet' });
    expect(noticeKeys(table!)).toEqual(['notice.columns-renamed', 'notice.zone']);
    const rows = await importer.rows('types');
    expect(rows.map((row) => row.slice(0, 12))).toEqual([
      [
        '2024-01-15T13:00:00',
        '2020-07-01T10:00:00.123456',
        '2020-07-01T10:00:00.123456',
        '1969-12-31T23:59:59.5',
        '2020-02-29',
        '9007199254740993',
        7,
        '18446744073709551615',
        12.34,
        1.5,
        true,
        'ñ',
      ],
      [
        '2024-07-15T14:00:00',
        '1900-01-01T00:00:00',
        '1969-12-31T23:59:59.999999',
        '2020-01-01T00:00:00',
        '1900-01-01',
        -1,
        -7,
        0,
        -0.01,
        -1.5,
        false,
        '',
      ],
      Array.from({ length: 12 }, () => null),
    ]);
    expect(rows.map((row) => row.at(-1))).toEqual([0, 1, 2]);
  });

  it('reads what the groups of rows hold where the count of the whole file says 0', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    // Field 3 of `FileMetaData`, 64 bits: 3 as a zigzag number; the list of groups follows.
    const isCount = (at: number): boolean => [0x16, 0x06, 0x19, 0x1c].every((byte, i) => bytes[at + i] === byte);
    const places = Array.from(bytes.keys()).filter(isCount);
    expect(places).toHaveLength(1);
    bytes[places[0]! + 1] = 0;
    const [table] = await importer.import(new File([bytes], 'uncounted.parquet'));
    expect(table!.rows).toBe(3);
    expect(await importer.rows('uncounted')).toEqual(await importer.rows('types'));
  });

  it('refuses the file cut anywhere', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = new File([file.slice(0, file.size * share)], 'cut.parquet');
      expect(await importer.refusal(cut)).toBe('parquet-broken');
    }
    expect((await importer.traces()).tables).toEqual(['types', 'uncounted']);
  });

  it('refuses the file with bytes changed anywhere, or reads it; nothing hangs and the next file works', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (let i = 0; i < 24; i += 1) {
      const changed = bytes.slice();
      for (let j = 0; j < 6; j += 1) changed[4 + ((i * 7919 + j * 104_729) % (bytes.length - 12))]! ^= 1 << (i % 8);
      const outcome = await importer.refusal(new File([changed], 'changed.parquet'));
      expect(outcome).toMatch(
        /^(parquet-broken|parquet-encrypted|parquet-types|too-large-for-memory|no-rows|accepted)/,
      );
    }
    expect((await importer.importText('after.csv', 'a,b\n1,2\n')).rows).toBe(1);
  });
});
