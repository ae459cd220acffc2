import { AppError } from '../core/errors.ts';
import { STORAGE_FOLDER } from '../core/storage-folder.ts';
import { databaseError } from '../database/database-errors.ts';
import { DuckDb } from '../database/duckdb.ts';
import { removeScratch } from '../files/scratch.ts';
import type { StorageState } from './contract.ts';
import { changeIndex, readIndex } from './index-files.ts';
import { lock, patiently } from './locks.ts';
import { entryOf, numberOf, withChanged, type WorkspaceEntry, type WorkspaceIndex } from './workspace-index.ts';

const LOCK = 'redito-workspace';
/** Held, by as many as like, while a tab has any workspace open: what it writes beside the databases is then not swept. */
const IN_USE = 'redito-in-use';

/** Other tabs have been asked to close theirs: their jobs end first. */
const GIVING_UP_MS = 10_000;

export interface OpenStorage {
  database: DuckDb;
  /** Undefined for a workspace in memory. */
  entry: WorkspaceEntry | undefined;
  /** Lets another tab have the workspace. */
  release(): void;
}

/**
 * Opens a workspace's database in OPFS under a lock that one tab at a time can hold; without OPFS (private windows) in memory.
 * @param wanted its id; without one, or if there is none of it, the one that was opened last
 * @param asSaved as it was last saved, whatever its log holds beyond that
 * @throws AppError `open-elsewhere` while another tab holds the workspace, `engine-failed`, `disk-full`,
 *   `storage-unreadable` when the file itself cannot be opened.
 */
export async function openStorage(baseUrl: string, wanted: string | undefined, asSaved: boolean): Promise<OpenStorage> {
  if (!(await hasOpfs())) return openMemory(baseUrl);
  const folder = await ourFolder();
  const { id } = entryOf(await readIndex(folder), wanted);
  const release = await lockWorkspace(id);
  try {
    // Another tab may have changed it before it let go.
    const index = await readIndex(folder);
    const entry = entryOf(index, id);
    await sweep(folder, entry);
    if (asSaved) await emptyLog(folder, entry);
    const database = await openFile(entry, baseUrl);
    // What need not be written opens on a full disk too.
    if (index.current !== entry.id) await changeIndex(folder, (now) => ({ ...now, current: entry.id }));
    return { database, entry, release };
  } catch (error) {
    release();
    throw unreadable(error);
  }
}

/** The database of a workspace whose lock is held already. */
export async function openLocked(entry: WorkspaceEntry, release: () => void, baseUrl: string): Promise<OpenStorage> {
  try {
    return { database: await openFile(entry, baseUrl), entry, release };
  } catch (error) {
    throw unreadable(error);
  }
}

/** A workspace that goes with the tab, and leaves the stored one alone. */
export async function openMemory(baseUrl: string): Promise<OpenStorage> {
  return {
    database: await DuckDb.open({ baseUrl, life: crypto.randomUUID() }),
    entry: undefined,
    release: () => undefined,
  };
}

/** An empty database under the same lock, which may take the place of the one in force: `putInPlace`. */
export async function openBeside({ entry, release }: OpenStorage, baseUrl: string): Promise<OpenStorage> {
  if (!entry) return openMemory(baseUrl);
  const folder = await ourFolder();
  let highest = 1;
  for await (const name of folder.keys()) highest = Math.max(highest, numberOf(name, entry.id) ?? 1);
  return openLocked({ ...entry, file: `${entry.id}.${highest + 1}.db` }, release, baseUrl);
}

/** From now on the workspace is this database; the one before is swept away when it is opened the next time. */
export async function putInPlace({ id, file }: WorkspaceEntry): Promise<void> {
  await changeIndex(await ourFolder(), (index) => withChanged(index, id, { file }));
}

/** Removes a database that did not come to be; it must be closed. */
export async function removeFiles({ file }: WorkspaceEntry): Promise<void> {
  const folder = await ourFolder();
  await removeWhere(folder, (name) => name === file || name.startsWith(`${file}.`));
}

