import { sql, type Sql } from '../../database/sql.ts';
import { customerFilter } from '../../semantics/customer-filter.ts';

export interface Selection {
  /** ISO dates; customers whose first purchase was on or after `from`, purchases before `to`. */
  from?: string;
  to?: string;
  where?: string;
}

function before({ to }: Selection): Sql {
  return to === undefined ? sql`true` : sql`ordered_at < CAST(${to} AS TIMESTAMP)`;
}

/** The purchases that are read: one row per customer and day, with the day's amount. */
function purchaseDays(selection: Selection): Sql {
  return sql`
    SELECT customer_id, CAST(ordered_at AS DATE) AS day, sum(amount) AS amount
    FROM business.purchases
    WHERE ${before(selection)} AND ${customerFilter(selection.where)}
    GROUP BY customer_id, CAST(ordered_at AS DATE)`;
}

/** Customers acquired in the calibration, with the day of their first purchase. */
function acquired({ from }: Selection, observationEnd: string): Sql {
  const since = from === undefined ? sql`true` : sql`min(day) >= CAST(${from} AS DATE)`;
  return sql`
    SELECT customer_id, min(day) AS first_day FROM purchase_days
    GROUP BY customer_id
    HAVING min(day) <= CAST(${observationEnd} AS DATE) AND ${since}`;
}

const dayNumber = (day: Sql) => sql`date_diff('day', DATE '1970-01-01', ${day})`;

/** First and last day of the log before `to`, as days since 1970-01-01; NULL when it is empty. */
export function logPeriodQuery(selection: Selection): Sql {
  return sql`
    SELECT ${dayNumber(sql`CAST(min(ordered_at) AS DATE)`)} AS first_day,
           ${dayNumber(sql`CAST(max(ordered_at) AS DATE)`)} AS last_day
    FROM business.purchases WHERE ${before(selection)}`;
}

/**
 * One row per customer acquired up to the end of observation, in the order of their ids: purchases of one day are one
 * purchase, the first one is not a repeat purchase. Days are counted from 1970-01-01.
 */
export function customersQuery(selection: Selection, observationEnd: string): Sql {
  const calibration = sql`day <= CAST(${observationEnd} AS DATE)`;
  return sql`
    WITH purchase_days AS (${purchaseDays(selection)}),
    acquired AS (${acquired(selection, observationEnd)})
    SELECT ${dayNumber(sql`first_day`)} AS first_day,
           ${dayNumber(sql`max(day) FILTER (${calibration})`)} AS last_day,
           count(*) FILTER (${calibration}) - 1 AS frequency,
           coalesce(avg(amount) FILTER (${calibration} AND day > first_day), 0) AS monetary_value,
           count(*) FILTER (NOT (${calibration})) AS holdout_purchases
    FROM purchase_days JOIN acquired USING (customer_id)
    GROUP BY customer_id, first_day
    ORDER BY customer_id`;
}

/**
 * What the customers of `customersQuery` paid in the calibration, and how much of it went back by returns since their
 * first purchase.
 */
export function returnedQuery(selection: Selection, observationEnd: string): Sql {
  const calibration = sql`day <= CAST(${observationEnd} AS DATE)`;
  return sql`
    WITH purchase_days AS (${purchaseDays(selection)}),
    acquired AS (${acquired(selection, observationEnd)}),
    returned AS (SELECT customer_id, CAST(ordered_at AS DATE) AS day, amount FROM business.returns WHERE ${before(selection)})
    SELECT coalesce((SELECT sum(amount) FROM purchase_days JOIN acquired USING (customer_id) WHERE ${calibration}), 0) AS paid,
           coalesce((SELECT -sum(amount) FROM returned JOIN acquired USING (customer_id)
                     WHERE ${calibration} AND day >= first_day), 0) AS returned`;
}

/** Order lines whose amounts the spending model would read. */
export function usedLines(selection: Selection, observationEnd: string): Sql {
  return sql`
    ${before(selection)} AND CAST(ordered_at AS DATE) <= CAST(${observationEnd} AS DATE) AND customer_id IN (
      WITH purchase_days AS (${purchaseDays(selection)})
      SELECT customer_id FROM (${acquired(selection, observationEnd)}))`;
}

/** The ids of `customersQuery`, in the same order. */
export function customerIdsQuery(selection: Selection, observationEnd: string): Sql {
  return sql`
    WITH purchase_days AS (${purchaseDays(selection)})
    SELECT customer_id FROM (${acquired(selection, observationEnd)})
    ORDER BY customer_id`;
}

/** Repeat purchases per day of the customers of `customersQuery`, holdout included. */
export function repeatPurchasesQuery(selection: Selection, observationEnd: string): Sql {
  return sql`
    WITH purchase_days AS (${purchaseDays(selection)}),
    acquired AS (${acquired(selection, observationEnd)})
    SELECT ${dayNumber(sql`day`)} AS day, count(*) AS purchases
    FROM purchase_days JOIN acquired USING (customer_id)
    WHERE day > first_day
    GROUP BY day
    ORDER BY day`;
}

/** Customers of the log who were left out because their first purchase came before `from`. */
export function earlierCustomersQuery(selection: Selection, observationEnd: string): Sql {
  if (selection.from === undefined) return sql`SELECT 0 AS customers`;
  return sql`
    WITH purchase_days AS (${purchaseDays(selection)})
    SELECT count(*) AS customers FROM (
      SELECT customer_id FROM purchase_days GROUP BY customer_id
      HAVING min(day) < CAST(${selection.from} AS DATE) AND max(day) >= CAST(${selection.from} AS DATE)
         AND min(day) <= CAST(${observationEnd} AS DATE))`;
}
