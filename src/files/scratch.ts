import { AppError } from '../core/errors.ts';
import { STORAGE_FOLDER } from '../core/storage-folder.ts';

/** In our folder: what is needed for a while, and by nobody once no tab has a workspace open. */
export const SCRATCH_FOLDER = 'scratch';
const BUFFER_CHARS = 1 << 20;
const COPY_BYTES = 8 << 20;
/** Of pieces this long nothing is gained by putting them together. */
const LONG_PIECE = 1 << 16;
/** Bytes of a UTF-16 unit in UTF-8. */
const MOST_UTF8 = 3;
/** Without OPFS the parts stay in memory; more than this does not fit. */
const MEMORY_LIMIT = 1 << 30;

/** A file of our own for text that DuckDB is to read: in OPFS, so that memory stays flat, or else in memory. */
export interface ScratchFile {
  write(text: string): void;
  writeBytes(bytes: Uint8Array): void;
  close(): Promise<File>;
}

/** The scratch files of one import; they lie in a folder of their own and go with it. */
export class Scratch {
  readonly #id: string;
  #count = 0;

  constructor(id: string) {
    this.#id = id;
  }

  async create(): Promise<ScratchFile> {
    const name = `${this.#count}.txt`;
    this.#count += 1;
    const folder = await openFolder(this.#id);
    return folder ? opfsFile(folder, name) : memoryFile(name);
  }
}

/** Removes the scratch files of an import, or all that a killed tab left. */
export async function removeScratch(id?: string): Promise<void> {
  try {
    const root = await navigator.storage.getDirectory();
    const ours = await root.getDirectoryHandle(STORAGE_FOLDER);
    if (id === undefined) await ours.removeEntry(SCRATCH_FOLDER, { recursive: true });
    else await (await ours.getDirectoryHandle(SCRATCH_FOLDER)).removeEntry(id, { recursive: true });
  } catch (error) {
    // It is not there, or there is no OPFS at all: nothing to remove.
    if (!(error instanceof DOMException) || !['NotFoundError', 'SecurityError', 'TypeError'].includes(error.name))
      throw error;
  }
}

/** A file with the same bytes in a scratch folder. */
export async function copyToScratch(file: Blob, id: string, name: string): Promise<void> {
  const folder = await openFolder(id);
  if (!folder) throw new RangeError('there is nowhere to copy to');
  const copy = await opfsFile(folder, name);
  try {
    for (let at = 0; at < file.size; at += COPY_BYTES) {
      copy.writeBytes(new Uint8Array(await file.slice(at, at + COPY_BYTES).arrayBuffer()));
    }
  } finally {
    await copy.close();
  }
}

async function openFolder(id: string): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const ours = await root.getDirectoryHandle(STORAGE_FOLDER, { create: true });
    const folder = await ours.getDirectoryHandle(SCRATCH_FOLDER, { create: true });
    return await folder.getDirectoryHandle(id, { create: true });
  } catch (error) {
    if (isFull(error)) throw new AppError('storage-full', {}, { cause: error });
    // A private window has no OPFS: its absence is the answer.
    return undefined;
  }
}

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

async function opfsFile(folder: FileSystemDirectoryHandle, name: string): Promise<ScratchFile> {
  const handle = await folder.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  access.truncate(0);
  const encoder = new TextEncoder();
  let waiting = '';
  let at = 0;
  const put = (bytes: Uint8Array): void => {
    try {
      let done = 0;
      while (done < bytes.length) {
        const written = access.write(bytes.subarray(done) as Uint8Array<ArrayBuffer>, { at: at + done });
        // A private window of Chromium on a full disk says 2³² − 8.
        if (written === 0 || written > bytes.length - done) throw new AppError('storage-full');
        done += written;
      }
      at += done;
    } catch (error) {
      if (isFull(error)) throw new AppError('storage-full', {}, { cause: error });
      throw error;
    }
  };
  // Its place is taken once: a new one for every piece of a large file keeps the collector busy.
  let room = new Uint8Array();
  const encode = (text: string): void => {
    if (text.length > 4 * BUFFER_CHARS) {
      put(encoder.encode(text));
      return;
    }
    if (room.length < MOST_UTF8 * text.length) room = new Uint8Array(MOST_UTF8 * text.length);
    put(room.subarray(0, encoder.encodeInto(text, room).written));
  };
  const flush = (): void => {
    if (waiting !== '') encode(waiting);
    waiting = '';
  };
  return {
    write(text) {
      if (text.length >= LONG_PIECE) {
        flush();
        encode(text);
        return;
      }
      waiting += text;
      if (waiting.length > BUFFER_CHARS) flush();
    },
    writeBytes(bytes) {
      flush();
      put(bytes);
    },
    async close() {
      flush();
      access.flush();
      access.close();
      return handle.getFile();
    },
  };
}

function memoryFile(name: string): ScratchFile {
  let parts: BlobPart[] = [];
  let waiting = '';
  let size = 0;
  const add = (part: string | Uint8Array): void => {
    size += part.length;
    if (size > MEMORY_LIMIT) throw new AppError('too-large-for-memory', { limit: MEMORY_LIMIT });
    // A Blob can be kept on disk by the browser, an array of strings cannot.
    parts = [...parts, new Blob([part as BlobPart])];
  };
  return {
    write(text) {
      waiting += text;
      if (waiting.length > 8 * BUFFER_CHARS) {
        add(waiting);
        waiting = '';
      }
    },
    writeBytes: (bytes) => add(bytes.slice()),
    close() {
      if (waiting !== '') add(waiting);
      return Promise.resolve(new File(parts, name));
    },
  };
}
