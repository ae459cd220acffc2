import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { isNearDay } from './birth-date.ts';
import type { PeopleTier, ReviewReason } from './people.ts';
import { nameSimilarity } from './person-name.ts';
import { samePhone } from './phone.ts';
import { ALIKE_NAMES, UNLIKE_NAMES } from './tier-joins.ts';

/** Every pair that was found, once, under the surest tier that found it. */
export const PAIRS = identifier('redito', 'people_pairs');
/** The pairs that one tier has found, compared in everything. */
const COMPARED = identifier('redito', 'people_compared');

export async function createPairs(database: Database): Promise<void> {
  await database.run(sql`CREATE OR REPLACE TABLE ${PAIRS} (
    l BIGINT NOT NULL, r BIGINT NOT NULL, left_key VARCHAR NOT NULL, right_key VARCHAR NOT NULL, left_row BIGINT, right_row BIGINT,
    tier VARCHAR NOT NULL, similarity DOUBLE, agreed VARCHAR NOT NULL, status VARCHAR NOT NULL, reason VARCHAR)`);
}

export async function dropCompared(database: Database): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${COMPARED}`);
}

/**
 * What the candidates of a tier agree and disagree in. `support`: in how many of name, birth date, address and phone beside what
 * brought the tier about; `contradicts`: the names are those of two people, or so are the birth dates; where an id is all that they
 * have in common, also the addresses or the numbers. `comparable`: something beside the id is known of both.
 */
export async function comparePairs(
  database: Database,
  candidates: Sql,
  tier: PeopleTier,
  [left, right]: readonly [Sql, Sql],
  options: QueryOptions,
): Promise<number> {
  const sameBirth = sql`l.birth = r.birth`;
  const name = nameSimilarity(sql`l.words`, sql`r.words`);
  const flag = (condition: Sql): Sql => sql`CAST(coalesce(${condition}, false) AS INTEGER)`;
  const agreement = {
    email: sql`l.email = r.email`,
    phone: samePhone,
    name: sql`${name} >= ${ALIKE_NAMES}`,
    birth: sameBirth,
  };
  const agreed = Object.entries(agreement).map(([what, condition]) => sql`CASE WHEN ${condition} THEN ${what} END`);
  const own = tier.includes('birth') || tier.includes('name') ? ['name', 'birth'] : tier.split('-');
  const support = Object.entries(agreement)
    .filter(([what]) => !own.includes(what))
    .reduce((sum, [, condition]) => sql`${sum} + ${flag(condition)}`, sql`0`);
  const otherBirth = sql`${tier} <> 'birth-like' AND ${sql`l.birth <> r.birth AND NOT ${isNearDay(sql`l.birth`, sql`r.birth`)}`}`;
  // People change addresses, so they say nothing against another address or number; a number that counts rows has nothing else for it.
  const otherContact = sql`${tier} = 'id' AND (l.email <> r.email OR (l.phone IS NOT NULL AND r.phone IS NOT NULL AND NOT ${samePhone}))`;
  const known = (column: string): Sql =>
    sql`${identifier('l', column)} IS NOT NULL AND ${identifier('r', column)} IS NOT NULL`;
  await database.run(
    sql`CREATE OR REPLACE TABLE ${COMPARED} AS
      SELECT c.l, c.r, l.key AS left_key, r.key AS right_key, l.first_row AS left_row, r.first_row AS right_row,
        ${name} AS similarity, concat_ws(',', ${agreed.reduce((all, one) => sql`${all}, ${one}`)}) AS agreed, ${support} AS support,
        coalesce(${name} < ${UNLIKE_NAMES}, false) OR coalesce(${otherBirth}, false) OR coalesce(${otherContact}, false) AS contradicts,
        ${name} IS NOT NULL OR (${known('birth')}) OR (${known('email')}) OR (${known('phone')}) AS comparable
      FROM (${candidates}) AS c JOIN ${left} AS l ON l.n = c.l JOIN ${right} AS r ON r.n = c.r
      ANTI JOIN ${PAIRS} AS known ON known.l = c.l AND known.r = c.r`,
    options,
  );
  const [{ pairs }] = await database.rows<{ pairs: number }>(sql`SELECT count(*) AS pairs FROM ${COMPARED}`, options);
  return pairs;
}

/** How many compared pairs there are that could contradict each other, and how many do without anything else in common. */
export async function countContradictions(
  database: Database,
  options: QueryOptions,
): Promise<{ comparable: number; contradicting: number }> {
  const [counted] = await database.rows<{ comparable: number; contradicting: number }>(
    sql`SELECT count(*) FILTER (comparable) AS comparable,
        count(*) FILTER (contradicts AND support = 0) AS contradicting FROM ${COMPARED}`,
    options,
  );
  return counted;
}

/**
 * Keeps the compared pairs. One person of the left is one of the right at most: whoever fits several is joined to the one that
 * most speaks for, both ways and without a rival, and left to the analyst otherwise.
 * @param doubt why none of the tier is joined without being looked at
 */
export async function keepOneToOne(
  database: Database,
  tier: PeopleTier,
  doubt: ReviewReason | undefined,
  options: QueryOptions,
): Promise<void> {
  const ranked = sql`SELECT *, count(*) OVER (PARTITION BY l) AS of_left, count(*) OVER (PARTITION BY r) AS of_right,
      max(support) OVER (PARTITION BY l) AS best_left, max(support) OVER (PARTITION BY r) AS best_right FROM ${COMPARED}`;
  const tied = sql`SELECT *, count(*) FILTER (support = best_left) OVER (PARTITION BY l) AS ties_left,
      count(*) FILTER (support = best_right) OVER (PARTITION BY r) AS ties_right FROM (${ranked})`;
  const isBest = sql`support >= 1 AND support = best_left AND support = best_right AND ties_left = 1 AND ties_right = 1`;
  const reason = sql`CASE WHEN contradicts AND support = 0 THEN 'contradiction'
      WHEN NOT (of_left = 1 AND of_right = 1) AND NOT (${isBest}) THEN 'several' ELSE ${doubt ?? null} END`;
  await insert(database, tier, sql`SELECT *, ${reason} AS reason FROM (${tied})`, options);
}

/** Keeps the compared pairs of one table, where a person may be there more than twice. */
export async function keepDuplicates(
  database: Database,
  tier: PeopleTier,
  doubt: ReviewReason | undefined,
  options: QueryOptions,
): Promise<void> {
  const reason = sql`CASE WHEN contradicts AND support = 0 THEN 'contradiction' ELSE ${doubt ?? null} END`;
  await insert(database, tier, sql`SELECT *, ${reason} AS reason FROM ${COMPARED}`, options);
}

async function insert(database: Database, tier: PeopleTier, judged: Sql, options: QueryOptions): Promise<void> {
  await database.run(
    sql`INSERT INTO ${PAIRS} SELECT l, r, left_key, right_key, left_row, right_row, ${tier}, similarity, agreed,
        CASE WHEN reason IS NULL THEN 'joined' ELSE 'review' END, reason FROM (${judged})`,
    options,
  );
}

/** Who is joined is out of the question for anybody else. */
export async function settleJoined(
  database: Database,
  [left, right]: readonly [Sql, Sql],
  options: QueryOptions,
): Promise<void> {
  const joined = (end: Sql): Sql => sql`(SELECT ${end} FROM ${PAIRS} WHERE status = 'joined')`;
  const [l, r] = [sql`l`, sql`r`];
  await database.run(
    sql`DELETE FROM ${PAIRS} WHERE status = 'review' AND (l IN ${joined(l)} OR r IN ${joined(r)});
        DELETE FROM ${left} WHERE n IN ${joined(l)};
        DELETE FROM ${right} WHERE n IN ${joined(r)}`,
    options,
  );
}
