import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentsFromSums, type SampleMoments } from '../../../src/statistics/sample-moments.ts';
import { meanInterval, welchTest } from '../../../src/statistics/welch.ts';
import fixture from '../../fixtures/statistics/experiment.json' with { type: 'json' };

const sample: fc.Arbitrary<SampleMoments> = fc.record({
  n: fc.integer({ min: 2, max: 1e6 }),
  mean: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  variance: fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
});

describe('momentsFromSums', () => {
  it('gives mean and unbiased variance', () => {
    expect(momentsFromSums({ n: 2, sum: 4, sumOfSquares: 10 })).toEqual({ n: 2, mean: 2, variance: 2 });
    const { mean, variance } = momentsFromSums({ n: 3407, sum: 1396.87, sumOfSquares: 52377.9767 });
    expect(mean).toBeCloseTo(0.41, 12);
    expect(variance).toBeCloseTo(15.21, 9);
  });

  it('takes rounding for no variance', () => {
    expect(momentsFromSums({ n: 3, sum: 0.3, sumOfSquares: 0.1 * 0.1 * 3 }).variance).toBe(0);
  });

  it('rejects sums that no sample has', () => {
    expect(() => momentsFromSums({ n: 2, sum: 4, sumOfSquares: 7 })).toThrow(RangeError);
    expect(() => momentsFromSums({ n: 0, sum: 0, sumOfSquares: 0 })).toThrow(RangeError);
    expect(() => momentsFromSums({ n: 1.5, sum: 0, sumOfSquares: 0 })).toThrow(RangeError);
  });
});

describe('welchTest', () => {
  it.each(fixture.welch)('equals scipy: $treatment against $control', (expected) => {
    const test = welchTest(expected.treatment, expected.control, expected.level)!;
    expect(test.difference).toBeCloseTo(expected.difference, 12);
    expect(test.degreesOfFreedom / expected.degreesOfFreedom).toBeCloseTo(1, 10);
    expect(test.pValue / expected.pValue).toBeCloseTo(1, 9);
    expect(test.interval.low).toBeCloseTo(expected.low, 8);
    expect(test.interval.high).toBeCloseTo(expected.high, 8);
  });

  it('gives what the docstring says', () => {
    const [one, other] = [2, 1].map((mean) => ({ n: 3, mean, variance: 1 }));
    expect(welchTest(one, other, 0.9)?.pValue).toBeCloseTo(0.2878641347266908, 10);
  });

  it('never lets p and the interval contradict each other', () => {
    fc.assert(
      fc.property(sample, sample, fc.constantFrom(0.8, 0.9, 0.95, 0.99), (treatment, control, level) => {
        const { pValue, interval } = welchTest(treatment, control, level)!;
        expect(interval.low > 0 || interval.high < 0).toBe(pValue < 1 - level);
      }),
    );
  });

  it('turns around when the groups change places', () => {
    fc.assert(
      fc.property(sample, sample, (one, other) => {
        const [there, back] = [welchTest(one, other, 0.9)!, welchTest(other, one, 0.9)!];
        expect(back.difference + there.difference).toBe(0);
        expect(back.pValue).toBe(there.pValue);
      }),
    );
  });

  it('says nothing where nothing varies', () => {
    const constant = { n: 5, mean: 1, variance: 0 };
    expect(welchTest(constant, { ...constant, mean: 2 }, 0.9)).toBeUndefined();
  });

  it('rejects samples of one and levels that are none', () => {
    const good = { n: 5, mean: 1, variance: 1 };
    expect(() => welchTest({ ...good, n: 1 }, good, 0.9)).toThrow(RangeError);
    expect(() => welchTest(good, good, 1)).toThrow(RangeError);
  });
});

describe('meanInterval', () => {
  it('is Student’s', () => {
    const { low, high } = meanInterval({ n: 4, mean: 0, variance: 4 }, 0.9);
    expect(high).toBeCloseTo(2.3533634348018264, 9);
    expect(low).toBe(-high);
    expect(() => meanInterval({ n: 1, mean: 0, variance: 4 }, 0.9)).toThrow(RangeError);
  });
});
