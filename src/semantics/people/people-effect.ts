import type { Database, QueryOptions } from '../../database/database.ts';
import { identifier, join, sql, type Sql } from '../../database/sql.ts';
import type { BusinessTable } from '../business-tables.ts';
import type { Source } from '../mapping.ts';
import { rawName, type RawTable } from '../raw-tables.ts';
import type { ResolvedTable } from '../resolve-table.ts';
import { rowsOf } from '../views.ts';
import type { AppliedPeople, PeopleSetup } from './people.ts';
import { customerOf, givingWay, haveIds, personIdsQuery } from './person-ids.ts';
import { keyOf } from './sides.ts';

/** What joining does to the customers of one business table. */
export interface TableEffect {
  table: BusinessTable;
  raw: string;
  /** Where its customer ids are read. */
  source: Source;
  /** Of which source its customer ids are; absent where it knows none of them. */
  side?: 'left' | 'right';
  /** Shares of its customers that the two sources know, 0 to 1: where both know many, it takes the analyst to say whose they are. */
  known: { left: number; right: number };
  before: number;
  after: number;
}

export interface PeopleEffect {
  /** The tables that have no ids by which a business table could name their people: nothing changes in answers then. */
  withoutIds: string[];
  /** Records that are a person which another record is already. */
  merged: number;
  /** Ids of the right table that are those of somebody else on the left: they get the table's name in front. */
  apart: number;
  /** Customers over all business tables together. */
  before: number;
  after: number;
  tables: TableEffect[];
}

const PREVIEW = identifier('redito', 'people_preview');

/**
 * Counts customers before and after joining, in the tables as they were read.
 * @param chosen whose ids a business table holds, where the analyst has said so
 */
export async function peopleEffect(
  database: Database,
  setup: PeopleSetup,
  matches: Sql,
  raw: { left: RawTable; right?: RawTable },
  resolved: readonly ResolvedTable[],
  chosen: Partial<Record<string, 'left' | 'right'>>,
  options: QueryOptions,
): Promise<PeopleEffect> {
  const ids = await personIdsQuery(database, sql`(${matches})`, setup, raw);
  await database.run(sql`CREATE OR REPLACE TABLE ${PREVIEW} AS ${ids}`, options);
  try {
    const tables: TableEffect[] = [];
    const [before, after]: [Sql[], Sql[]] = [[], []];
    for (const one of resolved) {
      const customer = customerOf(one);
      if (!customer) continue;
      const customers = sql`SELECT DISTINCT ${customer.sql} AS id FROM ${rowsOf(one)} WHERE ${customer.sql} IS NOT NULL`;
      const known = await knownShares(database, setup, raw, customers, options);
      const said = chosen[one.business];
      const side = said && setup[said]?.columns.id !== undefined ? said : sideOf(one, setup, known);
      const changes = haveIds(setup) && side === givingWay(setup);
      const persons = changes
        ? sql`SELECT DISTINCT coalesce(_redito_person, id) AS id FROM (${customers}) LEFT JOIN ${PREVIEW} ON _redito_id = id`
        : customers;
      const [count] = await database.rows<{ before: number; after: number }>(
        sql`SELECT (SELECT count(*) FROM (${customers})) AS before, (SELECT count(*) FROM (${persons})) AS after`,
        options,
      );
      before.push(customers);
      after.push(persons);
      tables.push({
        table: one.business,
        raw: one.raw.name,
        source: customer.source,
        ...(side && { side }),
        known,
        ...count,
      });
    }
    const total = async (parts: readonly Sql[]): Promise<number> => {
      if (parts.length === 0) return 0;
      const [{ count }] = await database.rows<{ count: number }>(
        sql`SELECT count(DISTINCT id) AS count FROM (${join(parts, ' UNION ALL ')})`,
        options,
      );
      return count;
    };
    const [{ given }] = await database.rows<{ given: number }>(sql`SELECT count(*) AS given FROM ${PREVIEW}`, options);
    const [{ pairs, moved, again }] = await database.rows<{ pairs: number; moved: number; again: number }>(
      sql`SELECT count(*) AS pairs, count(*) FILTER (right_id <> person_id) AS moved,
          (SELECT count(*) FROM (SELECT left_id AS id, person_id FROM (${matches}) UNION SELECT right_id, person_id FROM (${matches}))
            WHERE id <> person_id) AS again FROM (${matches})`,
      options,
    );
    const merged = setup.right ? pairs : again;
    const apart = setup.right && haveIds(setup) ? given - moved : 0;
    const sources = [setup.left, ...(setup.right ? [setup.right] : [])];
    const withoutIds = sources.filter(({ columns }) => columns.id === undefined).map(({ table }) => table);
    return { withoutIds, merged, apart, before: await total(before), after: await total(after), tables };
  } finally {
    await dropPreview(database);
  }
}

export async function dropPreview(database: Database): Promise<void> {
  await database.run(sql`DROP TABLE IF EXISTS ${PREVIEW}`);
}

async function knownShares(
  database: Database,
  { left, right }: PeopleSetup,
  raw: { left: RawTable; right?: RawTable },
  customers: Sql,
  options: QueryOptions,
): Promise<TableEffect['known']> {
  const share = async (source: PeopleSetup['left'] | undefined, table: RawTable | undefined): Promise<number> => {
    if (!source || !table || source.columns.id === undefined) return 0;
    const key = await keyOf(database, source, table);
    const [{ share: found }] = await database.rows<{ share: number | null }>(
      sql`SELECT CAST(count(*) FILTER (id IN (SELECT ${key} FROM ${rawName(table.name)})) AS DOUBLE) / nullif(count(*), 0) AS share FROM (${customers})`,
      options,
    );
    return found ?? 0;
  };
  return { left: await share(left, raw.left), right: await share(right, raw.right) };
}

/** A table that is a source itself has that source's ids; others those that they mostly hold. */
function sideOf(
  { raw }: ResolvedTable,
  { left, right }: PeopleSetup,
  known: TableEffect['known'],
): TableEffect['side'] {
  if (known.left === 0 && known.right === 0) return undefined;
  if (right && raw.name === right.table && known.right > 0) return 'right';
  if (raw.name === left.table && known.left > 0) return 'left';
  return known.right > known.left ? 'right' : 'left';
}

/** What is to be put in force. */
export function appliedOf(setup: PeopleSetup, matches: string, { tables }: PeopleEffect): AppliedPeople {
  const ids = tables.flatMap(({ table, raw, side, source }) => (side ? [[table, { raw, side, source }] as const] : []));
  return { matches, left: setup.left, ...(setup.right && { right: setup.right }), ids: Object.fromEntries(ids) };
}
