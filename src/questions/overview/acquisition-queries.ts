import { sql, type Sql } from '../../database/sql.ts';
import { plainCurrency } from '../../semantics/currencies.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { activityQuery } from '../../semantics/purchases.ts';
import { before, within, type Range, type Scope } from './queries.ts';

export interface MediaCosts {
  spent: number;
  rows: number;
  /** First and last day with a cost, ISO. */
  first: string | null;
  last: string | null;
  /** Days between a cost and the next, in the middle; null with fewer than two days. */
  gapDays: number | null;
}

/** Media costs of a range, without those of initiatives that are tried out on some customers. */
function mediaCosts(range: Range, hasAssignments: boolean): Sql {
  const tried = hasAssignments
    ? sql`AND (initiative IS NULL OR lower(trim(initiative)) NOT IN (
    SELECT lower(trim(initiative)) FROM business.assignments WHERE initiative IS NOT NULL))`
    : sql``;
  return sql`
SELECT occurred_on, amount, currency FROM business.costs
WHERE lower(trim(category)) = 'media' AND amount IS NOT NULL AND ${within(sql`occurred_on`, range)} ${tried}`;
}

/** What was spent on media in a range, and on which days. */
export function mediaCostsQuery(range: Range, hasAssignments: boolean): Sql {
  return sql`
WITH media AS (${mediaCosts(range, hasAssignments)}),
days AS (SELECT DISTINCT CAST(occurred_on AS DATE) AS day FROM media),
gaps AS (SELECT date_diff('day', lag(day) OVER (ORDER BY day), day) AS gap FROM days)
SELECT coalesce(sum(amount), 0) AS spent, count(*) AS rows, CAST(min(occurred_on) AS DATE) AS first,
       CAST(max(occurred_on) AS DATE) AS last, (SELECT median(gap) FROM gaps) AS "gapDays"
FROM media`;
}

/** Currencies of those costs. */
export function costCurrenciesQuery(range: Range, hasAssignments: boolean): Sql {
  return sql`
SELECT DISTINCT ${plainCurrency} AS currency FROM (${mediaCosts(range, hasAssignments)})
WHERE ${plainCurrency} IS NOT NULL ORDER BY 1 LIMIT 10`;
}

/** Of what customers brought in their first 365 days. */
export interface FirstYear {
  customers: number;
  mean: number | null;
  deviation: number | null;
  skewness: number | null;
  /** Purchases without a margin, of all that count. */
  withoutMargin: number;
  orders: number;
}

/** Customers whose first 365 days lie before the end of the range, and what each of them brought in these days. */
export function firstYearQuery(range: Range, { where }: Scope, byMargin: boolean): Sql {
  const value = byMargin ? sql`coalesce(margin, 0)` : sql`amount`;
  const seen = sql`${before(sql`ordered_at`, range)} AND ${customerFilter(where)}`;
  return sql`
WITH came AS (
  SELECT customer_id, min(ordered_at) AS came_at FROM business.purchases WHERE ${seen} GROUP BY 1
), seen_a_year AS (
  SELECT * FROM came WHERE came_at + INTERVAL 365 DAY <= CAST(${range.to} AS TIMESTAMP)
), brought AS (
  SELECT customer_id, sum(${value}) AS value, sum(purchases) AS orders,
         sum(purchases) FILTER (margin IS NULL) AS without_margin
  FROM (${activityQuery})
  JOIN seen_a_year USING (customer_id)
  WHERE ordered_at >= came_at AND ordered_at < came_at + INTERVAL 365 DAY GROUP BY 1
)
SELECT count(*) AS customers, avg(value) AS mean, stddev_samp(value) AS deviation, skewness(value) AS skewness,
       CAST(coalesce(sum(without_margin), 0) AS DOUBLE) AS "withoutMargin",
       CAST(coalesce(sum(orders), 0) AS DOUBLE) AS orders
FROM brought`;
}
