import type { EstimatedMean } from './fieller.ts';

/**
 * Interval for the ratio of two independent means by the delta method: the ratio ± quantile · √(V(x) / y² + x² V(y) / y⁴),
 * symmetric where Fieller's is not. Shown beside Fieller's because other tools report it.
 *
 * @param numerator mean x of the treatment and its variance
 * @param denominator mean y of the control and its variance
 * @param quantile above 0
 * @returns undefined when the denominator is 0
 * @throws RangeError when a variance is negative or the quantile not positive
 * Assumes a denominator many standard errors from 0. Accuracy: fixture `experiment.py`.
 * @example deltaRatioInterval({ mean: 12, variance: 1 }, { mean: 10, variance: 1 }, 2) // 1.2 ± 0.31241
 */
export function deltaRatioInterval(
  numerator: EstimatedMean,
  denominator: EstimatedMean,
  quantile: number,
): { low: number; high: number } | undefined {
  if (!(numerator.variance >= 0 && denominator.variance >= 0)) throw new RangeError('variances are not negative');
  if (!(quantile > 0)) throw new RangeError(`not a quantile above 0: ${quantile}`);
  if (denominator.mean === 0) return undefined;
  const ratio = numerator.mean / denominator.mean;
  const reach =
    (quantile * Math.sqrt(numerator.variance + ratio ** 2 * denominator.variance)) / Math.abs(denominator.mean);
  return { low: ratio - reach, high: ratio + reach };
}
