import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Importer, noticeKeys } from '../../fixtures/files/importer.ts';

const made = import.meta.glob<string>('../../fixtures/files/arrow/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

async function arrow(name: string): Promise<File> {
  const response = await fetch(made[`../../fixtures/files/arrow/${name}`]!);
  return new File([await response.blob()], name);
}

describe('importFile with Arrow', () => {
  let importer: Importer;
  beforeAll(async () => {
    importer = await Importer.open();
  });
  afterAll(() => importer.close());

  it('stores every type as a table can have it, times local and in microseconds', async () => {
    importer.timeZone = 'Europe/Madrid';
    const [table] = await importer.import(await arrow('types.arrow'));
    const rows = await importer.rows(table!.name);
    const found = table!.columns.map(({ name, type }, i) => [name, type, rows[0]![i], rows[1]![i], rows[2]![i]]);
    expect(found).toEqual([
      ['instant', 'TIMESTAMP', '2024-01-15T13:00:00', '2024-07-15T14:00:00', null],
      ['local', 'TIMESTAMP', '2020-07-01T10:00:00.123456', '1900-01-01T00:00:00', null],
      ['day', 'DATE', '2020-02-29', '1900-01-01', null],
      ['day_ms', 'DATE', '2020-02-29', '1900-01-01', null],
      ['time', 'TIME', '23:59:59.999999', '00:00:00', null],
      ['time_s', 'TIME', '23:59:59', '00:00:00', null],
      ['length', 'INTERVAL', expect.anything(), expect.anything(), null],
      ['big', 'BIGINT', '9007199254740993', -1, null],
      ['small', 'TINYINT', -7, 7, null],
      ['unsigned', 'UBIGINT', '18446744073709551615', 0, null],
      ['money', 'DECIMAL(10,2)', 12.34, -0.01, null],
      ['wide', 'VARCHAR', '12.34', '-0.01', null],
      ['half', 'FLOAT', 1.5, -0.25, null],
      ['single', 'FLOAT', 1.5, -1.5, null],
      ['yes', 'BOOLEAN', true, false, null],
      ['text', 'VARCHAR', 'ñ', '', null],
      ['long_text', 'VARCHAR', 'ñ', '', null],
      ['bytes', 'BLOB', '00FF', '', null],
      ['long_bytes', 'BLOB', '00FF', '', null],
      ['fixed', 'BLOB', '00FF', '6162', null],
      ['word', 'VARCHAR', 'b', 'a', null],
      ['list', 'INTEGER[]', [1, 2], [], null],
      ['pair', 'INTEGER[2]', [1, 2], [3, 4], null],
      ['record', 'STRUCT(a INTEGER, b VARCHAR)', '{"a": 1, "b": "x"}', '{"a": 2, "b": null}', null],
      ['map', 'MAP(VARCHAR, INTEGER)', expect.anything(), expect.anything(), null],
      ['nothing', 'VARCHAR', null, null, null],
    ]);
    expect(table!.source).toEqual({ file: 'types.arrow', format: 'arrow' });
    expect(noticeKeys(table!)).toEqual(['notice.zone']);
  });

  it('reads streams of several batches, with words of a dictionary in each', async () => {
    const [table] = await importer.import(await arrow('stream.arrows'));
    expect(await importer.rows(table!.name)).toEqual([
      [1, 'Ana', 'x', 0],
      [2, 'Bo', 'y', 1],
      [3, null, 'x', 2],
    ]);
  });

  it('reads each batch with the dictionary that was in force when it was written', async () => {
    const words = async (name: string): Promise<unknown[]> => {
      const [table] = await importer.import(await arrow(name));
      return (await importer.rows(table!.name)).map(([word]) => word);
    };
    expect(await words('replaced.arrows')).toEqual(['red', 'green', 'north', 'south', 'red', 'green']);
    expect(await words('growing.arrows')).toEqual(['red', 'red', 'green', 'red', 'green', 'blue']);
  });

  it('reads Feather 2, whatever it is called', async () => {
    const feather = await arrow('plain.feather');
    const [table] = await importer.import(new File([feather], 'orders.csv'));
    expect([table!.name, table!.rows, table!.source.format]).toEqual(['orders', 3, 'arrow']);
  });

  it.each(['lz4.feather', 'zstd.feather'])('reads %s, as other programs write Feather by themselves', async (name) => {
    const [table] = await importer.import(await arrow(name));
    expect(await importer.rows(table!.name)).toEqual([
      [1, 'Ana', 'x', 0],
      [2, 'Bo', 'y', 1],
      [3, null, 'x', 2],
    ]);
  });

  it.each([
    ['version1.feather', 'format-foreign'],
    ['views.arrow', 'arrow-types'],
    ['runs.arrow', 'arrow-types'],
    ['empty.arrow', 'no-rows'],
  ])('refuses %s with %s', async (name, code) => {
    expect(await importer.refusal(await arrow(name))).toBe(code);
  });

  it('refuses what was cut or changed anywhere, or reads it; the next file works', async () => {
    for (const name of ['types.arrow', 'lz4.feather', 'zstd.feather']) {
      const whole = await arrow(name);
      const bytes = new Uint8Array(await whole.arrayBuffer());
      for (let i = 0; i < 6; i += 1) {
        const cut = new File([whole.slice(0, (whole.size * (i + 1)) / 8)], 'cut.arrow');
        const changed = bytes.slice();
        for (let j = 0; j < 6; j += 1) changed[8 + ((i * 7919 + j * 104_729) % (bytes.length - 12))]! ^= 1 << (i % 8);
        for (const file of [cut, new File([changed], 'changed.arrow')]) {
          expect(await importer.refusal(file)).toMatch(
            /^(arrow-broken|arrow-types|too-large-for-memory|no-rows|reader-died|accepted)/,
          );
        }
      }
    }
    expect((await importer.importText('after.csv', 'a,b\n1,2\n')).rows).toBe(1);
  });
});
