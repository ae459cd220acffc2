import { AppError } from '../core/errors.ts';
import { crc32 } from './crc32.ts';
import type { ReportBytes } from './reader-contract.ts';
import { bytesOf } from './sample.ts';
import type { Scratch } from './scratch.ts';
import { readBytes } from './text-stream.ts';
import type { ZipEntry } from './zip-directory.ts';

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

const methodNames: Record<number, string> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
  99: 'AES',
};

/**
 * Unpacks one member into a scratch file, as a stream, and never more than the directory says it holds. It is called
 * `label`, whatever the archive calls it.
 * @throws AppError `archive-encrypted`, `archive-method` (naming it), `archive-member-broken`, `storage-full`.
 */
export async function unzip(
  archive: File,
  entry: ZipEntry,
  label: string,
  scratch: Scratch,
  report: ReportBytes,
): Promise<File> {
  if (entry.encrypted) throw new AppError('archive-encrypted', { file: label });
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new AppError('archive-method', { file: label, method: methodNames[entry.method] ?? String(entry.method) });
  }
  const packed = await packedBytes(archive, entry);
  if (!packed) throw new AppError('archive-member-broken', { file: label });
  const plain = entry.method === STORED ? packed.stream() : packed.stream().pipeThrough(inflate());
  const out = await scratch.create();
  let done = 0;
  let sum = 0;
  try {
    for await (const bytes of readBytes(plain)) {
      done += bytes.length;
      if (done > entry.bytes) break;
      sum = crc32(bytes, sum);
      out.writeBytes(bytes);
      await report(done, entry.bytes);
    }
  } catch (error) {
    await out.close();
    // What the browser says of damaged bytes is a TypeError.
    if (!(error instanceof TypeError)) throw error;
    throw new AppError('archive-member-broken', { file: label }, { cause: error });
  }
  const file = await out.close();
  if (done !== entry.bytes || sum !== entry.crc32) throw new AppError('archive-member-broken', { file: label });
  return new File([file], label);
}

const inflate = (): TransformStream<Uint8Array, Uint8Array> =>
  new DecompressionStream('deflate-raw') as TransformStream<Uint8Array, Uint8Array>;

/** The member's bytes stand behind its own header, whose names may be of another length than in the directory. */
async function packedBytes(archive: File, entry: ZipEntry): Promise<Blob | undefined> {
  const header = await bytesOf(archive, entry.offset, HEADER_BYTES);
  if (header.length < HEADER_BYTES) return undefined;
  const view = new DataView(header.buffer);
  if (view.getUint32(0, true) !== HEADER) return undefined;
  const start = entry.offset + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.packedBytes;
  return end <= archive.size ? archive.slice(start, end) : undefined;
}
