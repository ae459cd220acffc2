import type { Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { dayToIso } from '../../core/time.ts';
import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import type { LifetimeValueParameters } from './parameters.ts';
import type { Forecast } from './forecast.ts';
import type { Money } from './money.ts';
import type { PurchaseLog } from './read-customers.ts';

/** Steps, methods and assumptions behind an answer. */
export function evidenceOf(
  { timeUnit, horizon, discountRateAnnual, margin, from }: LifetimeValueParameters,
  log: PurchaseLog,
  { starts, agreeing, gradientNorm, conditionNumber }: LikelihoodFit,
  money: Money,
  { draws }: Forecast,
): Pick<Evidence, 'steps' | 'methods' | 'assumptions'> {
  const { observationEnd, lastDay, holdout, earlierCustomers, customers } = log;
  const valued = money.fit !== undefined;
  const steps = [
    message('lifetime-value.step.summary', { customers: customers.id.length, observationEnd, timeUnit }),
    ...(from === undefined ? [] : [message('lifetime-value.step.from', { from, earlierCustomers })]),
    ...(holdout > 0
      ? [message('lifetime-value.step.holdout', { observationEnd, lastDate: dayToIso(lastDay), holdout, timeUnit })]
      : []),
    message('lifetime-value.step.fit', {
      starts,
      agreeing,
      gradientNorm: gradientNorm.toExponential(0),
      conditionNumber,
    }),
    valued
      ? message('lifetime-value.step.spending', { spenders: money.spenders })
      : message('lifetime-value.step.noSpending'),
    message('lifetime-value.step.expectation', { horizon, timeUnit }),
    ...(valued ? [message('lifetime-value.step.value', { margin, discountRateAnnual })] : []),
    message('lifetime-value.step.simulation', { draws }),
  ];
  const methods: Evidence['methods'] = [
    { name: message('lifetime-value.method.purchases'), citations: ['faderHardieLee2005'] },
    ...(valued ? [{ name: message('lifetime-value.method.spending'), citations: ['faderHardie2013' as const] }] : []),
    { name: message('lifetime-value.method.fit'), citations: ['nocedalWright2006', 'nelderMead1965'] },
  ];
  const assumptions = [
    message('lifetime-value.assumption.rates'),
    message('lifetime-value.assumption.dropout'),
    message('lifetime-value.assumption.alive'),
    ...(valued ? [message('lifetime-value.assumption.spending'), message('lifetime-value.assumption.returns')] : []),
    message('lifetime-value.assumption.stationary'),
    message('lifetime-value.assumption.intervals'),
    message('lifetime-value.assumption.newCustomers'),
  ];
  return { steps, methods, assumptions };
}
