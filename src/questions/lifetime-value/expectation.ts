import { expectedWhileAlive, probabilityAlive, type BgNbd } from './bg-nbd.ts';
import type { Groups } from './customers.ts';
import { expectedAmount, type GammaGamma } from './gamma-gamma.ts';

/** How the future is valued. Times are in the question's unit. */
export interface Valuation {
  horizon: number;
  /** Continuous discount rate per unit of time, ln(1 + annual rate) × years per unit. */
  discountRate: number;
  /** Share of an amount that is kept, in [0, 1]. */
  margin: number;
}

/** Nodes and weights of Gauss–Legendre quadrature on [0, 1], six points. */
const NODES = [
  0.033765242898424, 0.169395306766868, 0.380690406958402, 0.619309593041598, 0.830604693233132, 0.966234757101576,
];
const WEIGHTS = [
  0.085662246189585, 0.180380786524069, 0.233956967286345, 0.233956967286345, 0.180380786524069, 0.085662246189585,
];

/**
 * Expected purchases and their expected discounted number within a horizon, of a customer who is alive: E(t) of
 * `expectedWhileAlive` and ∫₀ᴴ e^(−δs) dE(s), the latter by parts with six-point Gauss–Legendre quadrature in √s
 * (purchases come fastest at first).
 *
 * @returns `plain` and `discounted`, both from 0; equal when δ = 0
 * Accuracy: `discounted` within a relative 1e-4 for δH ≤ 1, `tests/fixtures/lifetime-value/bg-nbd.py` (mpmath).
 */
export function purchasesWhileAlive(
  model: BgNbd,
  frequency: number,
  observed: number,
  { horizon, discountRate }: Pick<Valuation, 'horizon' | 'discountRate'>,
): { plain: number; discounted: number } {
  const plain = expectedWhileAlive(model, frequency, observed, horizon);
  if (discountRate === 0) return { plain, discounted: plain };
  let integral = 0;
  for (let k = 0; k < NODES.length; k++) {
    const s = horizon * NODES[k] * NODES[k];
    integral +=
      2 * NODES[k] * WEIGHTS[k] * Math.exp(-discountRate * s) * expectedWhileAlive(model, frequency, observed, s);
  }
  const discounted = Math.exp(-discountRate * horizon) * plain + discountRate * horizon * integral;
  return { plain, discounted };
}

/** Expectations given the parameters, one entry per group. */
export interface Expectations {
  alive: Float64Array;
  purchases: Float64Array;
  /** Mean discount of an expected purchase, in (0, 1]. */
  discount: Float64Array;
  /** Expected amount of a purchase; only with a spending model. */
  amount?: Float64Array;
  /** Expected discounted margin of a customer; only with a spending model. */
  value?: Float64Array;
}

/** What each group's customers are expected to do within the horizon, and what that is worth. */
export function expectationsOf(
  groups: Groups,
  model: BgNbd,
  spending: GammaGamma | undefined,
  valuation: Valuation,
): Expectations {
  const { frequency, recency, observed, meanAmount } = groups;
  const length = frequency.length;
  const alive = new Float64Array(length);
  const purchases = new Float64Array(length);
  const discount = new Float64Array(length);
  let whileAlive = { plain: 0, discounted: 0 };
  for (let g = 0; g < length; g++) {
    if (g === 0 || observed[g] !== observed[g - 1] || frequency[g] !== frequency[g - 1]) {
      whileAlive = purchasesWhileAlive(model, frequency[g], observed[g], valuation);
    }
    alive[g] = probabilityAlive(model, frequency[g], recency[g], observed[g]);
    purchases[g] = alive[g] * whileAlive.plain;
    discount[g] = whileAlive.plain > 0 ? whileAlive.discounted / whileAlive.plain : 1;
  }
  if (!spending) return { alive, purchases, discount };
  const amount = meanAmount.map((mean, g) => expectedAmount(spending, knownAmounts(frequency[g], mean), mean));
  const value = purchases.map((count, g) => valuation.margin * count * discount[g] * amount[g]);
  return { alive, purchases, discount, amount, value };
}

/** Purchases whose amounts say something: a mean amount of zero or less is outside the model, as if there were none. */
export function knownAmounts(frequency: number, meanAmount: number): number {
  return meanAmount > 0 ? frequency : 0;
}
