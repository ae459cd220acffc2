import { describe, expect, it } from 'vitest';
import { cases, coverage } from '../../../fixtures/experiment/coverage.ts';

const SEEDS = 300;
/** The 99% binomial band around 90% for 300 seeds. */
const BAND = { low: 0.853, high: 0.943 };

describe('intervals of an experiment', () => {
  it.each(cases)('cover the true difference and ratio: $world.name, $method', ({ world, method }) => {
    const { difference, ratio } = coverage(world, method, SEEDS);
    for (const covered of [difference, ratio]) {
      expect(covered).toBeGreaterThanOrEqual(BAND.low);
      expect(covered).toBeLessThanOrEqual(BAND.high);
    }
  });
});
