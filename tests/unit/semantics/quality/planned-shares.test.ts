import { describe, expect, it } from 'vitest';
import { bestPlan } from '../../../../src/semantics/quality/planned-shares.ts';

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
    expect(bestPlan([10_000, 10_000, 8_800]).pValue).toBeLessThan(1e-4);
  });
});
