import { sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { within, type Range, type Scope } from './queries.ts';

/** How a line finds its order. */
export type LineKey = 'order' | 'customer-order' | 'customer-time';

function keyColumns(key: LineKey): Sql {
  return {
    order: sql`order_id`,
    'customer-order': sql`customer_id, order_id`,
    'customer-time': sql`customer_id, ordered_at`,
  }[key];
}

/**
 * Per product the units and the amount in two ranges, of lines that belong to a purchase. An order number that two
 * customers share says nothing of whose line it is: such lines are left out unless they name the customer.
 */
export function productsQuery(early: Range, late: Range, { where }: Scope, key: LineKey, hasProducts: boolean): Sql {
  const columns = keyColumns(key);
  const [isEarly, isLate] = [early, late].map((range) => within(sql`ordered_at`, range));
  const price = hasProducts ? sql`coalesce(i.unit_price, p.price)` : sql`i.unit_price`;
  const products = hasProducts ? sql`LEFT JOIN business.products AS p USING (product_id)` : sql``;
  return sql`
WITH sold AS (
  SELECT ${columns}, (${isEarly}) AS early, (${isLate}) AS late
  FROM business.purchases WHERE ((${isEarly}) OR (${isLate})) AND ${customerFilter(where)}
  QUALIFY count(*) OVER (PARTITION BY ${columns}) = 1
), lines AS (
  SELECT i.product_id, s.early, s.late, coalesce(i.quantity, 1) AS quantity,
         coalesce(i.amount, coalesce(i.quantity, 1) * ${price}) AS amount
  FROM business.order_items AS i JOIN sold AS s USING (${columns}) ${products}
)
SELECT coalesce(sum(quantity) FILTER (early), 0) AS "earlyQuantity", coalesce(sum(amount) FILTER (early), 0) AS "earlyAmount",
       coalesce(sum(quantity) FILTER (late), 0) AS "lateQuantity", coalesce(sum(amount) FILTER (late), 0) AS "lateAmount"
FROM lines WHERE amount IS NOT NULL GROUP BY product_id ORDER BY product_id`;
}
