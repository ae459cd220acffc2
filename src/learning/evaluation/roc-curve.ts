import { sumTies, type Ranking } from './ranking.ts';

export interface RocPoint {
  /** Share of the negative rows at or above the threshold, in [0, 1]. */
  falsePositiveRate: number;
  /** Share of the positive rows at or above the threshold, in [0, 1]. */
  truePositiveRate: number;
}

/**
 * The receiver operating characteristic: one point per distinct score from (0, 0) to (1, 1), thinned to a readable
 * number of points. The trapezoid area under the full curve is `areaUnderRoc`. `hanleyMcNeil1982`.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows
 * @param points at most this many are kept, evenly along the curve; ≥ 2. Default 200
 * @returns undefined when one of the classes is missing
 * @example rocCurve(Uint8Array.of(1, 0), rankByScore(Float64Array.of(2, 1)))
 *          // [(0, 0), (0, 1), (1, 1)] as { falsePositiveRate, truePositiveRate }
 */
export function rocCurve(labels: Uint8Array, ranking: Ranking, points: number = 200): RocPoint[] | undefined {
  const counts = [{ negative: 0, positive: 0 }];
  const ties = sumTies(labels, ranking);
  for (let group = 0; group < ties.weights.length; group++) {
    const last = counts[group];
    const positive = ties.positives[group];
    counts.push({ negative: last.negative + ties.weights[group] - positive, positive: last.positive + positive });
  }
  const { negative, positive } = counts[counts.length - 1];
  if (negative === 0 || positive === 0) return undefined;
  const kept = Math.min(points, counts.length);
  return Array.from({ length: kept }, (_, k) => {
    const at = counts[Math.round((k * (counts.length - 1)) / (kept - 1))];
    return { falsePositiveRate: at.negative / negative, truePositiveRate: at.positive / positive };
  });
}
