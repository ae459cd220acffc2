import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaRatioInterval } from '../../../src/statistics/delta-ratio.ts';
import { fiellerInterval } from '../../../src/statistics/fieller.ts';
import fixture from '../../fixtures/statistics/experiment.json' with { type: 'json' };

const estimated = fc.record({
  mean: fc.double({ min: 0.01, max: 1e4, noNaN: true }),
  variance: fc.double({ min: 1e-9, max: 10, noNaN: true }),
});

describe('fiellerInterval', () => {
  it.each(fixture.fieller)(
    'equals root finding on the definition: $x over $y',
    ({ x, vx, y, vy, quantile, low, high }) => {
      const interval = fiellerInterval({ mean: x, variance: vx }, { mean: y, variance: vy }, quantile);
      if (low === null || high === null) {
        expect(interval).toBeUndefined();
        return;
      }
      expect(interval!.low).toBeCloseTo(low, 9);
      expect(interval!.high).toBeCloseTo(high, 9);
    },
  );

  it('gives what the docstring says', () => {
    const { low, high } = fiellerInterval({ mean: 12, variance: 1 }, { mean: 10, variance: 1 }, 2)!;
    expect([low, high].map((end) => Math.floor(1e5 * end) / 1e5)).toEqual([0.92725, 1.57274]);
  });

  it('leaves 1 out exactly when the difference is beyond the quantile', () => {
    fc.assert(
      fc.property(estimated, estimated, fc.double({ min: 0.5, max: 4, noNaN: true }), (x, y, quantile) => {
        const interval = fiellerInterval(x, y, quantile);
        if (!interval) return;
        const statistic = (x.mean - y.mean) / Math.sqrt(x.variance + y.variance);
        fc.pre(Math.abs(Math.abs(statistic) - quantile) > 1e-9);
        expect(interval.low > 1 || interval.high < 1).toBe(Math.abs(statistic) > quantile);
      }),
    );
  });

  it('holds the ratio itself', () => {
    fc.assert(
      fc.property(estimated, estimated, (x, y) => {
        const interval = fiellerInterval(x, y, 1.645);
        if (!interval) return;
        const ratio = x.mean / y.mean;
        expect(interval.low).toBeLessThanOrEqual(ratio * (1 + 1e-12));
        expect(interval.high).toBeGreaterThanOrEqual(ratio * (1 - 1e-12));
      }),
    );
  });

  it('rejects variances and quantiles that are none', () => {
    expect(() => fiellerInterval({ mean: 1, variance: -1 }, { mean: 1, variance: 1 }, 2)).toThrow(RangeError);
    expect(() => fiellerInterval({ mean: 1, variance: 1 }, { mean: 1, variance: 1 }, 0)).toThrow(RangeError);
  });
});

describe('deltaRatioInterval', () => {
  it.each(fixture.deltaRatio)(
    'equals the gradient’s quadratic form: $x over $y',
    ({ x, vx, y, vy, quantile, reach }) => {
      const interval = deltaRatioInterval({ mean: x, variance: vx }, { mean: y, variance: vy }, quantile)!;
      expect(interval.low).toBeCloseTo(x / y - reach, 12);
      expect(interval.high).toBeCloseTo(x / y + reach, 12);
    },
  );

  it('comes close to Fieller’s when the denominator is sure', () => {
    const [x, y] = [
      { mean: 12, variance: 0.01 },
      { mean: 10, variance: 0.0001 },
    ];
    expect(deltaRatioInterval(x, y, 2)!.low).toBeCloseTo(fiellerInterval(x, y, 2)!.low, 4);
  });

  it('knows no ratio to zero', () => {
    expect(deltaRatioInterval({ mean: 1, variance: 1 }, { mean: 0, variance: 1 }, 2)).toBeUndefined();
    expect(() => deltaRatioInterval({ mean: 1, variance: -1 }, { mean: 1, variance: 1 }, 2)).toThrow(RangeError);
    expect(() => deltaRatioInterval({ mean: 1, variance: 1 }, { mean: 1, variance: 1 }, NaN)).toThrow(RangeError);
  });
});
