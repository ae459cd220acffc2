import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centralInterval, quantile, quantileOfSorted } from '../../../src/statistics/quantile.ts';

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('quantileOfSorted', () => {
  it('interpolates as numpy.quantile does', () => {
    // numpy.quantile([1, 2, 4, 8], [0, .1, .25, .5, .9, 1])
    const expected = [1, 1.3, 1.75, 3, 6.8, 8];
    [0, 0.1, 0.25, 0.5, 0.9, 1].forEach((p, i) =>
      expect(quantileOfSorted([1, 2, 4, 8], p)).toBeCloseTo(expected[i], 12),
    );
  });

  it('is NaN for an empty sample and throws outside [0, 1]', () => {
    expect(quantileOfSorted([], 0.5)).toBeNaN();
    expect(() => quantileOfSorted([1], 1.1)).toThrow(RangeError);
  });
});

describe('quantile', () => {
  it('rises with the probability and stays within the sample', () => {
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 1, noNaN: true }), (sample, p) => {
        const value = quantile(sample, p);
        expect(value).toBeGreaterThanOrEqual(Math.min(...sample));
        expect(value).toBeLessThanOrEqual(Math.max(...sample));
        expect(quantile(sample, p / 2)).toBeLessThanOrEqual(value + 1e-9);
      }),
    );
  });

  it('leaves the sample as it is', () => {
    const sample = [3, 1, 2];
    quantile(sample, 0.5);
    expect(sample).toEqual([3, 1, 2]);
  });
});

describe('centralInterval', () => {
  it('holds the median', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const { low, high } = centralInterval(sample, 0.9);
        const median = quantile(sample, 0.5);
        expect(low).toBeLessThanOrEqual(median);
        expect(high).toBeGreaterThanOrEqual(median);
      }),
    );
  });
});
