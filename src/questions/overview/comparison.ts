import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import { acquisitionCostOf, netPromoterScore, pooledRetention, revenueOf, type Score } from './estimates.ts';
import type { Measures } from './measure.ts';
import { daysIn } from './ranges.ts';

/** Rates per day let ranges of different length be compared. */
export const COMPARED = [
  'revenuePerDay',
  'ordersPerDay',
  'newCustomersPerDay',
  'customersPerPeriod',
  'averageOrder',
  'repeatShare',
  'retention',
  'nps',
  'acquisitionCost',
] as const;
export type Compared = (typeof COMPARED)[number];

const UNITS: Record<Compared, Unit> = {
  revenuePerDay: 'money',
  ordersPerDay: 'number',
  newCustomersPerDay: 'number',
  customersPerPeriod: 'customers',
  averageOrder: 'money',
  repeatShare: 'share',
  retention: 'share',
  nps: 'points',
  acquisitionCost: 'money',
};

/** What a range and its baseline both have. The change of an estimate has an interval, that of a count has none. */
export function comparisonRows(now: Measures, baseline: Measures, level: number): Row[] {
  return COMPARED.flatMap((metric) => {
    const [value, before] = [valueOf(metric, now), valueOf(metric, baseline)];
    if (value === undefined || before === undefined) return [];
    const change = metric === 'nps' ? changeOfScore(now, baseline, level) : undefined;
    return [
      {
        ...{ metric, unit: UNITS[metric], value, baseline: before, change: value - before },
        changeRelative: before > 0 && metric !== 'nps' ? value / before - 1 : null,
        ...{ changeLow: change?.low ?? null, changeHigh: change?.high ?? null },
        ...{ customers: now.totals.customers, customersBaseline: baseline.totals.customers },
        ...{ newCustomers: now.totals.newCustomers, newCustomersBaseline: baseline.totals.newCustomers },
        ...{ from: now.range.from, to: now.range.to },
        ...{ baselineFrom: baseline.range.from, baselineTo: baseline.range.to },
      },
    ];
  });
}

function valueOf(metric: Compared, measures: Measures): number | undefined {
  const { totals, periods, range } = measures;
  const days = daysIn(range);
  switch (metric) {
    case 'revenuePerDay':
      return revenueOf(totals) / days;
    case 'ordersPerDay':
      return totals.orders / days;
    case 'newCustomersPerDay':
      return totals.newCustomers / days;
    case 'customersPerPeriod': {
      const complete = periods.filter((period) => period.complete);
      const customers = complete.reduce((sum, period) => sum + period.customers, 0);
      return complete.length > 0 ? customers / complete.length : undefined;
    }
    case 'averageOrder':
      return totals.orders > 0 ? totals.paid / totals.orders : undefined;
    case 'repeatShare':
      return totals.customers > 0 ? totals.repeatCustomers / totals.customers : undefined;
    case 'retention':
      return pooledRetention(periods);
    case 'nps':
      // The interval of the change is worked out apart, at the level that is asked.
      return netPromoterScore(measures.survey, 0.5)?.value;
    case 'acquisitionCost':
      return acquisitionCostOf(measures);
  }
}

/** Interval of the difference of two independent scores from that of each (square-and-add), `newcombe1998` method 10. */
function changeOfScore(now: Measures, baseline: Measures, level: number): Pick<Score, 'low' | 'high'> | undefined {
  const [a, b] = [netPromoterScore(now.survey, level), netPromoterScore(baseline.survey, level)];
  if (!a || !b) return undefined;
  const change = a.value - b.value;
  return {
    low: change - Math.hypot(a.value - a.low, b.high - b.value),
    high: change + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
