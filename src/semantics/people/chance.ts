import type { Database, QueryOptions } from '../../database/database.ts';
import { join, sql, type Sql } from '../../database/sql.ts';
import { poissonInterval } from '../../statistics/poisson-interval.ts';
import { isNearDay } from './birth-date.ts';
import type { ChancePairs } from './people.ts';

/** Level of the interval of a number of chance pairs. */
export const CHANCE_LEVEL = 0.9;
/** Pairs that may be compared beside those that are looked for. */
const BUDGET = 4_000_000;
const MOST_SHIFTS = 64;
const FEWEST_SHIFTS = 4;
/** Further than a day of the month that was mistyped: two records of one person are to stay apart on moved dates. */
const FIRST_DAYS = 47;
const STEP_DAYS = 37;
const MOST_OF_SPAN = 0.15;

/**
 * Days by which birth dates are moved: none turns a date into one that is near (`isNearDay`), and over so few years the births
 * of a day hardly change.
 */
export function birthShifts(count: number, isOneTable: boolean): number[] {
  return Array.from({ length: count }, (_, i) => {
    const days = FIRST_DAYS + STEP_DAYS * (isOneTable ? i : i >> 1);
    return !isOneTable && i % 2 === 1 ? -days : days;
  });
}

/**
 * As many as the bound on comparisons allows.
 * @param pairs that one move compares
 */
export function shiftCount(pairs: number): number {
  const count = Math.min(MOST_SHIFTS, Math.floor(BUDGET / Math.max(1, pairs)));
  return 2 * Math.floor(Math.max(FEWEST_SHIFTS, count) / 2);
}

/**
 * As many as stay small beside the years over which people were born: moved beyond them, nobody would meet anybody. Where pairs
 * of one day are counted that is made up for (`chancePairs`), where near days are it is not.
 */
export async function shiftsWithin(
  database: Database,
  side: Sql,
  isOneTable: boolean,
  options: QueryOptions,
): Promise<number> {
  const [{ days }] = await database.rows<{ days: number | null }>(
    sql`SELECT quantile_disc(birth, 0.95) - quantile_disc(birth, 0.05) AS days FROM ${side}`,
    options,
  );
  const furthest = Math.floor(((days ?? 0) * MOST_OF_SPAN - FIRST_DAYS) / STEP_DAYS) + 1;
  return Math.max(FEWEST_SHIFTS, isOneTable ? furthest : 2 * furthest);
}

interface Surroundings {
  database: Database;
  sides: readonly [Sql, Sql];
  /** Both sides are one table. */
  isOneTable: boolean;
  options: QueryOptions;
}

/**
 * How many strangers a tier that goes by birth date would join: its own query, asked of people whose birth dates were moved, can
 * only find strangers (decoys, as `eliasGygi2007` use them; for linked records compare `blakelySalmond2002`). Over K moves that
 * find S pairs the expected number is S / K, times how many more strangers there are on the true dates than on moved ones: birth
 * dates that were rounded crowd on some days.
 *
 * @param found how many pairs the tier has found on the true dates
 * @param find the tier's query, over a left and a right side and a condition on pairs
 * @param scaling 'days': pairs are of one day, so crowding can be told; 'years': near days, counted both ways in one table
 * @returns the expected number with its exact Poisson interval for S at `CHANCE_LEVEL`. People who are related are no strangers
 *          of the kind that is counted: twins with names alike are not covered
 */
export async function chancePairs(
  { database, sides: [left, right], isOneTable, options }: Surroundings,
  found: number,
  shifts: readonly number[],
  find: (left: Sql, right: Sql, pairs: Sql) => Sql,
  scaling: 'days' | 'years',
): Promise<ChancePairs> {
  // A person with one number for each move.
  const moved = sql`(SELECT r.* REPLACE (-(n * ${MOST_SHIFTS} + i) AS n, CAST(birth + days AS DATE) AS birth), n AS n_true, birth AS birth_true
    FROM ${right} AS r CROSS JOIN (SELECT unnest([${join(shifts.map((days) => sql`${days}`))}]) AS days, generate_subscripts([${join(shifts.map((days) => sql`${days}`))}], 1) - 1 AS i))`;
  // Whose true dates are near is no stranger: a pair that the tier finds may be near on moved dates, too.
  const isNear = sql`coalesce(${isNearDay(sql`l.birth`, sql`r.birth_true`)}, false)`;
  const others = sql`${isOneTable ? sql`l.n <> r.n_true` : sql`true`} AND l.birth IS DISTINCT FROM r.birth_true AND NOT ${isNear}`;
  const decoys = await count(database, find(left, moved, others), options);
  const strangersMoved = scaling === 'days' ? await sameDays(database, left, moved, options) : 0;
  const moves = shifts.length;
  const { low, high } = poissonInterval(decoys, CHANCE_LEVEL);
  const twice = isOneTable ? 2 : 1;
  let factor = 1 / twice;
  if (scaling === 'days') {
    const together = await sameDays(database, left, right, options);
    const pairs = isOneTable ? (together - (await births(database, left, options))) / 2 : together;
    const strangers = Math.max(0, pairs - found);
    factor = Math.max(1, (strangers + 1) / (strangersMoved / moves / twice + 1)) / twice;
  }
  const scale = factor / moves;
  return { value: decoys * scale, low: low * scale, high: high * scale, level: CHANCE_LEVEL };
}

async function count(database: Database, pairs: Sql, options: QueryOptions): Promise<number> {
  const [{ found }] = await database.rows<{ found: number }>(sql`SELECT count(*) AS found FROM (${pairs})`, options);
  return found;
}

/** Pairs of people of one day, a person with itself where both sides are one table. */
async function sameDays(database: Database, left: Sql, right: Sql, options: QueryOptions): Promise<number> {
  const counts = (side: Sql): Sql =>
    sql`SELECT birth, count(*) AS people FROM ${side} AS s WHERE birth IS NOT NULL AND len(words) >= 2 GROUP BY 1`;
  const [{ pairs }] = await database.rows<{ pairs: number }>(
    sql`SELECT coalesce(sum(a.people * b.people), 0)::DOUBLE AS pairs FROM (${counts(left)}) AS a JOIN (${counts(right)}) AS b USING (birth)`,
    options,
  );
  return pairs;
}

async function births(database: Database, side: Sql, options: QueryOptions): Promise<number> {
  return count(database, sql`SELECT n FROM ${side} WHERE birth IS NOT NULL AND len(words) >= 2`, options);
}
