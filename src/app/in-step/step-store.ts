import type { FileOptions } from '../../core/file-options.ts';
import type { PickedHandle } from './file-pickers.ts';
import type { WatchedFile } from './step-watch.ts';

/*
 * Handles of files can be kept in IndexedDB only. The database is there as long as something is kept in step, and no longer.
 */

/** A file or folder that is kept in step, for the next time that its workspace is open. */
export interface StoredStep {
  id: string;
  /** Id of the workspace. */
  workspace: string;
  handle: PickedHandle;
  files: (WatchedFile & { options: FileOptions; /** Ids. */ tables: string[] })[];
}

const NAME = 'redito-in-step';
const STORE = 'steps';

export async function storedSteps(): Promise<StoredStep[]> {
  if (!(await isThere())) return [];
  return inStore('readonly', (store) => store.getAll() as IDBRequest<StoredStep[]>);
}

export async function keepStep(step: StoredStep): Promise<void> {
  await inStore('readwrite', (store) => store.put(step));
}

export async function forgetStep(id: string): Promise<void> {
  if (!(await isThere())) return;
  const left = await inStore('readwrite', (store) => {
    store.delete(id);
    return store.count();
  });
  if (left === 0) await forgetSteps();
}

/** Not a byte of it is left. */
export async function forgetSteps(): Promise<void> {
  if (await isThere()) await done(indexedDB.deleteDatabase(NAME));
}

async function isThere(): Promise<boolean> {
  // Where it may not be used, nothing of ours is in it.
  const databases = await globalThis.indexedDB?.databases?.().catch(() => []);
  return databases?.some(({ name }) => name === NAME) ?? false;
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await done(opening);
  // Another tab forgets everything.
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction(STORE, mode);
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
    });
    const request = work(transaction.objectStore(STORE));
    await ended;
    return request.result;
  } finally {
    database.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
  });
}
