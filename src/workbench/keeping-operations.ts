import { AppError } from '../core/errors.ts';
import type { RequestName, Requests } from './contract.ts';
import type { CurrentWorkspace } from './current-workspace.ts';
import type { Job } from './jobs.ts';
import { openRestored, type Replaced } from './open-workspace-file.ts';
import { openWorkspace } from './open-workspace.ts';
import { saveWorkspace } from './save-workspace.ts';
import { changeWorkspaces, removeStorage, removeWorkspace, workspaceIndex } from './storage.ts';
import { copyWorkspace } from './workspace-copy.ts';
import { entryOf, withChanged, without, withNew, workspaceName } from './workspace-index.ts';

type KeepingRequest =
  | 'open'
  | 'release'
  | 'copyWorkspace'
  | 'saveWorkspace'
  | 'openWorkspaceFile'
  | 'undoOpenWorkspaceFile'
  | 'workspaces'
  | 'createWorkspace'
  | 'switchWorkspace'
  | 'renameWorkspace'
  | 'deleteWorkspace'
  | 'reset';

type KeepingOperations = {
  [K in RequestName & KeepingRequest]: (
    job: Job,
    ...parameters: Parameters<Requests[K]>
  ) => Promise<ReturnType<Requests[K]>>;
};

/** Opening, saving, and changing between workspaces: what is done to them as wholes. */
export function keepingOperations(
  current: CurrentWorkspace,
  { app, today }: { app: string; today: () => string },
): KeepingOperations {
  let replaced: Replaced | undefined;

  /** There is none to go back to any more. */
  async function forgetReplaced(): Promise<void> {
    const gone = replaced;
    replaced = undefined;
    await gone?.forget();
  }

  async function changeTo(id: string, job: Job): Promise<void> {
    const next = await current.beside(() => openWorkspace({ ...current.page, workspace: id }, current.today));
    await current.replace(next, job);
    await forgetReplaced();
  }

  return {
    open(_job, page) {
      current.page = page;
      return current.open();
    },

    async release(job) {
      const closing = await current.take(job);
      await forgetReplaced();
      await closing?.close();
    },

    async copyWorkspace() {
      mustBeStored(current);
      return copyWorkspace(current.opened.storage);
    },

    async saveWorkspace(job) {
      const { database, storage } = current.opened;
      const index = await workspaceIndex();
      const name = index?.workspaces.find(({ id }) => id === storage.entry?.id)?.name ?? '';
      return saveWorkspace(database, { app, savedAt: today(), name }, job);
    },

    async openWorkspaceFile(job, file) {
      const before = await openRestored(file, current, job);
      await forgetReplaced();
      replaced = before;
      return current.state();
    },

    async undoOpenWorkspaceFile(job) {
      if (!replaced) throw new AppError('undo-gone');
      const before = replaced;
      replaced = undefined;
      await before.bringBack(job);
      return current.state();
    },

    async workspaces() {
      return (await workspaceIndex())?.workspaces.map(({ id, name }) => ({ id, name })) ?? [];
    },

    async createWorkspace(job, name) {
      mustBeStored(current);
      const made = (await changeWorkspaces((index) => withNew(index, name))).workspaces.at(-1)!;
      try {
        await changeTo(made.id, job);
      } catch (error) {
        await removeWorkspace(made.id, (index) => without(index, made.id));
        throw error;
      }
      return current.state();
    },

    async switchWorkspace(job, id) {
      mustBeStored(current);
      const index = await workspaceIndex();
      if (!index?.workspaces.some((entry) => entry.id === id)) throw new AppError('workspace-unknown');
      if (current.opened.storage.entry?.id !== id) await changeTo(id, job);
      return current.state();
    },

    async renameWorkspace(_job, id, name) {
      const index = await changeWorkspaces((before) => withChanged(before, id, { name: workspaceName(name) }));
      return index.workspaces.map((entry) => ({ id: entry.id, name: entry.name }));
    },

    async deleteWorkspace(job, id) {
      mustBeStored(current);
      const index = (await workspaceIndex())!;
      if (!index.workspaces.some((entry) => entry.id === id)) throw new AppError('workspace-unknown');
      if (index.workspaces.length === 1) throw new AppError('workspace-last');
      if (current.opened.storage.entry?.id === id) await changeTo(entryOf(without(index, id)).id, job);
      await removeWorkspace(id, (before) => without(before, id));
      return current.state();
    },

    async reset(job) {
      const closing = await current.take(job);
      await forgetReplaced();
      await closing?.abandon();
      try {
        if (!current.page.inMemory) await removeStorage();
      } catch (error) {
        // What is stored still is opened again; what failed first is what is told.
        await current.open().catch(() => undefined);
        throw error;
      }
      return current.open();
    },
  };
}

function mustBeStored(current: CurrentWorkspace): void {
  if (!current.opened.storage.entry) throw new AppError('workspaces-in-memory');
}
