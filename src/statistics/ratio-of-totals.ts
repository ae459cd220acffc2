import { studentTQuantile } from './student-t.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface RatioOfTotals {
  /** Σ numerators ÷ Σ denominators. */
  value: number;
  interval?: { low: number; high: number };
  /** Of the clusters, not of the units in them. Undefined when there is one cluster. */
  degreesOfFreedom?: number;
  /** What the interval covers; `units`: the differences between clusters could not be seen. */
  covers: 'clusters' | 'units' | 'nothing';
}

/**
 * Ratio of totals over clusters (weighted mean of the clusters' ratios), with an interval for differences between
 * clusters and between the units within them: what another set of such clusters would give.
 *
 * Ratio estimator, cochran1977 (6.2); its variance from the residuals of the clusters, made unbiased as
 * bellMcCaffrey2002 do it under working variances (`workingVariances`; equal ones for amounts). Degrees of freedom: the
 * harmonic mean of theirs and of one less than the clusters, which simulations favour (`tests/simulate`).
 *
 * @param numerators one per cluster, in any unit (customers who came back, revenue)
 * @param denominators one per cluster, same length, ≥ 0, with a positive sum (customers, revenue at age 0)
 * @param level of confidence, in (0, 1)
 * @param kind `share`: numerators count units among the denominators; the interval is worked out for the log odds and
 *   stays within (0, 1). `amount`: any numbers; the interval is symmetric.
 * @returns no interval for amounts of a single cluster. A share of a single cluster, a share of exactly 0 or 1, and shares
 *   that are closer to each other than chance leaves them get Wilson's interval, which knows only of the units
 *   (`covers: 'units'`).
 * @throws RangeError when lengths differ, a denominator is negative or their sum is not positive
 *
 * Assumes that clusters are independent and their sizes say nothing of their ratios. Coverage of 90% intervals in
 * `tests/simulate/ratio-of-totals.test.ts`: 88.3 to 91.7% from 3 clusters on. Cost: quadratic in the clusters.
 *
 * @example ratioOfTotals([20, 35, 24], [100, 150, 120], 0.9, 'share').value // 0.21351…
 */
export function ratioOfTotals(
  numerators: readonly number[],
  denominators: readonly number[],
  level: number,
  kind: 'share' | 'amount',
): RatioOfTotals {
  if (numerators.length !== denominators.length) throw new RangeError('as many numerators as denominators');
  if (denominators.some((size) => !(size >= 0))) throw new RangeError('denominators are not negative');
  const used = denominators.flatMap((size, i) => (size > 0 ? [i] : []));
  const total = sum(used.map((i) => denominators[i]));
  if (!(total > 0)) throw new RangeError('the denominators sum to zero');
  const value = sum(numerators) / total;
  const isDegenerate = kind === 'share' && (value <= 0 || value >= 1);
  const ofUnits = (): RatioOfTotals => ({
    value,
    interval: wilsonInterval(Math.round(value * total), Math.round(total), level),
    covers: 'units',
  });
  if (used.length < 2 || isDegenerate) return kind === 'amount' ? { value, covers: 'nothing' } : ofUnits();

  const weights = used.map((i) => denominators[i] / total);
  const residuals = used.map((i) => numerators[i] / denominators[i] - value);
  const working = kind === 'share' ? workingVariances(value, total, weights, residuals) : weights.map(() => 1);
  const all = sum(weights.map((weight, i) => weight ** 2 * working[i]));
  const factors = weights.map((weight, i) => weight ** 2 / (1 - 2 * weight + all / working[i]));
  const variance = sum(residuals.map((residual, i) => factors[i] * residual ** 2));
  // Satterthwaite's are too few when sizes differ much, one less than the clusters too many: simulations favour the middle.
  const degreesOfFreedom = 2 / (1 / satterthwaite(weights, factors, working) + 1 / (used.length - 1));
  const counting = (value * (1 - value)) / total;
  if (kind === 'share' && variance <= leastSpread(degreesOfFreedom) * counting) return ofUnits();
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * Math.sqrt(variance);
  const interval = kind === 'share' ? onLogOdds(value, reach) : { low: value - reach, high: value + reach };
  return { value, interval, degreesOfFreedom, covers: 'clusters' };
}

/**
 * χ² ÷ its degrees of freedom, exceeded in 99 of 100 sets (Wilson & Hilferty's approximation, which falls below zero for
 * few degrees): clusters that are closer to each other than that are so by chance, as counting their units alone would
 * leave them further apart.
 */
function leastSpread(degreesOfFreedom: number): number {
  const spread = 2 / (9 * degreesOfFreedom);
  return Math.max(1e-4, (1 - spread - 2.326 * Math.sqrt(spread)) ** 3);
}

/**
 * Variances of the clusters' shares up to a factor: that of counting units, p (1 − p) / n, plus a variance between
 * clusters by the method of moments. They only shape the correction; the interval's width comes from the residuals.
 */
function workingVariances(
  value: number,
  total: number,
  weights: readonly number[],
  residuals: readonly number[],
): number[] {
  const counting = weights.map((weight) => (value * (1 - value)) / (weight * total));
  const spread = sum(residuals.map((residual, i) => weights[i] * residual ** 2));
  const expected = sum(counting.map((variance, i) => weights[i] * (1 - weights[i]) * variance));
  const between = Math.max(0, (spread - expected) / (1 - sum(weights.map((weight) => weight ** 2))));
  return counting.map((variance) => variance + between);
}

/**
 * Degrees of freedom of the quadratic form Σ factor (ratio − weighted mean)², for ratios with the given relative
 * variances: (tr BS)² ÷ tr (BS)² with B = (I − 1w')' diag(factor) (I − 1w').
 */
function satterthwaite(weights: readonly number[], factors: readonly number[], variances: readonly number[]): number {
  const all = sum(factors);
  let trace = 0;
  let traceOfSquare = 0;
  weights.forEach((wi, i) => {
    weights.forEach((wj, j) => {
      const b = (i === j ? factors[i] : 0) - factors[i] * wj - wi * factors[j] + wi * wj * all;
      if (i === j) trace += b * variances[i];
      traceOfSquare += b * b * variances[i] * variances[j];
    });
  });
  return trace ** 2 / traceOfSquare;
}

function onLogOdds(value: number, reach: number): { low: number; high: number } {
  const odds = Math.log(value / (1 - value));
  const step = reach / (value * (1 - value));
  const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
  return { low: share(odds - step), high: share(odds + step) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
