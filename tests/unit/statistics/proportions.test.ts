import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testProportions, type Proportion } from '../../../src/statistics/proportions.ts';
import fixture from '../../fixtures/statistics/experiment.json' with { type: 'json' };

const proportion: fc.Arbitrary<Proportion> = fc
  .record({ n: fc.integer({ min: 1, max: 5000 }), drawn: fc.nat() })
  .map(({ n, drawn }) => ({ n, successes: drawn % (n + 1) }));

describe('testProportions', () => {
  it.each(fixture.proportions)(
    'equals maximised likelihoods: $treatment against $control',
    ({ treatment, control, level, statistic, pValue, low, high, ratioLow, ratioHigh }) => {
      const test = testProportions(treatment, control, level);
      expect(test.statistic).toBeCloseTo(statistic, 9);
      expect(test.pValue / pValue).toBeCloseTo(1, 7);
      expect(test.interval.low).toBeCloseTo(low, 8);
      expect(test.interval.high).toBeCloseTo(high, 8);
      expect(test.ratioInterval!.low / ratioLow).toBeCloseTo(1, 7);
      expect(test.ratioInterval!.high / ratioHigh).toBeCloseTo(1, 7);
    },
  );

  it('gives the interval that Newcombe (1998) tabulates for 56/70 and 48/80', () => {
    const { interval } = testProportions({ n: 70, successes: 56 }, { n: 80, successes: 48 }, 0.95);
    expect(interval.low).toBeCloseTo(0.0528, 4);
    expect(interval.high).toBeCloseTo(0.3382, 4);
  });

  it('never lets p and the intervals contradict each other', () => {
    fc.assert(
      fc.property(proportion, proportion, fc.constantFrom(0.8, 0.9, 0.95), (treatment, control, level) => {
        const { pValue, interval, ratioInterval } = testProportions(treatment, control, level);
        fc.pre(Math.abs(pValue - (1 - level)) > 1e-9);
        expect(interval.low > 0 || interval.high < 0).toBe(pValue < 1 - level);
        if (ratioInterval) expect(ratioInterval.low > 1 || ratioInterval.high < 1).toBe(pValue < 1 - level);
      }),
    );
  });

  it('is the z-test with the pooled variance at equal shares, however rare successes are', () => {
    for (const [n, x1, x0] of [
      [1e6, 1, 0],
      [3e7, 2, 0],
      [1e9, 30, 10],
    ] as const) {
      const pooled = (x1 + x0) / (2 * n);
      const z = ((x1 - x0) / n / Math.sqrt((pooled * (1 - pooled) * 2) / n)) * Math.sqrt((2 * n - 1) / (2 * n));
      const { statistic, interval } = testProportions({ n, successes: x1 }, { n, successes: x0 }, 0.9);
      expect(statistic / z).toBeCloseTo(1, 9);
      // Counts of rare events do not know of how many they are.
      const fewer = testProportions({ n: 1e5, successes: x1 }, { n: 1e5, successes: x0 }, 0.9).interval;
      expect((interval.low * n) / (fewer.low * 1e5)).toBeCloseTo(1, 3);
      expect((interval.high * n) / (fewer.high * 1e5)).toBeCloseTo(1, 3);
    }
  });

  it('mirrors when the groups change places', () => {
    fc.assert(
      fc.property(proportion, proportion, (one, other) => {
        const [there, back] = [testProportions(one, other, 0.9), testProportions(other, one, 0.9)];
        expect(back.interval.low).toBeCloseTo(-there.interval.high, 8);
        expect(back.pValue).toBeCloseTo(there.pValue, 12);
      }),
    );
  });

  it('has intervals where all units or none succeed, and no ratio to none', () => {
    const none = testProportions({ n: 20, successes: 0 }, { n: 30, successes: 0 }, 0.9);
    expect(none.pValue).toBe(1);
    expect(none.interval.low).toBeLessThan(0);
    expect(none.interval.high).toBeGreaterThan(0);
    expect(none.ratioInterval).toBeUndefined();
    const all = testProportions({ n: 5, successes: 5 }, { n: 5, successes: 0 }, 0.9);
    expect(all.interval.high).toBe(1);
    expect(all.interval.low).toBeGreaterThan(0);
  });

  it('rejects what is no proportion', () => {
    expect(() => testProportions({ n: 2, successes: 3 }, { n: 2, successes: 1 }, 0.9)).toThrow(RangeError);
    expect(() => testProportions({ n: 2, successes: 1.5 }, { n: 2, successes: 1 }, 0.9)).toThrow(RangeError);
    expect(() => testProportions({ n: 2, successes: 1 }, { n: 2, successes: 1 }, 0)).toThrow(RangeError);
  });
});
