import type { Json } from '../../core/json.ts';
import { netPromoterScore, revenueOf } from './estimates.ts';
import type { MeasuredPeriod } from './measure.ts';
import type { Range } from './queries.ts';

/** A row of the table `trend`. */
export interface TrendRow {
  /** First day. */
  period: string;
  /** The range and the log hold all of it. */
  complete: boolean;
  customers: number;
  newCustomers: number;
  orders: number;
  revenue: number;
  /** null in a period without purchases. */
  averageOrder: number | null;
  repeatShare: number | null;
  /** Against the period before; null unless both are complete. */
  retention: number | null;
  /** Of surveys; null in a period without answers. */
  answers: number | null;
  nps: number | null;
  nps_low: number | null;
  nps_high: number | null;
  /** The period begins in the baseline. */
  baseline: boolean;
  [column: string]: Json;
}

/** A row per period of the range. */
export function trendRows(
  periods: readonly MeasuredPeriod[],
  { baseline, level }: { baseline: Range | undefined; level: number },
): TrendRow[] {
  return periods.map((one, i) => {
    const previous = periods[i - 1];
    const isPaired = one.complete && previous?.complete === true && previous.customers > 0;
    return {
      period: one.start,
      complete: one.complete,
      customers: one.customers,
      newCustomers: one.newCustomers,
      orders: one.orders,
      revenue: revenueOf(one),
      averageOrder: one.orders > 0 ? one.paid / one.orders : null,
      repeatShare: one.customers > 0 ? one.repeatCustomers / one.customers : null,
      retention: isPaired ? one.retained / previous.customers : null,
      ...surveyColumns(one, level),
      baseline: baseline !== undefined && one.start >= baseline.from && one.start < baseline.to,
    };
  });
}

function surveyColumns(
  { survey }: MeasuredPeriod,
  level: number,
): Pick<TrendRow, 'answers' | 'nps' | 'nps_low' | 'nps_high'> {
  const score = netPromoterScore(survey, level);
  return {
    answers: survey?.answers ?? null,
    nps: score?.value ?? null,
    nps_low: score?.low ?? null,
    nps_high: score?.high ?? null,
  };
}
