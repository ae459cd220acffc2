import { message, type Message } from '../../core/message.ts';
import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';

/** An address or a number that more people of one source share is a household's or a shop's, and says nothing of one. */
export const MOST_SHARING = 4;
/** A birth date of more people than these, more than this share of all and many times more than other dates have was filled in. */
export const BIRTH_COUNT = 5;
export const BIRTH_SHARE = 0.002;
export const BIRTH_TIMES = 8;

interface Shared {
  values: number;
  people: number;
  largest: string;
  most: number;
}

/** Empties what too many people of one source have in common to tell one of them, and says so. */
export async function emptySharedValues(
  database: Database,
  side: Sql,
  { table, people }: { table: string; people: number },
  options: QueryOptions,
): Promise<Message[]> {
  const [{ usual }] = await database.rows<{ usual: number | null }>(
    sql`SELECT CAST(count(birth) AS DOUBLE) / nullif(count(DISTINCT birth), 0) AS usual FROM ${side}`,
    options,
  );
  const birth = Math.max(BIRTH_COUNT, BIRTH_SHARE * people, BIRTH_TIMES * (usual ?? 0));
  const limits = { email: MOST_SHARING, phone: MOST_SHARING, birth };
  const notices: Message[] = [];
  for (const [what, most] of Object.entries(limits)) {
    const column = identifier(what);
    const shared = sql`SELECT ${column} AS value, count(*) AS people FROM ${side} WHERE ${column} IS NOT NULL GROUP BY 1 HAVING count(*) > ${most}`;
    const [found] = await database.rows<Partial<Shared> & { values: number }>(
      sql`SELECT count(*) AS values, coalesce(sum(people), 0)::BIGINT AS people, CAST(arg_max(value, people) AS VARCHAR) AS largest, max(people) AS most FROM (${shared})`,
      options,
    );
    if (found.values === 0) continue;
    await database.run(
      sql`UPDATE ${side} SET ${column} = NULL WHERE ${column} IN (SELECT value FROM (${shared}))`,
      options,
    );
    const { values, people: of, largest, most: largestOf } = found as Shared;
    notices.push(message(`people.notice.shared.${what}`, { table, values, people: of, largest, most: largestOf }));
  }
  return notices;
}
