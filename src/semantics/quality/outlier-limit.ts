import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { logQuantile, type MagnitudeBin } from './magnitude-histogram.ts';

/** How likely it is that data without any outlier show one, when their logarithms are normal. */
export const OUTLIER_ALPHA = 0.01;
/** Fewer values do not show what is usual. */
const FEWEST_VALUES = 50;
/** From how many values on a quantile of the upper tail is known well enough to tell how far the tail reaches. */
const TAIL: readonly { probability: number; from: number }[] = [
  { probability: 0.75, from: 0 },
  { probability: 0.9, from: 200 },
  { probability: 0.99, from: 5_000 },
];

/**
 * The limit above which a positive value is an outlier: Hampel's identifier on the logarithm, with the limit of Davies and
 * Gather (1993, eq. 3) that grows with the number of values N, α_N = 1 − (1 − α)^(1/N). In place of the MAD, which supposes
 * symmetry, the spread is that of the upper half: the largest of (q_p − q_.5) / z_p for p = .75, .9 and .99, so that a tail
 * heavier than normal widens it. `daviesGather1993`, `hampel1974`
 *
 * @param bins positive values by magnitude, ascending
 * @returns in the unit of the values; undefined with fewer than 50 values or when more than half of the upper half are alike
 * Assumes that fewer than 1% (below 5,000 values: 10%) of the values are outliers. The false-alarm rate is OUTLIER_ALPHA for
 * log-normal values and lower for gamma, exponential, Weibull and uniform ones; the tail of a Pareto distribution is reported.
 * Simulated in `tests/simulate/quality.test.ts`.
 */
export function outlierLimit(bins: readonly MagnitudeBin[]): number | undefined {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total < FEWEST_VALUES) return undefined;
  const middle = logQuantile(bins, 0.5);
  const spreads = TAIL.filter(({ from }) => total >= from).map(
    ({ probability }) => (logQuantile(bins, probability) - middle) / normalQuantile(probability),
  );
  const spread = Math.max(...spreads);
  if (!(spreads[0] > LEAST_SPREAD)) return undefined;
  const alphaN = 1 - (1 - OUTLIER_ALPHA) ** (1 / total);
  return 10 ** (middle + normalQuantile(1 - alphaN) * spread);
}

/** Two bins: prices that are all alike have no spread to measure with. */
const LEAST_SPREAD = 0.02;
