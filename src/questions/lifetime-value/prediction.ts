import { quantileOfSorted, weibullPosition } from '../../statistics/quantile.ts';

/**
 * A prediction interval for an amount that is often exactly zero. Where less than (1 − level) / 2 of the draws are zero:
 * between the quantiles (1 − level) / 2 and (1 + level) / 2. Otherwise from 0 to the smallest bound that holds `level` of
 * the draws: leaving out a share of the low side is not possible there, and leaving out only the high side's half would
 * cover more than `level`. Where more than `level` of the draws are zero the interval is 0 to 0 and covers more.
 *
 * @param positive the draws above zero, in any order
 * @param draws how many there were, zeros included
 * @param level in (0, 1)
 * @example predictionOf([5, 7], 4, 0.9) // { low: 0, high: 7 }
 */
export function predictionOf(positive: ArrayLike<number>, draws: number, level: number): { low: number; high: number } {
  const sorted = Float64Array.from(positive).sort();
  const zeros = draws - sorted.length;
  const padded = {
    length: draws,
    at: (i: number) => (i < zeros ? 0 : sorted[i - zeros]),
  };
  const tail = (1 - level) / 2;
  if (zeros > tail * draws) return { low: 0, high: at(padded, level) };
  return { low: at(padded, tail), high: at(padded, 1 - tail) };
}

function at(sample: { length: number; at(i: number): number }, probability: number): number {
  const position = (sample.length - 1) * weibullPosition(sample.length, probability);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sample.length - 1);
  return quantileOfSorted([sample.at(below), sample.at(above)], position - below);
}
