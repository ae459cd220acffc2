/**
 * Holm's adjustment of p-values, `holm1979`: those below α after it are wrong about any of them with a probability of at
 * most α, however the tests depend on each other (family-wise error rate).
 *
 * @param pValues in [0, 1], in any order
 * @returns adjusted p-values in the same order, in [0, 1], none below its own
 * @throws RangeError for what is no probability
 * Accuracy: fixture `experiment.py` (the definition, written independently).
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const order = rising(pValues);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]));
    adjusted[index] = largest;
  });
  return adjusted;
}

/** Positions of p-values from the smallest to the largest. */
export function rising(pValues: readonly number[]): number[] {
  if (!pValues.every((p) => p >= 0 && p <= 1)) throw new RangeError('p-values are in [0, 1]');
  return [...pValues.keys()].sort((i, j) => pValues[i] - pValues[j]);
}
