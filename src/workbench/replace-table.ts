import type { TableInfo } from '../core/table-info.ts';
import { findTable } from '../database/catalog.ts';
import { forgetSort } from '../database/pages.ts';
import { forgetBinned, giveNameBack, mustStillBe, takeName } from '../database/table-places.ts';
import { fitMapping } from '../semantics/fit-mapping.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import type { Mapping, TableMapping } from '../semantics/mapping.ts';
import type { StoredMapping } from './stored-mapping.ts';
import type { Workspace } from './workspace.ts';

/** Brings the table back that was replaced, and its roles; to be saved by who calls it. */
export type UndoReplacing = () => Promise<void>;

/**
 * A table takes the name and the roles of another one, which goes to the bin: all of it or nothing. Roles whose columns the
 * new one lacks are given up.
 * @returns what it is now; what undoes it, or what makes it final
 */
export async function replaceTable(
  workspace: Workspace,
  old: string,
  fresh: string,
): Promise<{ info: TableInfo; undo: UndoReplacing; forget: () => Promise<void> }> {
  const { database, remedies } = workspace;
  await forgetSort(database);
  const before = await findTable(database, old);
  // Another table may take the name that the new one gives up.
  await remedies.tablesWent([fresh]);
  const { info, binnedAs } = await takeName(database, fresh, old);
  const undo = await takeRoles(workspace, before, fresh, async () => {
    await forgetSort(database);
    await mustStillBe(database, info);
    await giveNameBack(database, old, binnedAs);
  });
  return { info, undo, forget: () => forgetBinned(database, binnedAs) };
}

/**
 * A table has come in the place of another one and gets its roles; what detection has made of the one that it was before is its
 * own as well, unless the analyst has decided what is what. When that fails, it is undone.
 * @param undo brings the tables back; @returns what brings back the roles as well
 */
export async function takeRoles(
  workspace: Workspace,
  before: TableInfo,
  fresh: string,
  undo: () => Promise<void>,
): Promise<UndoReplacing> {
  workspace.forgetHashes();
  let roles = workspace.storedMapping;
  const undoAll = async (): Promise<void> => {
    await undo();
    workspace.forgetHashes();
    await workspace.changeMapping((now, tables) => withRolesOf(roles, now, [before.name, fresh], tables));
  };
  try {
    await workspace.changeMapping((now, tables) => {
      roles = now;
      return withTable(now, before, fresh, tables);
    });
    return undoAll;
  } catch (error) {
    // What failed first is what is told.
    await undoAll().catch(() => undefined);
    throw error;
  }
}

/** The roles of the old table are the new one's as far as its columns go. */
function withTable(
  { mapping, proposals, edited }: StoredMapping,
  before: TableInfo,
  fresh: string,
  tables: readonly TableInfo[],
): StoredMapping {
  const namesOf = (table: TableInfo | undefined) => table?.columns.map(({ name }) => name) ?? [];
  const after = namesOf(tables.find(({ name }) => name === before.name));
  const next: Mapping = {};
  for (const [role, source] of Object.entries(mapping) as [keyof Mapping, TableMapping][]) {
    if (source.table === fresh && edited) continue;
    const [own, columns] =
      source.table === fresh ? [{ ...source, table: before.name }, after] : [source, namesOf(before)];
    const kept = own.table === before.name ? fitMapping(own, columns, after).fitted : own;
    if (isValidMapping({ [role]: kept }, tables)) next[role] = kept;
  }
  return { mapping: next, proposals: proposals.filter(({ table }) => table in next), edited };
}

/** The roles of the old table, and those that the new one has had of it, as they were; those of others as they are now. */
function withRolesOf(
  before: StoredMapping,
  now: StoredMapping,
  [table, fresh]: readonly [string, string],
  tables: readonly TableInfo[],
): StoredMapping {
  const others = Object.entries(now.mapping).filter(([, source]) => source.table !== table && source.table !== fresh);
  const own = Object.entries(before.mapping)
    .filter(([role, source]) => [table, fresh].includes(source.table) && !others.some(([taken]) => taken === role))
    .map(([role, source]) => [role, { ...source, table }] as const)
    .filter(([role, source]) => isValidMapping({ [role]: source }, tables));
  const names = new Set(own.map(([role]) => role));
  return {
    mapping: Object.fromEntries([...others, ...own]),
    proposals: [
      ...now.proposals.filter((proposal) => others.some(([role]) => role === proposal.table)),
      ...before.proposals.filter((proposal) => names.has(proposal.table)),
    ],
    edited: now.edited,
  };
}
