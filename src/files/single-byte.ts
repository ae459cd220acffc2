/** `á è é ü ö ä í ñ ó ú` in Mac OS Roman; in windows-1252 dashes, quotes and letters that the west of Europe does not use. */
const MAC_LETTERS = new Set([0x87, 0x8f, 0x8e, 0x9f, 0x9a, 0x8a, 0x92, 0x96, 0x97, 0x9c]);
/** Of these the ones that stand between letters in no text of windows-1252. */
const MAC_ONLY = new Set([0x87, 0x8f, 0x8e, 0x9f, 0x9a, 0x8a]);
const CURRENCY = 0xa4;

/**
 * The likeliest encoding of a western European text that is not UTF-8: windows-1252, of which ISO 8859-1 is a part;
 * `macintosh` as spreadsheets on a Mac write it; `iso-8859-15` where the euro stands beside an amount.
 */
export function guessSingleByte(parts: readonly Uint8Array[]): string {
  let mac = 0;
  let macOnly = 0;
  let windows = 0;
  let controls = 0;
  let euros = 0;
  for (const bytes of parts) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!;
      if (byte < 0x80) continue;
      const isInWord = isLetter(bytes[i - 1]) || isLetter(bytes[i + 1]);
      if (byte < 0xa0) controls += 1;
      if (isInWord && MAC_LETTERS.has(byte)) mac += 1;
      if (isInWord && MAC_ONLY.has(byte)) macOnly += 1;
      if (isInWord && byte >= 0xc0) windows += 1;
      if (byte === CURRENCY && isBesideAmount(bytes, i)) euros += 1;
    }
  }
  if (macOnly > 0 && mac > 3 * windows) return 'macintosh';
  return euros > 0 && controls === 0 ? 'iso-8859-15' : 'windows-1252';
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** `12,50 ¤`, `¤12`, with one blank at most. */
function isBesideAmount(bytes: Uint8Array, at: number): boolean {
  const beyond = (step: number): number | undefined => {
    const next = bytes[at + step];
    return next === 0x20 || next === 0xa0 ? bytes[at + 2 * step] : next;
  };
  return isDigit(beyond(-1)) || isDigit(beyond(1));
}
