import { bytesOf } from './sample.ts';

/** One member as the directory at the end of a zip lists it (APPNOTE.TXT 6.3, sections 4.3.12 and 4.5.3). */
export interface ZipEntry {
  /** As it stands in the archive: it may climb, repeat, or be ten thousand characters long. */
  name: string;
  method: number;
  encrypted: boolean;
  crc32: number;
  packedBytes: number;
  bytes: number;
  /** Where its own header begins. */
  offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_557;
const LARGEST_DIRECTORY = 64 << 20;
const MAX_32 = 0xffff_ffff;
const ENCRYPTED = 1;
const UTF8 = 0x800;

/** The members in the order of the directory, without unpacking anything; `undefined` when there is no whole directory. */
export async function readZipDirectory(file: Blob): Promise<ZipEntry[] | undefined> {
  const tailStart = Math.max(0, file.size - LONGEST_COMMENT);
  const tail = await viewOf(file, tailStart, LONGEST_COMMENT);
  const at = findEnd(tail);
  if (at === undefined) return undefined;
  const place = (await directory64(file, tail, at)) ?? {
    count: tail.getUint16(at + 10, true),
    bytes: tail.getUint32(at + 12, true),
    offset: tail.getUint32(at + 16, true),
  };
  if (place.bytes > LARGEST_DIRECTORY || place.offset + place.bytes > file.size) return undefined;
  const entries = readEntries(await viewOf(file, place.offset, place.bytes));
  return entries.length === place.count ? entries : undefined;
}

async function viewOf(file: Blob, start: number, length: number): Promise<DataView> {
  const bytes = await bytesOf(file, start, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The last signature whose comment fits behind it. */
function findEnd(tail: DataView): number | undefined {
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    const fits = (): boolean => at + END_BYTES + tail.getUint16(at + 20, true) <= tail.byteLength;
    if (tail.getUint32(at, true) === END && fits()) return at;
  }
  return undefined;
}

/** Where the directory of a zip64 archive is: its locator stands before the old end record. */
async function directory64(
  file: Blob,
  tail: DataView,
  end: number,
): Promise<{ count: number; bytes: number; offset: number } | undefined> {
  const locator = end - 20;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR_64) return undefined;
  const record = await viewOf(file, number64(tail, locator + 8), 56);
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return undefined;
  return { count: number64(record, 32), bytes: number64(record, 40), offset: number64(record, 48) };
}

function readEntries(view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === ENTRY) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) break;
    const flags = view.getUint16(at + 8, true);
    const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: decodeName(name, (flags & UTF8) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & ENCRYPTED) !== 0,
      crc32: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = next;
  }
  return entries;
}

/** What does not fit into 32 bits stands in the extra field 1, in this order, and only that. */
function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): Pick<ZipEntry, 'bytes' | 'packedBytes' | 'offset'> {
  let wide = 0;
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) === 1) wide = field + 4;
  }
  const read = (place: number): number => {
    const narrow = view.getUint32(place, true);
    if (narrow !== MAX_32 || wide === 0 || wide + 8 > extra + extraLength) return narrow;
    wide += 8;
    return number64(view, wide - 8);
  };
  const bytes = read(at + 24);
  const packedBytes = read(at + 20);
  return { bytes, packedBytes, offset: read(at + 42) };
}

const number64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** The upper half of code page 437, in which names are that are not UTF-8. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Many programs write UTF-8 without saying so. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : CP437[byte - 128]!)).join('');
  }
}
