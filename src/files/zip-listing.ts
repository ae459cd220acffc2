import { bytesOf } from './sample.ts';

const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557;
const MOST_ENTRIES = 20_000;

/** The names in a zip's directory, without unpacking anything; empty when there is no directory. */
export async function zipNames(file: Blob): Promise<string[]> {
  const tailStart = Math.max(0, file.size - LONGEST_COMMENT);
  const tail = await bytesOf(file, tailStart, LONGEST_COMMENT);
  const view = new DataView(tail.buffer);
  let at = tail.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== END_RECORD) at -= 1;
  if (at < 0) return [];
  const directory = await bytesOf(
    file,
    view.getUint32(at + 16, true),
    Math.min(view.getUint32(at + 12, true), 8 << 20),
  );
  return entryNames(directory);
}

function entryNames(directory: Uint8Array): string[] {
  const view = new DataView(directory.buffer);
  const decoder = new TextDecoder();
  const names: string[] = [];
  let at = 0;
  while (at + 46 <= directory.length && view.getUint32(at, true) === ENTRY && names.length < MOST_ENTRIES) {
    const nameLength = view.getUint16(at + 28, true);
    names.push(decoder.decode(directory.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
