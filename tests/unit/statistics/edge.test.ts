import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edge } from '../../../src/statistics/edge.ts';

const places = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('edge', () => {
  it('is the last number at which the condition holds, from either side', () => {
    expect(edge((x) => x * x < 2, 0, 2)).toBe(1.414213562373095);
    expect(edge((x) => x * x > 2, 2, 0)).toBe(1.4142135623730951);
  });

  it('finds any threshold to the last bit', () => {
    fc.assert(
      fc.property(places, places, places, (a, b, c) => {
        const [low, threshold, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        fc.pre(low < threshold && threshold < high && Math.abs(threshold) > 1e-30);
        const isNext = (end: number): boolean => [threshold, end].includes((threshold + end) / 2);
        expect(edge((x) => x <= threshold, low, high)).toBe(isNext(high) ? high : threshold);
        expect(edge((x) => x >= threshold, high, low)).toBe(isNext(low) ? low : threshold);
      }),
    );
  });

  it('is the end where the condition holds all the way, and the beginning where it ceases at once', () => {
    fc.assert(
      fc.property(places, places, (inside, end) => {
        expect(edge(() => true, inside, end)).toBe(end);
        expect(edge((x) => x === inside, inside, end === inside ? inside : end)).toBeCloseTo(inside, 9);
      }),
    );
  });

  it('ends next to 0 too', () => {
    expect(edge((x) => x <= 0, 0, 1)).toBe(0);
    expect(edge((x) => x > 0, 1, 0)).toBeLessThan(1e-60);
  });
});
