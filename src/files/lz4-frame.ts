/*
 * LZ4 frames (lz4_Frame_format.md 1.6.3 and lz4_Block_format.md of the LZ4 project), as Arrow writes them. The checksums
 * are passed over: what comes out has to have the length that was announced.
 */

const MAGIC = 0x184d_2204;
const SHORTEST_MATCH = 4;

/**
 * Unpacks one frame.
 * @param length bytes that come out, as announced
 * @throws RangeError when the frame is damaged or gives another number of bytes.
 */
export function unpackLz4(frame: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const flags = view.getUint8(4);
  if (view.getUint32(0, true) !== MAGIC || flags >> 6 !== 1) throw new RangeError('no LZ4 frame');
  const [hasSize, hasDictionary, hasBlockChecksum] = [flags & 8, flags & 1, flags & 16];
  if (hasDictionary) throw new RangeError('an LZ4 frame with a dictionary');
  const out = new Uint8Array(length);
  let at = 7 + (hasSize ? 8 : 0);
  let written = 0;
  for (;;) {
    const size = view.getUint32(at, true);
    at += 4;
    if (size === 0) break;
    const block = frame.subarray(at, at + (size & 0x7fff_ffff));
    written = size >>> 31 ? copyInto(out, written, block) : unpackBlock(block, out, written);
    at += block.length + (hasBlockChecksum ? 4 : 0);
  }
  if (written !== length) throw new RangeError('an LZ4 frame is torn');
  return out;
}

function copyInto(out: Uint8Array, written: number, bytes: Uint8Array): number {
  out.set(bytes, written);
  return written + bytes.length;
}

/** Sequences of literals and of matches in what was written so far, blocks before included. */
function unpackBlock(block: Uint8Array, out: Uint8Array, start: number): number {
  let written = start;
  let at = 0;
  const byte = (): number => {
    if (at >= block.length) throw new RangeError('an LZ4 block is torn');
    return block[at++]!;
  };
  const extended = (size: number): number => {
    if (size < 15) return size;
    let all = size;
    for (let more = 255; more === 255; all += more) more = byte();
    return all;
  };
  while (at < block.length) {
    const token = byte();
    const literals = extended(token >> 4);
    if (at + literals > block.length) throw new RangeError('an LZ4 block is torn');
    written = copyInto(out, written, block.subarray(at, at + literals));
    at += literals;
    // The last sequence has no match.
    if (at === block.length) break;
    const distance = byte() | (byte() << 8);
    const match = extended(token & 15) + SHORTEST_MATCH;
    const from = written - distance;
    if (distance === 0 || from < 0 || written + match > out.length) throw new RangeError('an LZ4 block is damaged');
    // What is copied may overlap what it is copied from: byte by byte, as it repeats itself.
    if (distance >= match) out.copyWithin(written, from, from + match);
    else for (let i = 0; i < match; i += 1) out[written + i] = out[from + i]!;
    written += match;
  }
  return written;
}