export async function isStored({ file }: WorkspaceEntry): Promise<boolean> {
  for await (const name of (await ourFolder()).keys()) if (name === file) return true;
  return false;
}

export async function workspaceIndex(): Promise<WorkspaceIndex | undefined> {
  return (await hasOpfs()) ? readIndex(await ourFolder()) : undefined;
}

export async function changeWorkspaces(change: (index: WorkspaceIndex) => WorkspaceIndex): Promise<WorkspaceIndex> {
  return changeIndex(await ourFolder(), change);
}

/**
 * Takes a workspace out of the index, then removes all its files.
 * @throws AppError `open-elsewhere` while another tab has it.
 */
export async function removeWorkspace(id: string, drop: (index: WorkspaceIndex) => WorkspaceIndex): Promise<void> {
  const release = await lock(lockOf(id));
  try {
    const folder = await ourFolder();
    await changeIndex(folder, drop);
    await patiently(() => removeWhere(folder, (name) => numberOf(name, id) !== undefined));
  } finally {
    release();
  }
}

/**
 * Removes all that is stored, every workspace with it; the databases must be closed.
 * @throws AppError `open-elsewhere` while another tab has one of them.
 */
export async function removeStorage(): Promise<void> {
  if (!(await hasOpfs())) return;
  const release = await lock(IN_USE, 'exclusive', GIVING_UP_MS);
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

function openFile({ file }: WorkspaceEntry, baseUrl: string): Promise<DuckDb> {
  return patiently(() => {
    const path = `opfs://${STORAGE_FOLDER}/${file}`;
    return DuckDb.open({ path, baseUrl, life: crypto.randomUUID() });
  });
}

function unreadable(error: unknown): AppError {
  const said = databaseError(error);
  return said.code === 'query-failed' ? new AppError('storage-unreadable', {}, { cause: error }) : said;
}

/** As long as it is not released, nobody sweeps what lies beside the databases, or forgets everything. */
export function beInUse(): Promise<() => void> {
  return lock(IN_USE, 'shared');
}

/** Its own lock, and the one that all who have a workspace open share. */
async function lockWorkspace(id: string): Promise<() => void> {
  // What a killed tab has left of its imports, unless another tab may be at one.
  await navigator.locks.request(IN_USE, { ifAvailable: true }, (free) => (free ? removeScratch() : undefined));
  const leave = await beInUse();
  try {
    const release = await lock(lockOf(id));
    return () => {
      release();
      leave();
    };
  } catch (error) {
    leave();
    throw new AppError('open-elsewhere', { workspace: id }, { cause: error });
  }
}

/** What a killed tab has left of this workspace: databases that never were, or are no longer, in force. */
async function sweep(folder: FileSystemDirectoryHandle, { id, file }: WorkspaceEntry): Promise<void> {
  const isOurs = (name: string): boolean => name === file || name.startsWith(`${file}.`);
  await patiently(() => removeWhere(folder, (name) => numberOf(name, id) !== undefined && !isOurs(name)));
}

/** Forgets what was done since all of it was written into the database the last time. A file that is made anew needs room. */
async function emptyLog(folder: FileSystemDirectoryHandle, { file }: WorkspaceEntry): Promise<void> {
  for await (const [name, handle] of folder.entries()) {
    if (!name.startsWith(`${file}.wal`) || handle.kind !== 'file') continue;
    const access = await patiently(() => (handle as FileSystemFileHandle).createSyncAccessHandle());
    try {
      access.truncate(0);
      access.flush();
    } finally {
      access.close();
    }
  }
}

async function removeWhere(folder: FileSystemDirectoryHandle, isGone: (name: string) => boolean): Promise<void> {
  const names: string[] = [];
  for await (const name of folder.keys()) if (isGone(name)) names.push(name);
  for (const name of names) await folder.removeEntry(name, { recursive: true });
}

export async function ourFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(STORAGE_FOLDER, { create: true }).catch((error: unknown) => {
    throw unreadable(error);
  });
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

function lockOf(id: string): string {
  return id === 'workspace' ? LOCK : `${LOCK}:${id}`;
}
