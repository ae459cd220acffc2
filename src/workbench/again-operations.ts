import { findTable } from '../database/catalog.ts';
import { fitMapping } from '../semantics/fit-mapping.ts';
import type { BusinessTable } from '../semantics/business-tables.ts';
import { isValidMapping } from '../semantics/validate-mapping.ts';
import { appendTable, planAppend } from './append-table.ts';
import type { ReplacePlan, RequestName, Requests } from './contract.ts';
import type { CurrentWorkspace } from './current-workspace.ts';
import type { Job } from './jobs.ts';
import { replaceTable, withdrawTable, type UndoReplacing } from './replace-table.ts';
import type { Workspace } from './workspace.ts';

type AgainRequest = 'planReplace' | 'replaceTable' | 'planAppend' | 'appendTable' | 'withdrawTable';

type AgainOperations = {
  [K in RequestName & AgainRequest]: (
    job: Job,
    ...parameters: Parameters<Requests[K]>
  ) => Promise<ReturnType<Requests[K]>>;
};

/** A table that has come in takes the place of another one, or goes behind it. */
export function againOperations(current: CurrentWorkspace, undoing: Map<string, UndoReplacing[]>): AgainOperations {
  /** @param by the table that comes; undone, it goes as well when it has come for this alone */
  async function undoable<T extends { undo: UndoReplacing }>(
    by: string,
    isPicked: boolean,
    work: (workspace: Workspace) => Promise<T>,
  ) {
    const workspace = current.opened;
    const come = await findTable(workspace.database, by);
    const done = await work(workspace);
    try {
      await workspace.save();
    } catch (error) {
      // What failed first is what is told.
      await done.undo().catch(() => undefined);
      throw error;
    }
    const undo = crypto.randomUUID();
    undoing.set(undo, [done.undo, ...(isPicked ? [() => withdrawTable(workspace, come)] : [])]);
    return { ...done, undo };
  }

  return {
    planReplace: (_job, name, by) => planReplace(current.opened, name, by),

    async replaceTable(_job, name, by, isPicked) {
      const { info, undo } = await undoable(by, isPicked, (workspace) => replaceTable(workspace, name, by));
      return { table: info, undo };
    },

    planAppend: (job, name, other, key) => planAppend(current.opened, name, other, key, job),

    async appendTable(job, name, other, how, isPicked) {
      const { info, undo } = await undoable(other, isPicked, (workspace) =>
        appendTable(workspace, name, other, how, job),
      );
      return { table: info, undo };
    },

    async withdrawTable(_job, name) {
      const workspace = current.opened;
      await withdrawTable(workspace, await findTable(workspace.database, name));
      await workspace.save();
    },
  };
}

/** @throws AppError `table-unknown` */
async function planReplace(workspace: Workspace, name: string, by: string): Promise<ReplacePlan> {
  const { database, mapping } = workspace;
  const [old, fresh] = [await findTable(database, name), await findTable(database, by)];
  const typeIn = ({ columns }: typeof old) =>
    new Map(columns.map((column) => [column.name.toLowerCase(), column.type]));
  const [before, after] = [typeIn(old), typeIn(fresh)];
  const [names, others] = [old, fresh].map(({ columns }) => columns.map((column) => column.name)) as [
    string[],
    string[],
  ];
  const lost = (Object.entries(mapping) as [BusinessTable, NonNullable<(typeof mapping)[BusinessTable]>][])
    .filter(([, source]) => source.table === name)
    .map(([role, source]) => ({ role, ...fitMapping(source, names, others) }))
    .filter((role) => role.lost.length > 0);
  return {
    rows: { before: old.rows, after: fresh.rows },
    gone: names.filter((column) => !after.has(column.toLowerCase())),
    added: others.filter((column) => !before.has(column.toLowerCase())),
    changed: fresh.columns.flatMap(({ name: column, type: to }) => {
      const from = before.get(column.toLowerCase());
      return from === undefined || from === to ? [] : [{ name: column, from, to }];
    }),
    lost: lost.map(({ role, fitted, lost: columns }) => ({
      ...{ role, columns },
      isWhole: !isValidMapping({ [role]: { ...fitted, table: by } }, [fresh]),
    })),
  };
}
