import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson score interval for a proportion. `wilson1927`; recommended by `brownCaiDasGupta2001`, eq. 4.
 *
 * @param successes whole number in [0, trials]
 * @param trials whole number ≥ 1
 * @param level coverage, in (0, 1)
 * @returns share in [0, 1]; never empty, also at 0 and at all successes. Coverage is close to `level` on average over
 *          proportions, not at each
 * @throws RangeError when successes is not in [0, trials], trials < 1 or level is outside (0, 1)
 *
 * Accuracy: equal to scipy's `binomtest().proportion_ci(method='wilson')` within 1e-10 (fixture `evaluation.py`).
 *
 * @example wilsonInterval(0, 10, 0.95) // { low: 0, high: 0.2775… }
 */
export function wilsonInterval(successes: number, trials: number, level: number): { low: number; high: number } {
  if (!(trials >= 1 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`not a proportion: ${successes} of ${trials}`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside (0, 1): ${level}`);
  const z = normalQuantile((1 + level) / 2);
  const p = successes / trials;
  const centre = (p + (z * z) / (2 * trials)) / (1 + (z * z) / trials);
  const half = (z / (1 + (z * z) / trials)) * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
