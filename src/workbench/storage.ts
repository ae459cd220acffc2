import { AppError } from '../core/errors.ts';
import { STORAGE_FOLDER } from '../core/storage-folder.ts';
import { databaseError } from '../database/database-errors.ts';
import { DuckDb } from '../database/duckdb.ts';
import type { StorageState } from './contract.ts';

const LOCK = 'redito-workspace';
/** Not `redito`: a catalog and a schema of one name are ambiguous to DuckDB. */
const FILE = 'workspace.db';
/** After a reload the old tab's worker holds the lock and the file for a moment longer. */
const PATIENCE_MS = 2500;

export interface OpenStorage {
  database: DuckDb;
  stored: boolean;
  /** Lets another tab have the workspace. */
  release(): void;
}

/**
 * Opens the database in OPFS under a lock that one tab at a time can hold; without OPFS (private windows) in memory.
 * @throws AppError `open-elsewhere` while another tab holds the workspace, `engine-failed`, `disk-full`,
 *   `storage-unreadable` when the file itself cannot be opened.
 */
export async function openStorage(baseUrl: string): Promise<OpenStorage> {
  if (!(await hasOpfs())) return openMemory(baseUrl);
  const release = await lock();
  try {
    await (await navigator.storage.getDirectory()).getDirectoryHandle(STORAGE_FOLDER, { create: true });
    const database = await patiently(() => DuckDb.open({ path: `opfs://${STORAGE_FOLDER}/${FILE}`, baseUrl }));
    return { database, stored: true, release };
  } catch (error) {
    release();
    const { code } = databaseError(error);
    if (code !== 'query-failed') throw databaseError(error);
    throw new AppError('storage-unreadable', {}, { cause: error });
  }
}

/** A workspace that goes with the tab, and leaves the stored one alone. */
export async function openMemory(baseUrl: string): Promise<OpenStorage> {
  return { database: await DuckDb.open({ baseUrl }), stored: false, release: () => undefined };
}

/** Removes all that is stored; the database must be closed, and no other tab may have it open. */
export async function removeStorage(): Promise<void> {
  if (!(await hasOpfs())) return;
  const release = await lock();
  try {
    const root = await navigator.storage.getDirectory();
    await patiently(() => root.removeEntry(STORAGE_FOLDER, { recursive: true }));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  } finally {
    release();
  }
}

export async function storageState(stored: boolean): Promise<StorageState> {
  if (!stored) return { kind: 'memory' };
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { kind: 'stored', usedBytes: usage, quotaBytes: quota };
}

async function hasOpfs(): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    return true;
  } catch {
    // A private window or an old browser: its absence is the answer.
    return false;
  }
}

async function lock(): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(LOCK, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => new Promise<void>((free) => resolve(free)))
      .catch((error: unknown) => reject(new AppError('open-elsewhere', {}, { cause: error })));
  });
}

/** Tries again while the file's handle is still held by a worker that is going away. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const held = /access handle|locked|NoModificationAllowed/i.test(String(error));
      if (!held || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
