import { AppError } from '../core/errors.ts';
import { firstIndex, indexOfFiles, readWritten, writtenIndex, type WorkspaceIndex } from './workspace-index.ts';

/*
 * The index lies in two files. Each change goes into the one that is not in force, down to the disk: whenever the browser is
 * killed, the other one is whole.
 */

const SLOTS = ['workspaces-a.json', 'workspaces-b.json'] as const;
const LOCK = 'redito-workspaces';

export async function readIndex(folder: FileSystemDirectoryHandle): Promise<WorkspaceIndex> {
  return navigator.locks.request(LOCK, { mode: 'shared' }, async () => (await readSlots(folder)).index);
}

export async function changeIndex(
  folder: FileSystemDirectoryHandle,
  change: (index: WorkspaceIndex) => WorkspaceIndex,
): Promise<WorkspaceIndex> {
  return navigator.locks.request(LOCK, async () => {
    const { index, slot } = await readSlots(folder);
    const changed = { ...change(index), generation: index.generation + 1 };
    await writeSlot(folder, SLOTS[1 - slot]!, await writtenIndex(changed));
    return changed;
  });
}

async function readSlots(folder: FileSystemDirectoryHandle): Promise<{ index: WorkspaceIndex; slot: number }> {
  const texts = await Promise.all(SLOTS.map((name) => readText(folder, name)));
  const read = await Promise.all(texts.map((text) => (text === undefined ? undefined : readWritten(text))));
  const [a, b] = read;
  const slot = (b?.generation ?? -1) > (a?.generation ?? -1) ? 1 : 0;
  const index = read[slot];
  if (index) return { index, slot };
  if (texts.every((text) => text === undefined)) return { index: firstIndex, slot };
  const files: string[] = [];
  for await (const name of folder.keys()) files.push(name);
  return { index: indexOfFiles(files), slot };
}

async function readText(folder: FileSystemDirectoryHandle, name: string): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}

async function writeSlot(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const access = await (await folder.getFileHandle(name, { create: true })).createSyncAccessHandle();
  try {
    const bytes = new TextEncoder().encode(text);
    access.truncate(0);
    const written = access.write(bytes, { at: 0 });
    access.flush();
    if (written !== bytes.length) throw new AppError('disk-full');
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError')
      throw new AppError('disk-full', {}, { cause: error });
    throw error;
  } finally {
    access.close();
  }
}
