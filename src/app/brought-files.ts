import { AppError } from '../core/errors.ts';
import { baseName, holdsNoData, pathLabel } from '../core/file-paths.ts';

/** What a drop or a choice brings: files to read, and the names of what in its folders holds no table. */
export interface Brought {
  files: File[];
  passedOver: string[];
}

const MOST_FILES = 10_000;

/**
 * The files of a drop; of folders, all that is in them, called by where they lie. What can be had of the event is taken
 * at once: it is empty after the first wait.
 * @throws AppError `folder-empty`, `folder-too-many`, `folder-unreadable`.
 */
export function droppedFiles({ items, files }: DataTransfer): Promise<Brought> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry());
  const loose = Array.from(files);
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[];
  if (folders.length === 0) return Promise.resolve({ files: loose, passedOver: [] });
  const names = new Set(folders.map(({ name }) => name));
  return walk(
    folders,
    loose.filter(({ name }) => !names.has(name)),
  );
}

/** The files of a folder that was chosen. @throws AppError `folder-empty`, `folder-too-many`. */
export function filesOfFolder(files: readonly File[]): Brought {
  const brought: Brought = { files: [], passedOver: [] };
  for (const file of files) keep(brought, file, file.webkitRelativePath);
  return orRefused(brought, files[0]?.webkitRelativePath.split('/')[0] ?? '');
}

async function walk(folders: readonly FileSystemDirectoryEntry[], loose: File[]): Promise<Brought> {
  const brought: Brought = { files: loose, passedOver: [] };
  const waiting: FileSystemDirectoryEntry[] = [...folders];
  for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory && holdsNoData(pathLabel(entry.fullPath))) brought.passedOver.push(entry.name);
      else if (entry.isDirectory) waiting.push(entry as FileSystemDirectoryEntry);
      else keep(brought, await fileOf(entry as FileSystemFileEntry), entry.fullPath);
    }
  }
  return orRefused(brought, folders[0]!.name);
}

function keep(brought: Brought, file: File, path: string): void {
  const label = pathLabel(path);
  if (holdsNoData(label)) {
    brought.passedOver.push(baseName(label));
    return;
  }
  if (brought.files.length === MOST_FILES) {
    throw new AppError('folder-too-many', { file: label.split('/')[0]!, limit: MOST_FILES });
  }
  brought.files.push(new File([file], label, { type: file.type, lastModified: file.lastModified }));
}

function orRefused(brought: Brought, folder: string): Brought {
  if (brought.files.length === 0) throw new AppError('folder-empty', { file: folder });
  return brought;
}

/** A folder hands out its entries by the hundred. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  try {
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
      all.push(...some);
    }
  } catch (error) {
    throw new AppError('folder-unreadable', { file: pathLabel(folder.fullPath) }, { cause: error });
  }
}

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  try {
    return await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
  } catch (error) {
    throw new AppError('folder-unreadable', { file: pathLabel(entry.fullPath) }, { cause: error });
  }
}
