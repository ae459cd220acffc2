import type { TableInfo } from '../core/table-info.ts';
import type { Mapping } from '../semantics/mapping.ts';

/** The attributes of customers that a condition can use: mapped columns, and the raw table's others. */
export function businessAttributes(mapping: Mapping, tables: readonly TableInfo[]): string[] {
  const { customers } = mapping;
  if (!customers) return [];
  const mapped = Object.keys(customers.columns);
  const sources = new Set(Object.values(customers.columns).filter((source) => typeof source === 'string'));
  const raw = tables.find(({ name }) => name === customers.table)?.columns ?? [];
  return [...mapped, ...raw.map(({ name }) => name).filter((name) => !sources.has(name) && !mapped.includes(name))];
}
