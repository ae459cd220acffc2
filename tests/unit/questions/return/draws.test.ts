import { describe, expect, it } from 'vitest';
import type { ArmMoments } from '../../../../src/questions/return/arms.ts';
import { drawReturns } from '../../../../src/questions/return/draws.ts';
import { flowsOf } from '../../../../src/questions/return/flows.ts';
import { meanDraws } from '../../../../src/questions/return/mean-draws.ts';
import { slicesOf } from '../../../../src/questions/return/slices.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import expected from '../../../fixtures/return/return.json';

const arm: ArmMoments = {
  ...{ variant: 'a', n: 12, mean: [1, -2, 5] },
  covariance: [
    [4, 1, 0],
    [1, 9, 0],
    [0, 0, 0],
  ],
};

function sample({ mean }: ArmMoments, draw: () => Float64Array, draws: number) {
  const sums = mean.map(() => 0);
  const products = mean.map(() => mean.map(() => 0));
  for (let k = 0; k < draws; k++) {
    const values = draw();
    values.forEach((value, i) => {
      sums[i]! += value;
      values.forEach((other, j) => (products[i]![j]! += (value - mean[i]!) * (other - mean[j]!)));
    });
  }
  return {
    mean: sums.map((sum) => sum / draws),
    covariance: products.map((row) => row.map((product) => product / draws)),
  };
}

describe('meanDraws', () => {
  it('has the means of the group, and t’s covariance of them', () => {
    const { mean, covariance } = sample(arm, meanDraws(arm, randomSource(1)), 200_000);
    // A t with 11 degrees of freedom varies 11 / 9 as much as its scale.
    mean.forEach((value, i) => expect(Math.abs(value - arm.mean[i]!)).toBeLessThan(0.01));
    covariance.forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - ((11 / 9) * arm.covariance[i]![j]!) / 12)).toBeLessThan(0.015)),
    );
  });

  it('leaves what does not vary as it is', () => {
    const draw = meanDraws(arm, randomSource(2));
    for (let k = 0; k < 100; k++) expect(draw()[2]).toBeCloseTo(5, 12);
  });

  it('rejects a group of one', () => {
    expect(() => meanDraws({ ...arm, n: 1 }, randomSource(1))).toThrow(RangeError);
  });
});

describe('drawReturns', () => {
  const { rates } = expected;
  /** The columns before the slices do not matter to a rate. */
  const whole = ({ n, mean, covariance }: typeof rates.arms.treated): ArmMoments => ({
    ...{ variant: '', n, mean: [0.5, 1, mean[0]! + mean[1]! + mean[2]!, 0, 0, 0, ...mean] },
    covariance: [
      ...Array.from({ length: 6 }, () => new Array<number>(9).fill(0)),
      ...covariance.map((row) => [0, 0, 0, 0, 0, 0, ...row]),
    ],
  });
  const costs = {
    ...{ total: 0, byCategory: [], later: 0, undated: 0, recurs: false },
    entries: rates.costs.map(([days, amount]) => ({ days, amount })),
  };
  const treated = whole(rates.arms.treated);
  const flows = (bySlice: readonly number[]) => flowsOf(bySlice, { treated: treated.n, costs, slices: slicesOf(90) });
  const draw = (control: ArmMoments) => drawReturns(treated, control, { seed: 1, level: 0.9, flowsOf: flows });

  it('gives the interval of a rate that numpy’s draws give', () => {
    const { low, high } = draw(whole(rates.arms.control)).internalRate!;
    // In the logarithm, which varies by 0.25, 4,000 draws know a 5% quantile to 0.0085: four times that.
    expect(Math.abs(Math.log1p(low) - Math.log1p(rates.low))).toBeLessThan(0.034);
    expect(Math.abs(Math.log1p(high) - Math.log1p(rates.high))).toBeLessThan(0.034);
  });

  it('gives none when some draws have no rate', () => {
    const same = whole(rates.arms.treated);
    expect(draw(same).internalRate).toBeUndefined();
  });

  it('counts a draw in which nothing comes back as a loss of all', () => {
    // One payment: the rate rises with the margin, so that quantiles of the margin are those of the rate.
    const [n, variance, difference, spent] = [4000, 400, 0.25, 1500];
    const arm = (mean: number): ArmMoments => ({
      ...{ variant: '', n, mean: [0.5, 1, mean, 0, 0, 0, mean] },
      covariance: Array.from({ length: 7 }, (_, i) =>
        Array.from({ length: 7 }, (_, j) => ([2, 6].includes(i) && [2, 6].includes(j) ? variance : 0)),
      ),
    });
    const once = { ...costs, entries: [{ days: 0, amount: spent }] };
    const slices = { count: 1, days: 300 };
    const oneFlow = (bySlice: readonly number[]) => flowsOf(bySlice, { treated: n, costs: once, slices });
    const { low, high } = drawReturns(arm(6 + difference), arm(6), {
      seed: 1,
      level: 0.9,
      flowsOf: oneFlow,
    }).internalRate!;
    const standardError = Math.sqrt((2 * variance) / n);
    expect(difference - 1.645 * standardError).toBeLessThan(0);
    expect(low).toBe(-1);
    const gained = n * (difference + 1.6449 * standardError);
    const expectedHigh = (gained / spent) ** (365.25 / 150) - 1;
    expect(Math.abs(Math.log1p(high) / Math.log1p(expectedHigh) - 1)).toBeLessThan(0.06);
  });

  it('gives no parts when nobody buys in a group', () => {
    const control = whole(rates.arms.control);
    expect(draw(control).components).toBeDefined();
    expect(draw({ ...control, mean: [0, 0, ...control.mean.slice(2)] }).components).toBeUndefined();
  });
});
