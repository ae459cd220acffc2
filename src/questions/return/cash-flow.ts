import { DAYS_PER_YEAR } from '../../core/time.ts';

/** Money at a time; costs are negative. */
export interface Flow {
  /** After the first assignment; what was spent before it has been spent by then. */
  days: number;
  amount: number;
}

/** What a payment after so many days is worth today. */
export function discountFactor(rateAnnual: number, days: number): number {
  return (1 + rateAnnual) ** (-days / DAYS_PER_YEAR);
}

export function presentValue(flows: readonly Flow[], rateAnnual: number): number {
  return flows.reduce((sum, { days, amount }) => sum + amount * discountFactor(rateAnnual, days), 0);
}

const LOWEST = -0.999999;
const HIGHEST = 1e9;

/**
 * Internal rate of return: the annual rate at which the flows are worth nothing today.
 * @returns undefined when there is none between −100 % and 10⁹, or when the flows change sign more than once, so that there
 *          may be several
 * Accuracy: within 1e-10 of root finding, fixture `return.py` (scipy.optimize.brentq).
 */
export function internalRate(flows: readonly Flow[]): number | undefined {
  const ordered = [...flows].filter(({ amount }) => amount !== 0).sort((a, b) => a.days - b.days);
  const turns = ordered.filter(({ amount }, i) => i > 0 && Math.sign(amount) !== Math.sign(ordered[i - 1].amount));
  if (turns.length !== 1 || ordered[0].amount > 0) return undefined;
  let [low, high] = [Math.log1p(LOWEST), Math.log1p(HIGHEST)];
  const worth = (logRate: number) =>
    ordered.reduce((sum, { days, amount }) => sum + amount * Math.exp((-logRate * days) / DAYS_PER_YEAR), 0);
  if (worth(low) < 0 || worth(high) > 0) return undefined;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0) low = middle;
    else high = middle;
  }
  return Math.expm1((low + high) / 2);
}
