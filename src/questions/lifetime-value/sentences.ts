import type { Estimate } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import { dayToIso } from '../../core/time.ts';
import type { LifetimeValueParameters } from './parameters.ts';
import type { Totals } from './estimates.ts';
import type { PurchaseLog } from './read-customers.ts';

/** What the customers are worth and who holds it; without a spending model, how much they will buy. */
export function verdictOf(
  { horizon, timeUnit }: LifetimeValueParameters,
  { customers }: PurchaseLog,
  totals: Totals,
  decile: readonly Row[],
): Message {
  const values = { customers: customers.id.length, purchases: Math.round(totals.purchases), horizon, timeUnit };
  if (totals.value === undefined) return message('lifetime-value.verdict.purchases', values);
  const topTenth = totals.value > 0 ? Number(decile[0].value) / totals.value : 0;
  return message('lifetime-value.verdict', { ...values, value: totals.value, topTenth });
}

export function eligibilityOf(
  { level }: LifetimeValueParameters,
  { customers, observationEnd }: PurchaseLog,
  estimates: readonly Estimate[],
): Message {
  const [first] = estimates;
  const firstDay = customers.firstDay.reduce((x, y) => Math.min(x, y), Infinity);
  const variant = first.name === 'totalValue' ? 'value' : 'purchases';
  return message(`lifetime-value.eligibility.${variant}`, {
    level,
    low: first.interval?.low ?? null,
    high: first.interval?.high ?? null,
    customers: customers.id.length,
    repeatCustomers: customers.frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0),
    first: dayToIso(firstDay),
    last: observationEnd,
  });
}
