import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterInterval } from '../../../src/statistics/net-promoter-interval.ts';
import expected from '../../fixtures/statistics/net-promoter.json';

/** Share of samples whose interval covers the true score, over every sample of this size. */
function coverage(promoter: number, detractor: number, answers: number, level: number): number {
  const passive = 1 - promoter - detractor;
  const logFactorials = [0];
  for (let i = 1; i <= answers; i++) logFactorials.push(logFactorials[i - 1] + Math.log(i));
  let covered = 0;
  for (let b = 0; b <= answers; b++) {
    for (let c = 0; b + c <= answers; c++) {
      const rest = answers - b - c;
      const ways = logFactorials[answers] - logFactorials[b] - logFactorials[c] - logFactorials[rest];
      const chance = Math.exp(ways) * promoter ** b * detractor ** c * passive ** rest;
      if (chance < 1e-9) continue;
      const { low, high } = netPromoterInterval(b, c, answers, level);
      if (low <= promoter - detractor && promoter - detractor <= high) covered += chance;
    }
  }
  return covered;
}

const shares: [number, number][] = [
  [0.3, 0.3],
  [0.5, 0.2],
  [0.6, 0.1],
  [0.2, 0.5],
  [0.45, 0.4],
  [0.1, 0.1],
];

describe('netPromoterInterval', () => {
  it.each(expected)('agrees with a numerical maximisation: $promoters, $detractors of $answers', (row) => {
    const { value, low, high } = netPromoterInterval(row.promoters, row.detractors, row.answers, row.level);
    expect(value).toBeCloseTo(row.value, 12);
    expect(low).toBeCloseTo(row.low, 7);
    expect(high).toBeCloseTo(row.high, 7);
  });

  it('covers the true score about as often as its level says, whatever the sample', () => {
    const found = [10, 30, 80].flatMap((answers) => shares.map(([p, d]) => coverage(p, d, answers, 0.9)));
    const mean = found.reduce((sum, share) => sum + share, 0) / found.length;
    expect(mean).toBeGreaterThan(0.9);
    expect(mean).toBeLessThan(0.91);
    expect(Math.min(...found)).toBeGreaterThan(0.89);
    expect(Math.max(...found)).toBeLessThan(0.94);
  });

  it('holds its value, stays within the scale and mirrors when promoters and detractors change places', () => {
    const counts = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60)).filter(([b, c, rest]) => b + c + rest > 0);
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.99, noNaN: true }), ([b, c, rest], level) => {
        const one = netPromoterInterval(b, c, b + c + rest, level);
        const other = netPromoterInterval(c, b, b + c + rest, level);
        expect(one.low).toBeGreaterThanOrEqual(-1);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.value);
        expect(one.high).toBeGreaterThanOrEqual(one.value);
        expect(one.high - one.low).toBeGreaterThan(0);
        expect(other.low).toBeCloseTo(-one.high, 9);
      }),
    );
  });

  it('rejects what is no answer', () => {
    expect(() => netPromoterInterval(3, 2, 4, 0.9)).toThrow(RangeError);
    expect(() => netPromoterInterval(0, 0, 0, 0.9)).toThrow(RangeError);
    expect(() => netPromoterInterval(1, 1, 4, 1)).toThrow(RangeError);
  });
});
