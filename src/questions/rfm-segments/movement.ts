import type { Json } from '../../core/json.ts';
import type { Summary } from './queries.ts';

/** With fewer customers per quantile than this there is nothing to rank. */
export const FEWEST_PER_QUANTILE = 2;

export type MovementObstacle = 'notBefore' | 'noCustomers' | 'fewCustomers' | 'oneDay';

export interface Movement {
  compareTo: string;
  /** Customers at the earlier date. */
  customers: number;
  /** Why there is nothing to compare with. */
  obstacle?: MovementObstacle;
}

/** Whether customers can be scored at an earlier date too; `before` is not read when that date is not earlier. */
export function movementOf(
  { asOf, compareTo, quantiles }: { asOf: string; compareTo: string; quantiles: number },
  before: Summary | undefined,
): Movement {
  if (compareTo >= asOf || !before) return { compareTo, customers: 0, obstacle: 'notBefore' };
  const { customers, lastDays } = before;
  if (customers === 0) return { compareTo, customers, obstacle: 'noCustomers' };
  if (customers < FEWEST_PER_QUANTILE * quantiles) return { compareTo, customers, obstacle: 'fewCustomers' };
  if (lastDays < 2) return { compareTo, customers, obstacle: 'oneDay' };
  return { compareTo, customers };
}

/** The parameter as used: null where it had no use. */
export function comparedTo({ compareTo, obstacle }: Movement): Json {
  return obstacle ? null : compareTo;
}
