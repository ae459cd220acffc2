import type { Check } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { addDays } from '../../core/time.ts';
import { FEWEST_PER_QUANTILE, type Movement } from './movement.ts';
import type { Extent, Summary } from './queries.ts';

/** Above this share of customers with the same number of purchases, frequency tells most of them not apart. */
const MOST_TIED = 0.5;
/** Below this many customers per quantile one customer more or less moves the limits between scores. */
const FEW_PER_QUANTILE = 20;
const MOST_UNASSIGNED = 0.1;

interface Checked {
  summary: Summary;
  extent: Extent;
  asOf: string;
  quantiles: number;
  movement: Movement;
  /** Taken over all customers, after returns. */
  revenue: number;
}

export function checksOf({ summary, extent, asOf, quantiles, movement, revenue }: Checked): Check[] {
  return [
    ties(summary),
    fewCustomers(summary, quantiles),
    moved(movement, summary, quantiles),
    earned(revenue),
    ...afterTheEnd(extent, asOf),
    ...unassigned(extent),
  ];
}

function ties({ customers, sameFrequency, commonFrequency }: Summary): Check {
  const share = sameFrequency / customers;
  return {
    id: 'ties',
    status: share > MOST_TIED ? 'warned' : 'passed',
    value: share,
    limit: MOST_TIED,
    message: message(share > MOST_TIED ? 'rfm.check.ties.many' : 'rfm.check.ties', {
      share,
      frequency: commonFrequency,
    }),
  };
}

function fewCustomers({ customers }: Summary, quantiles: number): Check {
  const limit = FEW_PER_QUANTILE * quantiles;
  const isFew = customers < limit;
  return {
    id: 'few-customers',
    status: isFew ? 'warned' : 'passed',
    value: customers,
    limit,
    message: message(isFew ? 'rfm.check.few' : 'rfm.check.enough', { customers, quantiles, limit }),
  };
}

function moved({ compareTo, customers, obstacle }: Movement, { first }: Summary, quantiles: number): Check {
  const limit = FEWEST_PER_QUANTILE * quantiles;
  return {
    id: 'movement',
    status: obstacle ? 'warned' : 'passed',
    value: customers,
    limit,
    message: message(obstacle ? `rfm.check.movement.${obstacle}` : 'rfm.check.movement', {
      compareTo,
      customers,
      limit,
      first,
    }),
  };
}

function earned(revenue: number): Check {
  const key = revenue > 0 ? 'rfm.check.revenue' : 'rfm.check.noRevenue';
  return {
    id: 'revenue',
    status: revenue > 0 ? 'passed' : 'warned',
    value: revenue,
    limit: 0,
    message: message(key, { revenue }),
  };
}

/** Nobody can be seen to have bought after the log ends. */
function afterTheEnd({ lastOfAll }: Extent, asOf: string): Check[] {
  if (!lastOfAll || asOf <= addDays(lastOfAll, 1)) return [];
  return [{ id: 'after-the-data', status: 'warned', message: message('rfm.check.after', { asOf, last: lastOfAll }) }];
}

function unassigned({ rows, unassigned: without }: Extent): Check[] {
  if (without === 0) return [];
  const share = without / rows;
  return [
    {
      id: 'rows-without-customer',
      status: share > MOST_UNASSIGNED ? 'warned' : 'passed',
      value: share,
      limit: MOST_UNASSIGNED,
      message: message('rfm.check.unassigned', { rows: without, share }),
    },
  ];
}
