import type { Estimate, Interval } from '../../core/answer.ts';
import { netPromoterInterval } from '../../statistics/net-promoter-interval.ts';
import { studentTQuantile } from '../../statistics/student-t.ts';
import type { MeasuredPeriod, Measures } from './measure.ts';
import type { Metric } from './question.ts';
import type { Totals } from './queries.ts';
import type { Answers } from './survey-queries.ts';

/** Fewer customers say too little about what others will bring. */
export const FEWEST_FIRST_YEARS = 30;

/** A score of −100 to 100 with its interval. */
export interface Score {
  value: number;
  low: number;
  high: number;
}

export function netPromoterScore(survey: Answers | undefined, level: number): Score | undefined {
  if (!survey || survey.answers === 0) return undefined;
  const { value, low, high } = netPromoterInterval(survey.promoters, survey.detractors, survey.answers, level);
  return { value: 100 * value, low: 100 * low, high: 100 * high };
}

export function revenueOf({ paid, returned }: Pick<Totals, 'paid' | 'returned'>): number {
  return paid + returned;
}

/** Of customers active in a complete period, the share active again in the next one, over all such pairs. */
export function pooledRetention(periods: readonly MeasuredPeriod[]): number | undefined {
  const pairs = retentionPairs(periods);
  const [before, again] = pairs.reduce(
    ([all, kept], [one, next]) => [all + one.customers, kept + next.retained],
    [0, 0],
  );
  return before > 0 ? again / before : undefined;
}

/** Complete periods with the complete period after each. */
export function retentionPairs(periods: readonly MeasuredPeriod[]): [MeasuredPeriod, MeasuredPeriod][] {
  return periods
    .slice(1)
    .map((next, i): [MeasuredPeriod, MeasuredPeriod] => [periods[i], next])
    .filter(([one, next]) => one.complete && next.complete);
}

/** Media costs per customer who bought for the first time. */
export function acquisitionCostOf({ media, totals }: Measures): number | undefined {
  return typeof media === 'object' && totals.newCustomers > 0 ? media.spent / totals.newCustomers : undefined;
}

/** Mean of the first 365 days with a t interval for other customers like these. */
export function firstYearValue({ firstYear }: Measures, level: number): Score | undefined {
  if (!firstYear || firstYear.customers < FEWEST_FIRST_YEARS) return undefined;
  const { customers, mean, deviation } = firstYear;
  if (mean === null || deviation === null || deviation === 0) return undefined;
  const reach = (studentTQuantile((1 + level) / 2, customers - 1) * deviation) / Math.sqrt(customers);
  return { value: mean, low: mean - reach, high: mean + reach };
}

/** What can be said of a range; what cannot is left out. The first four of the page are its headline. */
export function estimatesOf(measures: Measures, level: number): Estimate[] {
  const { totals, periods } = measures;
  const interval = ({ low, high }: Score): Interval => ({ low, high, level, kind: 'confidence' });
  const counted = (name: Metric, value: number | undefined, unit: Estimate['unit']): Estimate[] =>
    value === undefined ? [] : [{ name, value, unit, basis: 'counted' }];
  const estimated = (name: Metric, score: Score | undefined, unit: Estimate['unit']): Estimate[] =>
    score ? [{ name, value: score.value, unit, basis: 'estimated', interval: interval(score) }] : [];

  const cost = acquisitionCostOf(measures);
  const value = firstYearValue(measures, level);
  const ratio =
    value && cost !== undefined
      ? { value: value.value / cost, low: value.low / cost, high: value.high / cost }
      : undefined;
  const retention = pooledRetention(periods);
  const repeat = totals.repeatCustomers / totals.customers;
  const estimates = [
    ...counted('revenue', revenueOf(totals), 'money'),
    ...counted('activeCustomers', totals.customers, 'customers'),
    ...counted('averageOrder', totals.paid / totals.orders, 'money'),
    ...counted('retention', retention, 'share'),
    ...counted('repeatShare', repeat, 'share'),
    ...counted('orders', totals.orders, 'orders'),
    ...estimated('nps', netPromoterScore(measures.survey, level), 'points'),
    ...counted('acquisitionCost', cost, 'money'),
    ...estimated('valuePerCustomer12', value, 'money'),
    ...estimated('clvToCac', ratio, 'number'),
  ];
  return estimates.map((estimate, i) => (i < HEADLINES ? { ...estimate, headline: true } : estimate));
}

/** Without a retention the share of repeat customers moves up. */
const HEADLINES = 4;
