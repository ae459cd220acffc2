import { AppError } from '../core/errors.ts';
import { MarkupScanner, type MarkupHandler } from './workbook-markup.ts';
import { bytesOf } from './sample.ts';
import { readBytes } from './text-stream.ts';

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557;
const LARGEST_DIRECTORY = 1 << 26;
/** No honest workbook is packed tighter once it is large, or unpacks to more: beyond either it is a bomb. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 1 << 28;
const LARGEST_UNPACKED = 2 ** 33;
const IN_EXTRA = 0xffffffff;

interface Part {
  name: string;
  /** Where its own header stands in the file. */
  at: number;
  packed: number;
  unpacked: number;
  method: number;
  encrypted: boolean;
}

/** The zip that a workbook is. Its parts are unpacked as they are read and never held as a whole. */
export class WorkbookPackage {
  readonly #file: File;
  readonly #parts = new Map<string, Part>();

  private constructor(file: File, parts: readonly Part[]) {
    this.#file = file;
    for (const part of parts) this.#parts.set(keyOf(part.name), part);
  }

  /** @throws AppError `spreadsheet-broken`, `spreadsheet-encrypted`, `spreadsheet-bomb`: before anything is unpacked. */
  static async open(file: File): Promise<WorkbookPackage> {
    const parts = await readDirectory(file);
    if (parts.length === 0) throw new AppError('spreadsheet-broken', { file: file.name });
    if (parts.some((part) => part.encrypted)) throw new AppError('spreadsheet-encrypted', { file: file.name });
    const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
    const isTight = unpacked > BOMB_BYTES && unpacked > file.size * BOMB_RATIO;
    if (isTight || unpacked > LARGEST_UNPACKED) throw new AppError('spreadsheet-bomb', { file: file.name });
    return new WorkbookPackage(file, parts);
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }

  names(): string[] {
    return Array.from(this.#parts.values(), (part) => part.name);
  }

  /** The bytes of a part as they are unpacked. */
  async *bytes(name: string): AsyncGenerator<{ bytes: Uint8Array; share: number }> {
    const part = this.#parts.get(keyOf(name));
    if (!part) throw new TypeError(`no part ${name}`);
    const head = await bytesOf(this.#file, part.at, 30);
    const view = new DataView(head.buffer);
    const start = part.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
    const packed = this.#file.slice(start, start + part.packed).stream();
    if (part.method !== 0 && part.method !== 8) throw new TypeError(`packing method ${part.method}`);
    const stream = part.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
    let done = 0;
    for await (const bytes of readBytes(stream)) {
      done += bytes.length;
      if (done > part.unpacked) throw new AppError('spreadsheet-bomb', { file: this.#file.name });
      yield { bytes, share: part.unpacked > 0 ? done / part.unpacked : 1 };
    }
    if (done < part.unpacked) throw new TypeError(`part ${name} ends early`);
  }

  /** Reads a part of XML from its beginning to its end, or until `isDone` says so; after every chunk the share that was read. */
  async *scan(name: string, handler: MarkupHandler, isDone?: () => boolean): AsyncGenerator<number> {
    const scanner = new MarkupScanner(handler);
    let decoder: TextDecoder | undefined;
    for await (const { bytes, share } of this.bytes(name)) {
      decoder ??= new TextDecoder(encodingOf(bytes));
      scanner.push(decoder.decode(bytes, { stream: true }));
      yield share;
      if (isDone?.()) return;
    }
    scanner.end();
  }

  async scanAll(name: string, handler: MarkupHandler, isDone?: () => boolean): Promise<void> {
    const shares = this.scan(name, handler, isDone);
    while (!(await shares.next()).done);
  }
}

/** Parts are named with and without a stroke in front, in whatever case the writer liked. */
function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

async function readDirectory(file: File): Promise<Part[]> {
  const tailStart = Math.max(0, file.size - LONGEST_COMMENT);
  const tail = await bytesOf(file, tailStart, LONGEST_COMMENT);
  const view = new DataView(tail.buffer);
  let at = tail.length - 22;
  while (at >= 0 && view.getUint32(at, true) !== END_RECORD) at -= 1;
  if (at < 0) return [];
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  let end = tailStart + at;
  if (start === IN_EXTRA || size === IN_EXTRA) {
    end = at >= 20 ? Number(view.getBigUint64(at - 12, true)) : 0;
    const record = await bytesOf(file, end, 56);
    const view64 = new DataView(record.buffer);
    if (record.length < 56 || view64.getUint32(0, true) !== END_RECORD_64) return [];
    size = Number(view64.getBigUint64(40, true));
    start = Number(view64.getBigUint64(48, true));
  }
  if (size > LARGEST_DIRECTORY) throw new AppError('spreadsheet-bomb', { file: file.name });
  const parts = entries(await bytesOf(file, start, size), 0);
  // Something may stand before the zip, of which its own addresses know nothing.
  const shift = end - size - start;
  return parts.length > 0 || shift <= 0 ? parts : entries(await bytesOf(file, start + shift, size), shift);
}

function entries(directory: Uint8Array, shift: number): Part[] {
  const view = new DataView(directory.buffer);
  const decoder = new TextDecoder();
  const parts: Part[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === ENTRY;) {
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extraStart = at + 46 + nameLength;
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    fillFromExtra(directory.subarray(extraStart, extraStart + extraLength), sizes);
    parts.push({
      name: decoder.decode(directory.subarray(at + 46, extraStart)),
      at: sizes[2]! + shift,
      packed: sizes[1]!,
      unpacked: sizes[0]!,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = extraStart + extraLength + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Sizes that do not fit into 32 bits stand in the field with the number 1, in this order. */
function fillFromExtra(extra: Uint8Array, sizes: number[]): void {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let from = at + 4;
      sizes.forEach((size, i) => {
        if (size !== IN_EXTRA || from + 8 > end || from + 8 > extra.length) return;
        sizes[i] = Number(view.getBigUint64(from, true));
        from += 8;
      });
    }
    at = end;
  }
}
