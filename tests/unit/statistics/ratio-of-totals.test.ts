import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioOfTotals } from '../../../src/statistics/ratio-of-totals.ts';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.ts';
import { coverageOfAmounts, coverageOfShares, worlds } from '../../fixtures/statistics/coverage-of-ratios.ts';

describe('ratioOfTotals', () => {
  it('gives what the docstring says', () => {
    expect(ratioOfTotals([20, 35, 24], [100, 150, 120], 0.9, 'share').value).toBeCloseTo(79 / 370, 12);
  });

  it('is the t interval of the mean when all clusters have one size', () => {
    const { value, interval, degreesOfFreedom } = ratioOfTotals([10, 12, 17, 9], [100, 100, 100, 100], 0.95, 'amount');
    // scipy.stats.t.interval(0.95, 3, .12, np.std([.10, .12, .17, .09], ddof=1) / 2)
    expect(value).toBeCloseTo(0.12, 12);
    expect(degreesOfFreedom).toBeCloseTo(3, 9);
    expect(interval!.low).toBeCloseTo(0.0633679, 6);
    expect(interval!.high).toBeCloseTo(0.1766321, 6);
  });

  it('keeps shares within 0 and 1 and around the value', () => {
    const cluster = fc
      .integer({ min: 1, max: 500 })
      .chain((size) => fc.tuple(fc.integer({ min: 0, max: size }), fc.constant(size)));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 12 }), (clusters) => {
        const { value, interval } = ratioOfTotals(
          clusters.map(([k]) => k),
          clusters.map(([, n]) => n),
          0.9,
          'share',
        );
        expect(interval!.low).toBeGreaterThanOrEqual(0);
        expect(interval!.high).toBeLessThanOrEqual(1);
        expect(interval!.low).toBeLessThanOrEqual(value + 1e-12);
        expect(interval!.high).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });

  it('does not depend on the order of the clusters', () => {
    const forwards = ratioOfTotals([5, 30, 12], [50, 200, 60], 0.9, 'share');
    const backwards = ratioOfTotals([12, 30, 5], [60, 200, 50], 0.9, 'share');
    expect(backwards.interval!.high).toBeCloseTo(forwards.interval!.high, 12);
  });

  it('knows only of the units when there is one cluster or nobody', () => {
    expect(ratioOfTotals([7], [40], 0.9, 'share')).toEqual({
      value: 7 / 40,
      interval: wilsonInterval(7, 40, 0.9),
      covers: 'units',
    });
    const nobody = ratioOfTotals([0, 0], [40, 60], 0.9, 'share');
    expect(nobody.interval).toEqual(wilsonInterval(0, 100, 0.9));
    expect(nobody.interval!.high).toBeGreaterThan(0);
  });

  it('is not sure of a share because all clusters happen to have it', () => {
    const same = ratioOfTotals([3, 3, 3, 3, 3, 3], [10, 10, 10, 10, 10, 10], 0.9, 'share');
    expect(same).toEqual({ value: 0.3, interval: wilsonInterval(18, 60, 0.9), covers: 'units' });
    const nearly = ratioOfTotals([300, 301, 300, 299, 300, 300], [1000, 1000, 1000, 1000, 1000, 1000], 0.9, 'share');
    expect(nearly.interval).toEqual(wilsonInterval(1800, 6000, 0.9));
    expect(ratioOfTotals([300, 310, 295, 280, 305, 310], Array<number>(6).fill(1000), 0.9, 'share').covers).toBe(
      'clusters',
    );
  });

  it('gives amounts of one cluster no interval', () => {
    expect(ratioOfTotals([7], [40], 0.9, 'amount')).toEqual({ value: 7 / 40, covers: 'nothing' });
  });

  it('rejects what is no ratio', () => {
    expect(() => ratioOfTotals([1], [1, 2], 0.9, 'share')).toThrow(RangeError);
    expect(() => ratioOfTotals([0], [0], 0.9, 'share')).toThrow(RangeError);
    expect(() => ratioOfTotals([1, 1], [2, -1], 0.9, 'amount')).toThrow(RangeError);
  });

  it('covers as often as it says (400 seeds; 2,000 in tests/simulate)', () => {
    for (const world of worlds.slice(0, 2)) {
      // The 99% binomial band around 90% for 400 seeds.
      expect(coverageOfShares(world, 400)).toBeGreaterThanOrEqual(0.86);
      expect(coverageOfShares(world, 400)).toBeLessThanOrEqual(0.94);
    }
    expect(coverageOfAmounts(worlds[2], 400)).toBeGreaterThanOrEqual(0.86);
  });
});
