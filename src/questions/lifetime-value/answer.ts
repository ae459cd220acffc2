import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { dayToIso, daysPer, DAYS_PER_YEAR } from '../../core/time.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import { centralInterval } from '../../statistics/quantile.ts';
import { fitBgNbd } from './bg-nbd-fit.ts';
import { checksOf } from './checks.ts';
import { concentrationRows, customerRows, decileRows } from './customer-tables.ts';
import { groupCustomers, historiesOf, type Customers } from './customers.ts';
import { estimatesOf, parameterRows, totalsOf, PURCHASE_PARAMETERS, SPENDING_PARAMETERS } from './estimates.ts';
import { matrixRows, misplacedShare, repeatPurchaseRows } from './fit-tables.ts';
import { forecastCustomers, type Forecast } from './forecast.ts';
import { fitMoney, type Money } from './money.ts';
import type { LifetimeValueParameters } from './parameters.ts';
import { evidenceOf } from './provenance.ts';
import { usedLines } from './queries.ts';
import { readPurchaseLog, type PurchaseLog } from './read-customers.ts';
import { eligibilityOf, verdictOf } from './sentences.ts';
import { trackingRows } from './tracking.ts';

/** Below these the likelihood says next to nothing about how customers differ. */
export const FEWEST_CUSTOMERS = 50;
export const FEWEST_REPEAT_CUSTOMERS = 20;

/** Steps that a chart of the purchases over time has at most. */
const TRACKING_STEPS = 120;

/** How much each customer will buy within the horizon and what that is worth: BG/NBD with Gamma-Gamma. */
export async function answer(context: AskContext, given: Record<string, Json>): Promise<Answered | Unanswerable> {
  const parameters = given as unknown as LifetimeValueParameters;
  const { database, mapping, signal } = context;
  await checkCustomerFilter(database, mapping, parameters.where);
  await context.progress({ phase: 'reading-purchases', done: 0, total: 0 });
  const log = await readPurchaseLog(database, parameters, parameters, { signal });
  if (!log) return unanswerable('no-purchases', { observationEnd: parameters.observationEnd ?? null });
  const refusal = tooLittle(log.customers);
  if (refusal) return refusal;

  await context.progress({ phase: 'fitting-purchases', done: 0, total: 0 });
  const groups = groupCustomers(log.customers);
  const purchaseFit = fitBgNbd(historiesOf(groups));
  if (typeof purchaseFit === 'string') return unanswerable('no-convergence', { customers: log.customers.id.length });
  const lines = usedLines(parameters, log.observationEnd);
  const fitted = fitMoney(log.customers, await currenciesOf(database, mapping, lines, { signal }));

  const { timeUnit, horizon, discountRateAnnual, margin, level, seed } = parameters;
  const unitDays = daysPer(timeUnit);
  const discountRate = (Math.log1p(discountRateAnnual) * unitDays) / DAYS_PER_YEAR;
  const longest = log.customers.observed.reduce((x, y) => Math.max(x, y), 0);
  const forecastWith = ({ fit }: Money) =>
    forecastCustomers(
      {
        ...{ log, groups, purchaseFit, level, seed },
        spendingFit: fit,
        valuation: { horizon, discountRate, margin },
        stepWidth: Math.max(1, Math.ceil((longest + Math.max(horizon, log.holdout)) / TRACKING_STEPS)),
      },
      (done, total) => context.progress({ phase: 'simulating-customers', done, total }),
    );
  const forecast = await forecastWith(fitted);
  if (!fitted.fit || hasFiniteValue(forecast, level)) {
    return describe(log, parameters, purchaseFit, fitted, forecast, longest);
  }
  const money: Money = { ...fitted, fit: undefined, refused: 'infinite-mean' };
  return describe(log, parameters, purchaseFit, money, await forecastWith(money), longest);
}

/** At a high level the interval can reach draws of the parameters whose mean amount does not exist. */
function hasFiniteValue({ simulation }: Forecast, level: number): boolean {
  const { expected, happened } = simulation;
  return [expected.value, happened.value].every((draws) => {
    const { low, high } = centralInterval(draws, level);
    return Number.isFinite(low) && Number.isFinite(high);
  });
}

function tooLittle({ frequency }: Customers): Unanswerable | undefined {
  const customers = frequency.length;
  const repeatCustomers = frequency.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  if (repeatCustomers === 0) return unanswerable('no-repeat-purchases', { customers });
  if (customers >= FEWEST_CUSTOMERS && repeatCustomers >= FEWEST_REPEAT_CUSTOMERS) return undefined;
  const limits = { customersNeeded: FEWEST_CUSTOMERS, repeatNeeded: FEWEST_REPEAT_CUSTOMERS };
  return unanswerable('too-few-customers', { customers, repeatCustomers, ...limits });
}

function describe(
  log: PurchaseLog,
  parameters: LifetimeValueParameters,
  purchaseFit: LikelihoodFit,
  money: Money,
  forecast: Forecast,
  longest: number,
): Answered {
  const { level, timeUnit, horizon } = parameters;
  const { customers } = log;
  const totals = totalsOf(forecast);
  const estimates = estimatesOf({ log, forecast, totals, purchaseFit, spendingFit: money.fit, level });
  const decile = decileRows(log, forecast, level);
  const repeatPurchases = repeatPurchaseRows(customers, forecast.model, level);
  const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);
  const actual = sum(customers.holdoutPurchases);
  const checks = checksOf({
    ...{ horizon, timeUnit, longest, money, returnedShare: log.returnedShare },
    customers: customers.id.length,
    repeatCustomers: customers.frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0),
    meanGap: sum(customers.recency) / sum(customers.frequency),
    observationEnd: log.observationEnd,
    lastDate: dayToIso(log.lastDay),
    fit: purchaseFit,
    misplaced: misplacedShare(repeatPurchases),
    ...(log.holdout > 0
      ? {
          holdout: {
            ...centralInterval(forecast.simulation.happened.holdoutPurchases, level),
            ...{ expected: totals.holdoutPurchases, actual },
          },
        }
      : {}),
  });
  return {
    verdict: verdictOf(parameters, log, totals, decile),
    eligibility: eligibilityOf(parameters, log, estimates),
    estimates,
    tables: {
      customers: customerRows(log, forecast, money.refused !== 'two-currencies'),
      tracking: trackingRows(log, forecast, daysPer(timeUnit), level),
      decile,
      matrix: matrixRows(customers, forecast.model, horizon),
      repeatPurchases,
      concentration: concentrationRows(log, forecast),
      parameters: [
        ...parameterRows(PURCHASE_PARAMETERS, purchaseFit, level),
        ...(money.fit ? parameterRows(SPENDING_PARAMETERS, money.fit, level) : []),
      ],
    },
    checks,
    evidence: evidenceOf(parameters, log, purchaseFit, money, forecast),
    parameters: { model: 'bg-nbd', observationEnd: log.observationEnd },
  };
}

function unanswerable(reason: string, values: Record<string, Json>): Unanswerable {
  return {
    reason,
    message: message(`lifetime-value.refused.${reason}`, values),
    remedy: message(`lifetime-value.refused.${reason}.remedy`, values),
  };
}
