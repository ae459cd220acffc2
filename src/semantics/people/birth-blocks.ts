import type { Database, QueryOptions } from '../../database/database.ts';
import { sql, type Sql } from '../../database/sql.ts';
import { alikeNames } from './tier-joins.ts';

/** So many pairs of names are compared at most; wider blocks are narrowed until it is less. */
export const MOST_COMPARED = 4_000_000;

/** Whose names are compared: people of one birth date, or of these only whose names have a word that begins alike. */
export interface BirthBlock {
  /** Letters that a word of both names begins with; 0: the birth date is enough. */
  letters: number;
  /** Pairs to compare. */
  pairs: number;
  /** Of one date and beginning no more than so many pairs are compared. */
  most: number;
  /** Dates and beginnings that have more. */
  leftOut: number;
}

/** How `alikeByBirth` finds its pairs within bounds. */
export async function planBirthBlock(
  database: Database,
  [left, right]: readonly [Sql, Sql],
  options: QueryOptions,
  most: number = MOST_COMPARED,
): Promise<BirthBlock> {
  for (const letters of [0, 3, 4, 5]) {
    const pairs = await total(database, blockSizes(left, right, letters), options);
    if (pairs <= most) return { letters, pairs, most: pairs, leftOut: 0 };
  }
  // The largest blocks go until the rest is few enough.
  const sizes = blockSizes(left, right, 5);
  const [cut] = await database.rows<{ most: number | null; pairs: number | null }>(
    sql`SELECT max(pairs) AS most, max(so_far)::DOUBLE AS pairs FROM (SELECT pairs, sum(pairs) OVER (ORDER BY pairs RANGE UNBOUNDED PRECEDING) AS so_far FROM (${sizes})) WHERE so_far <= ${most}`,
    options,
  );
  const limit = cut.most ?? 0;
  const [{ over }] = await database.rows<{ over: number }>(
    sql`SELECT count(*) AS over FROM (${sizes}) WHERE pairs > ${limit}`,
    options,
  );
  return { letters: 5, pairs: cut.pairs ?? 0, most: limit, leftOut: over };
}

/** Pairs with the same birth date whose names are alike. */
export function alikeByBirth(left: Sql, right: Sql, pairs: Sql, { letters, most, leftOut }: BirthBlock): Sql {
  if (letters === 0) {
    return sql`SELECT l.n AS l, r.n AS r FROM ${left} AS l JOIN ${right} AS r ON l.birth = r.birth WHERE ${pairs} AND ${alikeNames}`;
  }
  const kept =
    leftOut === 0
      ? sql`true`
      : sql`(a.birth, a.start) IN (SELECT (birth, start) FROM (${blockSizes(left, right, letters)}) WHERE pairs <= ${most})`;
  const blocked = sql`SELECT DISTINCT a.n AS l, b.n AS r FROM (${starts(left, letters)}) AS a JOIN (${starts(right, letters)}) AS b
    ON a.birth = b.birth AND a.start = b.start WHERE ${kept}`;
  return sql`SELECT l.n AS l, r.n AS r FROM (${blocked}) AS c JOIN ${left} AS l ON l.n = c.l JOIN ${right} AS r ON r.n = c.r
    WHERE ${pairs} AND ${alikeNames}`;
}

function blockSizes(left: Sql, right: Sql, letters: number): Sql {
  const counts = (side: Sql): Sql =>
    sql`SELECT birth, start, count(*) AS people FROM (${starts(side, letters)}) GROUP BY ALL`;
  return sql`SELECT a.birth, a.start, a.people * b.people AS pairs FROM (${counts(left)}) AS a JOIN (${counts(right)}) AS b
    ON a.birth = b.birth AND a.start = b.start`;
}

/** Everybody's birth date, once for each beginning of a word of the name. */
function starts(side: Sql, letters: number): Sql {
  if (letters === 0)
    return sql`SELECT n, birth, '' AS start FROM ${side} AS s WHERE birth IS NOT NULL AND len(words) >= 2`;
  return sql`SELECT n, birth, unnest(list_distinct(list_transform(words, lambda word: left(word, ${letters})))) AS start
    FROM ${side} AS s WHERE birth IS NOT NULL AND len(words) >= 2`;
}

async function total(database: Database, sizes: Sql, options: QueryOptions): Promise<number> {
  const [{ pairs }] = await database.rows<{ pairs: number }>(
    sql`SELECT coalesce(sum(pairs), 0)::DOUBLE AS pairs FROM (${sizes})`,
    options,
  );
  return pairs;
}
