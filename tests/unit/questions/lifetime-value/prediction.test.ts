import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictionOf } from '../../../../src/questions/lifetime-value/prediction.ts';

const amounts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 200 });

/** Share of the draws, zeros included, inside the interval. */
function held(positive: number[], draws: number, { low, high }: { low: number; high: number }): number {
  const zeros = low === 0 ? draws - positive.length : 0;
  return (zeros + positive.filter((value) => value >= low && value <= high).length) / draws;
}

describe('predictionOf', () => {
  it('holds about its level of the draws, and never less', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(0.5, 0.8, 0.9),
        (positive, zeros, level) => {
          const draws = positive.length + zeros;
          const share = held(positive, draws, predictionOf(positive, draws, level));
          expect(share).toBeGreaterThanOrEqual(level - 2 / draws);
        },
      ),
    );
  });

  it('starts at zero where zero is likely, and is 0 to 0 where it has more than the level', () => {
    expect(predictionOf([5, 7, 9, 11], 8, 0.9).low).toBe(0);
    expect(predictionOf([5], 100, 0.9)).toEqual({ low: 0, high: 0 });
  });

  it('leaves out the same share on both sides where zero is rare', () => {
    const positive = Array.from({ length: 999 }, (_, i) => i + 1);
    const { low, high } = predictionOf(positive, 999, 0.9);
    expect(low).toBeCloseTo(50, 6);
    expect(high).toBeCloseTo(950, 6);
  });
});
