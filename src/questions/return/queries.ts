import { identifier, join, nothing, sql, type Sql } from '../../database/sql.ts';
import { DAYS_PER_YEAR } from '../../core/time.ts';
import { linesOfAssigned } from '../../semantics/follow-up.ts';
import { activityQuery } from '../../semantics/purchases.ts';
import type { Slices } from './slices.ts';

/** How often a purchase of assigned customers comes with its margin. */
export function knownMarginQuery(assigned: Sql): Sql {
  return sql`
SELECT count(*) AS purchases, count(margin) AS known FROM business.purchases WHERE ${linesOfAssigned(assigned)}`;
}

/** What of a customer is averaged over a group, in this order; then the margin slice by slice. */
export const FIRST_COLUMNS = ['active', 'orders', 'margin', 'before', 'capped', 'discounted'] as const;

/** What a payment is worth on the first day, at an annual rate. */
export interface Discount {
  /** ISO date. */
  start: string;
  rateAnnual: number;
}

interface Window {
  windowDays: number;
  slices: Slices;
  /** Share of the amount; undefined: the column `margin`. */
  margin: number | undefined;
  discount: Discount;
}

/**
 * A row per observed customer: whether and how often there was a purchase within the window, its margin as a whole and
 * slice by slice, what it is worth on the first day, and the margin of as many days before the assignment. Returns take
 * margin away and are no activity.
 */
function unitsQuery(observed: Sql, { windowDays, slices, margin, discount }: Window): Sql {
  const after = sql`ordered_at >= assigned_at`;
  const value = margin === undefined ? sql`margin` : sql`amount * ${margin}`;
  const seconds = Math.round(slices.days * 86_400);
  const years = sql`(epoch(ordered_at) - epoch(CAST(${discount.start} AS TIMESTAMP))) / ${DAYS_PER_YEAR * 86_400}`;
  const bySlice = Array.from({ length: slices.count }, (_, k) => {
    const ends = k + 1 < slices.count ? sql` AND ordered_at < assigned_at + to_seconds(${seconds * (k + 1)})` : nothing;
    const begins = sql`ordered_at >= assigned_at + to_seconds(${seconds * k})`;
    return sql`coalesce(sum(worth) FILTER (${begins}${ends}), 0) AS ${sliceColumn(k)}`;
  });
  const names = Array.from(
    { length: slices.count },
    (_, k) => sql`coalesce(${sliceColumn(k)}, 0) AS ${sliceColumn(k)}`,
  );
  return sql`
WITH observed AS (${observed}
), activity AS (
  SELECT customer_id, ordered_at, ${value} AS worth, purchases FROM (${activityQuery})
), near AS (
  SELECT customer_id, coalesce(sum(purchases) FILTER (${after}), 0) AS orders,
         coalesce(sum(worth) FILTER (${after}), 0) AS margin,
         coalesce(sum(worth) FILTER (ordered_at < assigned_at), 0) AS before,
         coalesce(sum(worth * pow(${1 + discount.rateAnnual}, -(${years}))) FILTER (${after}), 0) AS discounted,
         ${join(bySlice)}
  FROM observed JOIN activity USING (customer_id)
  WHERE ordered_at >= assigned_at - to_days(${windowDays}) AND ordered_at < assigned_at + to_days(${windowDays})
  GROUP BY customer_id
), units AS (
  SELECT variant, customer_id, CAST(coalesce(orders, 0) > 0 AS DOUBLE) AS active, CAST(coalesce(orders, 0) AS DOUBLE) AS orders,
         coalesce(margin, 0) AS margin, coalesce(before, 0) AS before,
         coalesce(discounted, 0) AS discounted, ${join(names)}
  FROM observed LEFT JOIN near USING (customer_id)
)`;
}

export function sliceColumn(k: number): Sql {
  return identifier(`slice_${k}`);
}

/** The percentile that the margin is also looked at capped at; among few customers the second largest margin is the cap. */
export const CAP = 0.999;

/**
 * A row per variant: how many customers, the mean (`m_i`) of each column and the covariances (`c_i_j`, i ≤ j) with n − 1.
 * Customers come in one order: the last digits of a sum depend on it.
 */
export function momentsQuery(observed: Sql, window: Window): Sql {
  const { slices } = window;
  const columns = [
    ...FIRST_COLUMNS.map((name) => identifier(name)),
    ...Array.from({ length: slices.count }, (_, k) => sliceColumn(k)),
  ];
  const means = columns.map((column, i) => sql`avg(${column}) AS ${identifier(`m_${i}`)}`);
  const covariances = columns.flatMap((column, i) =>
    columns.slice(i).map((other, k) => sql`covar_samp(${column}, ${other}) AS ${identifier(`c_${i}_${i + k}`)}`),
  );
  return sql`${unitsQuery(observed, window)}, capped AS (
  SELECT *, least(margin, (SELECT least(quantile_cont(margin, ${CAP}), max(margin, 2)[2]) FROM units)) AS capped FROM units
  ORDER BY customer_id
)
SELECT variant, count(*) AS n, ${join(means)}, ${join(covariances)}
FROM capped GROUP BY variant ORDER BY variant`;
}

/** Names of initiatives are the same however they are cased, unless the assignments tell them apart. */
function isOf(initiative: string): Sql {
  return sql`lower(trim(initiative)) = lower(trim(${initiative})) AND (initiative = ${initiative} OR NOT EXISTS (
  SELECT 1 FROM business.assignments AS a WHERE a.initiative = costs.initiative))`;
}

/** Costs of an initiative by category and day; those without a day last. */
export function costsQuery(initiative: string): Sql {
  return sql`
SELECT coalesce(nullif(lower(trim(category)), ''), 'other') AS category, CAST(occurred_on AS DATE) AS day,
       sum(amount) AS amount
FROM business.costs AS costs
WHERE ${isOf(initiative)} AND amount IS NOT NULL
GROUP BY 1, 2 ORDER BY 2 NULLS LAST, 1`;
}

/** Currencies of the costs of an initiative, the first ten in the alphabet. */
export function costCurrenciesQuery(initiative: string, plainCurrency: Sql): Sql {
  return sql`
SELECT DISTINCT ${plainCurrency} AS currency FROM business.costs AS costs
WHERE ${isOf(initiative)} AND amount <> 0 AND ${plainCurrency} IS NOT NULL ORDER BY 1 LIMIT 10`;
}
