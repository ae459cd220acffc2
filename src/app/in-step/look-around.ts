import { AppError } from '../../core/errors.ts';
import { holdsNoData, pathLabel } from '../../core/file-paths.ts';
import type { PickedHandle } from './file-pickers.ts';
import type { LookAround, SeenFile } from './step-watch.ts';

const MOST_FILES = 1_000;

/** Looks at a file, or at all files of a folder that may hold data, called by where they lie. */
export function lookAround(handle: PickedHandle): LookAround {
  if (handle.kind === 'file') return async () => [await seen(handle as FileSystemFileHandle, handle.name)];
  return async () => {
    const found: SeenFile[] = [];
    await walk(handle as FileSystemDirectoryHandle, handle.name, found);
    return found.sort((one, other) => (one.path < other.path ? -1 : 1));
  };
}

async function walk(folder: FileSystemDirectoryHandle, path: string, found: SeenFile[]): Promise<void> {
  for await (const [name, entry] of folder.entries()) {
    const label = pathLabel(`${path}/${name}`);
    if (holdsNoData(label)) continue;
    if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle, label, found);
    else if (found.length === MOST_FILES) throw new AppError('folder-too-many', { file: path, limit: MOST_FILES });
    else await addSeen(entry as FileSystemFileHandle, label, found);
  }
}

/** One that went while the folder was looked at is not there. */
async function addSeen(handle: FileSystemFileHandle, path: string, found: SeenFile[]): Promise<void> {
  try {
    found.push(await seen(handle, path));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

async function seen(handle: FileSystemFileHandle, path: string): Promise<SeenFile> {
  const file = await handle.getFile();
  const { size, lastModified, type } = file;
  return { path, size, lastModified, file: path === file.name ? file : new File([file], path, { type, lastModified }) };
}
