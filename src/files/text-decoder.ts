/** Encodings that `TextDecoder` does not know and that are read here. */
export const UTF_32: readonly string[] = ['utf-32le', 'utf-32be'];

export interface StreamDecoder {
  /** The text of some bytes; what is cut at their end comes with the next ones, as long as `stream` is set. */
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}

/**
 * A decoder for `TextDecoder`'s encodings and UTF-32; the byte order mark is left out.
 * @param strict bytes that are not of the encoding throw a TypeError; otherwise each is U+FFFD.
 */
export function decoderOf(encoding: string, strict: boolean): StreamDecoder {
  return UTF_32.includes(encoding)
    ? new Utf32Decoder(encoding === 'utf-32le', strict)
    : new TextDecoder(encoding, { fatal: strict });
}

const MARK = 0xfeff;
const REPLACEMENT = 0xfffd;

class Utf32Decoder implements StreamDecoder {
  readonly #littleEndian: boolean;
  readonly #strict: boolean;
  #rest = new Uint8Array();
  #isStart = true;

  constructor(littleEndian: boolean, strict: boolean) {
    this.#littleEndian = littleEndian;
    this.#strict = strict;
  }

  decode(bytes: Uint8Array = new Uint8Array(), { stream }: { stream: boolean } = { stream: false }): string {
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const whole = all.length & ~3;
    this.#rest = stream ? all.slice(whole) : new Uint8Array();
    const view = new DataView(all.buffer);
    const points: number[] = [];
    const texts: string[] = [];
    for (let at = 0; at < whole; at += 4) {
      points.push(this.#valid(view.getUint32(at, this.#littleEndian)));
      if (points.length === 8192) texts.push(String.fromCodePoint(...points.splice(0)));
    }
    if (!stream && whole < all.length) points.push(this.#valid(-1));
    texts.push(String.fromCodePoint(...points));
    const text = texts.join('');
    const isMarked = this.#isStart && text.codePointAt(0) === MARK;
    if (text !== '') this.#isStart = !stream;
    return isMarked ? text.slice(1) : text;
  }

  #valid(point: number): number {
    const isCharacter = point >= 0 && point <= 0x10ffff && !(point >= 0xd800 && point < 0xe000);
    if (isCharacter) return point;
    if (this.#strict) throw new TypeError('not UTF-32');
    return REPLACEMENT;
  }
}
