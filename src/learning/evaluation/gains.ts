import { sumTies, type Ranking } from './ranking.ts';

/**
 * Cumulative gain: how much weight of positive rows the first `share` of the ranking holds, for each share. Where a cut
 * falls among rows with equal scores they count in part, as the mean over their random orders.
 *
 * @param shares ascending, in [0, 1]
 * @returns positives within each share, and the totals
 */
export function cumulativePositives(
  labels: Uint8Array,
  ranking: Ranking,
  shares: readonly number[],
  weights?: Float64Array,
): { within: number[]; positives: number; total: number } {
  const ties = sumTies(labels, ranking, weights);
  const total = ties.weights.reduce((sum, weight) => sum + weight, 0);
  const positives = ties.positives.reduce((sum, positive) => sum + positive, 0);
  let group = 0;
  let weightBefore = 0;
  let positivesBefore = 0;
  const within = shares.map((share) => {
    const limit = share * total;
    while (group < ties.weights.length && weightBefore + ties.weights[group] <= limit) {
      weightBefore += ties.weights[group];
      positivesBefore += ties.positives[group];
      group++;
    }
    if (group === ties.weights.length || ties.weights[group] === 0) return positivesBefore;
    return positivesBefore + (ties.positives[group] * (limit - weightBefore)) / ties.weights[group];
  });
  return { within, positives, total };
}

/**
 * Lift in the top `share` of the ranking: the share of positives there over the base rate.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows; ties at the cut count in part
 * @param share in (0, 1], e.g. 0.1 for the top tenth
 * @param weights ≥ 0, one per row. Default: 1 each
 * @returns in [0, 1 / share], no unit, 1 for a score that knows nothing; undefined without a positive row
 * @throws RangeError when share is outside (0, 1]
 *
 * Accuracy: fixture `evaluation.py`. O(n) after ranking.
 *
 * @example liftAt(Uint8Array.of(1, 0, 0, 0), rankByScore(Float64Array.of(4, 3, 2, 1)), 0.25) // 4
 */
export function liftAt(
  labels: Uint8Array,
  ranking: Ranking,
  share: number,
  weights?: Float64Array,
): number | undefined {
  if (!(share > 0 && share <= 1)) throw new RangeError(`share outside (0, 1]: ${share}`);
  const { within, positives } = cumulativePositives(labels, ranking, [share], weights);
  return positives > 0 ? within[0] / (share * positives) : undefined;
}

export interface Decile {
  /** 1 = the highest scores. */
  decile: number;
  /** Rows in it: a tenth, not a whole number when ten does not divide the sample. */
  rows: number;
  /** Positive rows in it; ties across a border are shared. */
  positives: number;
  /** positives / rows. */
  rate: number;
  /** rate over the base rate. */
  lift: number;
  /** Lift of all deciles up to this one. */
  cumulativeLift: number;
  /** Share of all positives found up to here. */
  cumulativeGain: number;
}

/**
 * Lift and cumulative gain by decile of the score.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows
 * @returns ten rows from the highest scores; undefined without a positive row
 */
export function gainsByDecile(labels: Uint8Array, ranking: Ranking): Decile[] | undefined {
  const shares = Array.from({ length: 10 }, (_, i) => (i + 1) / 10);
  const { within, positives, total } = cumulativePositives(labels, ranking, shares);
  if (positives === 0) return undefined;
  const baseRate = positives / total;
  const rows = total / 10;
  return shares.map((share, i) => {
    const found = within[i] - (i > 0 ? within[i - 1] : 0);
    return {
      decile: i + 1,
      rows,
      positives: found,
      rate: found / rows,
      lift: found / rows / baseRate,
      cumulativeLift: within[i] / positives / share,
      cumulativeGain: within[i] / positives,
    };
  });
}
