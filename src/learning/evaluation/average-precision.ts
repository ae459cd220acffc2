import { sumTies, type Ranking } from './ranking.ts';

/**
 * Average precision (PR-AUC as a step function, AP): Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores from the highest, R
 * recall and P precision of "positive when the score is at least this". `davisGoadrich2006`, without interpolation.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows; equal scores enter together
 * @param weights ≥ 0, one per row. Default: 1 each
 * @returns in (0, 1], no unit; about the base rate for a score that knows nothing; undefined without a positive row
 *
 * Accuracy: equal to scikit-learn's `average_precision_score` within 1e-12 (fixture `evaluation.py`). O(n) after ranking.
 *
 * @example averagePrecision(Uint8Array.of(1, 0, 1), rankByScore(Float64Array.of(3, 2, 1))) // (1 + 2 / 3) / 2
 */
export function averagePrecision(labels: Uint8Array, ranking: Ranking, weights?: Float64Array): number | undefined {
  const ties = sumTies(labels, ranking, weights);
  let taken = 0;
  let positives = 0;
  let sum = 0;
  for (let group = 0; group < ties.weights.length; group++) {
    const positive = ties.positives[group];
    taken += ties.weights[group];
    positives += positive;
    if (positive > 0) sum += (positive * positives) / taken;
  }
  return positives > 0 ? sum / positives : undefined;
}
