import type { AppendPlan, Conflicts } from '../core/append-plan.ts';
import { appendedSource } from '../core/appended-source.ts';
import { AppError } from '../core/errors.ts';
import { message, type Message } from '../core/message.ts';
import type { TableInfo } from '../core/table-info.ts';
import { countAppended, namesRows, storeAppended, type Appending } from '../database/append-rows.ts';
import { findTable } from '../database/catalog.ts';
import { combineColumns } from '../database/combined-columns.ts';
import { forgetSort } from '../database/pages.ts';
import { describeTable, dropRaw } from '../database/raw-loader.ts';
import { mustStillBe, separate, unite } from '../database/table-places.ts';
import { rowKeysOf } from '../semantics/row-keys.ts';
import type { Job } from './jobs.ts';
import { takeRoles, type UndoReplacing } from './replace-table.ts';
import type { Workspace } from './workspace.ts';

/**
 * What appending one table to another would do; nothing changes.
 * @param key columns by which rows are known, none for all their values; without it what the mapping says, if it names one row
 * @throws AppError `append-type`, `append-foreign`, `table-unknown`
 */
export async function planAppend(
  workspace: Workspace,
  name: string,
  other: string,
  key: readonly string[] | undefined,
  { signal, progress }: Job,
): Promise<AppendPlan> {
  const { database } = workspace;
  await progress({ phase: 'comparing', done: 0, total: 0 });
  const appending = await appendingOf(workspace, name, other, key ?? [], signal);
  const { columns } = appending;
  const keys = columns.filter(({ old, fresh }) => old && fresh).map((column) => column.name);
  const proposed = key ?? (await proposedKey(workspace, appending, keys, signal));
  const counts = await countAppended(database, { ...appending, key: proposed }, { signal });
  return {
    ...counts,
    ...{ key: [...proposed], keys },
    columns: {
      missing: columns.filter(({ fresh }) => !fresh).map((column) => column.name),
      added: columns.filter(({ old }) => !old).map((column) => column.name),
      widened: columns.flatMap(({ name: column, type, old, fresh }) =>
        old && fresh && old.type !== type ? [{ name: column, from: old.type, to: type }] : [],
      ),
    },
  };
}

/**
 * The rows of one table come behind those of another: both go to the bin, and one that holds the rows of both has the name and
 * the roles of the first. All of it or nothing; to be saved by who calls it.
 */
export async function appendTable(
  workspace: Workspace,
  name: string,
  other: string,
  { key, conflicts }: { key: readonly string[]; conflicts: Conflicts },
  { signal, progress }: Job,
): Promise<{ info: TableInfo; undo: UndoReplacing }> {
  const { database } = workspace;
  await progress({ phase: 'comparing', done: 0, total: 0 });
  const [before, come] = [await findTable(database, name), await findTable(database, other)];
  const appending = await appendingOf(workspace, name, other, key, signal);
  const counts = await countAppended(database, appending, { signal });
  const storedAs = `_coming_${crypto.randomUUID()}`;
  try {
    await progress({ phase: 'storing', done: 0, total: 0 });
    await storeAppended(database, storedAs, appending, counts.other > 0 ? conflicts : 'keep', { signal });
    const info: TableInfo = {
      ...before,
      ...(await describeTable(database, storedAs)),
      source: { ...before.source, file: appendedSource(before.source.file, come.source.file) },
      notices: [...before.notices, ...come.notices, appendedNotice(come, counts, conflicts)],
      rejectedRows: before.rejectedRows + come.rejectedRows,
      id: crypto.randomUUID(),
    };
    await forgetSort(database);
    const binned = await unite(database, [before, come], storedAs, info);
    const undo = await takeRoles(workspace, before, other, async (otherName) => {
      await mustStillBe(database, info);
      await separate(database, name, binned, otherName);
    });
    return { info, undo };
  } catch (error) {
    // What failed first is what is told; what cannot be dropped now goes at the next start.
    await dropRaw(database, storedAs).catch(() => undefined);
    throw error;
  }
}

async function appendingOf(
  { database }: Workspace,
  name: string,
  other: string,
  key: readonly string[],
  signal: AbortSignal,
): Promise<Appending> {
  const [old, fresh] = [await findTable(database, name), await findTable(database, other)];
  if (old.name === fresh.name) throw new AppError('table-name-taken', { table: other });
  const sideOf = ({ name: table, columns }: TableInfo) => ({ table, columns });
  const columns = await combineColumns(database, sideOf(old), sideOf(fresh), { signal });
  const unknown = key.find((part) => !columns.some((column) => column.name === part && column.old && column.fresh));
  if (unknown !== undefined) throw new AppError('append-key', { column: unknown, table: name });
  return { old: name, fresh: other, columns, key };
}

async function proposedKey(
  { database, mapping }: Workspace,
  { old, fresh }: Appending,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<string[]> {
  for (const named of rowKeysOf(mapping, [old, fresh])) {
    const column = keys.find((key) => key.toLowerCase() === named.toLowerCase());
    if (column !== undefined && (await namesRows(database, old, column, { signal }))) return [column];
  }
  return [];
}

function appendedNotice(
  { source: { file } }: TableInfo,
  { rows, same, other, fresh }: Pick<AppendPlan, 'rows' | 'same' | 'other' | 'fresh'>,
  conflicts: Conflicts,
): Message {
  return message('notice.appended', { file, rows, same, other, fresh, conflicts });
}
