import { join, sql, type Sql } from '../../database/sql.ts';
import { hasColumns, type ExaminedTable } from './examined.ts';
import type { RowRule } from './impossible.ts';

/** The scales on which people say how content they are, or how easy it was. */
const SCALES = [5, 7, 10, 100];
/** A scale is the smallest that holds this share of the answers. */
const HELD = 0.99;

/** What a questionnaire calls itself, however it is written. */
const KIND = sql`trim(lower(kind))`;
/** Answers to the net promoter score have a rule of their own. */
const IS_OTHER = sql`NOT regexp_matches(lower(kind), '^ *nps')`;

/**
 * Answers beyond the end of the scale that the others of their kind are on: each kind of questionnaire has its own. Where no scale
 * holds nearly all of a kind, nothing is said of it.
 * @returns undefined for a table that has no scores
 */
export function scaleRule(table: ExaminedTable): RowRule | undefined {
  if (table.business !== 'surveys' || !hasColumns(table, 'kind', 'score')) return undefined;
  const offScale = SCALES.map((end, i) => {
    const holds = (scale: number): Sql => sql`count(*) FILTER (score <= ${scale}) >= ${HELD} * count(score)`;
    const smaller = SCALES.slice(0, i).map((scale) => sql`AND NOT ${holds(scale)}`);
    return sql`(score > ${end} AND ${KIND} IN (SELECT ${KIND} FROM ${table.from} WHERE ${IS_OTHER} GROUP BY 1 HAVING ${holds(end)} ${join(smaller, ' ')}))`;
  });
  return {
    id: 'score.scale',
    says: 'score',
    column: 'score',
    shown: ['kind', 'score'],
    condition: sql`${IS_OTHER} AND (score < 0 OR ${join(offScale, ' OR ')})`,
    remedy: 'leave-out',
  };
}
