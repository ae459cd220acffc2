import type { BgNbd } from '../../src/questions/lifetime-value/bg-nbd.ts';
import type { Customers } from '../../src/questions/lifetime-value/customers.ts';
import type { GammaGamma } from '../../src/questions/lifetime-value/gamma-gamma.ts';
import { randomSource } from '../../src/statistics/random.ts';

export interface World {
  customers: number;
  model: BgNbd;
  spending: GammaGamma;
  /** Time observed: whole numbers, uniform between these. */
  observed: readonly [number, number];
  horizon: number;
  discountRate: number;
}

/** Customers as the calibration shows them, and what they did in the horizon after it. */
export interface SimulatedCustomers {
  customers: Customers;
  futurePurchases: Float64Array;
  /** Discounted amounts. */
  futureValue: Float64Array;
}

/**
 * Customers who behave as BG/NBD and Gamma-Gamma say, purchase by purchase: written from the models' assumptions, with
 * none of the product's formulas.
 */
export function simulateWorld(world: World, seed: number): SimulatedCustomers {
  const { model, spending, observed, horizon, discountRate } = world;
  const random = randomSource(seed, 1);
  const column = () => new Float64Array(world.customers);
  const result = {
    customers: {
      id: Array.from({ length: world.customers }, (_, i) => String(i)),
      frequency: column(),
      recency: column(),
      observed: column(),
      meanAmount: column(),
      firstDay: column(),
      holdoutPurchases: column(),
    },
    futurePurchases: column(),
    futureValue: column(),
  };
  for (let i = 0; i < world.customers; i++) {
    const rate = random.gamma(model.r) / model.alpha;
    const dropout = random.beta(model.a, model.b);
    const inverseScale = random.gamma(spending.q) / spending.v;
    const end = observed[0] + random.integer(observed[1] - observed[0] + 1);
    result.customers.observed[i] = end;
    let total = 0;
    for (let time = random.exponential() / rate; time <= end + horizon; time += random.exponential() / rate) {
      const amount = random.gamma(spending.p) / inverseScale;
      if (time <= end) {
        result.customers.frequency[i]++;
        result.customers.recency[i] = time;
        total += amount;
      } else {
        result.futurePurchases[i]++;
        result.futureValue[i] += amount * Math.exp(-discountRate * (time - end));
      }
      if (random.uniform() < dropout) break;
    }
    const { frequency } = result.customers;
    result.customers.meanAmount[i] = frequency[i] > 0 ? total / frequency[i] : 0;
  }
  return result;
}
