import { identifier } from '../database/sql.ts';
import type { Mapping } from '../semantics/mapping.ts';

/** Views that are made of the orders, whichever table they come from. */
const OF_ORDERS = ['purchases', 'returns', 'order_totals'];

/** The raw tables, of those given, that queries read: by name, or through the business views of a mapping. */
export function tablesRead(queries: readonly string[], mapping: Mapping, tables: readonly string[]): string[] {
  const roles = rolesRead(queries, mapping);
  const sources = Object.entries(mapping)
    .filter(([role]) => roles.includes(role))
    .map(([, source]) => source.table);
  return tables.filter((name) => sources.includes(name) || isRead(queries, 'raw', name));
}

/** The business tables of a mapping that queries read. */
export function rolesRead(queries: readonly string[], mapping: Mapping): string[] {
  return Object.keys(mapping).filter((role) =>
    [role, ...(role === 'orders' ? OF_ORDERS : [])].some((view) => isRead(queries, 'business', view)),
  );
}

function isRead(queries: readonly string[], schema: string, name: string): boolean {
  const quoted = identifier(schema, name).text;
  const plain = new RegExp(`\\b${schema}\\.${name}\\b`);
  return queries.some((query) => query.includes(quoted) || (/^\w+$/.test(name) && plain.test(query)));
}
