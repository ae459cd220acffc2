import { describe, expect, it } from 'vitest';
import { coverageOfAmounts, coverageOfShares, worlds } from '../fixtures/statistics/coverage-of-ratios.ts';

const SEEDS = 2000;
/** The 99% binomial band around 90% for 2,000 seeds. */
const BAND = { low: 0.883, high: 0.917 };

describe('ratioOfTotals', () => {
  it.each(worlds)('covers the mean share: $cohorts cohorts, mean $mean, sizes ± $spread', (world) => {
    const covered = coverageOfShares(world, SEEDS);
    expect(covered).toBeGreaterThanOrEqual(BAND.low);
    expect(covered).toBeLessThanOrEqual(BAND.high);
  });

  it.each(worlds.filter(({ concentration, cohorts }) => Number.isFinite(concentration) && cohorts > 3))(
    'covers the ratio of revenues: $cohorts cohorts, mean $mean, sizes ± $spread',
    (world) => {
      const covered = coverageOfAmounts(world, SEEDS);
      expect(covered).toBeGreaterThanOrEqual(BAND.low);
      expect(covered).toBeLessThanOrEqual(BAND.high);
    },
  );
});
