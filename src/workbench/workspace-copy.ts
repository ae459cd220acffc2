import { STORAGE_FOLDER } from '../core/storage-folder.ts';
import { DuckDb } from '../database/duckdb.ts';
import { copyToScratch, SCRATCH_FOLDER } from '../files/scratch.ts';
import { beInUse, ourFolder, type OpenStorage } from './storage.ts';

/**
 * Copies a workspace's file while nothing can change it: everything is in it, and nothing is half.
 * @returns the name by which `openCopy` finds it
 */
export async function copyWorkspace({ database, entry }: OpenStorage): Promise<string> {
  const name = `copy-${crypto.randomUUID()}.db`;
  await database.checkpointed(async () => {
    const file = await (await (await ourFolder()).getFileHandle(entry!.file)).getFile();
    await copyToScratch(file, name);
  });
  return name;
}

/** A copy to look at: it has no place among the workspaces, and goes with the scratch files. */
export async function openCopy(baseUrl: string, name: string): Promise<OpenStorage> {
  const release = await beInUse();
  try {
    const path = `opfs://${STORAGE_FOLDER}/${SCRATCH_FOLDER}/${name}`;
    return { database: await DuckDb.open({ path, baseUrl }), entry: undefined, release };
  } catch (error) {
    release();
    throw error;
  }
}
