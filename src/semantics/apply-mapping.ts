import type { Database } from '../database/database.ts';
import { identifier, sql } from '../database/sql.ts';
import type { BusinessTable } from './business-tables.ts';
import type { Mapping } from './mapping.ts';
import type { AppliedPeople } from './people/people.ts';
import { joinPeople, withoutPeople } from './people/person-ids.ts';
import { findOrderRules, orderTotalsQuery, purchasesQuery, returnsQuery } from './purchases.ts';
import { applyRemedies } from './quality/apply-remedies.ts';
import type { Remedy } from './quality/remedy.ts';
import { rawTables } from './raw-tables.ts';
import { resolveTable, type ResolvedTable } from './resolve-table.ts';
import { validateMapping } from './validate-mapping.ts';
import { groupedQuery, rowsOf, tableKeys, viewQuery } from './views.ts';

/**
 * Makes the schema `business` anew from a mapping: a view per business table, and `business.order_totals`,
 * `business.purchases` and `business.returns` from the orders. All of it or nothing: a mapping that does not hold
 * leaves the previous one. What has to be grouped is stored, as every question would group it again; so apply the
 * mapping again when its raw tables change.
 * @param remedies what is left out, emptied or divided in the views
 * @param today ISO day that remedies about the future are held against; without it, the day on which they were made
 * @param people who was joined up: ids that stand for one person become one
 * @returns the remedies with the rows that each of them concerns now
 * @throws AppError `mapping-…` as `validateMapping` and `resolveTable`.
 */
export async function applyMapping(
  mapping: Mapping,
  database: Database,
  remedies: readonly Remedy[] = [],
  today?: string,
  people?: AppliedPeople,
): Promise<Remedy[]> {
  const resolved = await resolveMapping(mapping, database);
  const raw = people ? await rawTables(database) : [];
  return database.transaction(async (inside) => {
    await inside.run(sql`DROP SCHEMA IF EXISTS business CASCADE`);
    await inside.run(sql`CREATE SCHEMA business`);
    const joined = await joinPeople(inside, resolved, raw, people);
    const remedied = await applyRemedies(inside, joined, remedies, today);
    for (const table of remedied.tables) await createTable(inside, table);
    return remedied.remedies;
  });
}

/** Every business table of the mapping with its sources looked up. */
export async function resolveMapping(mapping: Mapping, database: Database): Promise<ResolvedTable[]> {
  const tables = await rawTables(database);
  validateMapping(mapping, tables);
  const resolved: ResolvedTable[] = [];
  for (const [business, entry] of Object.entries(mapping)) {
    const raw = tables.find(({ name }) => name === entry?.table);
    if (entry && raw) resolved.push(await resolveTable(database, business as BusinessTable, entry, raw));
  }
  return resolved;
}

async function createTable(database: Database, table: ResolvedTable): Promise<void> {
  const name = identifier('business', table.business);
  if (await hasSeveralRows(database, table)) {
    const withAttributes = table.people !== undefined && !(await hasSeveralRows(database, withoutPeople(table)));
    await database.run(sql`CREATE TABLE ${name} AS ${groupedQuery(table, withAttributes)}`);
    return;
  }
  await database.run(sql`CREATE VIEW ${name} AS ${viewQuery(table)}`);
  if (table.business === 'orders') await createPurchases(database, table);
}

async function createPurchases(database: Database, table: ResolvedTable): Promise<void> {
  const orders = sql`business.orders`;
  const rules = await findOrderRules(database, orders, table);
  const totals = orderTotalsQuery(orders, rules);
  await database.run(
    rules.grouped
      ? sql`CREATE TABLE business.order_totals AS ${totals}`
      : sql`CREATE VIEW business.order_totals AS ${totals}`,
  );
  await database.run(sql`CREATE VIEW business.purchases AS ${purchasesQuery(sql`business.order_totals`)}`);
  await database.run(sql`CREATE VIEW business.returns AS ${returnsQuery(sql`business.order_totals`)}`);
}

/** Whether a table that should have one row per customer or product has more. */
export async function hasSeveralRows(database: Database, table: ResolvedTable): Promise<boolean> {
  const key = table.columns.find(({ name }) => name === tableKeys[table.business]);
  if (!key) return false;
  const [{ several }] = await database.rows<{ several: boolean }>(
    sql`SELECT count(v) > count(DISTINCT v) AS several FROM (SELECT ${key.sql} AS v FROM ${rowsOf(table)})`,
  );
  return several;
}
