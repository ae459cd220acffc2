import type { Random } from '../../statistics/random.ts';
import type { BgNbd } from './bg-nbd.ts';
import type { GammaGamma } from './gamma-gamma.ts';

/** What is known of a customer who will buy again. */
export interface Buyer {
  frequency: number;
  observed: number;
  /** Repeat purchases whose amounts are known, and the sum of their amounts. */
  known: number;
  knownTotal: number;
  /** P(at least one purchase before the end | alive). */
  buys: number;
}

export interface Period {
  /** Purchases up to here are valued. */
  horizon: number;
  /** Purchases after this are not drawn. */
  end: number;
  discountRate: number;
}

/** Purchases drawn one by one; the amounts of a customer's further ones are drawn as one sum. */
const ONE_BY_ONE = 12;

/**
 * Draws one future of a customer who is alive and buys at least once before the end. Rates and dropout probabilities are
 * integrated out: after k further purchases at time T + s the next one is Lomax(r + x + k, α + T + s) away, the first
 * one given that it comes before the end, and each purchase is the last with probability a / (a + b + x + k).
 *
 * The amounts of purchases beyond twelve are drawn as one gamma sum at their mean discount; the spread of the discount
 * within that sum is left out, which changes a customer's variance by less than 1 %.
 *
 * @param onPurchase called with the time of each purchase, in order
 * @returns the discounted amount of the purchases up to the horizon; 0 without a spending model
 */
export function drawFuture(
  buyer: Buyer,
  { r, alpha, a, b }: BgNbd,
  spending: GammaGamma | undefined,
  { horizon, end, discountRate }: Period,
  random: Random,
  onPurchase: (time: number) => void,
): number {
  const shape = r + buyer.frequency;
  const age = alpha + buyer.observed;
  let time = age * Math.expm1(-Math.log1p(-random.uniform() * buyer.buys) / shape);
  let amounts = 0;
  let rest = 0;
  let restDiscount = 0;
  for (let count = 1; time <= end; count++) {
    onPurchase(time);
    if (spending && time <= horizon) {
      const discount = Math.exp(-discountRate * time);
      if (count <= ONE_BY_ONE) amounts += discount * random.gamma(spending.p);
      else {
        rest++;
        restDiscount += discount;
      }
    }
    if (random.uniform() * (a + b + buyer.frequency + count - 1) < a) break;
    time += (age + time) * Math.expm1(-Math.log1p(-random.uniform()) / (shape + count));
  }
  if (!spending) return 0;
  if (rest > 0) amounts += (restDiscount / rest) * random.gamma(spending.p * rest);
  const inverseScale = random.gamma(spending.p * buyer.known + spending.q) / (spending.v + buyer.knownTotal);
  return amounts / inverseScale;
}
