import type { Period } from '../../core/periods.ts';
import { join, sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { periodStart } from '../../semantics/period-start.ts';

/** Days of the data, ISO. */
export interface Range {
  from: string;
  /** Exclusive. */
  to: string;
}

/** Whose data, and how it is cut. */
export interface Scope {
  period: Period;
  /** 1 = Monday … 7 = Sunday. */
  firstDayOfWeek: number;
  where?: string;
}

export function since(time: Sql, { from }: Range): Sql {
  return sql`${time} >= CAST(${from} AS TIMESTAMP)`;
}

export function before(time: Sql, { to }: Range): Sql {
  return sql`${time} < CAST(${to} AS TIMESTAMP)`;
}

export function within(time: Sql, range: Range): Sql {
  return sql`${since(time, range)} AND ${before(time, range)}`;
}

const orderedAt = sql`ordered_at`;

export interface Extent {
  /** First and last day of the log, ISO; null when it has no times. */
  first: string | null;
  last: string | null;
}

/** First and last day of the whole log. */
export const extentQuery: Sql = sql`
SELECT CAST(min(ordered_at) AS DATE) AS first, CAST(max(ordered_at) AS DATE) AS last FROM business.orders`;

/** Rows of a range, and those of them that have no customer. */
export function rowsQuery(range: Range): Sql {
  return sql`
SELECT count(*) AS rows, count(*) FILTER (customer_id IS NULL) AS unassigned,
       coalesce(sum(amount) FILTER (customer_id IS NULL), 0) AS "unassignedAmount"
FROM business.orders WHERE ${within(orderedAt, range)}`;
}

export interface Totals {
  customers: number;
  newCustomers: number;
  /** With at least two purchases by the end of the range, ever. */
  repeatCustomers: number;
  orders: number;
  /** What the purchases brought. */
  paid: number;
  /** What returns took away: zero or below. */
  returned: number;
}

/** Purchases, customers and returns of a range. */
export function totalsQuery(range: Range, { where }: Scope): Sql {
  const inside = since(orderedAt, range);
  return sql`
WITH known AS (
  SELECT customer_id, count(*) AS ever, count(*) FILTER (${inside}) AS orders,
         sum(amount) FILTER (${inside}) AS paid, min(ordered_at) AS came_at
  FROM business.purchases WHERE ${before(orderedAt, range)} AND ${customerFilter(where)} GROUP BY 1
)
SELECT count(*) AS customers, count(*) FILTER (${since(sql`came_at`, range)}) AS "newCustomers",
       count(*) FILTER (ever >= 2) AS "repeatCustomers", CAST(coalesce(sum(orders), 0) AS DOUBLE) AS orders,
       coalesce(sum(paid), 0) AS paid,
       (SELECT coalesce(sum(amount), 0) FROM business.returns
        WHERE ${within(orderedAt, range)} AND ${customerFilter(where)}) AS returned
FROM known WHERE orders > 0`;
}

export interface PeriodTotals extends Totals {
  /** First day of the period. */
  period: string;
  /** Customers who had also bought in the period before. */
  retained: number;
}

/** The same for each period of a range in which something happened, and who had also bought in the period before. */
export function trendQuery(range: Range, scope: Scope): Sql {
  const { where } = scope;
  const inside = since(orderedAt, range);
  const period = periodStart(orderedAt, scope);
  const previous = sql`CAST(period - ${stepOf(scope.period)} AS DATE)`;
  return sql`
WITH bought AS (
  SELECT customer_id, ${period} AS period, count(*) AS orders_ever, count(*) FILTER (${inside}) AS orders,
         sum(amount) FILTER (${inside}) AS paid, min(ordered_at) AS first_at
  FROM business.purchases WHERE ${before(orderedAt, range)} AND ${customerFilter(where)} GROUP BY 1, 2
), known AS (
  SELECT *, sum(orders_ever) OVER earlier AS so_far, lag(period) OVER earlier AS period_before
  FROM bought WINDOW earlier AS (PARTITION BY customer_id ORDER BY period)
), active AS (
  SELECT period, count(*) AS customers,
         count(*) FILTER (so_far = orders_ever AND ${since(sql`first_at`, range)}) AS "newCustomers",
         count(*) FILTER (so_far >= 2) AS "repeatCustomers",
         count(*) FILTER (period_before = ${previous}) AS retained,
         CAST(sum(orders) AS DOUBLE) AS orders, sum(paid) AS paid
  FROM known WHERE orders > 0 GROUP BY 1
), given_back AS (
  SELECT ${period} AS period, sum(amount) AS returned
  FROM business.returns WHERE ${within(orderedAt, range)} AND ${customerFilter(where)} GROUP BY 1
)
SELECT period, coalesce(customers, 0) AS customers, coalesce("newCustomers", 0) AS "newCustomers",
       coalesce("repeatCustomers", 0) AS "repeatCustomers", coalesce(retained, 0) AS retained,
       coalesce(orders, 0) AS orders, coalesce(paid, 0) AS paid, coalesce(returned, 0) AS returned
FROM active FULL JOIN given_back USING (period) ORDER BY period`;
}

function stepOf(period: Period): Sql {
  return { week: sql`INTERVAL 7 DAY`, month: sql`INTERVAL 1 MONTH`, quarter: sql`INTERVAL 3 MONTH` }[period];
}

/** Order lines whose amounts are added up. */
export function usedLines(ranges: readonly Range[], { where }: Scope): Sql {
  const times = ranges.map((range) => sql`(${within(orderedAt, range)})`);
  return sql`(${join(times, ' OR ')}) AND ${customerFilter(where)}`;
}
