import type { TableInfo } from '../../../core/table-info.ts';
import type { PeopleRole, PeopleSetup, PeopleSource } from '../../../semantics/people/people.ts';
import type { ProposedColumn } from '../../../semantics/people/propose-people.ts';

/** In the order in which they are asked for. */
export const PEOPLE_ROLES: readonly PeopleRole[] = ['id', 'email', 'phone', 'name', 'given', 'family', 'birth'];

/** A raw table and the columns of it that tell who somebody is. */
export interface PeopleTable {
  table: string;
  columns: readonly ProposedColumn[];
}

/** The source that a table makes with the columns that were proposed for it. */
export function sourceOf({ table, columns }: PeopleTable): PeopleSource {
  return { table, columns: Object.fromEntries(columns.map(({ role, column }) => [role, column])) };
}

/** Two tables that tell most of people, or one that does; undefined where none does. */
export function proposedSetup(tables: readonly PeopleTable[]): PeopleSetup | undefined {
  const telling = tables.filter((table) => tells(sourceOf(table))).sort((a, b) => personal(b) - personal(a));
  const [first, second] = telling;
  if (!first) return undefined;
  // The order in which the tables came.
  const pair = tables.filter((table) => table === first || table === second);
  const [left, right] = pair.map(sourceOf);
  return { left: left!, ...(right && { right }), gmail: true, country: '' };
}

function personal({ columns }: PeopleTable): number {
  return columns.filter(({ role }) => role !== 'id').reduce((sum, { confidence }) => sum + confidence, 0);
}

/** Whether two records can be compared by something beside their ids. */
function tells({ columns }: PeopleSource): boolean {
  const hasName = columns.name !== undefined || columns.given !== undefined || columns.family !== undefined;
  return columns.email !== undefined || columns.phone !== undefined || (hasName && columns.birth !== undefined);
}

/** Whether a setup has something in common to compare by. */
export function canCompare({ left, right }: PeopleSetup): boolean {
  if (!right) return tells(left);
  const has = (role: PeopleRole): boolean => left.columns[role] !== undefined && right.columns[role] !== undefined;
  const named = [left, right].every(({ columns }) => columns.name ?? columns.given ?? columns.family);
  return has('id') || has('email') || has('phone') || (named && has('birth'));
}

/** The setup as far as its tables and columns are there still. */
export function stillThere(setup: PeopleSetup | undefined, tables: readonly TableInfo[]): PeopleSetup | undefined {
  const isThere = ({ table, columns }: PeopleSource): boolean => {
    const info = tables.find(({ name }) => name === table);
    return (
      info !== undefined && Object.values(columns).every((column) => info.columns.some(({ name }) => name === column))
    );
  };
  return setup && isThere(setup.left) && (!setup.right || isThere(setup.right)) ? setup : undefined;
}
