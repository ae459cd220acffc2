import { AppError } from '../../core/errors.ts';
import type { Database } from '../../database/database.ts';
import type { Mapping } from '../../semantics/mapping.ts';
import type { Activity } from './cohorts.ts';
import { OTHER_GROUPS } from './question.ts';
import { attributesQuery, type Grouping } from './queries.ts';

const OF_ORDERS = ['channel', 'store', 'coupon', 'currency'];

/**
 * What `groupBy` names: a column of the customers, or the channel, store, coupon or currency of the first purchase.
 * @throws AppError `parameter-invalid`, naming what there is.
 */
export async function findGrouping(
  database: Database,
  mapping: Mapping,
  groupBy: string | undefined,
): Promise<Grouping | undefined> {
  if (!groupBy?.trim()) return undefined;
  const ofCustomers = mapping.customers ? (await database.table(attributesQuery)).columns.map(({ name }) => name) : [];
  const attributes = ofCustomers.filter((name) => name !== 'customer_id');
  const ofOrders = OF_ORDERS.filter((name) => mapping.orders && name in mapping.orders.columns);
  if (attributes.includes(groupBy)) return { table: 'customers', column: groupBy };
  if (ofOrders.includes(groupBy)) return { table: 'orders', column: groupBy };
  const expected = [...new Set([...attributes, ...ofOrders])].join(' | ') || '–';
  throw new AppError('parameter-invalid', { parameter: 'groupBy', value: groupBy, expected });
}

/** A chart holds no more lines than this. */
export const MOST_GROUPS = 5;

/** The same activity with small groups put together. */
export function mergeSmallGroups(activity: readonly Activity[]): Activity[] {
  const sizes = new Map<string | null | undefined, number>();
  for (const { group, cohort, period, customers } of activity) {
    if (cohort === period) sizes.set(group, (sizes.get(group) ?? 0) + customers);
  }
  if (sizes.size <= MOST_GROUPS) return [...activity];
  const largest = [...sizes].sort((a, b) => b[1] - a[1] || String(a[0]).localeCompare(String(b[0])));
  const kept = new Set(largest.slice(0, MOST_GROUPS - 1).map(([group]) => group));
  return sumActivity(activity.map((row) => (kept.has(row.group) ? row : { ...row, group: OTHER_GROUPS })));
}

/** The same activity whatever the group. */
export function withoutGroups(activity: readonly Activity[]): Activity[] {
  return sumActivity(
    activity.map(({ cohort, period, customers, orders, revenue }) => ({ cohort, period, customers, orders, revenue })),
  );
}

function sumActivity(activity: readonly Activity[]): Activity[] {
  const sums = new Map<string, Activity>();
  for (const row of activity) {
    const id = JSON.stringify([row.cohort, row.period, row.group]);
    const sum = sums.get(id);
    if (!sum) sums.set(id, { ...row });
    else {
      sum.customers += row.customers;
      sum.orders += row.orders;
      sum.revenue += row.revenue;
    }
  }
  return [...sums.values()];
}
