import { detectEncoding, knownEncoding } from './encoding.ts';
import { decoderOf } from './text-decoder.ts';
import { countUtf8 } from './utf8-count.ts';

export const HEAD_BYTES = 1 << 20;
const PIECE_BYTES = 128 << 10;
const PIECES = 8;
/** Files up to here are looked at in full. */
const WHOLE_BYTES = 2 << 20;

export interface Sample {
  encoding: string;
  /** Some of its bytes are not of the encoding. */
  isBroken: boolean;
  head: string;
  /** Text from further on, each piece cut at the ends of lines. */
  pieces: string[];
  /** The head is the whole file. */
  whole: boolean;
}

/** The beginning of a text and pieces spread over the rest of it. */
export async function takeSample(file: Blob, encodingGiven?: string): Promise<Sample> {
  const whole = file.size <= WHOLE_BYTES;
  const head = await bytesOf(file, 0, whole ? file.size : HEAD_BYTES);
  const starts = whole ? [] : spread(HEAD_BYTES, file.size - PIECE_BYTES, PIECES);
  const pieces = await Promise.all(starts.map((start) => bytesOf(file, start, PIECE_BYTES)));
  const encoding = encodingGiven ? knownEncoding(encodingGiven) : detectEncoding([head, ...pieces]);
  const decode = (bytes: Uint8Array): string => decoderOf(encoding, false).decode(bytes, { stream: !whole });
  return {
    encoding,
    isBroken: encoding === 'utf-8' && countUtf8([head, ...pieces]).broken > 0,
    head: decode(head),
    pieces: pieces.map((bytes, i) => wholeLines(decode(evenStart(bytes, starts[i]!, encoding)), i === PIECES - 1)),
    whole,
  };
}

export async function bytesOf(file: Blob, start: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(start, start + length).arrayBuffer());
}

function spread(from: number, to: number, count: number): number[] {
  if (to <= from) return [from];
  return Array.from({ length: count }, (_, i) => Math.floor(from + ((to - from) * i) / (count - 1)));
}

function evenStart(bytes: Uint8Array, start: number, encoding: string): Uint8Array {
  const width = encoding.startsWith('utf-16') ? 2 : encoding.startsWith('utf-32') ? 4 : 1;
  return bytes.subarray((width - (start % width)) % width);
}

function wholeLines(text: string, isLast: boolean): string {
  const newline = text.includes('\n') ? '\n' : '\r';
  const start = text.indexOf(newline) + 1;
  const end = isLast ? text.length : text.lastIndexOf(newline) + 1;
  return text.slice(start, Math.max(start, end));
}
