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
    const before = await current.whole();
    const { storage } = before;
    const restored = await current.beside(async () => {
      const beside = await openBeside(storage, current.page.baseUrl);
      const makeRoom = (): Promise<void> => current.takeIf(before, job);
      return readInto(beside, coming, job, { makeRoom, today: current.today });
    });
    await putInForce(restored, before, current);
    if (!storage.entry) return inMemory(before, current);
    // What it holds was saved as it came.
    await before.database.terminate();
    return inStorage(storage, current);
  } finally {
    coming.end();
  }
}

/** Nothing of it stays when that or what must come before it can be put in force fails. */
async function readInto(
  beside: OpenStorage,
  coming: WorkspaceFile,
  job: Job,
  { makeRoom, today }: { makeRoom: () => Promise<void>; today: () => string },
): Promise<Workspace> {
  try {
    await coming.restoreInto(beside.database, job);
    const restored = await Workspace.read(beside, today);
    await restored.save();
    await makeRoom();
    return restored;
  } catch (error) {
    await discard(beside);
    throw error;
  }
}

/** From its first step on the index may name the file of the one that comes: it stays, whatever fails. */
async function putInForce(coming: Workspace, before: Workspace, current: CurrentWorkspace): Promise<void> {
  try {
    if (coming.storage.entry) await putInPlace(coming.storage.entry);
    current.put(coming);
  } catch (error) {
    current.put(before);
    await coming.database.terminate();
    throw error;
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
      const gone = current.opened;
      const storage = await current.beside(() => openLocked(entry!, release, current.page.baseUrl));
      const before = await Workspace.read(storage, current.today)
        .then(async (read) => {
          await current.takeIf(gone, job);
          return read;
        })
        .catch(async (error: unknown) => {
          await storage.database.terminate();
          throw error;
        });
      await putInForce(before, gone, current);
      await gone.database.terminate();
    },
    forget: () => Promise.resolve(),
  };
}

function inMemory(before: Workspace, current: CurrentWorkspace): Replaced {
  return {
    async bringBack(job) {
      const gone = current.opened;
      await current.takeIf(gone, job);
      current.put(before);
      await gone.abandon();
    },
    forget: () => before.abandon(),
  };
}
