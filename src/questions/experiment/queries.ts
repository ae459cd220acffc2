import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import { cast, countable } from '../../semantics/casts.ts';
import { activityQuery } from '../../semantics/purchases.ts';
import type { BusinessMetric } from './question.ts';

/** Columns of the mapped assignments, without a row. */
export const assignmentColumnsQuery: Sql = sql`SELECT * FROM business.assignments LIMIT 0`;

/** How a column of the assignments is measured. */
export type Measure = 'flag' | 'number' | 'words' | 'time' | 'date';

/** A value of a column of the row `r`. */
export function columnOf(name: string): Sql {
  return identifier('r', name);
}

/** The outcome as a number: yes is 1, no is 0, a moment is 1 when it lies within the window after the assignment. */
export function outcome(value: Sql, measure: Measure, assignedAt: Sql, windowDays: number): Sql {
  switch (measure) {
    case 'flag':
      return yesAsOne(value);
    case 'words':
      return yesAsOne(cast(value, 'BOOLEAN', { kind: 'flag' }));
    case 'number':
      return countable(sql`CAST(${value} AS DOUBLE)`);
    case 'time':
    case 'date':
      return sql`CASE WHEN ${assignedAt} IS NULL THEN NULL WHEN ${value} < ${assignedAt} + to_days(${windowDays}) THEN 1.0 ELSE 0.0 END`;
  }
}

function yesAsOne(value: Sql): Sql {
  return sql`CAST(CAST(${value} AS INTEGER) AS DOUBLE)`;
}

/** Whether an outcome lies before its assignment; a day without a time only when it is an earlier day. */
export function liesBefore(value: Sql, measure: Measure, assignedAt: Sql): Sql {
  return measure === 'date' ? sql`${value} < CAST(${assignedAt} AS DATE)` : sql`${value} < ${assignedAt}`;
}

/** Last day that each of the given columns of the units names. */
export function lastDaysQuery(units: Sql, columns: readonly string[]): Sql {
  const days = columns.map((name) => sql`CAST(max(${identifier(name)}) AS DATE) AS ${identifier(name)}`);
  return sql`SELECT ${join(days)} FROM (${units})`;
}

/** How many of the units have a yes in each of the given columns. */
export function countYesQuery(units: Sql, columns: readonly string[]): Sql {
  const counts = columns.map((name) => sql`count(*) FILTER (${identifier(name)}) AS ${identifier(name)}`);
  return sql`SELECT ${join(counts)} FROM (${units})`;
}

/** Which columns of text hold nothing but yes and no, as 1 or 0 under their own names. */
export function wordsQuery(from: Sql, columns: readonly string[]): Sql {
  const tests = columns.map((name) => {
    const value = columnOf(name);
    const written = sql`trim(CAST(${value} AS VARCHAR)) <> ''`;
    const known = sql`${cast(value, 'BOOLEAN', { kind: 'flag' })} IS NOT NULL`;
    return sql`coalesce(bool_and(${known}) FILTER (${written}), false) AS ${identifier(name)}`;
  });
  return sql`SELECT ${join(tests)} FROM ${from} AS r`;
}

/** Which columns of whole numbers differ in every row, as ids do. */
export function distinctQuery(from: Sql, columns: readonly string[]): Sql {
  const tests = columns.map((name) => {
    const value = columnOf(name);
    return sql`count(*) > 2 AND count(DISTINCT ${value}) = count(*) AS ${identifier(name)}`;
  });
  return sql`SELECT ${join(tests)} FROM ${from} AS r`;
}

/**
 * A row per observed customer: each metric in the window after the assignment (`m…`), in as many days before it (`b…`), and in
 * the first half of the window less the second (`h…`). Returns take revenue and margin away and are no activity.
 */
