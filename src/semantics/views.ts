import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from './business-tables.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { rowsWithPeople } from './people/person-ids.ts';
import { rawName } from './raw-tables.ts';
import type { ResolvedTable } from './resolve-table.ts';

/**
 * What a business table is: the raw table with its columns cast and renamed. Canonical columns without a source are
 * NULL, except in `customers`, where a condition on a column that is not there has to fail.
 */
export function viewQuery(table: ResolvedTable): Sql {
  const columns = columnsOf(table).map(({ name, value }) => sql`${value} AS ${identifier(name)}`);
  return fixed(sql`SELECT ${join(columns)} FROM ${rowsOf(table)}`, table);
}

/** The same with `_row`. */
export function numberedQuery(table: ResolvedTable): Sql {
  const columns = columnsOf(table).map(({ name, value }) => sql`${value} AS ${identifier(name)}`);
  return fixed(sql`SELECT ${join([identifier(ROW_COLUMN), ...columns])} FROM ${rowsOf(table)}`, table);
}

/** The raw rows that a business table is made of. */
export function rowsOf({ raw, rows, people }: ResolvedTable): Sql {
  const own = rows ?? rawName(raw.name);
  return people ? rowsWithPeople(own, people.id) : own;
}

function fixed(query: Sql, { fixes = [] }: ResolvedTable): Sql {
  return fixes.reduce(
    (before, { column, value }) => sql`SELECT * REPLACE (${value} AS ${identifier(column)}) FROM (${before})`,
    query,
  );
}

/** Tables with one row per thing, and the column that says which. */
export const tableKeys: Partial<Record<BusinessTable, string>> = { customers: 'customer_id', products: 'product_id' };

/**
 * One row per customer or product from a table with several (an order log, say), with the first known value in the order
 * of the file.
 * @param withAttributes other columns of such a table describe orders and stay out, unless its rows are one per customer but for
 *   people who were joined up
 */
export function groupedQuery(table: ResolvedTable, withAttributes: boolean = false): Sql {
  const key = table.columns.find(({ name }) => name === tableKeys[table.business])!;
  const canonical: readonly BusinessColumn[] = businessTables[table.business].columns;
  const values = table.columns
    .filter((column) => column !== key)
    .map(({ name, sql: value }) => sql`, arg_min(${value}, ${identifier(ROW_COLUMN)}) AS ${identifier(name)}`);
  const absent = canonical
    .filter(({ name }) => table.business !== 'customers' && !table.columns.some((column) => column.name === name))
    .map(({ name, type }) => sql`, ${emptyColumn(type)} AS ${identifier(name)}`);
  const others = (withAttributes ? table.attributes : []).map(
    ({ name, column }) => sql`, arg_min(${identifier(column)}, ${identifier(ROW_COLUMN)}) AS ${identifier(name)}`,
  );
  const grouped = sql`SELECT ${key.sql} AS ${identifier(key.name)}${join([...values, ...absent, ...others], '')} FROM ${rowsOf(table)} WHERE ${key.sql} IS NOT NULL GROUP BY 1`;
  return fixed(grouped, table);
}

function columnsOf({ business, columns, attributes }: ResolvedTable): { name: string; value: Sql }[] {
  const canonical: readonly BusinessColumn[] = businessTables[business].columns;
  const others = attributes.map(({ name }) => name.toLowerCase());
  const filled = canonical.flatMap(({ name, type }) => {
    const mapped = columns.find((column) => column.name === name);
    if (mapped) return [{ name, value: mapped.sql }];
    const leftOut = business === 'customers' || others.includes(name);
    return leftOut ? [] : [{ name, value: emptyColumn(type) }];
  });
  const extra = columns.filter(({ type }) => type === undefined).map(({ name, sql: value }) => ({ name, value }));
  return [...filled, ...extra, ...attributes.map(({ name, column }) => ({ name, value: identifier(column) }))];
}

function emptyColumn(type: BusinessColumn['type']): Sql {
  return {
    VARCHAR: sql`CAST(NULL AS VARCHAR)`,
    TIMESTAMP: sql`CAST(NULL AS TIMESTAMP)`,
    DOUBLE: sql`CAST(NULL AS DOUBLE)`,
    BOOLEAN: sql`CAST(NULL AS BOOLEAN)`,
  }[type];
}
