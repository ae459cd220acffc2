import { meanVariance, type SampleMoments } from './sample-moments.ts';
import { studentTQuantile, studentTTwoSided } from './student-t.ts';

export interface WelchTest {
  /** Mean of the treatment less that of the control, in the unit of the data. */
  difference: number;
  standardError: number;
  /** Difference over its standard error. */
  statistic: number;
  degreesOfFreedom: number;
  /** Two-sided. */
  pValue: number;
  interval: { low: number; high: number };
}

/**
 * Welch's t-test for two means with unequal variances, `welch1947` (also Welch–Satterthwaite), and the interval of the
 * difference. Test and interval come from one statistic: p < 1 − level exactly when the interval leaves 0 out.
 *
 * @param treatment n ≥ 2
 * @param control n ≥ 2
 * @param level of confidence, in (0, 1)
 * @returns undefined when neither sample varies: there is nothing to measure a difference by
 * @throws RangeError when a sample has fewer than two values or the level is none
 *
 * Assumes independent units; means that are normal, which hundreds of units give unless few of them hold most of the
 * total. Coverage: `tests/simulate/experiment.test.ts`. Accuracy: fixture `experiment.py` (scipy.stats.ttest_ind_from_stats).
 *
 * @example welchTest({ n: 3, mean: 2, variance: 1 }, { n: 3, mean: 1, variance: 1 }, 0.9)?.pValue // 0.2878641347266908
 */
export function welchTest(treatment: SampleMoments, control: SampleMoments, level: number): WelchTest | undefined {
  for (const { n } of [treatment, control]) {
    if (!(n >= 2)) throw new RangeError(`a sample of ${n} has no variance`);
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside (0, 1): ${level}`);
  const [a, b] = [meanVariance(treatment), meanVariance(control)];
  const variance = a + b;
  if (variance === 0) return undefined;
  // As shares of the variance: small variances would vanish when squared.
  const degreesOfFreedom = 1 / ((a / variance) ** 2 / (treatment.n - 1) + (b / variance) ** 2 / (control.n - 1));
  const difference = treatment.mean - control.mean;
  const standardError = Math.sqrt(variance);
  const statistic = difference / standardError;
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    difference,
    standardError,
    statistic,
    degreesOfFreedom,
    pValue: studentTTwoSided(statistic, degreesOfFreedom),
    interval: { low: difference - reach, high: difference + reach },
  };
}

/**
 * Student's interval for one mean.
 * @param sample n ≥ 2
 * @throws RangeError when the sample has fewer than two values or the level is outside (0, 1)
 * @example meanInterval({ n: 4, mean: 0, variance: 4 }, 0.9) // ± 2.3533634348018264
 */
export function meanInterval(sample: SampleMoments, level: number): { low: number; high: number } {
  if (!(sample.n >= 2)) throw new RangeError(`a sample of ${sample.n} has no variance`);
  const reach = studentTQuantile((1 + level) / 2, sample.n - 1) * Math.sqrt(meanVariance(sample));
  return { low: sample.mean - reach, high: sample.mean + reach };
}
