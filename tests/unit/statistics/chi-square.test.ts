import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, testSampleRatio } from '../../../src/statistics/chi-square.ts';
import { randomSource } from '../../../src/statistics/random.ts';
import fixture from '../../fixtures/statistics/experiment.json' with { type: 'json' };

describe('chiSquareTail', () => {
  it('gives what the docstring says', () => {
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 14);
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError);
  });
});

describe('testSampleRatio', () => {
  it.each(fixture.sampleRatio)('equals scipy: $counts planned $weights', ({ counts, weights, pValue }) => {
    expect(testSampleRatio(counts, weights).pValue).toBeCloseTo(pValue, 12);
  });

  it('plans equal groups unless told otherwise', () => {
    expect(testSampleRatio([1000, 1100]).expected).toEqual([1050, 1050]);
  });

  it('knows weights on any scale', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0.001, max: 1000, noNaN: true }), (drawn, scale) => {
        const weights = drawn.map((_, i) => i + 1);
        const one = testSampleRatio(drawn, weights).pValue;
        const scaled = testSampleRatio(
          drawn,
          weights.map((weight) => weight * scale),
        ).pValue;
        expect(scaled).toBeCloseTo(one, 9);
      }),
    );
  });

  it('raises a false alarm at 1% in about 1% of experiments', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const random = randomSource(seed);
      let treated = 0;
      for (let unit = 0; unit < 1000; unit++) treated += random.uniform() < 0.5 ? 1 : 0;
      if (testSampleRatio([treated, 1000 - treated]).pValue < 0.01) alarms += 1;
    }
    // The 99.9% binomial band around 10 of 1,000.
    expect(alarms).toBeGreaterThanOrEqual(2);
    expect(alarms).toBeLessThanOrEqual(22);
  });

  it('rejects counts and weights that are none', () => {
    expect(() => testSampleRatio([10])).toThrow(RangeError);
    expect(() => testSampleRatio([0, 0])).toThrow(RangeError);
    expect(() => testSampleRatio([1, 2], [1])).toThrow(RangeError);
    expect(() => testSampleRatio([1, 2], [1, 0])).toThrow(RangeError);
  });
});
