import type { SimulatedSample } from '../sample.ts';

/** Columns that have the name of what they are; `business: file` where they have another. */
function roles(table: string, same: string, others: Record<string, string> = {}) {
  return { table, columns: { ...Object.fromEntries(same.split(' ').map((name) => [name, name])), ...others } };
}

/** Which file of the shop plays which role. */
export const mapping: SimulatedSample['mapping'] = {
  customers: roles('customers', 'customer_id joined_at name email birth_date gender country city segment channel'),
  orders: roles('orders', 'order_id customer_id ordered_at amount margin discount currency channel coupon'),
  order_items: roles('order_items', 'order_id product_id quantity unit_price amount category'),
  products: roles('products', 'product_id name category price cost'),
  events: roles('events', 'customer_id occurred_at event session_id channel device product_id'),
  touches: roles('touches', 'customer_id occurred_at channel campaign format cost opened clicked converted', {
    variant: 'made_by',
  }),
  conversations: roles(
    'conversations',
    'customer_id opened_at conversation_id closed_at channel handled_by contacts resolved_first_contact wait_seconds handle_seconds text csat',
  ),
  surveys: roles('surveys', 'customer_id answered_at kind score comment'),
  subscriptions: roles('subscriptions', 'customer_id started_at ended_at plan monthly_amount renewed'),
  initiatives: roles('initiatives', 'initiative started_at ended_at description kind'),
  assignments: roles('assignments', 'initiative variant customer_id assigned_at'),
  costs: roles('costs', 'occurred_on amount initiative category currency'),
};
