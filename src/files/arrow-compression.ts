import { Decompress } from 'fzstd';
import { AppError } from '../core/errors.ts';
import { fieldAt, tableAt } from './flatbuffer.ts';
import { unpackLz4 } from './lz4-frame.ts';

/*
 * Bodies of Arrow messages whose buffers are compressed one by one (Arrow columnar format 1.5, “Compression”): pandas and
 * R write Feather so. Arrow's libraries here read none of it.
 */

/** Fields of the tables `RecordBatch` and `BodyCompression` of Arrow's Message.fbs. */
const BUFFERS = 2;
const COMPRESSION = 3;
const CODEC = 0;
const BUFFER_BYTES = 16;
const LENGTH_BYTES = 8;
const ALIGNMENT = 8;
/** Nothing honest is packed tighter once it is large: beyond both it is a bomb. */
const BOMB_RATIO = 1000;
const BOMB_BYTES = 1 << 28;
const codecs = [unpackLz4, unpackZstd];

/**
 * The body with its buffers unpacked; the description of the batch is changed in place so that it fits.
 * @param batch where the table `RecordBatch` of the description stands
 * @param most bytes that the body may have
 * @returns undefined for a batch that is not compressed
 * @throws RangeError when it is damaged; AppError `too-large-for-memory`
 */
export function unpackBody(
  description: DataView,
  batch: number,
  body: Uint8Array,
  most: number,
): Uint8Array<ArrayBuffer> | undefined {
  const field = fieldAt(description, batch, COMPRESSION);
  if (field === 0) return undefined;
  const codec = fieldAt(description, tableAt(description, field), CODEC);
  const unpack = codecs[codec > 0 ? description.getUint8(codec) : 0];
  if (!unpack) throw new RangeError('an unknown compression');
  const places = placesOf(description, batch);
  const buffers = places.map(({ offset, length }) => announced(body.subarray(offset, offset + length)));
  const total = buffers.reduce((sum, { length }) => sum + aligned(length), 0);
  const isBomb = total > BOMB_BYTES && total > body.length * BOMB_RATIO;
  if (total > most || isBomb) throw new AppError('too-large-for-memory');
  const parts = buffers.map(({ bytes, length, isPacked }) => (isPacked ? unpack(bytes, length) : bytes));
  const out = new Uint8Array(total);
  let at = 0;
  for (const [i, part] of parts.entries()) {
    out.set(part, at);
    description.setBigInt64(places[i]!.at, BigInt(at), true);
    description.setBigInt64(places[i]!.at + 8, BigInt(part.length), true);
    at += aligned(part.length);
  }
  forget(description, batch, COMPRESSION);
  return out;
}

interface Place {
  /** Of the struct `Buffer` in the description. */
  at: number;
  offset: number;
  length: number;
}

function placesOf(description: DataView, batch: number): Place[] {
  const field = fieldAt(description, batch, BUFFERS);
  if (field === 0) return [];
  const vector = tableAt(description, field);
  const count = description.getUint32(vector, true);
  if (count * BUFFER_BYTES > description.byteLength) throw new RangeError('more buffers than the description holds');
  return Array.from({ length: count }, (_, i) => {
    const at = vector + 4 + i * BUFFER_BYTES;
    const [offset, length] = [description.getBigInt64(at, true), description.getBigInt64(at + 8, true)];
    if (offset < 0n || length < 0n) throw new RangeError('a buffer is nowhere');
    return { at, offset: Number(offset), length: Number(length) };
  });
}

/** What stands before a buffer's bytes: how many come out. */
function announced(packed: Uint8Array): { bytes: Uint8Array; length: number; isPacked: boolean } {
  if (packed.length === 0) return { bytes: packed, length: 0, isPacked: false };
  const length = new DataView(packed.buffer, packed.byteOffset, packed.length).getBigInt64(0, true);
  const bytes = packed.subarray(LENGTH_BYTES);
  // What would not have become shorter stands as it is.
  if (length === -1n) return { bytes, length: bytes.length, isPacked: false };
  if (length < 0n) throw new RangeError('a buffer of a negative length');
  return { bytes, length: Number(length), isPacked: true };
}

function unpackZstd(bytes: Uint8Array, length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  const stream = new Decompress((chunk) => {
    if (at + chunk.length > length) throw new RangeError('a Zstandard frame is longer than announced');
    out.set(chunk, at);
    at += chunk.length;
  });
  stream.push(bytes, true);
  if (at !== length) throw new RangeError('a Zstandard frame is torn');
  return out;
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/** Gives a field its default. Tables of the same form share what says where their fields are: then it cannot be done. */
function forget(description: DataView, table: number, field: number): void {
  const fields = table - description.getInt32(table, true);
  const message = description.getUint32(0, true);
  if (message - description.getInt32(message, true) === fields) throw new AppError('arrow-compressed');
  description.setUint16(fields + 4 + 2 * field, 0, true);
}
