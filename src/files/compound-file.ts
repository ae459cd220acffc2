import { AppError } from '../core/errors.ts';
import { bytesOf } from './sample.ts';

/** A compound file is read as a whole; programs that write workbooks into one cannot make it larger. */
const LARGEST = 1 << 28;
const HEADER = 512;
const MOST_FAT_SECTORS_IN_HEADER = 109;
const ENTRY = 128;
const SMALL_SECTOR = 64;
const LAST_SECTOR = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;

/**
 * The whole of a compound file, once its size is known to be that of one.
 * @throws AppError `too-large-for-memory`.
 */
export async function compoundBytes(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST) throw new AppError('too-large-for-memory', { file: file.name, limit: LARGEST });
  return bytesOf(file, 0, file.size);
}

/** What an OLE compound file holds, by the names of its streams: they are stored as UTF-16. */
export function compoundFileKind(bytes: Uint8Array): 'encrypted' | 'xls' | 'other' {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) return 'encrypted';
  return text.includes('Workbook') || text.includes('Book\0') ? 'xls' : 'other';
}

/**
 * The bytes of a stream of a compound file ([MS-CFB]) by its name; undefined when there is none.
 * @throws TypeError, RangeError when the file is damaged.
 */
export function compoundStream(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const file = new CompoundFile(bytes);
  return file.stream(name);
}

class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #fat: Uint32Array;
  readonly #directory: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#sectorSize = 1 << this.#view.getUint16(30, true);
    if (this.#sectorSize !== 512 && this.#sectorSize !== 4096) throw new TypeError('sector size');
    this.#fat = this.#readFat();
    this.#directory = this.#chain(this.#view.getUint32(48, true));
  }

  stream(name: string): Uint8Array | undefined {
    const wanted = name.toLowerCase();
    let root: DataView | undefined;
    for (let at = 0; at + ENTRY <= this.#directory.length; at += ENTRY) {
      const entry = new DataView(this.#directory.buffer, this.#directory.byteOffset + at, ENTRY);
      const type = entry.getUint8(66);
      if (type === ROOT) root ??= entry;
      if (type !== STREAM || entryName(entry).toLowerCase() !== wanted) continue;
      const size = entry.getUint32(120, true);
      const first = entry.getUint32(116, true);
      const isSmall = size < this.#view.getUint32(56, true);
      return (isSmall && root ? this.#smallChain(root, first) : this.#chain(first)).subarray(0, size);
    }
    return undefined;
  }

  #readFat(): Uint32Array {
    const sectors: number[] = [];
    for (let i = 0; i < MOST_FAT_SECTORS_IN_HEADER; i += 1) sectors.push(this.#view.getUint32(76 + 4 * i, true));
    const perSector = this.#sectorSize / 4;
    const lists = new Set<number>();
    let next = this.#view.getUint32(68, true);
    for (let left = this.#view.getUint32(72, true); left > 0 && next < LAST_SECTOR; left -= 1) {
      // How many there are is only what the file says.
      if (lists.has(next)) throw new TypeError('sectors in a circle');
      lists.add(next);
      const list = this.#words(next);
      sectors.push(...list.subarray(0, perSector - 1));
      next = list[perSector - 1]!;
    }
    const used = sectors.filter((sector) => sector < LAST_SECTOR);
    if (new Set(used).size < used.length) throw new TypeError('a sector of the table twice');
    const fat = new Uint32Array(used.length * perSector);
    used.forEach((sector, i) => fat.set(this.#words(sector), i * perSector));
    return fat;
  }

  #sector(number: number): Uint8Array {
    const start = Math.max(HEADER, this.#sectorSize) + number * this.#sectorSize;
    if (start >= this.#bytes.length) throw new TypeError(`sector ${number} is missing`);
    const sector = this.#bytes.subarray(start, start + this.#sectorSize);
    if (sector.length === this.#sectorSize) return sector;
    // The last one may be cut where its stream ends.
    const whole = new Uint8Array(this.#sectorSize);
    whole.set(sector);
    return whole;
  }

  #words(number: number): Uint32Array {
    const sector = this.#sector(number);
    const view = new DataView(sector.buffer, sector.byteOffset, sector.length);
    return Uint32Array.from({ length: sector.length / 4 }, (_, i) => view.getUint32(4 * i, true));
  }

  #chain(first: number): Uint8Array {
    const parts = links(first, this.#fat).map((sector) => this.#sector(sector));
    return joined(parts, this.#sectorSize);
  }

  /** Short streams share the sectors of one that belongs to the root. */
  #smallChain(root: DataView, first: number): Uint8Array {
    const container = this.#chain(root.getUint32(116, true));
    const table = this.#chain(this.#view.getUint32(60, true));
    const view = new DataView(table.buffer, table.byteOffset, table.length);
    const fat = Uint32Array.from({ length: table.length / 4 }, (_, i) => view.getUint32(4 * i, true));
    const parts = links(first, fat).map((sector) =>
      container.subarray(sector * SMALL_SECTOR, (sector + 1) * SMALL_SECTOR),
    );
    return joined(parts, SMALL_SECTOR);
  }
}

function entryName(entry: DataView): string {
  const length = Math.min(64, entry.getUint16(64, true));
  let name = '';
  for (let at = 0; at + 2 < length; at += 2) name += String.fromCharCode(entry.getUint16(at, true));
  return name;
}

function links(first: number, table: Uint32Array): number[] {
  const chain: number[] = [];
  for (let sector = first; sector < LAST_SECTOR; sector = table[sector]!) {
    if (sector >= table.length) throw new TypeError(`sector ${sector} is not in the table`);
    chain.push(sector);
    if (chain.length > table.length) throw new TypeError('sectors in a circle');
  }
  return chain;
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(parts.length * size);
  parts.forEach((part, i) => all.set(part, i * size));
  return all;
}
