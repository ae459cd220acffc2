import type { Json, Row } from '../../core/json.ts';
import { message, type Message } from '../../core/message.ts';
import type { Period } from '../../core/periods.ts';
import { DAYS_PER_MONTH } from '../../core/time.ts';
import { revenueOf } from './estimates.ts';
import type { MeasuredPeriod, Measures } from './measure.ts';
import { daysIn, lastAndEarlier, lastDay } from './ranges.ts';

/** Shorter ranges are told in days. */
const FEW_DAYS = 60;

/**
 * What the range brought, and how its last complete period did against a year before; with a baseline, how far above or
 * below it the range lies.
 */
export function verdictOf(measures: Measures, comparison: readonly Row[], period: Period): Message {
  const { totals, range } = measures;
  const revenue = revenueOf(totals);
  const kind = revenue > 0 ? 'revenue' : 'orders';
  const days = daysIn(range);
  const values: Record<string, Json> = {
    ...{ revenue, orders: totals.orders, customers: totals.customers },
    span: {
      key: days < FEW_DAYS ? 'overview.days' : 'overview.months',
      values: { days, months: Math.round(days / DAYS_PER_MONTH) },
    },
  };
  const compared = comparison.find(({ metric }) => metric === `${kind}PerDay`);
  if (compared && typeof compared.changeRelative === 'number') {
    const { from, to, baselineFrom, baselineTo, changeRelative, value, baseline } = compared;
    return message(`overview.verdict.${kind}.baseline`, {
      ...{ from, to: lastDay({ to: String(to) }), value },
      ...{ baselineFrom, baselineTo: lastDay({ to: String(baselineTo) }), baseline },
      ...change(changeRelative),
    });
  }
  const pair = lastAndEarlier(measures.periods, period);
  const [early, late] = [pair?.early, pair?.late].map((one) => one && amountOf(one, kind));
  if (!pair || early === undefined || late === undefined || early <= 0) {
    return message(`overview.verdict.${kind}`, values);
  }
  return message(`overview.verdict.${kind}.last`, {
    ...values,
    late: periodName(pair.late.start, period),
    early: periodName(pair.early.start, period),
    ...change(late / early - 1),
  });
}

function amountOf(one: MeasuredPeriod, kind: 'revenue' | 'orders'): number {
  return kind === 'revenue' ? revenueOf(one) : one.orders;
}

/** Below this a change would be told as 0%. */
const UNCHANGED = 0.005;

function change(relative: number): Record<string, Json> {
  const direction = Math.abs(relative) < UNCHANGED ? 'same' : relative > 0 ? 'more' : 'less';
  return { direction, change: Math.abs(relative) };
}

/** How a period is called in a sentence. */
export function periodName(start: string, period: Period): Json {
  const quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1;
  return { key: `overview.period.${period}`, values: { start, quarter, year: start.slice(0, 4) } };
}

export function eligibilityOf({ range, totals, survey }: Measures, level: number): Message {
  const answers = survey?.answers ?? 0;
  const variant = answers > 0 ? 'overview.eligibility.survey' : 'overview.eligibility';
  return message(variant, {
    ...{ from: range.from, to: lastDay(range), customers: totals.customers, orders: totals.orders, level, answers },
  });
}
