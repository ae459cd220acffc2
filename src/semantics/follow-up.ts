import type { Database, QueryOptions } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';

/** What the order log shows of the time around assignments. */
export interface FollowUp {
  /** First and last day with an order, ISO; null without any. */
  first: string | null;
  last: string | null;
  /** Orders know the day only and assignments the time: whatever was bought on the day of the assignment comes after it. */
  byDay: boolean;
}

/** @param assigned what `assignedQuery` gives */
export async function readFollowUp(database: Database, assigned: Sql, options: QueryOptions): Promise<FollowUp> {
  const [days] = await database.rows<{ first: string | null; last: string | null; timed: boolean }>(
    sql`
    SELECT CAST(min(ordered_at) AS DATE) AS first, CAST(max(ordered_at) AS DATE) AS last,
           coalesce(bool_or(ordered_at <> date_trunc('day', ordered_at)), false) AS timed
    FROM business.orders WHERE customer_id IS NOT NULL`,
    options,
  );
  const { timed, ...log } = days;
  if (timed) return { ...log, byDay: false };
  const [{ clocked }] = await database.rows<{ clocked: boolean }>(
    sql`SELECT coalesce(bool_or(assigned_at <> date_trunc('day', assigned_at)), false) AS clocked FROM (${assigned})`,
    options,
  );
  return { ...log, byDay: clocked };
}

/**
 * Assigned customers whose window was over when the data end, with the time from which their orders count.
 * @param end the first day that is not in the data
 */
export function observedQuery(
  assigned: Sql,
  { windowDays, end, byDay }: { windowDays: number; end: string } & Pick<FollowUp, 'byDay'>,
): Sql {
  const start = byDay ? sql`date_trunc('day', assigned_at)` : sql`assigned_at`;
  return sql`
SELECT customer_id, variant, ${start} AS assigned_at FROM (${assigned})
WHERE ${start} + to_days(${windowDays}) <= CAST(${end} AS TIMESTAMP)`;
}

/** The order lines of assigned customers. */
export function linesOfAssigned(assigned: Sql): Sql {
  return sql`customer_id IN (SELECT customer_id FROM (${assigned}))`;
}
