import type { TableInfo } from '../core/table-info.ts';
import type { Mapping } from '../semantics/mapping.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import type { StoredMapping } from './stored-mapping.ts';

/** What became of the mapping when tables came, or took the place of others. */
export interface MappingChange {
  before: StoredMapping;
  after: StoredMapping;
}

type Role = keyof Mapping;

/**
 * The mapping as if a change had not been. Roles are as before it that are as it has left them, and those of tables that are not
 * what they were; what was decided since about others stays.
 * @param touched names of tables that go, or are others again
 * @param tables those that there are then: what does not hold with them is left out
 */
export function takeBackChange(
  { before, after }: MappingChange,
  now: StoredMapping,
  touched: readonly string[],
  tables: readonly TableInfo[],
): StoredMapping {
  const isBefore = (role: Role): boolean => {
    const source = now.mapping[role];
    return (
      (source !== undefined && touched.includes(source.table)) ||
      JSON.stringify(source) === JSON.stringify(after.mapping[role])
    );
  };
  const mapping: Mapping = {};
  for (const role of new Set([...Object.keys(before.mapping), ...Object.keys(now.mapping)] as Role[])) {
    const source = (isBefore(role) ? before : now).mapping[role];
    if (source && isValidMapping({ [role]: source }, tables)) mapping[role] = source;
  }
  const proposals = [
    ...now.proposals.filter(({ table }) => !isBefore(table)),
    ...before.proposals.filter(({ table }) => isBefore(table)),
  ];
  return { mapping, proposals: proposals.filter(({ table }) => table in mapping), edited: now.edited };
}
