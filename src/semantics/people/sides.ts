import { ROW_COLUMN } from '../../core/table-info.ts';
import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import { cast } from '../casts.ts';
import { findFormat } from '../column-formats.ts';
import { rawName, type RawTable } from '../raw-tables.ts';
import { birthDay } from './birth-date.ts';
import { cleanEmail, isNobodysEmail } from './email.ts';
import type { PeopleSetup, PeopleSide, PeopleSource } from './people.ts';
import { nameWords } from './person-name.ts';
import { lastDigits, phoneDigits, phoneWithCountry } from './phone.ts';

/** The people of a table in comparable form, one row each; `l` and `r` in queries. */
export const SIDES = {
  left: identifier('redito', 'people_left'),
  right: identifier('redito', 'people_right'),
} as const;

/** The key of a person in a table: the id as text where there are ids, the row number otherwise. */
export async function keyOf(database: Database, source: PeopleSource, raw: RawTable): Promise<Sql> {
  const id = source.columns.id;
  return id === undefined ? sql`CAST(${identifier(ROW_COLUMN)} AS VARCHAR)` : asText(database, raw, id);
}

async function asText(database: Database, raw: RawTable, column: string): Promise<Sql> {
  const type = raw.columns.find(({ name }) => name === column)?.type ?? 'VARCHAR';
  const format = await findFormat(database, rawName(raw.name), identifier(column), type, 'VARCHAR');
  // A file without a blank in its ids may have an empty one.
  return sql`nullif(${cast(identifier(column), 'VARCHAR', format)}, '')`;
}

async function asDay(database: Database, raw: RawTable, column: string): Promise<Sql> {
  const type = raw.columns.find(({ name }) => name === column)?.type ?? 'VARCHAR';
  const format = await findFormat(database, rawName(raw.name), identifier(column), type, 'TIMESTAMP');
  return birthDay(cast(identifier(column), 'TIMESTAMP', format));
}

/**
 * Makes the table of the people of one source: of several rows with one id the first known value of each column counts. Words,
 * addresses and numbers are in the form in which they are compared; those of a desk or of nobody are left out.
 */
export async function makeSide(
  database: Database,
  side: keyof typeof SIDES,
  { table, columns }: PeopleSource,
  raw: RawTable,
  { gmail, country }: Pick<PeopleSetup, 'gmail' | 'country'>,
  options: QueryOptions,
): Promise<PeopleSide & { nobodys: number }> {
  const none = sql`CAST(NULL AS VARCHAR)`;
  const text = async (column: string | undefined): Promise<Sql> =>
    column === undefined ? none : asText(database, raw, column);
  const key = await keyOf(database, { table, columns }, raw);
  const birth = columns.birth === undefined ? sql`CAST(NULL AS DATE)` : await asDay(database, raw, columns.birth);
  const parts = [columns.name, columns.given, columns.family].filter((column) => column !== undefined);
  const name = parts.length === 0 ? none : sql`concat_ws(' ', ${joined(await Promise.all(parts.map(text)))})`;
  const row = identifier(ROW_COLUMN);
  const first = (column: string): Sql => sql`arg_min(${identifier(column)}, ${row}) AS ${identifier(column)}`;
  const values = sql`SELECT ${row}, ${key} AS key, ${await text(columns.email)} AS email, ${await text(columns.phone)} AS phone,
    ${birth} AS birth, ${name} AS name FROM ${rawName(table)}`;
  const people = sql`SELECT key, min(${row}) AS first_row, ${first('email')}, ${first('phone')}, ${first('birth')}, ${first('name')}
    FROM (${values}) WHERE key IS NOT NULL GROUP BY key`;
  const clean = sql`SELECT row_number() OVER (ORDER BY first_row) AS n, key, first_row, birth, trim(email) AS email_written, trim(phone) AS phone_written,
    ${cleanEmail(identifier('email'), gmail)} AS email, ${lastDigits(identifier('phone'), country)} AS phone,
    ${phoneWithCountry(identifier('phone'))} AS phone_country, ${phoneDigits(identifier('phone'))} AS phone_digits, coalesce(${nameWords(identifier('name'))}, []) AS words
    FROM (${people})`;
  await database.run(
    sql`CREATE OR REPLACE TABLE ${SIDES[side]} AS
      SELECT * REPLACE (CASE WHEN NOT is_nobodys THEN email END AS email), array_to_string(words, ' ') AS words_key
      FROM (SELECT *, coalesce(${isNobodysEmail(identifier('email'))}, false) AS is_nobodys FROM (${clean}))`,
    options,
  );
  const [counted] = await database.rows<{ people: number; nobodys: number }>(
    sql`SELECT count(*) AS people, count(*) FILTER (is_nobodys) AS nobodys FROM ${SIDES[side]}`,
    options,
  );
  const [{ withoutId }] = await database.rows<{ withoutId: number }>(
    sql`SELECT count(*) AS "withoutId" FROM ${rawName(table)} WHERE ${key} IS NULL`,
    options,
  );
  return { table, people: counted.people, nobodys: counted.nobodys, withoutId };
}

function joined(parts: readonly Sql[]): Sql {
  return parts.reduce((before, part) => sql`${before}, ${part}`);
}

export async function dropSides(database: Database): Promise<void> {
  for (const side of [SIDES.left, SIDES.right]) await database.run(sql`DROP TABLE IF EXISTS ${side}`);
}
