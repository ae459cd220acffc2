import { testSampleRatio, type RatioTest } from '../../statistics/chi-square.ts';

/** Shares that plans have: steps of 5%, thirds, and small holdouts. */
const STEP = 0.05;
/** Nobody plans groups that differ by less than this factor. */
const NEARLY_EQUAL = 1.3;
const OTHERS = [0.01, 0.02, 1 / 3, 2 / 3, 0.98, 0.99];

/**
 * How well groups fit the plan that fits them best: equal shares; where groups differ by 30% or more also shares in steps of 5%,
 * and of two groups thirds and holdouts of 1 and 2%. Nobody has said what the plan was, so a mismatch that happens to look like
 * another plan is not seen. `fabijanEtAl2019`
 *
 * @param counts at least two, not all zero
 * @returns the test against the best of these plans, and the plan
 */
export function bestPlan(counts: readonly number[]): RatioTest & { shares: number[] } {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const tests = plansFor(counts.map((count) => count / total)).map((shares) => ({
    ...testSampleRatio(counts, shares),
    shares,
  }));
  return tests.reduce((best, test) => (test.pValue > best.pValue ? test : best));
}

function plansFor(shares: readonly number[]): number[][] {
  const equal = shares.map(() => 1 / shares.length);
  if (Math.max(...shares) < NEARLY_EQUAL * Math.min(...shares)) return [equal];
  if (shares.length === 2) {
    const [first] = shares;
    const near = [Math.floor(first / STEP) * STEP, Math.ceil(first / STEP) * STEP, ...OTHERS];
    return [equal, ...near.filter((share) => share > 0.001 && share < 0.999).map((share) => [share, 1 - share])];
  }
  const rounded = shares.map((share) => Math.max(STEP, Math.round(share / STEP) * STEP));
  const isWhole = Math.abs(rounded.reduce((sum, share) => sum + share, 0) - 1) < 1e-9;
  return isWhole ? [equal, rounded] : [equal];
}
