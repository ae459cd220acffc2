import { describe, expect, it } from 'vitest';
import { cases, coverage, falseAlarms } from '../fixtures/experiment/coverage.ts';

const SEEDS = 2000;
/** The 99% binomial band around 90% for 2,000 seeds. */
const BAND = { low: 0.883, high: 0.917 };

describe('intervals of an experiment', () => {
  it.each(cases)('cover the true difference and ratio: $world.name, $method', ({ world, method }) => {
    const { difference, ratio } = coverage(world, method, SEEDS);
    for (const covered of [difference, ratio]) {
      expect(covered).toBeGreaterThanOrEqual(BAND.low);
      expect(covered).toBeLessThanOrEqual(BAND.high);
    }
  });
});

describe('the check of the sample ratio', () => {
  it('raises a false alarm at 1% in about 1% of experiments', () => {
    const alarms = falseAlarms(3000, SEEDS);
    // The 99% binomial band around 1% for 2,000 seeds.
    expect(alarms).toBeGreaterThanOrEqual(0.0045);
    expect(alarms).toBeLessThanOrEqual(0.016);
  });
});
