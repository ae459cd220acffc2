import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../src/statistics/normal-quantile.ts';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.ts';
import fixture from '../../fixtures/churn-risk/evaluation.json' with { type: 'json' };

describe('wilsonInterval', () => {
  it.each(fixture.wilson)(
    'equals scipy: $successes of $trials at $level',
    ({ successes, trials, level, low, high }) => {
      const interval = wilsonInterval(successes, trials, level);
      expect(interval.low).toBeCloseTo(low, 10);
      expect(interval.high).toBeCloseTo(high, 10);
    },
  );

  it('mirrors when successes and failures change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (trials, drawn) => {
        const successes = drawn % (trials + 1);
        const one = wilsonInterval(successes, trials, 0.9);
        const other = wilsonInterval(trials - successes, trials, 0.9);
        expect(one.low).toBeCloseTo(1 - other.high, 12);
      }),
    );
  });

  it('refuses what is no proportion', () => {
    expect(() => wilsonInterval(2, 1, 0.9)).toThrow(RangeError);
    expect(() => wilsonInterval(0, 0, 0.9)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
  });
});

describe('normalQuantile', () => {
  it.each(fixture.quantiles)('equals scipy at %d', (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) - expected)).toBeLessThanOrEqual(1e-13 * Math.abs(expected));
  });

  it('is infinite at the ends and refuses what lies beyond', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(() => normalQuantile(1.1)).toThrow(RangeError);
  });
});
