import { AppError } from '../core/errors.ts';

export interface DetectedEncoding {
  /** A label of the Encoding Standard. */
  encoding: string;
  /** Length of the byte order mark. */
  bomBytes: number;
}

/**
 * Byte order mark → pattern of NUL bytes (UTF-16 without a mark) → strict UTF-8 → windows-1252.
 * `parts` are the beginning of the file and pieces of the rest of it, cut anywhere.
 * @throws AppError `encoding-unsupported` for UTF-32.
 */
export function detectEncoding(parts: readonly Uint8Array[]): DetectedEncoding {
  const head = parts[0] ?? new Uint8Array();
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    throw new AppError('encoding-unsupported', { encoding: 'UTF-32' });
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff)
    throw new AppError('encoding-unsupported', { encoding: 'UTF-32' });
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bomBytes: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bomBytes: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomBytes: 2 };
  const utf16 = utf16ByNuls(head);
  if (utf16) return { encoding: utf16, bomBytes: 0 };
  return { encoding: parts.every(isUtf8Piece) ? 'utf-8' : 'windows-1252', bomBytes: 0 };
}

/** @throws AppError `encoding-unknown` for a label that browsers do not know. */
export function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw new AppError('encoding-unknown', { encoding: label }, { cause: error });
  }
}

/** Western text in UTF-16 has a NUL in every second byte, always on the same side. */
function utf16ByNuls(head: Uint8Array): string | undefined {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/** A piece may begin and end in the middle of a character. */
function isUtf8Piece(piece: Uint8Array, index: number): boolean {
  let start = 0;
  if (index > 0) while (start < 3 && (piece[start] ?? 0) >> 6 === 2) start += 1;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(piece.subarray(start), { stream: true });
    return true;
  } catch {
    // Not UTF-8 is an answer here, not a failure.
    return false;
  }
}
