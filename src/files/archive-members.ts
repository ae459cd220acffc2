import { AppError } from '../core/errors.ts';
import { baseName, holdsNoData, pathLabel } from '../core/file-paths.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A file in an archive that is to become a table. */
export interface Member {
  /** Where it lies, the archive first: `sales.zip/2024/may.csv`. */
  label: string;
  entry: ZipEntry;
}

export interface ArchiveMembers {
  members: Member[];
  /** Names of what is there for the system or for people. */
  passedOver: string[];
}

/** Nothing honest is packed tighter once it is large: beyond both it is a bomb. */
const BOMB_RATIO = 1000;
const BOMB_BYTES = 1 << 28;
const HEADER_BYTES = 30;
const MOST_MEMBERS = 10_000;

/**
 * What of an archive is to be read, before anything of it is unpacked. `freeBytes` is what the browser has room for.
 * @throws AppError `archive-bomb`, `archive-too-large`, `archive-too-many`, `archive-empty`, `archive-encrypted` when
 *   all of it is.
 */
export function chooseMembers(archive: File, entries: readonly ZipEntry[], freeBytes: number): ArchiveMembers {
  const file = archive.name;
  const files = entries.filter(({ name }) => !/[/\\]$/.test(name));
  if (files.length > MOST_MEMBERS) {
    throw new AppError('archive-too-many', { file, count: files.length, limit: MOST_MEMBERS });
  }
  if (overlap(files)) throw new AppError('archive-bomb', { file });
  const data: ZipEntry[] = [];
  const passedOver: string[] = [];
  for (const entry of files) {
    const label = pathLabel(entry.name);
    if (holdsNoData(label)) passedOver.push(baseName(label));
    else data.push(entry);
  }
  if (data.length === 0) throw new AppError('archive-empty', { file });
  if (data.every(({ encrypted }) => encrypted)) throw new AppError('archive-encrypted', { file });
  const bytes = data.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > BOMB_BYTES && bytes > archive.size * BOMB_RATIO) throw new AppError('archive-bomb', { file });
  if (bytes > freeBytes) {
    throw new AppError('archive-too-large', { file, megabytes: inMegabytes(bytes), free: inMegabytes(freeBytes) });
  }
  return { members: data.map((entry) => ({ label: `${file}/${pathLabel(entry.name)}`, entry })), passedOver };
}

/** Members that share their bytes: a small archive made to unpack to an enormous one. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  return inOrder.some(({ offset }, i) => {
    const before = inOrder[i - 1];
    return before !== undefined && before.offset + HEADER_BYTES + before.packedBytes > offset;
  });
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);
