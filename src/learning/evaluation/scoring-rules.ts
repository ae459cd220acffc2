/** Smallest distance of a probability from 0 and 1 that `logLoss` lets count: one ulp of a double at 1. */
const EDGE = 2 ** -52;

/**
 * Brier score: the mean squared difference of probability and outcome. `brier1950`, in its form for two classes.
 *
 * @param labels 1 = it happened, 0 = it did not
 * @param probabilities in [0, 1], one per row
 * @param weights ≥ 0, one per row. Default: 1 each
 * @returns in [0, 1], lower is better; a constant forecast at the base rate q scores q (1 − q); NaN without rows
 *
 * Accuracy: equal to scikit-learn's `brier_score_loss` within 1e-12 (fixture `evaluation.py`).
 *
 * @example brierScore(Uint8Array.of(1, 0), Float64Array.of(0.8, 0.4)) // 0.1
 */
export function brierScore(labels: Uint8Array, probabilities: Float64Array, weights?: Float64Array): number {
  return weightedMean(labels.length, weights, (i) => (probabilities[i] - labels[i]) ** 2);
}

/**
 * Logarithmic loss (cross-entropy, minus the mean log likelihood of a Bernoulli forecast), in nats.
 *
 * @param labels 1 = it happened, 0 = it did not
 * @param probabilities in [0, 1], moved 2⁻⁵² away from 0 and 1 so that one impossible row does not make it infinite
 * @param weights ≥ 0, one per row. Default: 1 each
 * @returns ≥ 0, lower is better; ln 2 for a coin; NaN without rows
 *
 * Accuracy: equal to scikit-learn's `log_loss` within 1e-12 (fixture `evaluation.py`).
 *
 * @example logLoss(Uint8Array.of(1), Float64Array.of(0.5)) // Math.LN2
 */
export function logLoss(labels: Uint8Array, probabilities: Float64Array, weights?: Float64Array): number {
  return weightedMean(labels.length, weights, (i) => {
    const p = Math.min(1 - EDGE, Math.max(EDGE, probabilities[i]));
    return labels[i] === 1 ? -Math.log(p) : -Math.log1p(-p);
  });
}

function weightedMean(rows: number, weights: Float64Array | undefined, value: (row: number) => number): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const weight = weights ? weights[i] : 1;
    if (weight === 0) continue;
    sum += weight * value(i);
    total += weight;
  }
  return sum / total;
}
