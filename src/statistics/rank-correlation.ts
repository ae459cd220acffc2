/**
 * Ranks from 1, ties sharing their mean rank.
 * @example ranks([10, 20, 10]) // [1.5, 3, 1.5]
 */
export function ranks(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort((i, j) => values[i] - values[j]);
  const result = new Float64Array(values.length);
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let i = first; i <= last; i++) result[order[i]] = (first + last) / 2 + 1;
    first = last + 1;
  }
  return result;
}

/**
 * Spearman's rank correlation ρ: Pearson's correlation of the ranks, ties sharing their mean rank.
 *
 * @param x without NaN
 * @param y as long as x, without NaN
 * @returns in [−1, 1]; undefined when there are fewer than two pairs or one side is constant
 * @throws RangeError when the lengths differ
 * Accuracy: `tests/fixtures/statistics/rank-correlation.py` (scipy.stats.spearmanr).
 * @example rankCorrelation([1, 2, 3], [2, 4, 9]) // 1
 */
export function rankCorrelation(x: ArrayLike<number>, y: ArrayLike<number>): number | undefined {
  if (x.length !== y.length) throw new RangeError(`lengths differ: ${x.length} and ${y.length}`);
  if (x.length < 2) return undefined;
  const a = ranks(x);
  const b = ranks(y);
  const mean = (x.length + 1) / 2;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let i = 0; i < a.length; i++) {
    aa += (a[i] - mean) ** 2;
    bb += (b[i] - mean) ** 2;
    ab += (a[i] - mean) * (b[i] - mean);
  }
  if (aa === 0 || bb === 0) return undefined;
  return Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb)));
}
