import type { Random } from '../../statistics/random.ts';
import { expectedWhileAlive, probabilityAlive, type BgNbd } from './bg-nbd.ts';
import { sizeOf, type Groups } from './customers.ts';
import { knownAmounts, type Valuation } from './expectation.ts';
import { drawFuture } from './future.ts';
import { expectedAmount, type GammaGamma } from './gamma-gamma.ts';
import { predictionOf } from './prediction.ts';

export interface SimulationRequest {
  groups: Groups;
  /** One draw of the parameters per draw of the future. */
  models: readonly BgNbd[];
  /** As many; without them nothing is valued. */
  spendings?: readonly GammaGamma[];
  valuation: Valuation;
  /**
   * Mean discount of an expected purchase, per group, at the estimates: between draws of the parameters it differs by
   * a few thousandths where one year is discounted by a tenth.
   */
  discount: Float64Array;
  /** Length of the holdout, in the question's unit; 0 when there is none. */
  holdout: number;
  /** Steps in which future purchases are counted. */
  steps: { width: number; count: number };
  /** Class of each customer, from 0, whose totals are wanted (deciles), and the number of classes. */
  classOf: Uint8Array;
  classes: number;
  /** Of the customers' prediction intervals. */
  level: number;
  random: Random;
}

/** One entry per draw, except for the intervals of the groups. */
export interface Simulation {
  /** Expectations given the draw's parameters: they vary with the parameters alone. */
  expected: { alive: Float64Array; purchases: Float64Array; value: Float64Array };
  /** What happened in the draw: parameters, dropout, purchases and amounts vary. */
  happened: { purchases: Float64Array; value: Float64Array; holdoutPurchases: Float64Array };
  /** Purchases that happened up to the end of each step: one array of draws per step. */
  cumulative: Float64Array[];
  /** What happened per class: one array of draws per class. */
  classValue: Float64Array[];
  classPurchases: Float64Array[];
  /** Prediction interval of a customer's value, per group; only with a spending model. */
  intervals?: { low: Float64Array; high: Float64Array };
}

/** Giving way takes time of its own: no more often than this. */
const PAUSES = 200;
/** Customers of a group whose draws are pooled into the group's interval: they are exchangeable. */
const POOLED = 4;

/**
 * Draws the future of every customer from the posterior predictive distribution: parameters from their draws, then, given
 * x, t_x and T, whether the customer is alive and buys again, then `drawFuture`. In large groups of equal customers the
 * gaps between those who buy again are geometric.
 *
 * @param pause called after every few groups with their number; may throw to cancel
 * Cost: about 0.1 µs per group and draw and 0.3 µs per purchase drawn.
 */
export async function simulate(
  request: SimulationRequest,
  pause: (done: number, total: number) => Promise<void>,
): Promise<Simulation> {
  const { groups, models, spendings, valuation, holdout, steps, classOf, random } = request;
  const draws = models.length;
  const column = () => new Float64Array(draws);
  const columns = (count: number) => Array.from({ length: count }, column);
  const expected = { alive: column(), purchases: column(), value: column() };
  const happened = { purchases: column(), value: column(), holdoutPurchases: column() };
  const cumulative = columns(steps.count);
  const classValue = columns(request.classes);
  const classPurchases = columns(request.classes);
  const groupCount = groups.frequency.length;
  const intervals = { low: new Float64Array(groupCount), high: new Float64Array(groupCount) };

  const { horizon, discountRate, margin } = valuation;
  const period = { horizon, discountRate, end: Math.max(horizon, holdout, steps.width * steps.count) };
  const whileAlive = column();
  const buys = column();
  const breath = Math.max(64, Math.ceil(groupCount / PAUSES));
  let draw = 0;
  let purchases = 0;
  const onPurchase = (time: number): void => {
    if (time <= horizon) purchases++;
    if (time <= holdout) happened.holdoutPurchases[draw]++;
    const step = Math.floor(time / steps.width);
    if (step < steps.count) cumulative[step][draw]++;
  };

  for (let g = 0; g < groupCount; g++) {
    const frequency = groups.frequency[g];
    const observed = groups.observed[g];
    const known = knownAmounts(frequency, groups.meanAmount[g]);
    const buyer = { frequency, observed, known, knownTotal: known * groups.meanAmount[g], buys: 0 };
    const size = sizeOf(groups, g);
    if (g === 0 || observed !== groups.observed[g - 1] || frequency !== groups.frequency[g - 1]) {
      models.forEach((model, d) => {
        whileAlive[d] = expectedWhileAlive(model, frequency, observed, horizon);
        buys[d] = -Math.expm1(-(model.r + frequency) * Math.log1p(period.end / (model.alpha + observed)));
      });
    }
    const positive: number[] = [];
    for (draw = 0; draw < draws; draw++) {
      const model = models[draw];
      const spending = spendings?.[draw];
      const alive = probabilityAlive(model, frequency, groups.recency[g], observed);
      expected.alive[draw] += size * alive;
      expected.purchases[draw] += size * alive * whileAlive[draw];
      if (spending) {
        const amount = expectedAmount(spending, known, groups.meanAmount[g]);
        expected.value[draw] += size * alive * whileAlive[draw] * request.discount[g] * margin * amount;
      }
      buyer.buys = buys[draw];
      const logNone = Math.log1p(-alive * buyer.buys);
      for (let k = gap(random, logNone); k < size; k += 1 + gap(random, logNone)) {
        purchases = 0;
        const value = margin * drawFuture(buyer, model, spending, period, random, onPurchase);
        const customerClass = classOf[groups.members[groups.start[g] + k]];
        happened.purchases[draw] += purchases;
        classPurchases[customerClass][draw] += purchases;
        happened.value[draw] += value;
        classValue[customerClass][draw] += value;
        if (k < POOLED && value > 0) positive.push(value);
      }
    }
    const interval = predictionOf(positive, draws * Math.min(size, POOLED), request.level);
    intervals.low[g] = interval.low;
    intervals.high[g] = interval.high;
    if (g % breath === breath - 1) await pause(g + 1, groupCount);
  }
  for (let step = 1; step < steps.count; step++) {
    cumulative[step].forEach((count, d) => (cumulative[step][d] = count + cumulative[step - 1][d]));
  }
  const common = { expected, happened, cumulative, classValue, classPurchases };
  return spendings ? { ...common, intervals } : common;
}

/** Failures before the next success of independent trials, from the logarithm of the probability of a failure. */
function gap(random: Random, logNone: number): number {
  return logNone === 0 ? Infinity : Math.floor(Math.log1p(-random.uniform()) / logNone);
}
