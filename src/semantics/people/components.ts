import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { isNearDay } from './birth-date.ts';
import { PAIRS } from './pairs.ts';
import { nameSimilarity } from './person-name.ts';
import { UNLIKE_NAMES } from './tier-joins.ts';

const LABELS = identifier('redito', 'people_labels');

/** More records than these are no person's: somewhere in between a value is shared. */
export const MOST_RECORDS = 8;

/**
 * Makes a table `(n, label)` that gives records which are joined, through others too, one label: the smallest number among them.
 * Labels are handed on along the pairs and along themselves, so that the rounds grow with the logarithm of the longest chain.
 * @param edges a query of `l` and `r`
 */
export async function labelRecords(database: Database, edges: Sql, options: QueryOptions = {}): Promise<Sql> {
  const both = sql`SELECT l AS a, r AS b FROM (${edges}) UNION ALL SELECT r, l FROM (${edges})`;
  await database.run(
    sql`CREATE OR REPLACE TABLE ${LABELS} AS SELECT a AS n, least(a, min(b)) AS label FROM (${both}) GROUP BY a`,
    options,
  );
  for (;;) {
    const handedOn = sql`SELECT a AS n, t.label FROM (${both}) AS e JOIN ${LABELS} AS t ON t.n = e.b
      UNION ALL SELECT s.n, t.label FROM ${LABELS} AS s JOIN ${LABELS} AS t ON t.n = s.label`;
    const smaller = sql`SELECT n, min(label) AS label FROM (${handedOn}) GROUP BY n`;
    const changed = sql`SELECT s.n, s.label FROM (${smaller}) AS s JOIN ${LABELS} AS t ON t.n = s.n WHERE s.label < t.label`;
    const [{ count }] = await database.rows<{ count: number }>(
      sql`SELECT count(*) AS count FROM (${changed})`,
      options,
    );
    if (count === 0) return LABELS;
    await database.run(
      sql`UPDATE ${LABELS} SET label = c.label FROM (${changed}) AS c WHERE c.n = people_labels.n`,
      options,
    );
  }
}

export async function dropLabels(database: Database): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${LABELS}`);
}

/**
 * Records of one table that hang together through too many others, or of which two cannot be one person although a chain leads from
 * the one to the other, are left to the analyst with every pair that they are in.
 */
export async function reviewChains(database: Database, side: Sql, options: QueryOptions): Promise<void> {
  const labels = await labelRecords(database, sql`SELECT l, r FROM ${PAIRS} WHERE status = 'joined'`, options);
  const large = sql`SELECT label FROM ${labels} GROUP BY 1 HAVING count(*) > ${MOST_RECORDS}`;
  const isTwo = sql`coalesce(${nameSimilarity(sql`l.words`, sql`r.words`)} < ${UNLIKE_NAMES}, false)
    OR coalesce(l.birth <> r.birth AND NOT ${isNearDay(sql`l.birth`, sql`r.birth`)}, false)`;
  const contradicting = sql`SELECT a.label FROM ${labels} AS a JOIN ${labels} AS b ON a.label = b.label AND a.n < b.n
    JOIN ${side} AS l ON l.n = a.n JOIN ${side} AS r ON r.n = b.n
    ANTI JOIN ${PAIRS} AS direct ON direct.l = a.n AND direct.r = b.n AND direct.status = 'joined'
    WHERE a.label NOT IN (${large}) AND (${isTwo})`;
  await database.run(
    sql`UPDATE ${PAIRS} SET status = 'review', reason = 'chain'
      WHERE status = 'joined' AND l IN (SELECT n FROM ${labels} WHERE label IN (${large} UNION ${contradicting}))`,
    options,
  );
  await dropLabels(database);
}
