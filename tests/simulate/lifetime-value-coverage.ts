import { groupCustomers, historiesOf, sizeOf } from '../../src/questions/lifetime-value/customers.ts';
import {
  PURCHASE_PARAMETERS,
  SPENDING_PARAMETERS,
  waldInterval,
} from '../../src/questions/lifetime-value/estimates.ts';
import { expectationsOf } from '../../src/questions/lifetime-value/expectation.ts';
import { fitBgNbd } from '../../src/questions/lifetime-value/bg-nbd-fit.ts';
import { forecastCustomers } from '../../src/questions/lifetime-value/forecast.ts';
import { fitMoney } from '../../src/questions/lifetime-value/money.ts';
import { centralInterval } from '../../src/statistics/quantile.ts';
import { simulateWorld, type World } from './lifetime-value-world.ts';

export const world: World = {
  customers: 1500,
  model: { r: 1.2, alpha: 8, a: 1, b: 4 },
  spending: { p: 5, q: 4.5, v: 20 },
  observed: [30, 52],
  horizon: 26,
  discountRate: 0.0018,
};

const LEVEL = 0.9;
const inside = (value: number, { low, high }: { low: number; high: number }) => Number(value >= low && value <= high);

/** Per quantity: how many of the intervals held the truth, of how many. Seeds that cannot be fitted are counted apart. */
export interface Coverage {
  covered: Record<string, number>;
  fits: number;
  failures: number;
}

/** Runs the seeds 1 … count: simulate, fit, forecast, compare with what is true. */
export async function measureCoverage(count: number, scene: World = world): Promise<Coverage> {
  const covered: Record<string, number> = {};
  let fits = 0;
  const add = (name: string, share: number) => (covered[name] = (covered[name] ?? 0) + share);
  for (let seed = 1; seed <= count; seed++) {
    const { customers, futurePurchases, futureValue } = simulateWorld(scene, seed);
    const groups = groupCustomers(customers);
    const purchaseFit = fitBgNbd(historiesOf(groups));
    const { fit: spendingFit } = fitMoney(customers);
    if (typeof purchaseFit === 'string' || !spendingFit) continue;
    fits++;
    const valuation = { horizon: scene.horizon, discountRate: scene.discountRate, margin: 1 };
    const { simulation, groupOf } = await forecastCustomers(
      {
        log: {
          ...{
            customers,
            observationEnd: '',
            endDay: 0,
            lastDay: 0,
            holdout: 0,
            earlierCustomers: 0,
            returnedShare: 0,
          },
          repeatPurchases: { day: new Float64Array(), purchases: new Float64Array() },
        },
        ...{ groups, purchaseFit, spendingFit, valuation, seed },
        stepWidth: scene.horizon,
        level: LEVEL,
        draws: 300,
      },
      () => Promise.resolve(),
    );

    const truth = { ...scene.model, ...scene.spending };
    PURCHASE_PARAMETERS.forEach((name, i) => add(name, inside(truth[name], waldInterval(purchaseFit, i, LEVEL))));
    SPENDING_PARAMETERS.forEach((name, i) => add(name, inside(truth[name], waldInterval(spendingFit, i, LEVEL))));
    const exact = expectationsOf(groups, scene.model, scene.spending, valuation);
    const total = (column: Float64Array) => column.reduce((sum, value, g) => sum + value * sizeOf(groups, g), 0);
    const sum = (column: Float64Array) => column.reduce((all, value) => all + value, 0);
    const { expected, happened, intervals } = simulation;
    add('expectedPurchases (credible)', inside(total(exact.purchases), centralInterval(expected.purchases, LEVEL)));
    add('meanPAlive (credible)', inside(total(exact.alive), centralInterval(expected.alive, LEVEL)));
    add('totalValue (credible)', inside(total(exact.value!), centralInterval(expected.value, LEVEL)));
    add('purchasesAhead (prediction)', inside(sum(futurePurchases), centralInterval(happened.purchases, LEVEL)));
    add('valueAhead (prediction)', inside(sum(futureValue), centralInterval(happened.value, LEVEL)));
    let held = 0;
    let active = 0;
    let heldActive = 0;
    futureValue.forEach((value, i) => {
      const g = groupOf[i];
      const hit = inside(value, { low: intervals!.low[g], high: intervals!.high[g] });
      held += hit;
      // Where nine in ten draws are zero, the interval 0 to 0 cannot cover less.
      if (intervals!.high[g] > 0) {
        active++;
        heldActive += hit;
      }
    });
    add('clv of a customer (prediction)', held / customers.id.length);
    add('clv of a customer likely to buy (prediction)', heldActive / active);
  }
  return { covered, fits, failures: count - fits };
}

/** Two-sided 99 % band of a binomial share around 90 %, by the normal approximation. */
export function binomialBand(count: number): readonly [number, number] {
  const spread = 2.5758 * Math.sqrt((LEVEL * (1 - LEVEL)) / count);
  return [LEVEL - spread, LEVEL + spread];
}
