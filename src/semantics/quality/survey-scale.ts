import { sql } from '../../database/sql.ts';
import { hasColumns, type ExamineContext, type ExaminedTable } from './examined.ts';
import type { RowRule } from './impossible.ts';

/** The scales on which people say how content they are, or how easy it was. */
const SCALES = [5, 7, 10, 100];
/** A scale is the smallest that holds this share of the answers. */
const HELD = 0.99;

/** The scale that scores are on, and what does not lie on it. */
export interface ScaleRule extends RowRule {
  scale: number;
}

/**
 * Of answers other than to the net promoter score, those beyond the end of the scale that the others are on.
 * @returns undefined when there are none of them, or all fit
 */
export async function scaleRule(
  { database, options }: ExamineContext,
  table: ExaminedTable,
): Promise<ScaleRule | undefined> {
  if (table.business !== 'surveys' || !hasColumns(table, 'kind', 'score')) return undefined;
  const [seen] = await database.rows<Record<string, number>>(
    sql`SELECT count(score) AS n, count(*) FILTER (score <= 5) AS "5", count(*) FILTER (score <= 7) AS "7",
               count(*) FILTER (score <= 10) AS "10", count(*) FILTER (score <= 100) AS "100"
        FROM ${table.from} WHERE NOT regexp_matches(lower(kind), '^ *nps')`,
    options,
  );
  const scale = SCALES.find((end) => seen[String(end)] >= HELD * seen.n);
  return scale !== undefined && seen.n > 0 ? offScale(scale) : undefined;
}

export function offScale(scale: number): ScaleRule {
  return {
    id: 'score.scale',
    says: 'score',
    column: 'score',
    shown: ['kind', 'score'],
    condition: sql`NOT regexp_matches(lower(kind), '^ *nps') AND (score < 0 OR score > ${scale})`,
    remedy: 'leave-out',
    scale,
  };
}
