import { crc32 } from './crc32.ts';
import { bytesOf } from './sample.ts';
import { readBytes } from './text-stream.ts';
import type { ZipEntry } from './zip-directory.ts';

const HEADER = 0x04034b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** A member unpacks to more than the directory says. */
export class ZipOverflow extends TypeError {}

export function canUnpack({ method }: ZipEntry): boolean {
  return method === STORED || method === DEFLATED;
}

/**
 * The bytes of a member as they are unpacked, never more than the directory says it holds. Only who reads them to their
 * end knows that they are whole: length and check sum are compared there.
 * @throws ZipOverflow; TypeError when the member is not where the directory says, is packed in another way, or damaged.
 */
export async function* memberBytes(archive: Blob, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (!canUnpack(entry)) throw new TypeError(`packing method ${entry.method}`);
  const packed = (await packedBytes(archive, entry)).stream();
  let done = 0;
  let sum = 0;
  for await (const bytes of readBytes(entry.method === STORED ? packed : packed.pipeThrough(inflate()))) {
    done += bytes.length;
    if (done > entry.bytes) throw new ZipOverflow('more than the directory says');
    sum = crc32(bytes, sum);
    yield bytes;
  }
  if (done < entry.bytes) throw new TypeError('a member ends early');
  if (sum !== entry.crc32) throw new TypeError('a member was changed');
}

const inflate = (): TransformStream<Uint8Array, Uint8Array> =>
  new DecompressionStream('deflate-raw') as TransformStream<Uint8Array, Uint8Array>;

/** The member's bytes stand behind its own header, whose names may be of another length than in the directory. */
async function packedBytes(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const header = await bytesOf(archive, entry.offset, HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < HEADER_BYTES || view.getUint32(0, true) !== HEADER) throw new TypeError('no header');
  const start = entry.offset + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const end = start + entry.packedBytes;
  if (end > archive.size) throw new TypeError('beyond the end');
  return archive.slice(start, end);
}
