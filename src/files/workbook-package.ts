import { AppError } from '../core/errors.ts';
import { MarkupScanner, type MarkupHandler } from './workbook-markup.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { memberBytes, ZipOverflow } from './zip-member.ts';

/** No honest workbook is packed tighter once it is large, or unpacks to more: beyond either it is a bomb. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 1 << 28;
const LARGEST_UNPACKED = 2 ** 33;

/** The zip that a workbook is. Its parts are unpacked as they are read and never held as a whole. */
export class WorkbookPackage {
  readonly #file: File;
  readonly #parts = new Map<string, ZipEntry>();

  private constructor(file: File, parts: readonly ZipEntry[]) {
    this.#file = file;
    for (const part of parts) this.#parts.set(keyOf(part.name), part);
  }

  /** @throws AppError `spreadsheet-broken`, `spreadsheet-encrypted`, `spreadsheet-bomb`: before anything is unpacked. */
  static async open(file: File): Promise<WorkbookPackage> {
    const parts = await readZipDirectory(file);
    if (!parts) throw new AppError('spreadsheet-broken', { file: file.name });
    if (parts.some((part) => part.encrypted)) throw new AppError('spreadsheet-encrypted', { file: file.name });
    const unpacked = parts.reduce((sum, part) => sum + part.bytes, 0);
    const isTight = unpacked > BOMB_BYTES && unpacked > file.size * BOMB_RATIO;
    if (isTight || unpacked > LARGEST_UNPACKED) throw new AppError('spreadsheet-bomb', { file: file.name });
    return new WorkbookPackage(file, parts);
  }

  has(name: string): boolean {
    return this.#parts.has(keyOf(name));
  }

  /** The bytes of a part as they are unpacked. */
  async *bytes(name: string): AsyncGenerator<{ bytes: Uint8Array; share: number }> {
    const part = this.#parts.get(keyOf(name));
    if (!part) throw new TypeError(`no part ${name}`);
    let done = 0;
    try {
      for await (const bytes of memberBytes(this.#file, part)) {
        done += bytes.length;
        yield { bytes, share: part.bytes > 0 ? done / part.bytes : 1 };
      }
    } catch (error) {
      throw error instanceof ZipOverflow ? new AppError('spreadsheet-bomb', { file: this.#file.name }) : error;
    }
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
