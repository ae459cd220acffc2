/** One column of a business table. Types are DuckDB's. */
export interface BusinessColumn {
  name: string;
  type: 'VARCHAR' | 'TIMESTAMP' | 'DOUBLE' | 'BOOLEAN';
  /** Needed for the table to exist. */
  required?: true;
}

const text = (name: string): BusinessColumn => ({ name, type: 'VARCHAR' });
const time = (name: string): BusinessColumn => ({ name, type: 'TIMESTAMP' });
const amount = (name: string): BusinessColumn => ({ name, type: 'DOUBLE' });
const flag = (name: string): BusinessColumn => ({ name, type: 'BOOLEAN' });
const needed = (column: BusinessColumn): BusinessColumn => ({ ...column, required: true });

/**
 * The tables of the business that every query reads, as views over the raw tables. `attributes`: columns of the raw
 * table that the mapping does not name come along under their own names.
 */
export const businessTables = {
  customers: {
    attributes: true,
    columns: [
      needed(text('customer_id')),
      time('joined_at'),
      ...['name', 'email'].map(text),
      time('birth_date'),
      ...['gender', 'country', 'region', 'city', 'segment', 'channel'].map(text),
    ],
  },
  orders: {
    attributes: false,
    columns: [
      needed(text('customer_id')),
      needed(time('ordered_at')),
      needed(amount('amount')),
      text('order_id'),
      ...['margin', 'discount'].map(amount),
      ...['currency', 'channel', 'store', 'status', 'coupon'].map(text),
    ],
  },
  order_items: {
    attributes: false,
    columns: [
      text('order_id'),
      text('customer_id'),
      time('ordered_at'),
      needed(text('product_id')),
      ...['quantity', 'unit_price', 'amount'].map(amount),
      text('category'),
    ],
  },
  products: {
    attributes: false,
    columns: [needed(text('product_id')), ...['name', 'category'].map(text), ...['price', 'cost'].map(amount)],
  },
  events: {
    attributes: false,
    columns: [
      needed(text('customer_id')),
      needed(time('occurred_at')),
      needed(text('event')),
      ...['session_id', 'channel', 'device', 'page', 'product_id'].map(text),
      amount('value'),
    ],
  },
  touches: {
    attributes: false,
    columns: [
      needed(text('customer_id')),
      needed(time('occurred_at')),
      needed(text('channel')),
      ...['campaign', 'variant', 'format'].map(text),
      amount('cost'),
      ...['opened', 'clicked', 'converted'].map(flag),
    ],
  },
  conversations: {
    attributes: false,
    columns: [
      needed(text('customer_id')),
      needed(time('opened_at')),
      text('conversation_id'),
      time('closed_at'),
      ...['channel', 'handled_by', 'agent'].map(text),
      amount('contacts'),
      flag('resolved_first_contact'),
      ...['wait_seconds', 'handle_seconds'].map(amount),
      text('text'),
      amount('csat'),
    ],
  },
  surveys: {
    attributes: false,
    columns: [
      text('customer_id'),
      needed(time('answered_at')),
      needed(text('kind')),
      needed(amount('score')),
      text('comment'),
    ],
  },
  leads: {
    attributes: true,
    columns: [
      needed(text('lead_id')),
      needed(time('created_at')),
      ...['source', 'stage'].map(text),
      ...['won_at', 'lost_at'].map(time),
      amount('amount'),
      text('owner'),
    ],
  },
  subscriptions: {
    attributes: false,
    columns: [
      needed(text('customer_id')),
      needed(time('started_at')),
      time('ended_at'),
      text('plan'),
      amount('monthly_amount'),
      flag('renewed'),
    ],
  },
  labels: { attributes: true, columns: [text('customer_id'), needed(text('label'))] },
  initiatives: {
    attributes: false,
    columns: [
      needed(text('initiative')),
      needed(time('started_at')),
      time('ended_at'),
      ...['description', 'kind'].map(text),
    ],
  },
  assignments: {
    attributes: true,
    columns: [needed(text('initiative')), needed(text('variant')), text('customer_id'), time('assigned_at')],
  },
  journeys: {
    attributes: false,
    columns: [needed(text('path')), text('separator'), needed(amount('conversions')), amount('value'), amount('nulls')],
  },
  costs: {
    attributes: false,
    columns: [
      needed(time('occurred_on')),
      needed(amount('amount')),
      ...['initiative', 'category', 'currency'].map(text),
    ],
  },
  series: {
    attributes: false,
    columns: [needed(time('period')), text('unit'), needed(text('metric')), needed(amount('value'))],
  },
} as const satisfies Record<string, { attributes: boolean; columns: readonly BusinessColumn[] }>;

export type BusinessTable = keyof typeof businessTables;

export const businessTableNames = Object.keys(businessTables) as BusinessTable[];
