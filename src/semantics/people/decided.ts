import { join, sql, type Sql } from '../../database/sql.ts';
import { keepApart } from './kept-apart.ts';
import { PAIRS } from './pairs.ts';
import type { PeopleDecision, PeopleTier } from './people.ts';

/** What the analyst has said: of single pairs, and of whole tiers of pairs that are alike. */
export interface PeopleDecisions {
  pairs: readonly PeopleDecision[];
  tiers: readonly PeopleTier[];
}

/** How a pair stands: `settled` is one whose person is joined to somebody else meanwhile. */
export type PairState = 'joined' | 'accepted' | 'rejected' | 'open' | 'settled';

/**
 * Every pair with how it stands (`state`) and who has decided so (`decided_by`: rule, analyst, or tier: taken as a whole). A tier that was taken as a whole
 * holds for its pairs that are alike and have no rival; what was said of a pair itself comes before it. In one table, two who were
 * said to be two are not joined through others either.
 */
export function decidedQuery({ pairs, tiers }: PeopleDecisions, isOneTable: boolean): Sql {
  const judged = sql`SELECT p.*, CASE WHEN said.same THEN 'accepted' WHEN NOT said.same THEN 'rejected'
      WHEN p.status = 'joined' THEN 'joined' ELSE 'open' END AS said
    FROM ${PAIRS} AS p LEFT JOIN (${saidQuery(pairs, isOneTable)}) AS said ON ${samePair(isOneTable)}`;
  const isTaken = (end: Sql): Sql =>
    isOneTable ? sql`false` : sql`bool_or(said IN ('accepted', 'joined')) OVER (PARTITION BY ${end})`;
  const free = sql`SELECT *, said = 'open' AND (${isTaken(sql`l`)} OR ${isTaken(sql`r`)}) AS is_settled FROM (${judged})`;
  const rivals = (end: Sql): Sql =>
    isOneTable ? sql`1` : sql`count(*) FILTER (said = 'open' AND NOT is_settled) OVER (PARTITION BY ${end})`;
  const inTier =
    tiers.length === 0
      ? sql`false`
      : sql`tier IN ${tiers} AND reason IN ('alike', 'chance', 'id-only') AND rivals_left = 1 AND rivals_right = 1`;
  const counted = sql`SELECT *, ${rivals(sql`l`)} AS rivals_left, ${rivals(sql`r`)} AS rivals_right FROM (${free})`;
  const decided = sql`SELECT * EXCLUDE (said, is_settled, rivals_left, rivals_right),
      CASE WHEN said <> 'open' THEN said WHEN is_settled THEN 'settled' WHEN ${inTier} THEN 'accepted' ELSE 'open' END AS state,
      CASE said WHEN 'joined' THEN 'rule' WHEN 'open' THEN 'tier' ELSE 'analyst' END AS decided_by
    FROM (${counted})`;
  const isAnybodyTwo = isOneTable && pairs.some(({ same }) => !same);
  return isAnybodyTwo ? keepApart(decided, saidQuery(pairs, isOneTable)) : decided;
}

/** In one table a pair is the same either way round: which record comes first goes by their rows. */
function samePair(isOneTable: boolean): Sql {
  return isOneTable
    ? sql`said.left_key = least(p.left_key, p.right_key) AND said.right_key = greatest(p.left_key, p.right_key)`
    : sql`said.left_key = p.left_key AND said.right_key = p.right_key`;
}

function saidQuery(pairs: readonly PeopleDecision[], isOneTable: boolean): Sql {
  if (pairs.length === 0) {
    return sql`SELECT '' AS left_key, '' AS right_key, CAST(NULL AS BOOLEAN) AS same WHERE false`;
  }
  const rows = pairs.map(({ left, right, same }) => sql`(${left}, ${right}, ${same})`);
  const [left, right] = isOneTable ? [sql`least(one, other)`, sql`greatest(one, other)`] : [sql`one`, sql`other`];
  return sql`SELECT ${left} AS left_key, ${right} AS right_key, bool_and(same) AS same
    FROM (VALUES ${join(rows)}) AS said(one, other, same) GROUP BY 1, 2`;
}

/**
 * The decisions after one more. In two tables one person of the left is one of the right at most: a new pair takes the place of
 * what was said before of either.
 * @param same undefined takes back what was said of the pair
 */
export function withDecision(
  before: readonly PeopleDecision[],
  { left, right }: Pick<PeopleDecision, 'left' | 'right'>,
  same: boolean | undefined,
  isOneTable: boolean,
): PeopleDecision[] {
  const kept = before.filter((one) => {
    if (one.left === left && one.right === right) return false;
    if (isOneTable && one.left === right && one.right === left) return false;
    return isOneTable || same !== true || !one.same || (one.left !== left && one.right !== right);
  });
  return same === undefined ? kept : [...kept, { left, right, same }];
}
