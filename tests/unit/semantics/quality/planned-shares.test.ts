import { describe, expect, it } from 'vitest';
import { RATIO_FAILS } from '../../../../src/semantics/quality/examine-outcome.ts';
import { bestPlan } from '../../../../src/semantics/quality/planned-shares.ts';
import { randomSource } from '../../../../src/statistics/random.ts';

const DRAWS = 300;

function drawn(shares: readonly number[], n: number, seed: number): number[] {
  const random = randomSource(seed);
  const counts = shares.map(() => 0);
  for (let i = 0; i < n; i += 1) {
    let left = random.uniform();
    const at = shares.findIndex((share) => (left -= share) < 0);
    counts[at < 0 ? 0 : at]! += 1;
  }
  return counts;
}

describe('bestPlan', () => {
  it.each([
    [
      [5_010, 4_990],
      [0.5, 0.5],
    ],
    [
      [9_030, 970],
      [0.9, 0.1],
    ],
    [
      [6_640, 3_360],
      [2 / 3, 1 / 3],
    ],
    [
      [9_905, 95],
      [0.99, 0.01],
    ],
    [
      [3_340, 3_320, 3_340],
      [1 / 3, 1 / 3, 1 / 3],
    ],
    [
      [8_010, 1_000, 990],
      [0.8, 0.1, 0.1],
    ],
  ])('takes %j for %j', (counts, shares) => {
    const plan = bestPlan(counts);
    plan.shares.forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 6));
    expect(plan.pValue).toBeGreaterThan(0.05);
  });

  it('fits none to groups that lost members', () => {
    expect(bestPlan([10_000, 9_400]).pValue).toBeLessThan(1e-4);
    expect(bestPlan([10_000, 10_000, 9_200]).pValue).toBeLessThan(1e-4);
  });

  it('is certain of the plan only where groups are nearly equal', () => {
    expect(bestPlan([10_000, 9_400]).isCertain).toBe(true);
    expect(bestPlan([70_000, 16_900, 13_100])).toMatchObject({ isCertain: false });
    expect(bestPlan([70_000, 16_900, 13_100]).pValue).toBeLessThan(1e-3);
  });

  it.each([
    [[0.49, 0.49, 0.02]],
    [[0.98, 0.01, 0.01]],
    [[0.475, 0.475, 0.05]],
    [[1 / 6, 1 / 6, 2 / 3]],
    [[0.125, 0.875]],
    [[0.55, 0.45]],
    [[0.995, 0.005]],
    [[0.25, 0.25, 0.25, 0.25]],
    [[0.5, 0.3, 0.2]],
  ])('fits %j, and says that it does not in hardly any of its draws', (shares) => {
    let alarms = 0;
    for (let seed = 1; seed <= DRAWS; seed += 1) {
      if (bestPlan(drawn(shares, 1_000 * (1 + (seed % 20)), seed)).pValue < RATIO_FAILS) alarms += 1;
    }
    // One of a thousand is to be expected.
    expect(alarms).toBeLessThanOrEqual(3);
    const exact = bestPlan(shares.map((share) => share * 120_000));
    exact.shares.forEach((share, i) => expect(share).toBeCloseTo(shares[i]!, 6));
  });
});
