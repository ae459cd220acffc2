import { beforeAll, describe, expect, it } from 'vitest';
import { measureShop } from '../fixtures/online-shop/measure-shop.ts';
import { summarise, type Summary } from '../fixtures/online-shop/summarise.ts';

/**
 * Measured with 500 seeds, share of 90% intervals that hold the truth: recommender's orders 90.0, margin and net return 91.2;
 * discount's margin and net return 92.4; r 90.8, alpha 90.0, a 88.2, b 92.8, p 91.0, q 91.8, v 90.8. The plain before and after is
 * above zero in all, the recommender's net return in 92.4.
 */
const SEEDS = 500;
/** About the 99% binomial band around 90% for 500 seeds, which ends at 86.5 and 93.5. */
const BAND = { low: 0.86, high: 0.94 };
/** How far the mean of a parameter's estimates may lie from the truth. */
const BIAS = 0.05;
const PARAMETERS = ['r', 'alpha', 'a', 'b', 'p', 'q', 'v'];

describe('the simulated online shop', () => {
  let summaries: Map<string, Summary>;
  beforeAll(async () => {
    const shops = [];
    for (let seed = 1; seed <= SEEDS; seed++) shops.push(await measureShop(seed));
    summaries = summarise(shops);
    for (const [name, { covered, positive, meanTruth, meanValue }] of summaries) {
      const shares = [covered, positive].map((share) => `${(100 * share).toFixed(1).padStart(5)} %`).join('  ');
      console.log(
        `${name.padEnd(28)} ${shares}  ${meanTruth.toFixed(4).padStart(11)} ${meanValue.toFixed(4).padStart(11)}`,
      );
    }
  });

  it.each([
    'recommender: orders',
    'recommender: margin',
    'recommender: net return',
    'discount: margin',
    'discount: net return',
    ...PARAMETERS,
  ])('is found by an interval as often as that says: %s', (name) => {
    const { covered } = summaries.get(name)!;
    expect(covered).toBeGreaterThanOrEqual(BAND.low);
    expect(covered).toBeLessThanOrEqual(BAND.high);
  });

  it('has a discount that a plain before and after takes for a success', () => {
    expect(summaries.get('discount: before and after')!.positive).toBeGreaterThanOrEqual(0.95);
  });

  it.each(PARAMETERS)('gives its parameters away: %s', (name) => {
    const { meanTruth, meanValue } = summaries.get(name)!;
    expect(Math.abs(meanValue / meanTruth - 1)).toBeLessThan(BIAS);
  });
});
