import { Gunzip } from 'fflate';
import { AppError } from '../core/errors.ts';
import type { ReportBytes } from './reader-contract.ts';
import type { Scratch, ScratchFile } from './scratch.ts';
import { readBytes } from './text-stream.ts';

/** Nothing honest is packed tighter once it is large: beyond both it is a bomb. */
const BOMB_RATIO = 1000;
const BOMB_BYTES = 1 << 28;
const SLICE = 1 << 16;

/**
 * Unpacks a gzip file into a scratch file. The browser checks the sums but knows files of one member only.
 * @throws AppError `gzip-broken`, `gzip-bomb`, `file-empty`, `storage-full`.
 */
export async function gunzip(file: File, scratch: Scratch, report: ReportBytes): Promise<File> {
  const inner =
    (await unpack(file, scratch, report, nativeMember)) ?? (await unpack(file, scratch, report, manyMembers));
  if (!inner) throw new AppError('gzip-broken', { file: file.name });
  if (inner.size === 0) throw new AppError('file-empty', { file: file.name });
  return new File([inner], file.name.replace(/\.(gz|gzip)$/i, ''));
}

type Unpack = (
  file: File,
  take: (bytes: Uint8Array) => void,
  packedTo: (bytes: number) => Promise<void>,
) => Promise<void>;

/** The unpacked file, or `undefined` when it cannot be unpacked in this way. */
async function unpack(file: File, scratch: Scratch, report: ReportBytes, how: Unpack): Promise<File | undefined> {
  const out: ScratchFile = await scratch.create();
  let unpacked = 0;
  let packed = 0;
  const take = (bytes: Uint8Array): void => {
    unpacked += bytes.length;
    if (unpacked > BOMB_BYTES && unpacked > (packed + SLICE) * BOMB_RATIO) {
      throw new AppError('gzip-bomb', { file: file.name });
    }
    out.writeBytes(bytes);
  };
  try {
    await how(file, take, async (bytes) => {
      packed = bytes;
      await report(packed, file.size);
    });
    return await out.close();
  } catch (error) {
    await out.close();
    if (error instanceof AppError) throw error;
    return undefined;
  }
}

const nativeMember: Unpack = async (file, take, packedTo) => {
  let packed = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(bytes, controller) {
      packed += bytes.length;
      controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
    },
  });
  const stream = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  for await (const bytes of readBytes(stream)) {
    await packedTo(packed);
    take(bytes);
  }
};

/** Several members one after the other, as `cat a.gz b.gz` makes them. A single one has failed before. */
const manyMembers: Unpack = async (file, take, packedTo) => {
  let further = 0;
  let packed = 0;
  const unzip = new Gunzip((bytes) => take(bytes));
  unzip.onmember = () => {
    further += 1;
  };
  for await (const bytes of readBytes(file.stream())) {
    // In slices: what a slice of a bomb unpacks to fits into memory.
    for (let at = 0; at < bytes.length; at += SLICE) {
      packed += Math.min(SLICE, bytes.length - at);
      unzip.push(bytes.subarray(at, at + SLICE), packed >= file.size);
    }
    await packedTo(packed);
  }
  if (further === 0) throw new TypeError('a single member');
};
