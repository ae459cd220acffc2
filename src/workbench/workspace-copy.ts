import { AppError } from '../core/errors.ts';
import { STORAGE_FOLDER } from '../core/storage-folder.ts';
import { databaseError } from '../database/database-errors.ts';
import { DuckDb } from '../database/duckdb.ts';
import { copyToScratch, removeScratch, SCRATCH_FOLDER } from '../files/scratch.ts';
import type { OpenedPage } from './contract.ts';
import { beInUse, openMemory, openStorage, ourFolder, type OpenStorage } from './storage.ts';

const FILE = 'workspace.db';

/**
 * Copies a workspace's file while nothing can change it: everything is in it, and nothing is half.
 * @returns the name by which `openCopy` finds it
 * @throws AppError `disk-full`
 */
export async function copyWorkspace({ database, entry }: OpenStorage): Promise<string> {
  const name = crypto.randomUUID();
  await database.checkpointed(async () => {
    const file = await (await (await ourFolder()).getFileHandle(entry!.file)).getFile();
    await copyToScratch(file, name, FILE).catch(sayOfWorkspace);
  });
  return name;
}

/** That there is no room is said of the file that is read as a rule; here it is the workspace. */
function sayOfWorkspace(error: unknown): never {
  const said = databaseError(error);
  throw said.code === 'storage-full' ? new AppError('disk-full', {}, { cause: error }) : said;
}

/** A copy to look at: it has no place among the workspaces, and goes with the scratch files. */
export async function openCopy(baseUrl: string, name: string): Promise<OpenStorage> {
  const leave = await beInUse();
  const release = (): void => {
    // What cannot be removed now goes when no tab has a workspace open any more.
    void removeScratch(name)
      .catch(() => undefined)
      .finally(leave);
  };
  try {
    const path = `opfs://${STORAGE_FOLDER}/${SCRATCH_FOLDER}/${name}/${FILE}`;
    return { database: await DuckDb.open({ path, baseUrl, life: crypto.randomUUID() }), entry: undefined, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** What a page opens: a workspace, one that goes with the tab, or a copy. */
export function openPage({ baseUrl, inMemory, workspace, copy }: OpenedPage, asSaved: boolean): Promise<OpenStorage> {
  if (inMemory) return openMemory(baseUrl);
  return copy ? openCopy(baseUrl, copy) : openStorage(baseUrl, workspace, asSaved);
}
