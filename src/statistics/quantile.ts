/**
 * Quantile of a sample, type 7 of Hyndman & Fan (1996): linear interpolation between order statistics; the default of
 * R, NumPy and DuckDB's `quantile_cont`.
 *
 * @param sorted ascending, without NaN
 * @param probability in [0, 1]
 * @returns a value between the smallest and the largest; NaN for an empty sample
 * @throws RangeError when probability is outside [0, 1]
 * @example quantileOfSorted([1, 2, 4], 0.75) // 3
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability outside [0, 1]: ${probability}`);
  if (sorted.length === 0) return NaN;
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const weight = position - below;
  if (weight === 0) return sorted[below];
  return sorted[below] + (sorted[below + 1] - sorted[below]) * weight;
}

/** The same for an unsorted sample, which is left as it is. Costs one sort. */
export function quantile(sample: ArrayLike<number>, probability: number): number {
  return quantileOfSorted(Float64Array.from(sample).sort(), probability);
}

/**
 * The interval that a further draw falls into with probability `level`, the same share below as above: between the
 * quantiles of type 6 of Hyndman & Fan (1996), for which that holds on average at any number of draws.
 *
 * @param draws unsorted, left as they are; with fewer than 2 / (1 − level) of them the interval is their range
 * @param level in (0, 1)
 * @returns NaN for no draws
 * @example centralInterval([3, 1, 2], 0.5) // { low: 1, high: 3 }
 */
export function centralInterval(draws: ArrayLike<number>, level: number): { low: number; high: number } {
  if (!(level > 0 && level < 1)) throw new RangeError(`level outside (0, 1): ${level}`);
  const sorted = Float64Array.from(draws).sort();
  const probability = (share: number) => weibullPosition(sorted.length, share);
  return {
    low: quantileOfSorted(sorted, probability((1 - level) / 2)),
    high: quantileOfSorted(sorted, probability((1 + level) / 2)),
  };
}

/** The probability at which a quantile of type 7 is the quantile of type 6 at `share`. */
export function weibullPosition(draws: number, share: number): number {
  if (draws < 2) return 0;
  return Math.min(1, Math.max(0, ((draws + 1) * share - 1) / (draws - 1)));
}
