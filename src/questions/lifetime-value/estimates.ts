import type { Estimate, Interval } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { sizeOf } from './customers.ts';
import type { Forecast } from './forecast.ts';
import type { PurchaseLog } from './read-customers.ts';

/** Expected numbers of the whole customer base, at the estimates. */
export interface Totals {
  purchases: number;
  holdoutPurchases: number;
  alive: number;
  value?: number;
}

export function totalsOf({ groups, expectations, holdoutExpectation }: Forecast): Totals {
  const total = (column: Float64Array) => column.reduce((sum, value, g) => sum + value * sizeOf(groups, g), 0);
  return {
    purchases: total(expectations.purchases),
    holdoutPurchases: total(holdoutExpectation),
    alive: total(expectations.alive),
    value: expectations.value && total(expectations.value),
  };
}

/** A table of a fit: estimates, standard errors and Wald intervals on the logarithms. */
export function parameterRows(names: readonly string[], fit: LikelihoodFit, level: number): Row[] {
  return names.map((parameter, i) => {
    const { low, high } = waldInterval(fit, i, level);
    return { parameter, estimate: fit.estimate[i], standard_error: fit.standardErrors[i], low, high };
  });
}

/** exp(ln θ ± z se(ln θ)): positive, and nearer to its level than θ ± z se(θ) in small samples. */
export function waldInterval(fit: LikelihoodFit, i: number, level: number): Interval {
  const spread = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(fit.covarianceOfLogs[i][i]));
  return { low: fit.estimate[i] / spread, high: fit.estimate[i] * spread, level, kind: 'confidence' };
}

export const PURCHASE_PARAMETERS = ['r', 'alpha', 'a', 'b'] as const;
export const SPENDING_PARAMETERS = ['p', 'q', 'v'] as const;

interface Source {
  log: PurchaseLog;
  forecast: Forecast;
  totals: Totals;
  purchaseFit: LikelihoodFit;
  spendingFit?: LikelihoodFit;
  level: number;
}

/**
 * Headlines first. `credible` intervals say how well the expectation is known, given the histories: parameters vary.
 * `prediction` intervals say what will happen: parameters, dropout, purchases and amounts vary.
 */
export function estimatesOf(source: Source): Estimate[] {
  const { log, forecast, totals, purchaseFit, spendingFit, level } = source;
  const { expected, happened } = forecast.simulation;
  const { frequency, holdoutPurchases } = log.customers;
  const customers = frequency.length;
  const credible = (draws: Float64Array): Interval => ({ ...centralInterval(draws, level), level, kind: 'credible' });
  const prediction = (draws: Float64Array): Interval => ({
    ...centralInterval(draws, level),
    level,
    kind: 'prediction',
  });
  const estimated = (name: string, value: number, unit: Unit, interval?: Interval): Estimate => ({
    ...{ name, value, unit, basis: 'estimated' as const },
    ...(interval ? { interval } : {}),
  });
  const counted = (name: string, value: number, unit: Unit): Estimate => ({ name, value, unit, basis: 'counted' });
  const headline = (estimate: Estimate): Estimate => ({ ...estimate, headline: true });

  const estimates: Estimate[] = [];
  if (totals.value !== undefined) {
    estimates.push(headline(estimated('totalValue', totals.value, 'money', credible(expected.value))));
  }
  estimates.push(headline(estimated('expectedPurchases', totals.purchases, 'purchases', credible(expected.purchases))));
  const purchasesAhead = estimated('purchasesAhead', totals.purchases, 'purchases', prediction(happened.purchases));
  if (log.holdout > 0) {
    const actual = holdoutPurchases.reduce((sum, count) => sum + count, 0);
    estimates.push(headline(counted('actualPurchases', actual, 'purchases')));
    estimates.push(
      estimated('expectedHoldout', totals.holdoutPurchases, 'purchases', prediction(happened.holdoutPurchases)),
    );
    estimates.push(purchasesAhead);
  } else {
    estimates.push(headline(purchasesAhead));
  }
  if (totals.value !== undefined) {
    estimates.push(estimated('valueAhead', totals.value, 'money', prediction(happened.value)));
  }
  const meanAlive = credible(expected.alive.map((alive) => alive / customers));
  estimates.push(headline(estimated('meanPAlive', totals.alive / customers, 'share', meanAlive)));
  estimates.push(
    counted('customers', customers, 'customers'),
    counted(
      'repeatCustomers',
      frequency.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0),
      'customers',
    ),
    counted(
      'repeatPurchases',
      frequency.reduce((sum, x) => sum + x, 0),
      'purchases',
    ),
    ...PURCHASE_PARAMETERS.map((name, i) =>
      estimated(name, purchaseFit.estimate[i], 'number', waldInterval(purchaseFit, i, level)),
    ),
    estimated('logLikelihood', purchaseFit.logLikelihood, 'number'),
  );
  if (spendingFit) {
    estimates.push(
      ...SPENDING_PARAMETERS.map((name, i) =>
        estimated(name, spendingFit.estimate[i], 'number', waldInterval(spendingFit, i, level)),
      ),
      estimated('gammaLogLikelihood', spendingFit.logLikelihood, 'number'),
    );
  }
  return estimates;
}
