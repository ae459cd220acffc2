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

/** With what detection makes of tables that came, or the very same when that is nothing: what the analyst has decided stays. */
export function withDetected(
  before: StoredMapping,
  detected: Pick<StoredMapping, 'mapping' | 'proposals'>,
  come: readonly string[],
): StoredMapping {
  const next = addDetected(before, detected, come);
  return JSON.stringify(next) === JSON.stringify(before) ? before : next;
}

function addDetected(
  { mapping, proposals, edited }: StoredMapping,
  detected: Pick<StoredMapping, 'mapping' | 'proposals'>,
  come: readonly string[],
): StoredMapping {
  if (!edited) return { mapping: detected.mapping, proposals: detected.proposals, edited };
  const added = Object.entries(detected.mapping).filter(
    ([role, source]) => !(role in mapping) && come.includes(source.table),
  );
  const roles = added.map(([role]) => role);
  return {
    mapping: { ...mapping, ...Object.fromEntries(added) },
    proposals: [...proposals, ...detected.proposals.filter(({ table }) => roles.includes(table))],
    edited,
  };
}

/** The same after a table has got another name. */
export function withRenamed(stored: StoredMapping, from: string, to: string): StoredMapping {
  const mapping = Object.entries(stored.mapping).map(([role, source]) => [
    role,
    source.table === from ? { ...source, table: to } : source,
  ]);
  return { ...stored, mapping: Object.fromEntries(mapping) as Mapping };
}

export function withoutTable(stored: StoredMapping, name: string): StoredMapping {
  const kept = Object.entries(stored.mapping).filter(([, source]) => source.table !== name);
  return { ...stored, mapping: Object.fromEntries(kept) };
}

/** With the roles that a table had before, as far as no other one has them. */
export function withRolesOf(
  { mapping, proposals, edited }: StoredMapping,
  before: StoredMapping,
  name: string,
): StoredMapping {
  const back = Object.entries(before.mapping).filter(([role, source]) => source.table === name && !(role in mapping));
  const names = back.map(([role]) => role);
  return {
    mapping: { ...mapping, ...Object.fromEntries(back) },
    proposals: [
      ...proposals.filter(({ table }) => !names.includes(table)),
      ...before.proposals.filter(({ table }) => names.includes(table)),
    ],
    edited,
  };
}
