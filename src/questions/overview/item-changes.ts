import type { Row } from '../../core/json.ts';
import type { Database } from '../../database/database.ts';
import type { Mapping } from '../../semantics/mapping.ts';
import { decomposeAverageOrder, type AverageOrderChange, type Basket } from './average-order.ts';
import { productsQuery, type LineKey } from './item-queries.ts';
import type { Range, Scope, Totals } from './queries.ts';

/** Where lines add up to less than half or more than twice what orders bring, they say nothing about the average order. */
export const LEAST_EXPLAINED = 0.5;
export const MOST_EXPLAINED = 2;
/** Per order, relative to the average order: less than this is rounding. */
const ROUNDING = 1e-9;

export interface RangeTotals extends Pick<Totals, 'orders' | 'paid'> {
  range: Range;
}

/** Why the average order changed, as far as the lines of the orders tell. */
export interface ItemChanges {
  early: RangeTotals;
  late: RangeTotals;
  /** What the lines add up to, relative to the orders. */
  explained: { early: number; late: number };
  /** Undefined where the lines explain too little or too much. */
  change?: AverageOrderChange;
}

/** Undefined where no lines are mapped, nothing ties them to orders, or a range has no purchases. */
export async function readItemChanges(
  { database, mapping, signal }: { database: Database; mapping: Mapping; signal: AbortSignal },
  early: RangeTotals,
  late: RangeTotals,
  scope: Scope,
): Promise<ItemChanges | undefined> {
  const key = lineKey(mapping);
  if (!key || early.paid <= 0 || late.paid <= 0) return undefined;
  const query = productsQuery(early.range, late.range, scope, key, mapping.products?.columns.price !== undefined);
  const columns = await database.numbers(query, { signal });
  const [before, after]: [Basket, Basket] = [
    { ...early, quantities: columns.earlyQuantity, amounts: columns.earlyAmount },
    { ...late, quantities: columns.lateQuantity, amounts: columns.lateAmount },
  ];
  const explained = { early: sum(columns.earlyAmount) / early.paid, late: sum(columns.lateAmount) / late.paid };
  const isUsable = [explained.early, explained.late].every(
    (share) => share >= LEAST_EXPLAINED && share <= MOST_EXPLAINED,
  );
  const change = isUsable ? decomposeAverageOrder(before, after) : undefined;
  return { early, late, explained, ...(change ? { change } : {}) };
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

function lineKey({ orders, order_items: items }: Mapping): LineKey | undefined {
  if (!orders || !items) return undefined;
  const has = (column: string): boolean => items.columns[column] !== undefined;
  if (has('order_id') && orders.columns.order_id !== undefined) return has('customer_id') ? 'customer-order' : 'order';
  return has('customer_id') && has('ordered_at') ? 'customer-time' : undefined;
}

/** The table `averageOrder`: contributions add up to the change of the average order. */
export function averageOrderRows({ early, late, change }: ItemChanges): Row[] {
  if (!change) return [];
  const average = late.paid / late.orders;
  const shared = {
    averageOrder: average,
    averageOrderBefore: early.paid / early.orders,
    ...{ from: late.range.from, to: late.range.to },
    ...{ beforeFrom: early.range.from, beforeTo: early.range.to },
  };
  const row = (component: 'items' | 'price' | 'mix' | 'other', pair?: [number, number]): Row => ({
    component,
    contribution: change[component],
    before: pair?.[0] ?? null,
    after: pair?.[1] ?? null,
    ...shared,
  });
  const hasOther = change.otherPerOrder.some((other) => Math.abs(other) > ROUNDING * average);
  return [
    row('items', change.unitsPerOrder),
    row('price', change.pricePerUnit),
    row('mix'),
    ...(hasOther ? [row('other', change.otherPerOrder)] : []),
  ];
}
