import { edge } from './edge.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normalTwoSided } from './normal-tail.ts';

/** How many of how many. */
export interface Proportion {
  n: number;
  successes: number;
}

export interface ProportionsTest {
  /** Share of the treatment less that of the control, in [−1, 1]. */
  difference: number;
  /** The score statistic, standard normal when the shares are equal. */
  statistic: number;
  /** Two-sided. */
  pValue: number;
  /** Of the difference. */
  interval: { low: number; high: number };
  /** Of the ratio of the shares; undefined when the control has no success. */
  ratioInterval?: { low: number; high: number };
}

/**
 * Score test of two proportions and the intervals of their difference and of their ratio, `miettinenNurminen1985`: each
 * hypothetical value is tested with the variance of the shares that fit it best, times N / (N − 1). At equal shares that is
 * the z-test with the pooled variance, so that p < 1 − level exactly when the intervals leave 0 and 1 out.
 *
 * @param treatment `n` whole, ≥ 1; `successes` whole, in [0, n]
 * @param control the same
 * @param level of confidence, in (0, 1)
 * @returns p = 1 when all units or none succeed
 * @throws RangeError for what is no proportion and no level
 *
 * Assumes independent units. Accuracy: 1e-9 (fixture `experiment.py`: shares by numerical maximisation, ends by root
 * finding). Cost: about 100 evaluations per end.
 *
 * @example testProportions({ n: 70, successes: 56 }, { n: 80, successes: 48 }, 0.95).interval // { low: 0.0528…, high: 0.3382… }
 */
export function testProportions(treatment: Proportion, control: Proportion, level: number): ProportionsTest {
  for (const { n, successes } of [treatment, control]) {
    const whole = Number.isInteger(n) && Number.isInteger(successes);
    if (!(whole && n >= 1 && successes >= 0 && successes <= n)) {
      throw new RangeError(`not a proportion: ${successes} of ${n}`);
    }
  }
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside (0, 1): ${level}`);
  const reach = normalQuantile((1 + level) / 2);
  const ofDifference = (delta: number) => differenceScore(treatment, control, delta);
  const difference = treatment.successes / treatment.n - control.successes / control.n;
  const statistic = ofDifference(0);
  return {
    difference,
    statistic,
    pValue: normalTwoSided(statistic),
    interval: {
      low: crossing(ofDifference, reach, difference, -1),
      high: crossing(ofDifference, -reach, difference, 1),
    },
    ...(control.successes > 0 && { ratioInterval: ratioInterval(treatment, control, reach) }),
  };
}

/** The ratio is searched for as r / (1 + r), which has ends. */
function ratioInterval(treatment: Proportion, control: Proportion, reach: number): { low: number; high: number } {
  const score = (share: number) => ratioScore(treatment, control, share / (1 - share));
  const ratio = (treatment.successes / treatment.n / control.successes) * control.n;
  const middle = ratio / (1 + ratio);
  const [low, high] = [crossing(score, reach, middle, 0), crossing(score, -reach, middle, 1)];
  return { low: low / (1 - low), high: high / (1 - high) };
}

/** Where a falling function takes a value, between `inside`, where it is 0, and `end`; `end` itself if it never does. */
function crossing(score: (at: number) => number, value: number, inside: number, end: number): number {
  return edge((at) => Math.abs(score(at)) < Math.abs(value), inside, end);
}

/** (p₁ − p₀ − δ) over its standard error where p₁ − p₀ = δ fits best. */
function differenceScore(treatment: Proportion, control: Proportion, delta: number): number {
  const p0 = bestUnderDifference(treatment, control, delta);
  const p1 = Math.min(1, Math.max(0, p0 + delta));
  const top = treatment.successes / treatment.n - control.successes / control.n - delta;
  return overError(top, (p1 * (1 - p1)) / treatment.n + (p0 * (1 - p0)) / control.n, treatment.n + control.n);
}

/**
 * The control's share of largest likelihood given the difference, where the slope of the log-likelihood, which falls, is 0.
 * It is also the root of a cubic, whose formula loses its digits where successes are few among many.
 */
function bestUnderDifference(
  { n: n1, successes: x1 }: Proportion,
  { n: n0, successes: x0 }: Proportion,
  delta: number,
): number {
  if (delta === 0) return (x1 + x0) / (n1 + n0);
  const slope = (p: number) => {
    const q = p + delta;
    return x1 / q - (n1 - x1) / (1 - q) + x0 / p - (n0 - x0) / (1 - p);
  };
  return edge((p) => slope(p) > 0, Math.max(0, -delta), Math.min(1, 1 - delta));
}

/** (p₁ − r p₀) over its standard error where p₁ = r p₀ fits best. */
function ratioScore(treatment: Proportion, control: Proportion, ratio: number): number {
  const { n: n1, successes: x1 } = treatment;
  const { n: n0, successes: x0 } = control;
  const a = (n1 + n0) * ratio;
  const b = n1 * ratio + x1 + n0 + x0 * ratio;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * (x1 + x0)));
  const p0 = Math.min(1, (2 * (x1 + x0)) / (b + root));
  const p1 = Math.min(1, ratio * p0);
  const variance = (p1 * (1 - p1)) / n1 + (ratio ** 2 * p0 * (1 - p0)) / n0;
  return overError(x1 / n1 - (ratio * x0) / n0, variance, n1 + n0);
}

function overError(top: number, variance: number, units: number): number {
  if (top === 0) return 0;
  return top / Math.sqrt((variance * units) / (units - 1));
}
