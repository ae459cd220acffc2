import { sql, type Sql } from '../../database/sql.ts';

/** No birthday, but what forms fill in. */
const FILLED_IN = ['1900-01-01', '1899-12-30', '1899-12-31', '1901-01-01', '1904-01-01', '1970-01-01'];

/** A day on which somebody can have been born; NULL for others and for what forms fill in. */
export function birthDay(time: Sql): Sql {
  const day = sql`CAST(${time} AS DATE)`;
  return sql`CASE WHEN ${day} BETWEEN DATE '1890-01-01' AND DATE '2100-01-01' AND CAST(${day} AS VARCHAR) NOT IN ${FILLED_IN} THEN ${day} END`;
}

/** Two days of which one may be the other mistyped: one digit differs, or day and month have changed places. */
export function isNearDay(one: Sql, other: Sql): Sql {
  const digits = (day: Sql): Sql => sql`strftime(${day}, '%Y%m%d')`;
  const isSwapped = sql`year(${one}) = year(${other}) AND month(${one}) = day(${other}) AND day(${one}) = month(${other})`;
  return sql`(${one} <> ${other} AND (hamming(${digits(one)}, ${digits(other)}) = 1 OR (${isSwapped})))`;
}
