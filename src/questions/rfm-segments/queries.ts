import { join, sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';
import { NOT_YET } from './question.ts';
import { segmentRules } from './segment-grid.ts';

export interface Selection {
  from?: string;
  where?: string;
}

/** Who is looked at, and how finely. What counts is before `asOf`. */
export interface Scoring extends Selection {
  asOf: string;
  quantiles: number;
}

/** The whole log, and the part of it that is read. */
export interface Extent {
  /** ISO; null for a log without times. */
  lastOfAll: string | null;
  /** Last day before `before`. */
  last: string | null;
  rows: number;
  unassigned: number;
}

const since = ({ from }: Selection): Sql =>
  from === undefined ? sql`true` : sql`ordered_at >= CAST(${from} AS TIMESTAMP)`;
const earlier = (day: string | undefined): Sql =>
  day === undefined ? sql`true` : sql`ordered_at < CAST(${day} AS TIMESTAMP)`;

/** Rows that are read, rows of these without a customer, and the last days. */
export function extentQuery(selection: Selection, before: string | undefined): Sql {
  const seen = sql`${since(selection)} AND ${earlier(before)}`;
  return sql`
SELECT CAST(max(ordered_at) AS DATE) AS "lastOfAll", CAST(max(ordered_at) FILTER (${earlier(before)}) AS DATE) AS last,
       count(*) FILTER (${seen}) AS rows, count(*) FILTER (${seen} AND customer_id IS NULL) AS unassigned
FROM business.orders`;
}

/** Order lines whose amounts are added up. */
export function usedLines({ asOf, ...selection }: Scoring): Sql {
  return sql`${since(selection)} AND ${earlier(asOf)} AND ${customerFilter(selection.where)}`;
}

function bought(scoring: Scoring): Sql {
  return sql`SELECT customer_id, min(ordered_at) AS came_at, max(ordered_at) AS last_at, count(*) AS frequency, sum(amount) AS paid
  FROM business.purchases WHERE ${usedLines(scoring)} GROUP BY customer_id`;
}

export interface Summary {
  customers: number;
  purchases: number;
  /** ISO; null without purchases. */
  first: string | null;
  last: string | null;
  /** Different days of the customers' last purchases. */
  lastDays: number;
  commonFrequency: number | null;
  /** Customers who bought that often. */
  sameFrequency: number;
}

/** What has to be known before customers are scored. Of frequencies that are equally common the lowest. */
export function summaryQuery(scoring: Scoring): Sql {
  return sql`
WITH bought AS (
  ${bought(scoring)}
), frequencies AS (
  SELECT frequency, count(*) AS customers FROM bought GROUP BY frequency ORDER BY customers DESC, frequency LIMIT 1
)
SELECT count(*) AS customers, CAST(coalesce(sum(frequency), 0) AS BIGINT) AS purchases,
       CAST(min(came_at) AS DATE) AS first, CAST(max(last_at) AS DATE) AS last,
       count(DISTINCT CAST(last_at AS DATE)) AS "lastDays",
       (SELECT frequency FROM frequencies) AS "commonFrequency",
       coalesce((SELECT customers FROM frequencies), 0) AS "sameFrequency"
FROM bought`;
}

/** One more than the share of customers who do worse, in steps of 1 / quantiles: equal values, equal scores. */
function score(ascending: Sql, quantiles: number): Sql {
  return sql`1 + (${quantiles} * (rank() OVER (ORDER BY ${ascending}) - 1)) // count(*) OVER ()`;
}

/**
 * One row per customer with the measures, the scores from 1 to `quantiles`, the place in the grid and the segment. Returns
 * since the first purchase are taken off. Amounts are rounded to a millionth, so that equal sums are equal.
 */
function assigned(scoring: Scoring): Sql {
  const { asOf, quantiles } = scoring;
  const rules = segmentRules(quantiles).map(
    ({ r, sum, gridRecency, gridFrequencyAndMoney, segment }) =>
      sql`(${r}, ${sum}, ${gridRecency}, ${gridFrequencyAndMoney}, ${segment})`,
  );
  return sql`
WITH bought AS (
  ${bought(scoring)}
), returned AS (
  SELECT customer_id, sum(amount) AS amount FROM business.returns JOIN bought USING (customer_id)
  WHERE ordered_at >= came_at AND ${usedLines(scoring)} GROUP BY customer_id
), measured AS (
  SELECT customer_id, date_diff('day', CAST(last_at AS DATE), CAST(${asOf} AS DATE)) AS recency_days, frequency,
         round(paid + coalesce(returned.amount, 0), 6) AS monetary
  FROM bought LEFT JOIN returned USING (customer_id)
), scored AS (
  SELECT *, ${score(sql`recency_days DESC`, quantiles)} AS r, ${score(sql`frequency`, quantiles)} AS f,
         ${score(sql`monetary`, quantiles)} AS m
  FROM measured
), rules (r, f_and_m, grid_r, grid_fm, segment) AS (
  VALUES ${join(rules)}
)
SELECT customer_id, recency_days, frequency, monetary, scored.r, f, m, grid_r, grid_fm, segment
FROM scored JOIN rules ON scored.r = rules.r AND f + m = f_and_m`;
}

/** A row per segment (without a place in the grid) and per occupied place. */
export interface Group {
  r: number | null;
  fm: number | null;
  segment: string;
  customers: number;
  revenue: number;
  medianRecencyDays: number;
  meanFrequency: number;
  meanMonetary: number;
}

export function groupsQuery(scoring: Scoring): Sql {
  return sql`
SELECT grid_r AS r, grid_fm AS fm, segment, count(*) AS customers, sum(monetary) AS revenue,
       CAST(median(recency_days) AS DOUBLE) AS "medianRecencyDays", avg(frequency) AS "meanFrequency",
       avg(monetary) AS "meanMonetary"
FROM (${assigned(scoring)})
GROUP BY GROUPING SETS ((segment), (grid_r, grid_fm, segment))
ORDER BY ALL`;
}

/** Every customer, those who brought most first. */
export function customersQuery(scoring: Scoring): Sql {
  const separator = scoring.quantiles > 9 ? '-' : '';
  return sql`
SELECT customer_id, segment, r, f, m, concat_ws(${separator}, r, f, m) AS score, recency_days, frequency, monetary
FROM (${assigned(scoring)})
ORDER BY monetary DESC, customer_id`;
}

/** Customers by their segment at the earlier date and now, each date scored among its own customers. */
export function movementQuery(scoring: Scoring, compareTo: string): Sql {
  return sql`
SELECT coalesce(earlier.segment, ${NOT_YET}) AS from_segment, later.segment AS to_segment, count(*) AS customers
FROM (${assigned(scoring)}) AS later
LEFT JOIN (${assigned({ ...scoring, asOf: compareTo })}) AS earlier USING (customer_id)
GROUP BY ALL ORDER BY ALL`;
}
