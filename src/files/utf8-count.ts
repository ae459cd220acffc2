export interface Utf8Count {
  /** Whole characters of more than one byte. */
  wide: number;
  /** Bytes that belong to no character. */
  broken: number;
}

/**
 * How much of bytes with the high bit set is UTF-8. The parts are cut anywhere: what a cut leaves of a character at their
 * ends is not counted.
 */
export function countUtf8(parts: readonly Uint8Array[]): Utf8Count {
  const sum = { wide: 0, broken: 0 };
  for (const part of parts) {
    const { wide, broken } = countPart(part, part !== parts[0]);
    sum.wide += wide;
    sum.broken += broken;
  }
  return sum;
}

/** In other encodings what looks like a character of several bytes is chance, and most bytes are none. */
export function isMostlyUtf8({ wide, broken }: Utf8Count): boolean {
  return broken === 0 || wide >= 20 * broken;
}

function countPart(bytes: Uint8Array, isCutBefore: boolean): Utf8Count {
  let wide = 0;
  let broken = 0;
  let at = 0;
  if (isCutBefore) while (at < 3 && (bytes[at] ?? 0) >> 6 === 2) at += 1;
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) {
      at += 1;
      continue;
    }
    const length = lengthOf(bytes, at);
    if (length > 0) wide += 1;
    else if (length === CUT) break;
    else broken += 1;
    at += Math.max(1, length);
  }
  return { wide, broken };
}

const CUT = -1;

/** Bytes of the character that begins at `at`; 0 when none does, `CUT` when it goes on behind the end. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i += 1) {
    if (at + i >= bytes.length) return CUT;
    const next = bytes[at + i]!;
    if (next >> 6 !== 2 || (i === 1 && !isSecond(first, next))) return 0;
  }
  return length;
}

/** Overlong forms, halves of UTF-16 and what is beyond Unicode are no characters (RFC 3629). */
function isSecond(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}
