import type { Database } from '../../database/database.ts';
import { sql, type Sql } from '../../database/sql.ts';
import { dropLabels, labelRecords } from './components.ts';
import { decidedQuery, type PeopleDecisions } from './decided.ts';
import type { PeopleSetup } from './people.ts';

/** A name that the table of matches is called by, unless it is taken. */
export const MATCHES_NAME = 'people_matches';

/**
 * The matches as rows, for as long as `use` works on them: `left_table, left_id, right_table, right_id, tier, similarity, agreed,
 * decided_by, person_id`. The person's id is the left table's, or in one table that of its first record. Ids and no other
 * value of a person are in it.
 */
export async function withMatches<T>(
  database: Database,
  { left, right }: PeopleSetup,
  decisions: PeopleDecisions,
  use: (matches: Sql) => Promise<T>,
): Promise<T> {
  const same = sql`SELECT * FROM (${decidedQuery(decisions, !right)}) WHERE state IN ('joined', 'accepted')`;
  const rows = (person: Sql, from: Sql): Sql =>
    sql`SELECT ${left.table} AS left_table, p.left_key AS left_id, ${(right ?? left).table} AS right_table, p.right_key AS right_id,
        p.tier, round(p.similarity, 4) AS similarity, p.agreed, p.decided_by, ${person} AS person_id
      FROM ${from} ORDER BY p.l, p.r`;
  if (right) return use(rows(sql`p.left_key`, sql`(${same}) AS p`));
  const labels = await labelRecords(database, sql`SELECT l, r FROM (${same})`);
  try {
    const keys = sql`SELECT l AS n, left_key AS key FROM (${same}) UNION SELECT r, right_key FROM (${same})`;
    const labelled = sql`(${same}) AS p JOIN ${labels} AS t ON t.n = p.l JOIN (${keys}) AS k ON k.n = t.label`;
    return await use(rows(sql`k.key`, labelled));
  } finally {
    await dropLabels(database);
  }
}
