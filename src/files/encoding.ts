import { AppError } from '../core/errors.ts';
import { guessSingleByte } from './single-byte.ts';
import { UTF_32 } from './text-decoder.ts';
import { countUtf8, isMostlyUtf8 } from './utf8-count.ts';

/**
 * The encoding of a text, as a label of the Encoding Standard or `utf-32le`, `utf-32be`: byte order mark → pattern of NUL
 * bytes (UTF-16 and UTF-32 without a mark) → UTF-8, with a few broken bytes if need be → the likeliest of the western
 * European encodings of one byte per character. All others are for the analyst to name.
 * @param parts the beginning of the file and pieces of the rest of it, cut anywhere.
 */
export function detectEncoding(parts: readonly Uint8Array[]): string {
  const head = parts[0] ?? new Uint8Array();
  const found = byMark(head) ?? byNuls(head);
  if (found) return found;
  return isMostlyUtf8(countUtf8(parts)) ? 'utf-8' : guessSingleByte(parts);
}

/** @throws AppError `encoding-unknown` for a label that browsers do not know. */
export function knownEncoding(label: string): string {
  const wide = label
    .toLowerCase()
    .replace(/^utf[-_]?32[-_]?(le|be)?$/, (_, order?: string) => `utf-32${order ?? 'le'}`);
  if (UTF_32.includes(wide)) return wide;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw new AppError('encoding-unknown', { encoding: label }, { cause: error });
  }
}

function byMark([a, b, c, d]: Uint8Array): string | undefined {
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Western text in UTF-16 has a NUL in every second byte, in UTF-32 three of four, always at the same places. UTF-32 has a
 * NUL at one place whatever the script.
 */
function byNuls(head: Uint8Array): string | undefined {
  const length = Math.min(head.length, 4096) & ~3;
  if (length < 4) return head.length >= 2 ? byFirstPair(head) : undefined;
  const nuls = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 1) if (head[i] === 0) nuls[i & 3]! += 1;
  const all = length / 4;
  const [first, second, third, fourth] = nuls.map((count) => count / all);
  if (fourth === 1 && third! > 0.9 && first! < 0.05) return 'utf-32le';
  if (first === 1 && second! > 0.9 && fourth! < 0.05) return 'utf-32be';
  const [even, odd] = [(first! + third!) / 2, (second! + fourth!) / 2];
  if (odd > 0.4 && even < 0.05) return 'utf-16le';
  if (even > 0.4 && odd < 0.05) return 'utf-16be';
  return undefined;
}

function byFirstPair([first, second]: Uint8Array): string | undefined {
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : undefined;
}
