import { drawParameters, type LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import { randomSource, type Random } from '../../statistics/random.ts';
import { bgNbdOf } from './bg-nbd-fit.ts';
import type { BgNbd } from './bg-nbd.ts';
import { sizeOf, type Groups } from './customers.ts';
import { expectationsOf, type Expectations, type Valuation } from './expectation.ts';
import { gammaGammaOf, type GammaGamma } from './gamma-gamma.ts';
import type { PurchaseLog } from './read-customers.ts';
import { simulate, type Simulation } from './simulation.ts';

export const DECILES = 10;

export interface ForecastRequest {
  log: PurchaseLog;
  groups: Groups;
  purchaseFit: LikelihoodFit;
  spendingFit?: LikelihoodFit;
  valuation: Valuation;
  /** Longest steps in which future purchases are counted. */
  stepWidth: number;
  level: number;
  seed: number;
  /** Left out: as many as about three seconds of work allow. */
  draws?: number;
}

/** What the fitted models say of the customers. */
export interface Forecast {
  model: BgNbd;
  spending?: GammaGamma;
  groups: Groups;
  /** Group of each customer. */
  groupOf: Uint32Array;
  /** At the estimates. */
  expectations: Expectations;
  /** Within the holdout, at the estimates: per group. */
  holdoutExpectation: Float64Array;
  /** Decile of each customer by value (by expected purchases without a spending model), 0 the highest. */
  decileOf: Uint8Array;
  /** Customers from the highest to the lowest. */
  ranking: Uint32Array;
  simulation: Simulation;
  steps: { width: number; count: number };
  draws: number;
}

/** Purchases to draw in one simulation: about three seconds of work. */
const DRAWN_PURCHASES = 12_000_000;
const MOST_DRAWS = 1000;
const FEWEST_DRAWS = 300;

export async function forecastCustomers(
  request: ForecastRequest,
  pause: (done: number, total: number) => Promise<void>,
): Promise<Forecast> {
  const { log, groups, purchaseFit, spendingFit, valuation, level } = request;
  const model = bgNbdOf(purchaseFit.estimate);
  const spending = spendingFit && gammaGammaOf(spendingFit.estimate);
  const expectations = expectationsOf(groups, model, spending, valuation);
  const holdoutExpectation = expectationsOf(groups, model, undefined, { ...valuation, horizon: log.holdout }).purchases;

  const groupOf = groupOfMembers(groups);
  const ranking = rankCustomers(groupOf, expectations.value ?? expectations.purchases);
  const decileOf = new Uint8Array(ranking.length);
  ranking.forEach((customer, rank) => (decileOf[customer] = Math.floor((rank * DECILES) / ranking.length)));

  const ahead = Math.max(valuation.horizon, log.holdout);
  const steps = { width: request.stepWidth, count: Math.ceil(ahead / request.stepWidth - 1e-9) };
  const purchases = expectations.purchases.reduce((sum, count, g) => sum + count * sizeOf(groups, g), 0);
  const work = groups.frequency.length + (purchases * ahead) / valuation.horizon;
  const affordable = Math.round(Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, DRAWN_PURCHASES / work)) / 100) * 100;
  const draws = request.draws ?? affordable;

  const random = randomSource(request.seed);
  const models = drawModels(purchaseFit, draws, random);
  const spendings = spendingFit && drawSpendings(spendingFit, draws, random);
  const simulation = await simulate(
    {
      ...{ groups, models, spendings, valuation, steps, level, random },
      discount: expectations.discount,
      holdout: log.holdout,
      classOf: decileOf,
      classes: DECILES,
    },
    pause,
  );
  return {
    ...{ model, spending, groups, groupOf, expectations, holdoutExpectation },
    ...{ decileOf, ranking, simulation, steps, draws },
  };
}

function drawModels(fit: LikelihoodFit, draws: number, random: Random): BgNbd[] {
  const [r, alpha, a, b] = drawParameters(fit, draws, random);
  return Array.from(r, (_, d) => ({ r: r[d], alpha: alpha[d], a: a[d], b: b[d] }));
}

function drawSpendings(fit: LikelihoodFit, draws: number, random: Random): GammaGamma[] {
  const [p, q, v] = drawParameters(fit, draws, random);
  return Array.from(p, (_, d) => ({ p: p[d], q: q[d], v: v[d] }));
}

function groupOfMembers({ start, members }: Groups): Uint32Array {
  const groupOf = new Uint32Array(members.length);
  for (let g = 0; g + 1 < start.length; g++) {
    for (let k = start[g]; k < start[g + 1]; k++) groupOf[members[k]] = g;
  }
  return groupOf;
}

/** Highest first; equal ones in the order of the customers. */
function rankCustomers(groupOf: Uint32Array, worth: Float64Array): Uint32Array {
  const order = Uint32Array.from(groupOf, (_, i) => i);
  return order.sort((i, j) => worth[groupOf[j]] - worth[groupOf[i]] || i - j);
}
