import type { ExaminedColumn, ExaminedTable } from './examined.ts';

/** Where nothing is an answer: not closed yet, no coupon used, nothing written. */
const MAY_BE_EMPTY: Readonly<Record<string, readonly string[]>> = {
  orders: ['discount', 'coupon', 'status', 'margin'],
  events: ['session_id', 'product_id', 'value', 'page', 'channel', 'device'],
  touches: ['campaign', 'variant', 'format', 'cost', 'opened', 'clicked', 'converted'],
  conversations: ['closed_at', 'agent', 'text', 'csat', 'wait_seconds', 'handle_seconds', 'resolved_first_contact'],
  surveys: ['comment', 'customer_id'],
  leads: ['won_at', 'lost_at', 'amount', 'owner'],
  subscriptions: ['ended_at', 'renewed'],
  initiatives: ['ended_at', 'description', 'kind'],
  assignments: ['assigned_at'],
  journeys: ['value', 'nulls', 'separator'],
  costs: ['initiative', 'category', 'currency'],
  order_items: ['amount', 'unit_price', 'category'],
};

/** A column that is not needed is mentioned when this share of it is missing. */
export const MISSING_SHARE = 0.01;

/** Columns in which a missing value is one. Attributes may be about anything, so nothing is known of what they lack. */
export function columnsToFill(table: ExaminedTable): ExaminedColumn[] {
  const mayBeEmpty = MAY_BE_EMPTY[table.business] ?? [];
  return table.columns.filter(
    ({ name, isAttribute, isFixed }) => !isAttribute && !isFixed && !mayBeEmpty.includes(name),
  );
}
