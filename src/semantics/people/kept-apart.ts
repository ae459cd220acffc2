import { sql, type Sql } from '../../database/sql.ts';

/**
 * The pairs of one table, of whom those are open again that would join two records through others although the analyst has said
 * that the two are two. What the analyst has said of a pair stays as long as it does not contradict that by itself.
 * @param decided a query of pairs with `state` and `decided_by`
 * @param said a query `(left_key, right_key, same)` of what was said
 */
export function keepApart(decided: Sql, said: Sql): Sql {
  const isSame = sql`state IN ('joined', 'accepted')`;
  const byAnalyst = sql`decided_by = 'analyst'`;
  // From one of each two that are two, along the pairs that are one person each: whoever gets to the other is in between.
  const reached = (name: Sql, edges: Sql): Sql => sql`${name}(start, key) AS (
      SELECT left_key, left_key FROM two
      UNION SELECT r.start, e.b FROM ${name} AS r JOIN (
        SELECT left_key AS a, right_key AS b FROM pairs WHERE ${edges} UNION ALL SELECT right_key, left_key FROM pairs WHERE ${edges}
      ) AS e ON e.a = r.key)`;
  const between = (name: Sql): Sql =>
    sql`left_key IN (SELECT r.key FROM ${name} AS r WHERE r.start IN (SELECT t.left_key FROM two AS t JOIN ${name} AS o ON o.start = t.left_key AND o.key = t.right_key))`;
  const [any, analysts] = [sql`reached`, sql`reached_by_analyst`];
  return sql`WITH RECURSIVE pairs AS MATERIALIZED (${decided}), two AS (SELECT left_key, right_key FROM (${said}) WHERE NOT same),
      ${reached(any, isSame)}, ${reached(analysts, sql`${isSame} AND ${byAnalyst}`)}
    SELECT * EXCLUDE (is_between) REPLACE (CASE WHEN is_between THEN 'open' ELSE state END AS state, CASE WHEN is_between THEN 'apart' ELSE reason END AS reason)
    FROM (SELECT *, ${isSame} AND ((NOT (${byAnalyst}) AND ${between(any)}) OR (${byAnalyst} AND ${between(analysts)})) AS is_between FROM pairs)`;
}
