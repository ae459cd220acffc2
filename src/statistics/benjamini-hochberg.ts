import { rising } from './holm.ts';

/**
 * Adjustment of p-values by Benjamini and Hochberg, `benjaminiHochberg1995`: of those below α after it, a share of at most α
 * is wrong on average (false discovery rate). For tests that are independent or positively dependent.
 *
 * @param pValues in [0, 1], in any order
 * @returns adjusted p-values in the same order, in [0, 1], none below its own and none above Holm's
 * @throws RangeError for what is no probability
 * Accuracy: fixture `experiment.py` (scipy.stats.false_discovery_control).
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const order = rising(pValues);
  const adjusted = new Array<number>(pValues.length);
  let smallest = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    smallest = Math.min(smallest, (pValues.length / (rank + 1)) * pValues[order[rank]]);
    adjusted[order[rank]] = smallest;
  }
  return adjusted;
}
