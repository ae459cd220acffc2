import { AppError } from '../core/errors.ts';
import type { CurrentWorkspace } from './current-workspace.ts';
import type { Job } from './jobs.ts';
import { WorkspaceFile } from './restore-workspace.ts';
import { isStored, openBeside, openLocked, putInPlace, removeFiles, type OpenStorage } from './storage.ts';
import { Workspace } from './workspace.ts';

/** The workspace that a file has taken the place of. */
export interface Replaced {
  /** The file's goes. */
  bringBack(job: Job): Promise<void>;
  forget(): Promise<void>;
}

/**
 * Puts what a workspace file holds in the place of the open workspace: all of it or nothing. It is written into a database of its
 * own; one entry of the index then says which of the two it is, so that a tab killed at any moment leaves the one or the other.
 * @throws AppError `workspace-file-…`, `disk-full`, `cancelled`
 */
export async function openRestored(file: Blob, current: CurrentWorkspace, job: Job): Promise<Replaced> {
  const coming = await WorkspaceFile.open(file, job);
  try {
    const { storage } = current.opened;
    const beside = await openBeside(storage, current.page.baseUrl);
    try {
      await coming.restoreInto(beside.database, job);
      const restored = await Workspace.read(beside, current.today);
      await restored.save();
      const { entry } = beside;
      if (entry) await putInPlace(entry);
      const before = (await current.take(job))!;
      current.put(restored);
      if (!entry) return inMemory(before, current);
      // What it holds was saved as it came.
      await before.database.terminate();
      return inStorage(storage, current);
    } catch (error) {
      await discard(beside);
      throw error;
    }
  } finally {
    coming.end();
  }
}

async function discard(storage: OpenStorage): Promise<void> {
  await storage.database.terminate();
  // What cannot be removed now is swept away when the workspace is opened the next time.
  if (storage.entry) await removeFiles(storage.entry).catch(() => undefined);
}

/** Its database lies where it was, until the workspace is opened anew. */
function inStorage({ entry, release }: OpenStorage, current: CurrentWorkspace): Replaced {
  return {
    async bringBack(job) {
      // It is swept away when the database had to be opened anew meanwhile.
      if (!(await isStored(entry!))) throw new AppError('undo-gone');
      const storage = await openLocked(entry!, release, current.page.baseUrl);
      try {
        const before = await Workspace.read(storage, current.today);
        await putInPlace(entry!);
        const gone = await current.take(job);
        current.put(before);
        await gone?.database.terminate();
      } catch (error) {
        await storage.database.terminate();
        throw error;
      }
    },
    forget: () => Promise.resolve(),
  };
}

function inMemory(before: Workspace, current: CurrentWorkspace): Replaced {
  return {
    async bringBack(job) {
      const gone = await current.take(job);
      current.put(before);
      await gone?.abandon();
    },
    forget: () => before.abandon(),
  };
}
