import type { TableInfo } from '../core/table-info.ts';
import { findTable } from '../database/catalog.ts';
import { forgetSort } from '../database/pages.ts';
import { forgetBinned, giveNamesBack, takeName } from '../database/table-places.ts';
import { freeName } from '../files/table-name.ts';
import { fitMapping } from '../semantics/fit-mapping.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import type { Mapping, TableMapping } from '../semantics/mapping.ts';
import { takeBackChange } from './mapping-change.ts';
import { withRenamed, type StoredMapping } from './stored-mapping.ts';
import type { Workspace } from './workspace.ts';

/** Brings both tables back, their roles and all that was about them; to be saved by who calls it. */
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
  const { database } = workspace;
  await forgetSort(database);
  const [before, come] = [await findTable(database, old), await findTable(database, fresh)];
  const placed = await takeName(database, come, before);
  const undo = await takeRoles(workspace, before, fresh, (freshName) => giveNamesBack(database, placed, freshName));
  return { info: placed.info, undo, forget: () => forgetBinned(database, placed.binnedAs) };
}

/** Takes a table away again that has come for another one, for good and whatever it is called by now; the roles that it got go back. */
export async function withdrawTable(workspace: Workspace, { id, name }: Pick<TableInfo, 'id' | 'name'>): Promise<void> {
  await forgetSort(workspace.database);
  const tables = await workspace.tables();
  const own = tables.find((table) => (id === undefined ? table.name === name : table.id === id));
  if (own) await workspace.tablesDidNotCome([own]);
}

/**
 * A table has come in the place of another one and gets its roles; what detection has made of the one that it was before is its
 * own as well, unless the analyst has decided what is what. Another table may take the name that it gives up, so what was done
 * about it there goes. When that fails, it is undone.
 * @param undo brings the tables back, the new one under the given name @returns what brings back the rest as well
 */
export async function takeRoles(
  workspace: Workspace,
  before: TableInfo,
  fresh: string,
  undo: (freshName: string) => Promise<void>,
): Promise<UndoReplacing> {
  const { remedies, database } = workspace;
  workspace.forgetHashes();
  const restore = remedies.remember(fresh);
  let change = { before: workspace.storedMapping, after: workspace.storedMapping };
  const undoAll = async (): Promise<void> => {
    await forgetSort(database);
    const freshName = freeName(fresh, new Set((await workspace.tables()).map(({ name }) => name)));
    await undo(freshName);
    workspace.forgetHashes();
    await restore(freshName);
    await workspace.changeMapping((now, tables) =>
      takeBackChange({ ...change, before: withRenamed(change.before, fresh, freshName) }, now, [before.name], tables),
    );
  };
  try {
    await remedies.tablesWent([fresh]);
    await workspace.changeMapping((now, tables) => {
      change = { before: now, after: withTable(now, before, fresh, tables) };
      return change.after;
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
