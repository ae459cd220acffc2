import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../src/database/sql.ts';
import {
  dateToJson,
  decimalToJson,
  doubleToJson,
  integerToJson,
  timestampToJson,
} from '../../../src/database/values.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';

describe('integerToJson', () => {
  it('keeps safe integers as numbers and writes others as text', () => {
    expect(integerToJson(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(integerToJson(9_007_199_254_740_993n)).toBe('9007199254740993');
    expect(integerToJson(-5)).toBe(-5);
  });
});

describe('decimalToJson', () => {
  it('keeps exact decimals as numbers', () => {
    expect(decimalToJson(1230n, 2)).toBe(12.3);
    expect(decimalToJson(-5n, 3)).toBe(-0.005);
    expect(decimalToJson(1n, 8)).toBe(1e-8);
    expect(decimalToJson(100n, 0)).toBe(100);
    expect(decimalToJson(0n, 2)).toBe(0);
  });

  it('writes decimals that a number cannot hold as text', () => {
    expect(decimalToJson(12345678901234567890123n, 4)).toBe('1234567890123456789.0123');
  });
});

describe('doubleToJson', () => {
  it('gives null for NaN and infinity', () => {
    expect([NaN, Infinity, -Infinity, 1.5].map(doubleToJson)).toEqual([null, null, null, 1.5]);
  });
});

describe('dateToJson', () => {
  it('counts days from 1970 in both directions', () => {
    expect([dateToJson(0), dateToJson(-1), dateToJson(15_000), dateToJson(2_147_483_647)]).toEqual([
      '1970-01-01',
      '1969-12-31',
      '2011-01-26',
      null,
    ]);
  });
});

describe('timestampToJson', () => {
  it('writes ISO without Z and a fraction only when there is one', () => {
    expect(timestampToJson(0n)).toBe('1970-01-01T00:00:00');
    expect(timestampToJson(-1n)).toBe('1969-12-31T23:59:59.999999');
    expect(timestampToJson(1_323_435_000_500_000n)).toBe('2011-12-09T12:50:00.5');
    expect(timestampToJson(9_223_372_036_854_775_807n)).toBeNull();
  });
});

describe('openNative', () => {
  let database: NativeDatabase;
  beforeAll(async () => {
    database = await openNative();
  });
  afterAll(() => database.close());

  it('converts values as scripting promises', async () => {
    const [row] = await database.rows(
      sql`select 1::bigint as a, 123456789012345678::bigint as b, 1.10::decimal(9, 2) as c, date '2011-12-09' as d,
          timestamp '2011-12-09 12:50:00' as e, 'nan'::double as f, [1, 2] as g, {x: 1} as h, null as i`,
    );
    expect(row).toEqual({
      a: 1,
      b: '123456789012345678',
      c: 1.1,
      d: '2011-12-09',
      e: '2011-12-09T12:50:00',
      f: null,
      g: [1, 2],
      h: { x: 1 },
      i: null,
    });
  });

  it('gives columns of numbers with NaN for missing values', async () => {
    const columns = await database.numbers(
      sql`select unnest([1, null, 3]) as a, true as b, 2.5::decimal(4, 1) as c from range(1)`,
    );
    expect(columns.a).toEqual(Float64Array.of(1, NaN, 3));
    expect(columns.b).toEqual(Float64Array.of(1, 1, 1));
    expect(columns.c).toEqual(Float64Array.of(2.5, 2.5, 2.5));
  });

  it('says when a table has more rows than the limit', async () => {
    const result = await database.table(sql`select i::int as i from range(5) t(i)`, { limit: 2 });
    expect(result).toEqual({ columns: [{ name: 'i', type: 'INTEGER' }], rows: [[0], [1]], truncated: true });
  });

  it('gives texts with null for missing values', async () => {
    expect(await database.texts(sql`select unnest([1, null]) as x`)).toEqual(['1', null]);
  });

  it('undoes a transaction whose work fails', async () => {
    const failing = database.transaction(async (inside) => {
      await inside.run(sql`create table main.half as select 1 as a`);
      throw new RangeError('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    await expect(database.rows(sql`from main.half`)).rejects.toThrow('half');
  });

  it('rejects with cancelled when the signal fires', async () => {
    const controller = new AbortController();
    const running = database.run(sql`select count(*) from range(10000000000) a`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});
