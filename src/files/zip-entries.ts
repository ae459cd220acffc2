import { bytesOf } from './sample.ts';

const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const ENCRYPTED = 1;
const MOST_ENTRIES = 20_000;
const MOST_DIRECTORY_BYTES = 8 << 20;

export class ZipDamage extends Error {}

/**
 * The entries of a zip whose entries are all stored as they are, as pieces of the file. Nothing is unpacked, so nothing can
 * grow: together they are no larger than the file. Names are compared with nothing here and lead nowhere.
 * @throws ZipDamage when the directory is not there or does not fit the file.
 */
export async function storedEntries(file: Blob): Promise<Map<string, Blob>> {
  const { count, directory, start } = await readDirectory(file);
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const entries = new Map<string, Blob>();
  let at = 0;
  let end = 0;
  for (let i = 0; i < count; i += 1) {
    must(at + 46 <= directory.length && view.getUint32(at, true) === ENTRY, 'no entry');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    must(method === 0 && (flags & ENCRYPTED) === 0 && packed === size, 'not stored as it is');
    const nameLength = view.getUint16(at + 28, true);
    const nameBytes = directory.subarray(at + 46, at + 46 + nameLength);
    const name = decoder.decode(nameBytes);
    must(!entries.has(name), 'twice');
    const local = view.getUint32(at + 42, true);
    // In the order of the file, none inside another.
    must(local >= end, 'overlap');
    const first = await dataStart(file, local, nameBytes);
    end = first + size;
    must(end <= start, 'beyond the end');
    entries.set(name, file.slice(first, end));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  must(at === directory.length, 'more in the directory');
  return entries;
}

async function readDirectory(file: Blob): Promise<{ count: number; directory: Uint8Array; start: number }> {
  must(file.size >= END_BYTES, 'too short');
  const tail = await bytesOf(file, file.size - END_BYTES, END_BYTES);
  const view = new DataView(tail.buffer);
  must(view.getUint32(0, true) === END, 'no end');
  const [count, bytes, start] = [view.getUint16(10, true), view.getUint32(12, true), view.getUint32(16, true)];
  must(count <= MOST_ENTRIES && bytes <= MOST_DIRECTORY_BYTES, 'too many entries');
  must(start + bytes === file.size - END_BYTES, 'directory elsewhere');
  return { count, directory: await bytesOf(file, start, bytes), start };
}

/** Where an entry's bytes begin: its own header has to say the same name. */
async function dataStart(file: Blob, at: number, name: Uint8Array): Promise<number> {
  const header = await bytesOf(file, at, LOCAL_BYTES + name.length);
  must(header.length === LOCAL_BYTES + name.length, 'no header');
  const view = new DataView(header.buffer);
  must(view.getUint32(0, true) === LOCAL && view.getUint16(26, true) === name.length, 'no header');
  must(
    name.every((byte, i) => header[LOCAL_BYTES + i] === byte),
    'another name',
  );
  return at + LOCAL_BYTES + name.length + view.getUint16(28, true);
}

function must(holds: boolean, problem: string): void {
  if (!holds) throw new ZipDamage(problem);
}
