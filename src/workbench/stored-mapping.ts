import type { Mapping, Proposal, TableMapping } from '../semantics/mapping.ts';

/** The mapping as the workspace keeps it. */
export interface StoredMapping {
  mapping: Mapping;
  proposals: Proposal[];
  /** The analyst has had a hand in it: detection only adds what new tables bring. */
  edited: boolean;
}

export const nothingMapped: StoredMapping = { mapping: {}, proposals: [], edited: false };

/** Whether a column comes from the same place in both. */
export function sameSource(before: TableMapping | undefined, after: TableMapping | undefined, column: string): boolean {
  const source = (mapping: TableMapping | undefined) => JSON.stringify([mapping?.table, mapping?.columns[column]]);
  return source(before) === source(after);
}

/** The same after a table has got another name. */
export function withRenamed(stored: StoredMapping, from: string, to: string): StoredMapping {
  const mapping = Object.entries(stored.mapping).map(([role, source]) => [
    role,
    source.table === from ? { ...source, table: to } : source,
  ]);
  return { ...stored, mapping: Object.fromEntries(mapping) as Mapping };
}
