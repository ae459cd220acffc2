import { upperGamma } from './incomplete-gamma.ts';

/**
 * Probability that a standard normal variable is further from 0 than `z`, on either side: 2 (1 − Φ(|z|)), the p-value of
 * a z-test.
 *
 * @param z any number
 * @returns in [0, 1]; 1 at 0, relative accuracy kept in the tail
 * @throws RangeError for NaN
 * Accuracy: relative error below 1e-12 (fixture `distributions.py`, mpmath).
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
export function normalTwoSided(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}
