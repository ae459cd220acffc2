import type { Database } from '../database/database.ts';
import { join, sql, type Sql } from '../database/sql.ts';
import { multipliesColumns } from './expression.ts';
import type { ResolvedColumn, ResolvedTable } from './resolve-table.ts';
import { rowsOf } from './views.ts';

/** How one order log tells orders, cancellations and gifts apart; found in the data when the mapping is applied. */
export interface OrderRules {
  /** Order ids that start with C belong to cancellations, as in Online Retail. */
  cancelledByPrefix: boolean;
  /**
   * The amount is a price times a quantity: a line for which that is zero was given away or corrects the stock. It
   * sold nothing, so it has no amount; an order of such lines alone has no total and is no purchase. (A total that the
   * file itself states as zero is a purchase.)
   */
  zeroIsNoSale: boolean;
  /** Several rows can be one order. */
  grouped: boolean;
  hasOrderId: boolean;
  hasStatus: boolean;
}

/** Beginnings of status words of orders that did not come about, in English, Spanish and Portuguese; without accents. */
export const CANCELLED_STATUS = [
  ...['cancel', 'void', 'refund', 'return', 'reject', 'declin', 'fail', 'chargeback', 'abort'],
  ...['anulad', 'devuelt', 'devoluci', 'reembols', 'rechazad', 'fallid', 'impagad', 'abono'],
  ...['devolvid', 'devoluca', 'estorn', 'recusad', 'falhou', 'falhad'],
];

const PREFIX = '^[Cc][0-9]+$';

export function isCancelled({ cancelledByPrefix, hasStatus }: OrderRules): Sql {
  const byStatus = sql`coalesce(regexp_matches(strip_accents(lower(trim(status))), ${`^(${CANCELLED_STATUS.join('|')})`}), false)`;
  const byPrefix = sql`coalesce(regexp_matches(order_id, ${PREFIX}), false)`;
  const signs = [...(hasStatus ? [byStatus] : []), ...(cancelledByPrefix ? [byPrefix] : [])];
  return signs.length > 0 ? join(signs, ' OR ') : sql`false`;
}

/** One row per order line that has a customer and a time. A cancelled line can take revenue away, never bring it. */
export function linesQuery(orders: Sql, rules: OrderRules): Sql {
  const amount = rules.zeroIsNoSale ? sql`nullif(amount, 0)` : sql`amount`;
  return sql`
    SELECT customer_id, ordered_at, order_id, margin, cancelled,
           CASE WHEN cancelled THEN least(${amount}, 0) ELSE ${amount} END AS amount
    FROM (SELECT *, ${isCancelled(rules)} AS cancelled FROM ${orders})
    WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL`;
}

/**
 * One row per order: lines with the same order id, or without one the same customer and time. Totals are rounded to a
 * millionth, so that lines which cancel out are zero and not a trace below it.
 */
export function orderTotalsQuery(orders: Sql, rules: OrderRules): Sql {
  const lines = linesQuery(orders, rules);
  if (!rules.grouped) {
    return sql`SELECT customer_id, ordered_at, amount, order_id, margin, CAST(1 AS BIGINT) AS items, cancelled FROM (${lines})`;
  }
  return sql`
    SELECT customer_id, min(ordered_at) AS ordered_at, round(sum(amount), 6) AS amount, ${rules.hasOrderId ? sql`order_id` : sql`CAST(NULL AS VARCHAR) AS order_id`},
           sum(margin) AS margin, count(*) AS items, bool_and(cancelled) AS cancelled
    FROM (${lines})
    GROUP BY ${orderKey(rules)}`;
}

/** What rows of one order have in common. */
function orderKey({ hasOrderId }: Pick<OrderRules, 'hasOrderId'>): Sql {
  return hasOrderId
    ? sql`customer_id, order_id, CASE WHEN order_id IS NULL THEN ordered_at END`
    : sql`customer_id, ordered_at`;
}

const COLUMNS = sql`customer_id, ordered_at, amount, order_id, margin, items`;

/** A purchase is an order with a total of zero or more that is not cancelled. */
export function purchasesQuery(totals: Sql): Sql {
  return sql`SELECT ${COLUMNS} FROM ${totals} WHERE amount >= 0 AND NOT cancelled`;
}

