import { sumTies, type Ranking } from './ranking.ts';

/**
 * Area under the ROC curve (AUC, c-statistic, Mann–Whitney U / n₁n₀): the probability that a random positive row scores
 * higher than a random negative one, ties counting one half. `hanleyMcNeil1982`, eq. 2.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows
 * @param weights ≥ 0, one per row, e.g. how often a bootstrap drew it. Default: 1 each
 * @returns in [0, 1], no unit; undefined when there is no positive or no negative row (of positive weight)
 *
 * Accuracy: equal to scikit-learn's `roc_auc_score` within 1e-12 (fixture `evaluation.py`). Costs O(n) after ranking.
 *
 * @example areaUnderRoc(Uint8Array.of(0, 1, 1), rankByScore(Float64Array.of(0.1, 0.1, 0.9))) // 0.75
 */
export function areaUnderRoc(labels: Uint8Array, ranking: Ranking, weights?: Float64Array): number | undefined {
  const ties = sumTies(labels, ranking, weights);
  let positives = 0;
  let negatives = 0;
  let won = 0;
  for (let group = 0; group < ties.weights.length; group++) {
    const positive = ties.positives[group];
    const negative = ties.weights[group] - positive;
    won += negative * (positives + positive / 2);
    positives += positive;
    negatives += negative;
  }
  return positives > 0 && negatives > 0 ? won / (positives * negatives) : undefined;
}
