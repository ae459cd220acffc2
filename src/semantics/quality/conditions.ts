import { identifier, sql, type Sql } from '../../database/sql.ts';

/*
 * Conditions that findings and their remedies share, over the columns of a business table.
 */

/** The column names somebody or something that the other table does not know. */
export function isOrphan(column: string, known: Sql): Sql {
  const name = identifier(column);
  return sql`${name} IS NOT NULL AND ${name} NOT IN (SELECT ${name} FROM ${known} WHERE ${name} IS NOT NULL)`;
}

/** Whoever does this many things within one hour. */
export function isBot(rows: Sql, limit: number): Sql {
  return sql`customer_id IN (
    SELECT customer_id FROM ${rows} WHERE customer_id IS NOT NULL GROUP BY customer_id, date_trunc('hour', occurred_at) HAVING count(*) >= ${limit})`;
}

export function isAbove(column: string, limit: number): Sql {
  return sql`abs(${identifier(column)}) > ${limit}`;
}

export function isAtLeast(column: string, limit: number): Sql {
  return sql`abs(${identifier(column)}) >= ${limit}`;
}
