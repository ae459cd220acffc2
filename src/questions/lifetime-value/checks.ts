import type { Check } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import { CORRELATION_REFUSES, CORRELATION_WARNS, FEWEST_SPENDERS, type Money } from './money.ts';

type Status = Check['status'];

/** `lifetime-value.check.<id>.<status>` is the text; a `variant` replaces the status in it. */
function check(
  id: string,
  status: Status,
  values: Record<string, Json>,
  bounds: { value?: number; limit?: number } = {},
  variant: string = status,
): Check {
  return { id, status, ...bounds, message: message(`lifetime-value.check.${id}.${variant}`, values) };
}

export interface Observations {
  customers: number;
  repeatCustomers: number;
  /** Of the customer who was acquired first. */
  longest: number;
  /** Mean time between a customer's purchases, among those who bought again. */
  meanGap: number;
  horizon: number;
  timeUnit: string;
  observationEnd: string;
  lastDate: string;
  fit: LikelihoodFit;
  money: Money;
  /** Of what the customers paid. */
  returnedShare: number;
  /** Share of customers that the model puts at another number of repeat purchases. */
  misplaced: number;
  /** Expected purchases in the holdout with their prediction interval, and those counted. */
  holdout?: { expected: number; low: number; high: number; actual: number };
}

export const MANY_REPEAT_CUSTOMERS = 100;
const LARGEST_CONDITION = 1e6;
const LARGEST_GRADIENT = 1e-3;
const LONGEST_AHEAD = 2;
const FEWEST_GAPS = 3;
const LARGEST_MISPLACED = 0.05;
const LARGEST_MISS = 0.1;
const LARGEST_RETURNED = 0.05;

/** All that speaks for or against the answer. */
export function checksOf(seen: Observations): Check[] {
  return [
    convergence(seen.fit),
    check(
      'condition-number',
      seen.fit.conditionNumber <= LARGEST_CONDITION ? 'passed' : 'warned',
      { value: seen.fit.conditionNumber },
      { value: seen.fit.conditionNumber, limit: LARGEST_CONDITION },
    ),
    check(
      'sample-size',
      seen.repeatCustomers >= MANY_REPEAT_CUSTOMERS ? 'passed' : 'warned',
      { customers: seen.customers, repeatCustomers: seen.repeatCustomers, limit: MANY_REPEAT_CUSTOMERS },
      { value: seen.repeatCustomers, limit: MANY_REPEAT_CUSTOMERS },
    ),
    ...periodChecks(seen),
    check(
      'repeat-distribution',
      seen.misplaced <= LARGEST_MISPLACED ? 'passed' : 'warned',
      { misplaced: seen.misplaced, limit: LARGEST_MISPLACED },
      { value: seen.misplaced, limit: LARGEST_MISPLACED },
    ),
    ...(seen.holdout ? [holdoutCheck(seen.holdout)] : []),
    ...moneyChecks(seen.money),
    ...(seen.money.fit ? [returnsCheck(seen.returnedShare)] : []),
  ];
}

function convergence({ gradientNorm, starts, agreeing }: LikelihoodFit): Check {
  const fine = gradientNorm <= LARGEST_GRADIENT && agreeing > 1;
  const bounds = { value: gradientNorm, limit: LARGEST_GRADIENT };
  const values = { gradientNorm: gradientNorm.toExponential(0), starts, agreeing };
  return check('convergence', fine ? 'passed' : 'warned', values, bounds);
}

function periodChecks({ longest, meanGap, horizon, timeUnit, observationEnd, lastDate }: Observations): Check[] {
  const long = longest >= FEWEST_GAPS * meanGap;
  const near = horizon <= LONGEST_AHEAD * longest;
  const checks = [
    check(
      'calibration-length',
      long ? 'passed' : 'warned',
      { longest, meanGap, timeUnit, limit: FEWEST_GAPS },
      { value: longest / meanGap, limit: FEWEST_GAPS },
    ),
    check(
      'horizon',
      near ? 'passed' : 'warned',
      { horizon, longest, timeUnit },
      { value: horizon / longest, limit: LONGEST_AHEAD },
    ),
  ];
  if (observationEnd > lastDate) checks.push(check('data-end', 'warned', { observationEnd, lastDate }));
  return checks;
}

function holdoutCheck({ expected, low, high, actual }: NonNullable<Observations['holdout']>): Check {
  const miss = actual === 0 ? 1 : expected / actual - 1;
  const fine = Math.abs(miss) <= LARGEST_MISS || (actual >= low && actual <= high);
  const values = { expected, actual, low, high, miss: Math.abs(miss), side: miss < 0 ? 'below' : 'above' };
  return check('holdout', fine ? 'passed' : 'warned', values, { value: Math.abs(miss), limit: LARGEST_MISS });
}

/** Values are what purchases bring: returns are not taken off them. */
function returnsCheck(share: number): Check {
  const status = share < LARGEST_RETURNED ? 'passed' : 'warned';
  return check('returns-share', status, { share, limit: LARGEST_RETURNED }, { value: share, limit: LARGEST_RETURNED });
}

function moneyChecks({ correlation, refused, spenders, withoutAmount, fit, currencies = [] }: Money): Check[] {
  if (refused === 'two-currencies') return [check('spend-currencies', 'failed', { currencies })];
  const checks: Check[] = [];
  const size = Math.abs(correlation ?? 0);
  if (refused === 'too-few') {
    const values = { spenders, limit: FEWEST_SPENDERS };
    checks.push(check('spend-sample', 'failed', values, { value: spenders, limit: FEWEST_SPENDERS }));
  } else if (correlation === undefined) {
    checks.push(check('spend-independence', 'warned', {}, {}, 'unknown'));
  } else {
    const status = size >= CORRELATION_REFUSES ? 'failed' : size >= CORRELATION_WARNS ? 'warned' : 'passed';
    const limit = status === 'failed' ? CORRELATION_REFUSES : CORRELATION_WARNS;
    checks.push(
      check(
        'spend-independence',
        status,
        { correlation, limit, refusal: CORRELATION_REFUSES },
        { value: correlation, limit },
      ),
    );
  }
  if (fit) {
    const { gradientNorm, starts, agreeing, conditionNumber } = fit;
    const fine = gradientNorm <= LARGEST_GRADIENT && agreeing > 1 && conditionNumber <= LARGEST_CONDITION;
    const values = { gradientNorm: gradientNorm.toExponential(0), starts, agreeing, conditionNumber };
    checks.push(
      check('spend-convergence', fine ? 'passed' : 'warned', values, { value: gradientNorm, limit: LARGEST_GRADIENT }),
    );
  }
  if (refused === 'no-fit' || refused === 'infinite-mean') {
    checks.push(check('spend-convergence', 'failed', {}, {}, refused));
  }
  if (withoutAmount > 0) {
    checks.push(check('spend-zero', 'warned', { withoutAmount, spenders }, { value: withoutAmount }));
  }
  return checks;
}
