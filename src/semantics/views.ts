import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { businessTables, type BusinessColumn } from './business-tables.ts';
import { rawName, ROW_COLUMN } from './raw-tables.ts';
import type { ResolvedTable } from './resolve-table.ts';

/**
 * What a business table is: the raw table with its columns cast and renamed. Canonical columns without a source are
 * NULL, except in `customers`, where a condition on a column that is not there has to fail.
 */
export function viewQuery(table: ResolvedTable): Sql {
  return sql`SELECT ${join(columnsOf(table).map(({ name, value }) => sql`${value} AS ${identifier(name)}`))} FROM ${rawName(table.raw.name)}`;
}

/**
 * Customers from a table with several rows per customer (an order log, say): one row each, with the first known value
 * in the order of the file. Other columns of such a table describe orders, not customers, and stay out.
 */
export function groupedCustomersQuery(table: ResolvedTable): Sql {
  const id = table.columns.find(({ name }) => name === 'customer_id')!;
  const others = table.columns.filter((column) => column !== id);
  const values = others.map(
    ({ name, sql: value }) => sql`, arg_min(${value}, ${identifier(ROW_COLUMN)}) AS ${identifier(name)}`,
  );
  return sql`SELECT ${id.sql} AS customer_id${join(values, '')} FROM ${rawName(table.raw.name)} WHERE ${id.sql} IS NOT NULL GROUP BY 1`;
}

function columnsOf({ business, columns, attributes }: ResolvedTable): { name: string; value: Sql }[] {
  const canonical: readonly BusinessColumn[] = businessTables[business].columns;
  const others = attributes.map(({ name }) => name.toLowerCase());
  const filled = canonical.flatMap(({ name, type }) => {
    const mapped = columns.find((column) => column.name === name);
    if (mapped) return [{ name, value: mapped.sql }];
    const leftOut = business === 'customers' || others.includes(name);
    return leftOut ? [] : [{ name, value: sql`CAST(NULL AS ${identifierlessType(type)})` }];
  });
  const extra = columns.filter(({ type }) => type === undefined).map(({ name, sql: value }) => ({ name, value }));
  return [...filled, ...extra, ...attributes.map(({ name, column }) => ({ name, value: identifier(column) }))];
}

function identifierlessType(type: BusinessColumn['type']): Sql {
  return { VARCHAR: sql`VARCHAR`, TIMESTAMP: sql`TIMESTAMP`, DOUBLE: sql`DOUBLE`, BOOLEAN: sql`BOOLEAN` }[type];
}
