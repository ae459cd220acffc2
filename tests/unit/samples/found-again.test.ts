import { beforeAll, describe, expect, it } from 'vitest';
import { measureShop, type Finding } from '../../fixtures/online-shop/measure-shop.ts';
import { summarise, type Summary } from '../../fixtures/online-shop/summarise.ts';

/** Fixed seeds; `tests/simulate/online-shop.test.ts` has five hundred. */
const SEEDS = [1, 2, 3, 4, 5, 6];

describe('the online shop, asked six times', () => {
  const shops: Finding[][] = [];
  let summaries: Map<string, Summary>;
  beforeAll(async () => {
    for (const seed of SEEDS) shops.push(await measureShop(seed));
    summaries = summarise(shops);
  }, 120_000);

  it.each(['recommender: orders', 'recommender: margin', 'recommender: net return', 'discount: margin'])(
    'is found by most intervals, and missed by none by far: %s',
    (name) => {
      expect(summaries.get(name)!.covered).toBeGreaterThanOrEqual(4 / 6);
      for (const found of shops.flat().filter((finding) => finding.name === name)) {
        const reach = found.high - found.low;
        expect(found.truth).toBeGreaterThan(found.low - reach);
        expect(found.truth).toBeLessThan(found.high + reach);
      }
    },
  );

  it('has a discount that a plain before and after takes for a success each time', () => {
    expect(summaries.get('discount: before and after')!.positive).toBe(1);
  });

  it('has a recommender that pays', () => {
    expect(summaries.get('recommender: net return')!.meanValue).toBeGreaterThan(0);
  });

  it.each(['r', 'alpha', 'a', 'b', 'p', 'q', 'v'])('gives its parameters away: %s', (name) => {
    const { meanTruth, meanValue } = summaries.get(name)!;
    expect(Math.abs(meanValue / meanTruth - 1)).toBeLessThan(0.1);
  });
});
