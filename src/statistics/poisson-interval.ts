import { edge } from './edge.ts';
import { upperGamma } from './incomplete-gamma.ts';

/**
 * Exact (Garwood) confidence interval for the mean of a Poisson distribution. `garwood1936`.
 *
 * @param count what was observed, a whole number ≥ 0
 * @param level coverage, in (0, 1)
 * @returns the means that are not too small and not too large for the count, each tail having (1 − level) / 2; `low` is 0 at a
 *          count of 0. Coverage is at least `level` at every mean
 * @throws RangeError when the count is none or level is outside (0, 1)
 *
 * Accuracy: equal to the quantiles of scipy's chi-square within 1e-9 (fixture `people/people.py`).
 *
 * @example poissonInterval(0, 0.9) // { low: 0, high: 2.9957… }
 */
export function poissonInterval(count: number, level: number): { low: number; high: number } {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count: ${count}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside (0, 1): ${level}`);
  const tail = (1 - level) / 2;
  const far = count + 40 + 40 * Math.sqrt(count + 1);
  // P(X ≤ count) is Q(count + 1, mean), P(X ≥ count) is 1 − Q(count, mean).
  const high = edge((mean) => upperGamma(count + 1, mean) > tail, 0, far);
  const low = count === 0 ? 0 : edge((mean) => 1 - upperGamma(count, mean) < tail, 0, far);
  return { low, high };
}
