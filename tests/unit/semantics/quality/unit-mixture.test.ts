import { describe, expect, it } from 'vitest';
import { findUnitMixture } from '../../../../src/semantics/quality/unit-mixture.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { magnitudesOf } from '../../../fixtures/quality/magnitudes.ts';
import { euroAndCents, euroAndYen, twoCrowds } from '../../../fixtures/quality/two-crowds.ts';

/** Baskets of 20 to 60, to the cent. */
function baskets(n: number, seed: number): number[] {
  const random = randomSource(seed);
  return Array.from({ length: n }, () => Math.round((20 + 40 * random.uniform()) * 100) / 100);
}

const SEEDS = 60;

function alarmsOf(draw: (seed: number) => number[]): number {
  return Array.from({ length: SEEDS }, (_, i) => findUnitMixture(magnitudesOf(draw(i + 1)))).filter(Boolean).length;
}

describe('findUnitMixture', () => {
  it.each([
    [100, 0.3],
    [1_000, 0.3],
    [100, 0.04],
  ])('finds values %d times as large, a share of %d of them', (factor, share) => {
    const values = baskets(4_000, 1);
    const few = Math.round(share * values.length);
    const mixed = values.map((value, i) => (i < few ? Math.round(value * factor) : value));
    const found = findUnitMixture(magnitudesOf(mixed))!;
    expect(found.divisor).toBe(factor);
    expect(found.count).toBe(few);
    expect(found.limit).toBeGreaterThan(60);
    expect(found.limit).toBeLessThanOrEqual(20 * factor);
  });

  it('finds nothing in one unit, however wide', () => {
    const random = randomSource(2);
    for (const sigma of [0.3, 0.8, 1.5, 2.5]) {
      const values = Array.from({ length: 3_000 }, () => Math.exp(3 + sigma * random.normal()));
      expect(findUnitMixture(magnitudesOf(values))).toBeUndefined();
    }
  });

  it('takes two groups of prices for what they are: neither a factor apart nor alike', () => {
    const random = randomSource(3);
    const cheap = Array.from({ length: 2_000 }, () => Math.round((2 + 3 * random.uniform()) * 100) / 100);
    const machines = Array.from({ length: 300 }, () => Math.round((250 + 900 * random.uniform()) * 100) / 100);
    expect(findUnitMixture(magnitudesOf([...cheap, ...machines]))).toBeUndefined();
  });

  it.each([25, 50, 100])('takes %d wholesale orders of whole amounts for what they are', (wholesale) => {
    const alarms = alarmsOf((seed) => twoCrowds({ wholesale, middle: 5_000, sigma: 0.3, seed }));
    expect(alarms).toBeLessThanOrEqual(1);
  });

  it.each([25, 50, 100])('takes %d orders in yen for no cents', (yen) => {
    expect(alarmsOf((seed) => euroAndYen(yen, seed))).toBe(0);
  });

  it('finds hundreds of cents nearly always', () => {
    expect(alarmsOf((seed) => euroAndCents(200, seed))).toBeGreaterThanOrEqual(0.9 * SEEDS);
  });

  it('leaves a handful of large values to the outliers', () => {
    const values = baskets(4_000, 5);
    expect(findUnitMixture(magnitudesOf([...values, 4_000, 5_000, 6_000]))).toBeUndefined();
  });

  it('finds nothing in nothing', () => {
    expect(findUnitMixture([])).toBeUndefined();
  });
});
