import type { Database } from '../../database/database.ts';
import { identifier, sql, type Sql } from '../../database/sql.ts';
import type { BusinessTable } from '../business-tables.ts';
import type { Source } from '../mapping.ts';
import { rawName, type RawTable } from '../raw-tables.ts';
import type { ResolvedTable } from '../resolve-table.ts';
import type { AppliedPeople, PeopleSource } from './people.ts';
import { keyOf } from './sides.ts';

/** Which ids stand for another one, `(_redito_id, _redito_person)`; made with the business views. */
export const PERSON_IDS = identifier('business', 'person_ids');
const [ID, PERSON] = [identifier('_redito_id'), identifier('_redito_person')];

/** Row numbers tell records of one table only: they are nobody's id in a business table, and no id gives way to one. */
export function haveIds({ left, right = left }: { left: PeopleSource; right?: PeopleSource }): boolean {
  return left.columns.id !== undefined && right.columns.id !== undefined;
}

/**
 * The ids that give way to a person's; none where a table has no ids. In two tables the left one's ids stay: the right one's become those of whom they were joined
 * to, and one that is also an id of somebody else on the left gets the name of its table in front, as it is nobody's there.
 * @param matches a query or table with the columns of `withMatches`
 */
export async function personIdsQuery(
  database: Database,
  matches: Sql,
  { left, right }: { left: PeopleSource; right?: PeopleSource },
  raw: { left: RawTable; right?: RawTable },
): Promise<Sql> {
  const joined = right
    ? sql`SELECT right_id AS id, person_id AS person FROM ${matches} AS m`
    : sql`SELECT left_id AS id, person_id AS person FROM ${matches} AS m UNION SELECT right_id, person_id FROM ${matches} AS m`;
  const ids = sql`SELECT id AS ${ID}, any_value(person) AS ${PERSON} FROM (${joined}) WHERE id <> person GROUP BY id`;
  if (!haveIds({ left, ...(right && { right }) })) return sql`${ids} LIMIT 0`;
  if (!right) return ids;
  const [leftKey, rightKey] = [await keyOf(database, left, raw.left), await keyOf(database, right, raw.right!)];
  return sql`${ids} UNION ALL
    SELECT key, ${`${right.table}:`} || key FROM (SELECT DISTINCT ${rightKey} AS key FROM ${rawName(right.table)})
    WHERE key IN (SELECT ${leftKey} FROM ${rawName(left.table)}) AND key NOT IN (SELECT right_id FROM ${matches} AS m WHERE right_id IS NOT NULL)`;
}

/** Whose ids give way: the right table's, or those of the only one. */
export function givingWay({ right }: Pick<AppliedPeople, 'right'>): 'left' | 'right' {
  return right ? 'right' : 'left';
}

/**
 * Joined people as the business tables see them: customer ids that give way to a person's. The tables come back as they are when
 * what was joined is not there any more.
 */
export async function joinPeople(
  database: Database,
  tables: readonly ResolvedTable[],
  raw: readonly RawTable[],
  applied: AppliedPeople | undefined,
): Promise<ResolvedTable[]> {
  const table = (name: string | undefined): RawTable | undefined => raw.find((one) => one.name === name);
  const [left, right, matches] = [applied?.left, applied?.right, applied?.matches].map((one) =>
    table(typeof one === 'object' ? one.table : one),
  );
  const isThere =
    applied &&
    left &&
    (right || !applied.right) &&
    haveIds(applied) &&
    hasIds(left, applied.left) &&
    (!right || hasIds(right, applied.right!)) &&
    areMatches(matches);
  const concerned = tables.filter((one) => isThere && isConcerned(one, customerOf(one)?.source, applied));
  if (!isThere || concerned.length === 0) return [...tables];
  const ids = await personIdsQuery(database, rawName(applied.matches), applied, { left, ...(right && { right }) });
  await database.run(sql`CREATE TABLE ${PERSON_IDS} AS ${ids}`);
  return tables.map((one) => (concerned.includes(one) ? withPeople(one) : one));
}

function hasIds(table: RawTable, { columns }: PeopleSource): boolean {
  return columns.id === undefined || table.columns.some(({ name }) => name === columns.id);
}

/** A table of that name may be anything, in a file that was brought. */
export function areMatches(table: RawTable | undefined): boolean {
  const names = ['left_id', 'right_id', 'person_id'];
  return names.every((name) => table?.columns.some((column) => column.name === name && column.type === 'VARCHAR'));
}

/** A table as it is in the views that stand: its customer ids give way if they do there. */
export async function personsOf(
  database: Database,
  table: ResolvedTable,
  applied: AppliedPeople | undefined,
): Promise<ResolvedTable> {
  if (!applied || !isConcerned(table, customerOf(table)?.source, applied)) return table;
  return (await areInForce(database)) ? withPeople(table) : table;
}

/** Whether ids give way to persons' in the business views that stand. */
export async function areInForce(database: Database): Promise<boolean> {
  const stands = await database.texts(
    sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'business' AND table_name = 'person_ids'`,
  );
  return stands.length > 0;
}

/**
 * Whether joined people change a business table that is made of this raw table.
 * @param source where its customer ids are read; undefined where it has none
 */
export function isConcerned(
  { business, raw }: { business: BusinessTable; raw: { name: string } },
  source: Source | undefined,
  applied: AppliedPeople,
): boolean {
  const known = applied.ids[business];
  const isSame = source !== undefined && JSON.stringify(source) === JSON.stringify(known?.source);
  return isSame && known?.raw === raw.name && known.side === givingWay(applied);
}

export function customerOf({ columns }: ResolvedTable): ResolvedTable['columns'][number] | undefined {
  return columns.find(({ name, type }) => name === 'customer_id' && type === 'VARCHAR');
}

function withPeople(table: ResolvedTable): ResolvedTable {
  const { sql: id } = customerOf(table)!;
  const columns = table.columns.map((column) =>
    column.name === 'customer_id' ? { ...column, sql: sql`coalesce(${PERSON}, ${id})` } : column,
  );
  return { ...table, columns, people: { id } };
}

/** The table as it is without anybody joined up. */
export function withoutPeople({ people, ...table }: ResolvedTable): ResolvedTable {
  if (!people) return table;
  const columns = table.columns.map((column) =>
    column.name === 'customer_id' ? { ...column, sql: people.id } : column,
  );
  return { ...table, columns };
}

/** Rows with the person whose id stands for the one that they have. */
export function rowsWithPeople(rows: Sql, id: Sql): Sql {
  return sql`(SELECT own.*, ids.${PERSON} FROM ${rows} AS own LEFT JOIN ${PERSON_IDS} AS ids ON ids.${ID} = ${id})`;
}
