import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { periodStart } from '../../semantics/period-start.ts';
import type { Period } from '../../core/periods.ts';

export interface Selection {
  period: Period;
  /** 1 = Monday … 7 = Sunday. */
  firstDayOfWeek: number;
  from?: string;
  /** Exclusive. */
  to?: string;
  where?: string;
}

/** A customer's group: an attribute of the customer, or of the first purchase. */
export type Grouping = { table: 'customers' | 'orders'; column: string };

/** Purchases that count, in the words of the parameters. `from` is about cohorts, not about purchases. */
function selected({ to, where }: Selection): Sql {
  const conditions = [customerFilter(where), ...(to ? [sql`ordered_at < CAST(${to} AS TIMESTAMP)`] : [])];
  return join(conditions, ' AND ');
}

/**
 * A row per cohort, group and period with activity: who bought, how many orders, and revenue with returns taken off. A
 * customer's cohort is the period of the first purchase in the whole log; returns from before it are of purchases that the
 * log does not have.
 */
export function cellsQuery(selection: Selection, grouping?: Grouping): Sql {
  const condition = selected(selection);
  const period = periodStart(sql`ordered_at`, selection);
  const [groups, group, groupJoin] = grouping
    ? [groupsQuery(grouping), sql`"group", `, sql` LEFT JOIN groups USING (customer_id)`]
    : [nothing, nothing, nothing];
  return sql`
WITH bought AS (
  SELECT customer_id, ${period} AS period, count(*) AS orders, sum(amount) AS revenue, min(ordered_at) AS first_at
  FROM business.purchases WHERE ${condition} GROUP BY 1, 2
), firsts AS (
  SELECT customer_id, min(period) AS cohort, min(first_at) AS came_at FROM bought GROUP BY 1
), returned AS (
  SELECT customer_id, ${period} AS period, 0 AS orders, sum(amount) AS revenue
  FROM business.returns JOIN firsts USING (customer_id) WHERE ordered_at >= came_at AND ${condition} GROUP BY 1, 2
), active AS (
  SELECT customer_id, period, orders, revenue FROM bought UNION ALL SELECT * FROM returned
)${groups}
SELECT cohort, period, ${group}CAST(count(*) FILTER (orders > 0) AS DOUBLE) AS customers,
       CAST(sum(orders) AS DOUBLE) AS orders, coalesce(sum(revenue), 0) AS revenue
FROM active JOIN firsts USING (customer_id)${groupJoin}${since(selection)}
GROUP BY ALL ORDER BY ALL`;
}

function since({ from }: Selection): Sql {
  return from ? sql` WHERE came_at >= CAST(${from} AS TIMESTAMP)` : nothing;
}

/** Of an order whose lines differ the first value in the alphabet; an order without a value is of an unknown group. */
function groupsQuery({ table, column }: Grouping): Sql {
  const value = sql`CAST(${identifier(column)} AS VARCHAR)`;
  if (table === 'customers') return sql`, groups AS (SELECT customer_id, ${value} AS "group" FROM business.customers)`;
  return sql`, first_orders AS (
  SELECT customer_id, min(ordered_at) AS ordered_at, arg_min_null(order_id, ordered_at) AS order_id
  FROM business.purchases GROUP BY 1
), groups AS (
  SELECT customer_id, min(${value}) AS "group"
  FROM business.orders AS o JOIN first_orders AS f USING (customer_id, ordered_at)
  WHERE o.order_id IS NOT DISTINCT FROM f.order_id GROUP BY 1
)`;
}

/** Lines of the customers of the cohorts, as far as the parameters let them be seen. */
export function usedLines(selection: Selection): Sql {
  const condition = selected(selection);
  if (!selection.from) return condition;
  return sql`${condition} AND customer_id IN (
    SELECT customer_id FROM (SELECT customer_id, min(ordered_at) AS came_at FROM business.purchases GROUP BY 1)${since(selection)})`;
}

/** What a customer can be grouped by: the columns of the customers, without a row. */
export const attributesQuery: Sql = sql`SELECT * FROM business.customers LIMIT 0`;

/** The log as far as the parameters let it be seen. */
export interface Extent {
  /** First and last day, ISO. */
  first: string;
  last: string;
  rows: number;
  unassigned: number;
}

/** Rows, first and last time of the log as far as the parameters let it be seen, and rows that have no customer. */
export function extentQuery({ to }: Selection): Sql {
  const seen = to ? sql`WHERE ordered_at < CAST(${to} AS TIMESTAMP)` : nothing;
  return sql`
SELECT CAST(min(ordered_at) AS DATE) AS first, CAST(max(ordered_at) AS DATE) AS last, count(*) AS rows,
       count(*) FILTER (customer_id IS NULL) AS unassigned
FROM business.orders ${seen}`;
}

/** Purchases and buyers under the condition. */
export function purchasesQuery(selection: Selection): Sql {
  return sql`
SELECT count(*) AS purchases, count(DISTINCT customer_id) AS customers FROM business.purchases WHERE ${selected(selection)}`;
}
