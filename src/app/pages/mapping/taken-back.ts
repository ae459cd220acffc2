import type { BusinessTable } from '../../../semantics/business-tables.ts';
import type { Mapping } from '../../../semantics/mapping.ts';

/** The mapping that is in force now, without what was changed from one to another; what has come meanwhile stays. */
export function takenBack(before: Mapping, changed: Mapping, now: Mapping): Mapping {
  const roles = new Set([...Object.keys(before), ...Object.keys(changed)] as BusinessTable[]);
  const next: Mapping = { ...now };
  for (const role of roles) {
    if (JSON.stringify(before[role]) === JSON.stringify(changed[role])) continue;
    const former = before[role];
    if (former) next[role] = former;
    else delete next[role];
  }
  return next;
}
