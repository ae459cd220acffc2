import { detectEncoding, knownEncoding } from './encoding.ts';

export const HEAD_BYTES = 1 << 20;
const PIECE_BYTES = 128 << 10;
const PIECES = 8;
/** Files up to here are looked at in full. */
const WHOLE_BYTES = 2 << 20;

export interface Sample {
  encoding: string;
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
  const encoding = encodingGiven ? knownEncoding(encodingGiven) : detectEncoding([head, ...pieces]).encoding;
  const decode = (bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes, { stream: !whole });
  return {
    encoding,
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
  return encoding.startsWith('utf-16') && start % 2 === 1 ? bytes.subarray(1) : bytes;
}

function wholeLines(text: string, isLast: boolean): string {
  const newline = text.includes('\n') ? '\n' : '\r';
  const start = text.indexOf(newline) + 1;
  const end = isLast ? text.length : text.lastIndexOf(newline) + 1;
  return text.slice(start, Math.max(start, end));
}
