/** A mean with the variance of that mean (s² / n), independent of the other one. */
export interface EstimatedMean {
  mean: number;
  variance: number;
}

/**
 * Fieller's confidence set for the ratio of two means, `fieller1954`: every ratio r for which numerator − r · denominator is
 * within `quantile` standard errors of 0. Less one it is the interval of a relative effect, and leaves 0 out exactly when
 * the difference of the means is more than `quantile` standard errors.
 *
 * @param numerator mean of the treatment
 * @param denominator mean of the control, not correlated with the other
 * @param quantile of the statistic's distribution, above 0: t or, for large samples, normal at (1 + level) / 2
 * @returns undefined when the set is unbounded, which it is when the denominator is within `quantile` standard errors of 0:
 *          the data then exclude no ratio above (or below) some value
 * @throws RangeError when a variance is negative or the quantile not positive
 *
 * Assumes normal means. Coverage: `tests/simulate/experiment.test.ts`. Accuracy: fixture `experiment.py` (scipy's root finder
 * on the definition).
 *
 * @example fiellerInterval({ mean: 12, variance: 1 }, { mean: 10, variance: 1 }, 2) // { low: 0.92725…, high: 1.57274… }
 */
export function fiellerInterval(
  numerator: EstimatedMean,
  denominator: EstimatedMean,
  quantile: number,
): { low: number; high: number } | undefined {
  if (!(numerator.variance >= 0 && denominator.variance >= 0)) throw new RangeError('variances are not negative');
  if (!(quantile > 0)) throw new RangeError(`not a quantile above 0: ${quantile}`);
  const square = quantile * quantile;
  const a = denominator.mean ** 2 - square * denominator.variance;
  if (!(a > 0)) return undefined;
  const b = numerator.mean * denominator.mean;
  const c = numerator.mean ** 2 - square * numerator.variance;
  // b² − ac without the term that both have, so that nothing cancels.
  const under =
    square *
    (numerator.mean ** 2 * denominator.variance +
      denominator.mean ** 2 * numerator.variance -
      square * numerator.variance * denominator.variance);
  const root = Math.sqrt(Math.max(0, under));
  const far = b + (b < 0 ? -root : root);
  const ends = far === 0 ? [0, 0] : [far / a, c / far];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
