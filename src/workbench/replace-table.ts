import type { TableInfo } from '../core/table-info.ts';
import { giveNameBack, takeName } from '../database/catalog.ts';
import { forgetSort } from '../database/pages.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import type { Mapping, TableMapping } from '../semantics/mapping.ts';
import type { StoredMapping } from './stored-mapping.ts';
import type { Workspace } from './workspace.ts';

/** Brings the table back that was replaced, and its roles; to be saved by who calls it. */
export type UndoReplacing = () => Promise<void>;

/**
 * A table takes the name and the roles of another one, which goes to the bin: all of it or nothing. Roles whose columns the
 * new one lacks are given up.
 */
export async function replaceTable(
  workspace: Workspace,
  old: string,
  fresh: string,
): Promise<{ info: TableInfo; undo: UndoReplacing }> {
  const { database, remedies } = workspace;
  await forgetSort(database);
  let before = workspace.storedMapping;
  // Another table may take the name that the new one gives up.
  await remedies.tablesWent([fresh]);
  const { info, binnedAs } = await takeName(database, fresh, old);
  workspace.forgetHashes();
  const undo = async (): Promise<void> => {
    await forgetSort(database);
    await giveNameBack(database, old, binnedAs);
    workspace.forgetHashes();
    await workspace.changeMapping((now) => withRolesOf(before, now, old));
  };
  try {
    await workspace.changeMapping((now, tables) => {
      before = now;
      return withTable(now, old, fresh, tables);
    });
    return { info, undo };
  } catch (error) {
    // What failed first is what is told.
    await undo().catch(() => undefined);
    throw error;
  }
}

/** The roles of the old table are the new one's as far as its columns go; what detection gave the new one is given up. */
function withTable(
  { mapping, proposals, edited }: StoredMapping,
  old: string,
  fresh: string,
  tables: readonly TableInfo[],
): StoredMapping {
  const columns = new Set(tables.find(({ name }) => name === old)?.columns.map(({ name }) => name));
  const next: Mapping = {};
  for (const [role, source] of Object.entries(mapping) as [keyof Mapping, TableMapping][]) {
    if (source.table === fresh) continue;
    const kept = source.table === old ? withColumns(source, columns) : source;
    if (isValidMapping({ [role]: kept }, tables)) next[role] = kept;
  }
  return { mapping: next, proposals: proposals.filter(({ table }) => table in next), edited };
}

/** The roles of one table as they were, those of others as they are now. */
function withRolesOf(before: StoredMapping, now: StoredMapping, table: string): StoredMapping {
  const others = Object.entries(now.mapping).filter(([, source]) => source.table !== table);
  const own = Object.entries(before.mapping).filter(
    ([role, source]) => source.table === table && !others.some(([taken]) => taken === role),
  );
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

function withColumns(source: TableMapping, columns: ReadonlySet<string>): TableMapping {
  const kept = Object.entries(source.columns).filter(([, from]) => typeof from !== 'string' || columns.has(from));
  return { ...source, columns: Object.fromEntries(kept) };
}
