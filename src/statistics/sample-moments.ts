/** What a sample is to tests of its mean. */
export interface SampleMoments {
  n: number;
  mean: number;
  /** Unbiased, with n − 1; 0 when all values are the same. NaN for a single value. */
  variance: number;
}

/** Below this share of Σx² what is left of the squares is rounding. */
const ROUNDING = 1e-13;

/**
 * Moments from sufficient statistics: s² = (Σx² − (Σx)² / n) / (n − 1).
 *
 * @param sums `n` whole, ≥ 1; `sum` Σx; `sumOfSquares` Σx², in the square of the unit
 * @throws RangeError when n is not a whole number above 0, or no sample has these sums (Σx² below (Σx)² / n)
 * Accuracy: the variance loses as many digits as mean² exceeds it; differences within rounding are taken for none.
 * @example momentsFromSums({ n: 2, sum: 4, sumOfSquares: 10 }) // { n: 2, mean: 2, variance: 2 }
 */
export function momentsFromSums({
  n,
  sum,
  sumOfSquares,
}: {
  n: number;
  sum: number;
  sumOfSquares: number;
}): SampleMoments {
  if (!(Number.isInteger(n) && n >= 1)) throw new RangeError(`not a sample size: ${n}`);
  const left = sumOfSquares - (sum * sum) / n;
  if (!(left >= -ROUNDING * n * Math.abs(sumOfSquares))) {
    throw new RangeError(`no ${n} numbers have the sum ${sum} and the sum of squares ${sumOfSquares}`);
  }
  const spread = left <= ROUNDING * Math.abs(sumOfSquares) ? 0 : left;
  return { n, mean: sum / n, variance: spread / (n - 1) };
}

/** Variance of the mean, s² / n, in the square of the unit. */
export function meanVariance({ n, variance }: SampleMoments): number {
  return variance / n;
}
