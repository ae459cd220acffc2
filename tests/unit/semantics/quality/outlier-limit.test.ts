import { describe, expect, it } from 'vitest';
import { outlierLimit } from '../../../../src/semantics/quality/outlier-limit.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { magnitudesOf } from '../../../fixtures/quality/magnitudes.ts';

const logNormal = (n: number, seed: number, sigma = 0.8): number[] => {
  const random = randomSource(seed);
  return Array.from({ length: n }, () => 40 * Math.exp(sigma * random.normal()));
};

describe('outlierLimit', () => {
  it('lies above all values of log-normal data, and below values planted far beyond them', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const values = logNormal(2_000, seed);
      const limit = outlierLimit(magnitudesOf(values))!;
      expect(limit).toBeGreaterThan(Math.max(...values));
      expect(outlierLimit(magnitudesOf([...values, 1e6, 2e6, 3e6]))!).toBeLessThan(1e6);
    }
  });

  it('grows with the number of values', () => {
    const limits = [100, 1_000, 10_000].map((n) => outlierLimit(magnitudesOf(logNormal(n, 7)))!);
    expect(limits[1]).toBeGreaterThan(limits[0]! * 0.8);
    expect(limits[2]).toBeGreaterThan(limits[1]!);
  });

  it('follows the unit', () => {
    const values = logNormal(2_000, 3);
    const limit = outlierLimit(magnitudesOf(values))!;
    const times100 = outlierLimit(magnitudesOf(values.map((value) => value * 100)))!;
    expect(times100 / limit).toBeCloseTo(100, 0);
  });

  it('is the quantile of a normal distribution that Davies and Gather give, where the logarithm is normal', () => {
    // N = 20,000: α_N = 1 − 0.99^(1/20000) = 5.03e-7; z = 4.8905 (R: qnorm(0.99^(1/20000))).
    const random = randomSource(11);
    const values = Array.from({ length: 20_000 }, () => 10 ** random.normal());
    expect(Math.log10(outlierLimit(magnitudesOf(values))!)).toBeCloseTo(4.8905, 0);
  });

  it('says nothing about few values, nor about prices that are all alike', () => {
    expect(outlierLimit(magnitudesOf(logNormal(49, 1)))).toBeUndefined();
    expect(outlierLimit(magnitudesOf([...new Array<number>(100).fill(9.99), 500]))).toBeUndefined();
  });
});