/** Orders that reduce revenue and never create activity. */
export function returnsQuery(totals: Sql): Sql {
  return sql`SELECT ${COLUMNS} FROM ${totals} WHERE amount < 0 OR cancelled`;
}

/**
 * Purchases (`purchases` 1) and returns (0). A return takes away the margin that it names and never brings any; that of
 * an order which did not come about was not earned.
 */
export const activityQuery: Sql = sql`
  SELECT customer_id, ordered_at, amount, margin, 1 AS purchases FROM business.purchases
  UNION ALL
  SELECT customer_id, ordered_at, amount, CASE WHEN amount < 0 THEN least(margin, 0) END, 0 FROM business.returns`;

/** Most order logs show their habits in their first rows. */
const FIRST_ROWS = 100_000;

/** Shares from which an order id's C says “cancelled”: how many of its rows take money away, and how many ids are numbers otherwise. */
const PREFIX_NEGATIVE_SHARE = 0.9;
const PLAIN_IDS_SHARE = 0.9;

export async function findOrderRules(database: Database, orders: Sql, table: ResolvedTable): Promise<OrderRules> {
  const amount = table.columns.find(({ name }) => name === 'amount')!.source;
  const columns = table.raw.columns.map(({ name }) => name);
  const zeroIsNoSale =
    typeof amount === 'object' && 'expression' in amount && multipliesColumns(amount.expression, columns);
  const mapped = (name: string) => table.columns.some((column) => column.name === name);
  const hasOrderId = mapped('order_id');
  return {
    cancelledByPrefix: hasOrderId && (await findPrefix(database, orders)),
    zeroIsNoSale,
    grouped: await isGrouped(database, orders, table),
    hasOrderId,
    hasStatus: mapped('status'),
  };
}

async function findPrefix(database: Database, orders: Sql): Promise<boolean> {
  const [seen] = await database.rows<{ marked: number; negative: number; others: number; plain: number }>(sql`
    SELECT count(*) FILTER (marked) AS marked, count(*) FILTER (marked AND amount <= 0) AS negative,
           count(*) FILTER (NOT marked) AS others,
           count(*) FILTER (NOT marked AND regexp_matches(order_id, '^[0-9]+$')) AS plain
    FROM (SELECT order_id, amount, regexp_matches(order_id, ${PREFIX}) AS marked
          FROM (SELECT order_id, amount FROM ${orders} WHERE order_id IS NOT NULL LIMIT ${FIRST_ROWS}))`);
  return (
    seen.marked > 0 &&
    seen.others > seen.marked &&
    seen.negative >= PREFIX_NEGATIVE_SHARE * seen.marked &&
    seen.plain >= PLAIN_IDS_SHARE * seen.others
  );
}

/**
 * Whether several rows can be one order. Only a log that does not show it in its first rows is read to its end, and
 * there an order number that never comes back is enough.
 */
async function isGrouped(database: Database, orders: Sql, table: ResolvedTable): Promise<boolean> {
  const { people } = table;
  const column = (name: string) => table.columns.find((candidate) => candidate.name === name);
  const orderId = column('order_id');
  const hasOrderId = orderId !== undefined;
  const [{ several }] = await database.rows<{ several: boolean }>(sql`
    SELECT count(*) < coalesce(sum(lines), 0) AS several
    FROM (SELECT count(*) AS lines FROM (SELECT * FROM ${orders} LIMIT ${FIRST_ROWS})
          WHERE customer_id IS NOT NULL AND ordered_at IS NOT NULL GROUP BY ${orderKey({ hasOrderId })})`);
  if (several) return true;
  const key = orderId
    ? plainest(orderId)
    : join([people ? column('customer_id')!.sql : plainest(column('customer_id')!), plainest(column('ordered_at')!)]);
  const [{ repeated }] = await database.rows<{ repeated: boolean }>(sql`
    SELECT count(*) > count(DISTINCT ${orderId ? key : sql`(${key})`}) AS repeated FROM ${rowsOf(people ? table : { ...table, rows: undefined })}`);
  return repeated;
}

/** Numbers and times are compared as they are: faster than as text, and no two of them read the same. */
function plainest({ rawType, value, sql: read }: ResolvedColumn): Sql {
  return rawType === 'VARCHAR' || rawType === 'DOUBLE' ? read : value;
}
