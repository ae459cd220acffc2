import { sql, type Sql } from '../../database/sql.ts';
import { isNearDay } from './birth-date.ts';
import type { PeopleRole, PeopleSetup, PeopleSource, PeopleTier } from './people.ts';
import { nameSimilarity } from './person-name.ts';
import { samePhone } from './phone.ts';

/** Names less alike than this are two people's, unless something else says otherwise. */
export const UNLIKE_NAMES = 0.75;
/** Names at least so much alike are worth a look when the birth date is the same. */
export const ALIKE_NAMES = 0.88;

/** Two words at least: “Ana” alone is no name to tell people by. */
const fullNames = sql`len(l.words) >= 2 AND len(r.words) >= 2`;

/** What two records `l` and `r` have in common in a tier whose pairs are found by equal values. */
export const EXACT_JOINS = {
  id: sql`l.key = r.key`,
  'email-exact': sql`l.email = r.email AND l.email_written = r.email_written`,
  'email-clean': sql`l.email = r.email`,
  'phone-exact': sql`l.phone = r.phone AND l.phone_written = r.phone_written`,
  'phone-clean': samePhone,
  'name-birth': sql`l.birth = r.birth AND l.words_key = r.words_key AND ${fullNames}`,
} as const satisfies Partial<Record<PeopleTier, Sql>>;

/** The names of `l` and `r` are alike, and not the same. */
export const alikeNames = sql`${fullNames} AND l.words_key <> r.words_key AND ${nameSimilarity(sql`l.words`, sql`r.words`)} >= ${ALIKE_NAMES}`;

/** Pairs of the same name whose birth dates are near. Years, or days of the year, are joined first: common names have many people. */
export function nearBirths(left: Sql, right: Sql, pairs: Sql): Sql {
  const near = isNearDay(sql`l.birth`, sql`r.birth`);
  const half = (on: Sql): Sql =>
    sql`SELECT l.n AS l, r.n AS r FROM ${left} AS l JOIN ${right} AS r ON l.words_key = r.words_key AND ${on} WHERE ${fullNames} AND ${near} AND ${pairs}`;
  const sameYear = sql`year(l.birth) = year(r.birth)`;
  const sameDay = sql`month(l.birth) = month(r.birth) AND day(l.birth) = day(r.birth)`;
  return sql`${half(sameYear)} UNION ${half(sameDay)}`;
}

const NEEDS: Record<PeopleTier, readonly (readonly PeopleRole[])[]> = {
  id: [['id']],
  'email-exact': [['email']],
  'email-clean': [['email']],
  'phone-exact': [['phone']],
  'phone-clean': [['phone']],
  'name-birth': [
    ['name', 'birth'],
    ['family', 'birth'],
    ['given', 'birth'],
  ],
  'name-like': [
    ['name', 'birth'],
    ['family', 'birth'],
    ['given', 'birth'],
  ],
  'birth-like': [
    ['name', 'birth'],
    ['family', 'birth'],
    ['given', 'birth'],
  ],
};

/** Whether the columns for a tier are there on both sides. Ids of one table tell nothing: rows with one id are one person. */
export function canMatchBy(tier: PeopleTier, { left, right }: PeopleSetup): boolean {
  if (tier === 'id' && !right) return false;
  const has = ({ columns }: PeopleSource): boolean =>
    NEEDS[tier].some((roles) => roles.every((role) => columns[role] !== undefined));
  return has(left) && has(right ?? left);
}
