import type { BusinessTable } from './business-tables.ts';
import type { Mapping } from './mapping.ts';

/** Columns that name one row of their table. What is finer comes first: a log of orders may also tell of customers. */
const ROW_KEYS: readonly (readonly [BusinessTable, string])[] = [
  ['conversations', 'conversation_id'],
  ['orders', 'order_id'],
  ['leads', 'lead_id'],
  ['initiatives', 'initiative'],
  ['products', 'product_id'],
  ['customers', 'customer_id'],
];

/** Columns of raw tables that may name one of their rows, by the roles that the tables play; the likeliest first. */
export function rowKeysOf(mapping: Mapping, tables: readonly string[]): string[] {
  return ROW_KEYS.flatMap(([role, key]) => {
    const source = mapping[role];
    const column = source && tables.includes(source.table) ? source.columns[key] : undefined;
    return typeof column === 'string' ? [column] : [];
  });
}
