import { DAYS_PER_YEAR } from '../../core/time.ts';
import { edge } from '../../statistics/edge.ts';

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
 * @returns undefined when there is none between −100 % and 10⁹, or when there may be several (`rateBounds`)
 * Accuracy: within 1e-10 of root finding, fixture `return.py` (scipy.optimize.brentq).
 */
export function internalRate(flows: readonly Flow[]): number | undefined {
  const { low, high } = rateBounds(flows);
  return low === high && low > -1 ? low : undefined;
}

/** Between which annual rates the internal rate of return lies. */
export interface RateBounds {
  low: number;
  high: number;
}

const ANY: RateBounds = { low: -1, high: Infinity };

/**
 * The internal rate where there is one, −1 where nothing comes back, and the bound where it is beyond one. It may be any
 * when the flows change sign more than once, unless all that came and went so far does not, which leaves one rate above 0
 * (`norstrom1972`).
 */
export function rateBounds(flows: readonly Flow[]): RateBounds {
  const ordered = [...flows].filter(({ amount }) => amount !== 0).sort((a, b) => a.days - b.days);
  if (ordered.length === 0 || ordered[0].amount > 0) return ANY;
  if (ordered.every(({ amount }) => amount < 0)) return { low: -1, high: -1 };
  const turns = ordered.filter(({ amount }, i) => i > 0 && Math.sign(amount) !== Math.sign(ordered[i - 1].amount));
  if (turns.length !== 1 && !paysBackOnce(ordered)) return ANY;
  const [low, high] = [turns.length === 1 ? Math.log1p(LOWEST) : 0, Math.log1p(HIGHEST)];
  const worth = (logRate: number) =>
    ordered.reduce((sum, { days, amount }) => sum + amount * Math.exp((-logRate * days) / DAYS_PER_YEAR), 0);
  if (worth(low) < 0) return { low: -1, high: LOWEST };
  if (worth(high) > 0) return { low: HIGHEST, high: Infinity };
  const rate = Math.expm1(edge((logRate) => worth(logRate) > 0, low, high));
  return { low: rate, high: rate };
}

/** Whether the sum so far turns from owed to earned exactly once and ends above zero. */
function paysBackOnce(ordered: readonly Flow[]): boolean {
  let sum = 0;
  let turns = 0;
  for (const { amount } of ordered) {
    const next = sum + amount;
    if (sum < 0 !== next < 0) turns += 1;
    sum = next;
  }
  // The first turn is into the red.
  return turns === 2 && sum > 0;
}
