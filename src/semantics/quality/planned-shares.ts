import { testSampleRatio, type RatioTest } from '../../statistics/chi-square.ts';

/** Nobody plans groups that differ by less than this factor: they were to be equal. */
const NEARLY_EQUAL = 1.1;
/** What plans are cut into: steps of 5% and 2.5%, eighths, twelfths (halves, thirds and sixths among them). */
const PARTS = [20, 40, 8, 12];
/** Small groups beside the others, which share the rest equally. */
const HOLDOUTS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1];

export interface FittedPlan extends RatioTest {
  shares: number[];
  /** The groups are nearly equal, so that no other plan comes into question. */
  isCertain: boolean;
}

/**
 * How well groups fit the plan that fits them best: equal shares; where the largest is larger than the smallest by 10% or more
 * also shares in steps of 2.5%, eighths and twelfths, and small holdouts beside equal groups. Nobody has said what the plan was,
 * so a mismatch that happens to look like another plan is not seen, and one beside none of them need not be one.
 * `fabijanEtAl2019`
 *
 * @param counts at least two, not all zero
 * @returns the test against the best of these plans, and the plan
 */
export function bestPlan(counts: readonly number[]): FittedPlan {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isCertain = Math.max(...counts) < NEARLY_EQUAL * Math.min(...counts);
  const equal = counts.map(() => 1 / counts.length);
  const observed = counts.map((count) => count / total);
  const plans = isCertain ? [equal] : [equal, ...PARTS.flatMap((parts) => inParts(observed, parts)), ...held(observed)];
  const tests = plans.map((shares) => ({ ...testSampleRatio(counts, shares), shares, isCertain }));
  return tests.reduce((best, test) => (test.pValue > best.pValue ? test : best));
}

/** The nearest plan of so many parts, at least one for each group: the largest remainders are rounded up. */
function inParts(shares: readonly number[], parts: number): number[][] {
  if (shares.length > parts) return [];
  const whole = shares.map((share) => Math.max(1, Math.floor(share * parts + 1e-9)));
  let left = parts - whole.reduce((sum, count) => sum + count, 0);
  if (left < 0) return [];
  const order = shares.map((_, i) => i).sort((a, b) => shares[b] * parts - whole[b] - (shares[a] * parts - whole[a]));
  for (let i = 0; left > 0; i = (i + 1) % order.length, left -= 1) whole[order[i]] += 1;
  return [whole.map((count) => count / parts)];
}

/** The smaller groups are holdouts of the same size, or one of them, and the others share what is left. */
function held(shares: readonly number[]): number[][] {
  const ascending = [...shares].sort((a, b) => a - b);
  return ascending.slice(0, -1).flatMap((most, i) =>
    HOLDOUTS.filter((share) => share * (i + 1) < 1 && Math.abs(share - most) < share).map((share) => {
      const rest = (1 - share * (i + 1)) / (shares.length - i - 1);
      return shares.map((one) => (one <= most ? share : rest));
    }),
  );
}
