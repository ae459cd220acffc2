import { upperGamma } from './incomplete-gamma.ts';

/**
 * Probability that a χ² variable exceeds `statistic`.
 *
 * @param statistic at least 0
 * @param degreesOfFreedom above 0
 * @returns in [0, 1]
 * @throws RangeError outside the domain
 * Accuracy: relative error below 1e-12 (fixture `distributions.py`, mpmath).
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0)) throw new RangeError(`degrees of freedom ${degreesOfFreedom} are not positive`);
  return upperGamma(degreesOfFreedom / 2, statistic / 2);
}

export interface RatioTest {
  /** Counts that the weights make expected, in the order given. */
  expected: number[];
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}

/**
 * Pearson's χ² test of counts against planned shares: whether groups are as large as planned. As a test for sample ratio
 * mismatch, `fabijanEtAl2019`.
 *
 * @param counts at least two, whole, ≥ 0, not all zero
 * @param weights positive, one per count, on any scale; default equal
 * @throws RangeError when counts or weights are none
 * Assumes independent units and expected counts above about 5. Accuracy: fixture `experiment.py` (scipy.stats.chisquare).
 * @example testSampleRatio([1000, 1100]).pValue // 0.02909633…
 */
export function testSampleRatio(
  counts: readonly number[],
  weights: readonly number[] = counts.map(() => 1),
): RatioTest {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 2 || !(total > 0)) throw new RangeError('at least two groups, not all of them empty');
  if (weights.length !== counts.length) throw new RangeError('as many weights as counts');
  if (!weights.every((weight) => weight > 0 && weight < Infinity)) throw new RangeError('weights are positive');
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const expected = weights.map((weight) => (total * weight) / all);
  const statistic = counts.reduce((sum, count, i) => sum + (count - expected[i]) ** 2 / expected[i], 0);
  const degreesOfFreedom = counts.length - 1;
  return { expected, statistic, degreesOfFreedom, pValue: chiSquareTail(statistic, degreesOfFreedom) };
}
