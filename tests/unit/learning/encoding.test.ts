import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, fitEncoding, type RawColumn } from '../../../src/learning/encoding.ts';

const number = (name: string, ...values: number[]): RawColumn => ({
  name,
  kind: 'number',
  values: Float64Array.from(values),
});
const text = (name: string, ...values: (string | null)[]): RawColumn => ({ name, kind: 'text', values });
const rowsOf = (count: number) => Array.from({ length: count }, (_, row) => row);

describe('fitEncoding', () => {
  it('learns from training rows only', () => {
    const encoding = fitEncoding([number('x', 1, 3, 99)], [0, 1]);
    expect(encoding.columns[0]).toMatchObject({ mean: 2, deviation: 1, missingIndicator: false });
  });

  it('leaves out columns that do not vary in the training rows', () => {
    const encoding = fitEncoding([number('x', 5, 5, 7), text('city', 'A', 'A', 'B')], [0, 1]);
    expect(encoding.constant).toEqual(['x', 'city']);
    expect(encoding.width).toBe(0);
  });

  it('keeps a column whose only information is that it is missing', () => {
    const columns = [number('x', 5, NaN, 5, NaN)];
    const encoding = fitEncoding(columns, rowsOf(4));
    expect([...encode(encoding, columns, rowsOf(4)).values]).toEqual([0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('gives the most frequent categories columns and hashes the others', () => {
    const levels = Array.from({ length: 60 }, (_, level) => Array<string>(70 - level).fill(`level ${level}`)).flat();
    const columns = [text('city', ...levels)];
    const encoding = fitEncoding(columns, rowsOf(levels.length));
    expect(encoding.groups).toEqual([{ name: 'city', first: 0, count: 48 }]);
    const { values, columns: width } = encode(encoding, columns, rowsOf(levels.length));
    for (let row = 0; row < levels.length; row++) {
      const own = values.subarray(row * width, (row + 1) * width);
      expect(own.reduce((sum, value) => sum + value, 0)).toBe(1);
    }
  });

  it('puts rare categories together', () => {
    const columns = [text('city', ...Array<string>(6).fill('A'), ...Array<string>(5).fill('B'), 'C', 'D')];
    const encoding = fitEncoding(columns, rowsOf(13));
    expect(encoding.width).toBe(3);
    const { values } = encode(encoding, columns, [11, 12]);
    expect([...values]).toEqual([0, 0, 1, 0, 0, 1]);
  });
});

describe('encode', () => {
  it('standardises the training rows to mean 0 and variance 1', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(
        values.filter((list) => Math.max(...list) - Math.min(...list) > 1e-3),
        fc.constantFrom('linear' as const, 'log' as const),
        (list, scale) => {
          const columns: RawColumn[] = [{ name: 'x', kind: 'number', values: Float64Array.from(list), scale }];
          const encoded = [...encode(fitEncoding(columns, rowsOf(list.length)), columns, rowsOf(list.length)).values];
          const mean = encoded.reduce((sum, value) => sum + value, 0) / list.length;
          const variance = encoded.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length;
          expect(Math.abs(mean)).toBeLessThan(1e-4);
          expect(Math.abs(variance - 1)).toBeLessThan(1e-3);
        },
      ),
    );
  });

  it('shows the training mean where a number is missing, and that it is', () => {
    const columns = [number('x', 1, 3, NaN)];
    const { values } = encode(fitEncoding(columns, rowsOf(3)), columns, [2, 1]);
    expect([...values]).toEqual([0, 1, 1, 0]);
  });

  it('takes a category it does not know for none', () => {
    const columns = [text('city', ...Array<string>(5).fill('A'), ...Array<string>(5).fill('B'), 'new')];
    const { values } = encode(fitEncoding(columns, rowsOf(10)), columns, [10, 0]);
    expect([...values]).toEqual([0, 0, 1, 0]);
  });

  it('takes a missing category for one of its own', () => {
    const columns = [text('city', ...Array<null>(6).fill(null), ...Array<string>(5).fill('B'))];
    expect(fitEncoding(columns, rowsOf(11)).width).toBe(2);
  });

  it('refuses a column that is not there', () => {
    const encoding = fitEncoding([number('x', 1, 2)], [0, 1]);
    expect(() => encode(encoding, [number('y', 1, 2)], [0])).toThrow(RangeError);
  });
});
