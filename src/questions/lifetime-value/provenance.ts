import type { Evidence } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { dayToIso } from '../../core/time.ts';
import type { LikelihoodFit } from '../../statistics/maximum-likelihood.ts';
import type { LifetimeValueParameters } from './parameters.ts';
import type { Forecast } from './forecast.ts';
import type { Money } from './money.ts';
import type { PurchaseLog } from './read-customers.ts';

const say = (key: string, values: Parameters<typeof message>[1] = {}) => message(`lifetime-value.${key}`, values);

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
    say('step.summary', { customers: customers.id.length, observationEnd, timeUnit }),
    ...(from === undefined ? [] : [say('step.from', { from, earlierCustomers })]),
    ...(holdout > 0 ? [say('step.holdout', { observationEnd, lastDate: dayToIso(lastDay), holdout, timeUnit })] : []),
    say('step.fit', { starts, agreeing, gradientNorm: gradientNorm.toExponential(0), conditionNumber }),
    valued ? say('step.spending', { spenders: money.spenders }) : say('step.noSpending'),
    say('step.expectation', { horizon, timeUnit }),
    ...(valued ? [say('step.value', { margin, discountRateAnnual })] : []),
    say('step.simulation', { draws }),
  ];
  const methods: Evidence['methods'] = [
    { name: say('method.purchases'), citations: ['faderHardieLee2005'] },
    ...(valued ? [{ name: say('method.spending'), citations: ['faderHardie2013' as const] }] : []),
    { name: say('method.fit'), citations: ['nocedalWright2006', 'nelderMead1965'] },
  ];
  const assumptions = [
    say('assumption.rates'),
    say('assumption.dropout'),
    say('assumption.alive'),
    ...(valued ? [say('assumption.spending')] : []),
    say('assumption.stationary'),
    say('assumption.intervals'),
    say('assumption.newCustomers'),
  ];
  return { steps, methods, assumptions };
}
