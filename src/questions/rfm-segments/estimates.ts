import type { Estimate } from '../../core/answer.ts';
import { message, type Message } from '../../core/message.ts';
import type { SegmentRow } from './tables.ts';

export interface Totals {
  customers: number;
  champions: number;
  /** Undefined when nothing was earned. */
  championsRevenueShare?: number;
  /** Bought often and for much, and not for long. */
  atRisk: number;
  revenue: number;
}

export function totalsOf(segments: readonly SegmentRow[]): Totals {
  const of = (...names: string[]) => segments.filter(({ segment }) => names.includes(segment));
  const count = (rows: readonly SegmentRow[]) => rows.reduce((sum, { customers }) => sum + customers, 0);
  const share = of('champions')[0].revenueShare;
  return {
    customers: count(segments),
    champions: count(of('champions')),
    ...(share === null ? {} : { championsRevenueShare: share }),
    atRisk: count(of('at-risk', 'cannot-lose')),
    revenue: segments.reduce((sum, { revenue }) => sum + revenue, 0),
  };
}

/** All of them are complete counts of the customers in the log. */
export function estimatesOf({ customers, champions, championsRevenueShare, atRisk, revenue }: Totals): Estimate[] {
  const counted = { basis: 'counted', headline: true } as const;
  return [
    { name: 'customers', value: customers, unit: 'customers', ...counted },
    { name: 'champions', value: champions, unit: 'customers', ...counted },
    ...(championsRevenueShare === undefined
      ? []
      : [{ name: 'championsRevenueShare', value: championsRevenueShare, unit: 'share', ...counted } as const]),
    { name: 'atRisk', value: atRisk, unit: 'customers', ...counted },
    { name: 'revenue', value: revenue, unit: 'money', basis: 'counted' },
  ];
}

/** What champions bring and how many good customers have gone quiet; without champions the largest segment. */
export function verdictOf(segments: readonly SegmentRow[], totals: Totals): Message {
  const { customers, champions, championsRevenueShare, atRisk } = totals;
  if (champions === 0) {
    const largest = segments.reduce((most, row) => (row.customers > most.customers ? row : most));
    return message('rfm.verdict.noChampions', {
      share: largest.share,
      segment: { key: `rfm.segment.${largest.segment}`, values: {} },
      atRisk,
    });
  }
  const share = champions / customers;
  return championsRevenueShare === undefined
    ? message('rfm.verdict.noRevenue', { share, atRisk })
    : message('rfm.verdict', { share, revenueShare: championsRevenueShare, atRisk });
}