export function businessUnitsQuery(observed: Sql, metrics: readonly BusinessMetric[], windowDays: number): Sql {
  const after = sql`ordered_at >= assigned_at`;
  const half = sql`assigned_at + to_hours(${windowDays * 12})`;
  const parts = { m: after, b: sql`ordered_at < assigned_at` };
  const sums = metrics.flatMap((metric, i) => [
    ...Object.entries(parts).map(([name, part]) => sql`, ${total(metric, part)} AS ${identifier(`${name}${i}`)}`),
    sql`, ${total(metric, sql`${after} AND ordered_at < ${half}`)} - ${total(metric, sql`ordered_at >= ${half}`)} AS ${identifier(`h${i}`)}`,
  ]);
  const values = metrics.flatMap((_, i) =>
    ['m', 'b', 'h'].map((name) => sql`, coalesce(${identifier(`${name}${i}`)}, 0) AS ${identifier(`${name}${i}`)}`),
  );
  return sql`
WITH observed AS (${observed}
), activity AS (${activityQuery}
), near AS (
  SELECT customer_id${join(sums, '')}
  FROM observed JOIN activity USING (customer_id)
  WHERE ordered_at >= assigned_at - to_days(${windowDays}) AND ordered_at < assigned_at + to_days(${windowDays})
  GROUP BY customer_id
)
SELECT variant${join(values, '')} FROM observed LEFT JOIN near USING (customer_id)`;
}

function total(metric: BusinessMetric, part: Sql): Sql {
  switch (metric) {
    case 'orders':
      return sql`coalesce(CAST(sum(purchases) FILTER (${part}) AS DOUBLE), 0)`;
    case 'active':
      return sql`CAST(count(*) FILTER (purchases = 1 AND ${part}) > 0 AS INTEGER)`;
    case 'revenue':
      return sql`coalesce(sum(amount) FILTER (${part}), 0)`;
    case 'margin':
      return sql`coalesce(sum(margin) FILTER (${part}), 0)`;
  }
}

/** A column of numbers per unit, and the percentile of all variants that it is also looked at capped at. */
export interface Series {
  column: string;
  capPercentile?: number;
  /** The cap is no higher than the second largest value: among few units a high percentile lies beside the largest one. */
  cutsLargest?: boolean;
}

/**
 * A row per variant: for the series at position i how many (`n_i`), their sum (`s_i`), sum of squares (`q_i`) and variance
 * (`v_i`), the same capped (`cs_i`, `cq_i`, `cv_i`) with the cap (`cap_i`), and whether all of them are 0 or 1 (`yes_no_i`).
 */
export function samplesQuery(units: Sql, series: readonly Series[]): Sql {
  const caps = series.flatMap(({ column, capPercentile, cutsLargest = false }, i) => {
    const value = identifier(column);
    const cap = capPercentile === undefined ? [] : [capQuery(value, capPercentile, cutsLargest)];
    return [
      sql`bool_and(${value} IN (0, 1)) AS ${identifier(`yes_no_${i}`)}`,
      ...cap.map((query) => sql`${query} AS ${identifier(`cap_${i}`)}`),
    ];
  });
  const sums = series.flatMap(({ column, capPercentile }, i) => {
    const value = identifier(column);
    const cap = identifier(`cap_${i}`);
    return [
      sql`count(${value}) AS ${identifier(`n_${i}`)}, any_value(${identifier(`yes_no_${i}`)}) AS ${identifier(`yes_no_${i}`)}`,
      momentSums(value, '', i),
      ...(capPercentile === undefined
        ? []
        : [sql`any_value(${cap}) AS ${cap}`, momentSums(sql`least(${value}, ${cap})`, 'c', i)]),
    ];
  });
  return sql`
WITH units AS MATERIALIZED (${units}
), limits AS (SELECT ${join(caps)} FROM units)
SELECT variant, ${join(sums)}
FROM units, limits GROUP BY variant ORDER BY variant`;
}

function capQuery(value: Sql, percentile: number, cutsLargest: boolean): Sql {
  const quantile = sql`quantile_cont(${value}, ${percentile / 100})`;
  return cutsLargest ? sql`least(${quantile}, max(${value}, 2)[2])` : quantile;
}

/** The variance is DuckDB's own (Welford's): from the sums it would lose digits where means are large. */
function momentSums(value: Sql, prefix: string, i: number): Sql {
  const number = sql`CAST(${value} AS DOUBLE)`;
  const named = (name: string) => identifier(`${prefix}${name}_${i}`);
  return sql`sum(${number}) AS ${named('s')}, sum(${number} * ${number}) AS ${named('q')}, var_samp(${number}) AS ${named('v')}`;
}
