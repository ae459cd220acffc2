import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import type { Period } from './question.ts';

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

/** First day of the period that a time lies in. */
export function periodStart(time: Sql, { period, firstDayOfWeek }: Pick<Selection, 'period' | 'firstDayOfWeek'>): Sql {
  switch (period) {
    case 'week': {
      const day = sql`CAST(${time} AS DATE)`;
      return sql`${day} - CAST((isodow(${day}) - ${firstDayOfWeek} + 7) % 7 AS INTEGER)`;
    }
    case 'month':
      return sql`CAST(date_trunc('month', ${time}) AS DATE)`;
    case 'quarter':
      return sql`CAST(date_trunc('quarter', ${time}) AS DATE)`;
  }
}

/** Purchases that count, in the words of the parameters. `from` is about cohorts, not about purchases. */
function selected({ to, where }: Selection): Sql {
  const conditions = [customerFilter(where), ...(to ? [sql`ordered_at < CAST(${to} AS TIMESTAMP)`] : [])];
  return join(conditions, ' AND ');
}

/**
 * A row per cohort, group and period with activity: who bought, how many orders, and revenue with returns taken off. A
 * customer's cohort is the period of the first purchase in the whole log.
 */
export function cellsQuery(selection: Selection, grouping?: Grouping): Sql {
  const { from } = selection;
  const condition = selected(selection);
  const kept = from ? sql` AND came_at >= CAST(${from} AS TIMESTAMP)` : nothing;
  const [groups, group, groupJoin] = grouping
    ? [groupsQuery(grouping), sql`"group", `, sql` LEFT JOIN groups USING (customer_id)`]
    : [nothing, nothing, nothing];
  return sql`
WITH movements AS (
  SELECT customer_id, ordered_at, amount, 1 AS purchase FROM business.purchases WHERE ${condition}
  UNION ALL
  SELECT customer_id, ordered_at, amount, 0 AS purchase FROM business.returns WHERE ${condition}
), active AS (
  SELECT customer_id, ${periodStart(sql`ordered_at`, selection)} AS period, sum(purchase) AS orders, sum(amount) AS revenue,
         min(ordered_at) FILTER (purchase = 1) AS first_at
  FROM movements GROUP BY 1, 2
), firsts AS (
  SELECT customer_id, min(period) AS cohort, min(first_at) AS came_at FROM active WHERE orders > 0 GROUP BY 1
)${groups}
SELECT cohort, period, ${group}CAST(count(*) FILTER (orders > 0) AS DOUBLE) AS customers,
       CAST(sum(orders) AS DOUBLE) AS orders, sum(revenue) AS revenue
FROM active JOIN firsts USING (customer_id)${groupJoin}
WHERE period >= cohort${kept}
GROUP BY ALL ORDER BY ALL`;
}

function groupsQuery({ table, column }: Grouping): Sql {
  const value = sql`CAST(${identifier(column)} AS VARCHAR)`;
  if (table === 'customers') return sql`, groups AS (SELECT customer_id, ${value} AS "group" FROM business.customers)`;
  return sql`, groups AS (SELECT customer_id, arg_min(${value}, ordered_at) AS "group" FROM business.orders WHERE amount >= 0 GROUP BY 1)`;
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
