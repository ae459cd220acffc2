const CONTINUE = 0x003c;

/** A record of a BIFF stream with the pieces it goes on in ([MS-XLS] 2.1.4). */
export interface XlsRecord {
  id: number;
  /** Where it begins in the stream. */
  at: number;
  pieces: Uint8Array[];
}

/** The records of a stream from a place on. */
export function* xlsRecords(stream: Uint8Array, from: number): Generator<XlsRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  let record: XlsRecord | undefined;
  for (let at = from; at + 4 <= stream.length;) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > stream.length) throw new TypeError('a record does not end');
    const data = stream.subarray(at + 4, end);
    if (id === CONTINUE) record?.pieces.push(data);
    else {
      if (record) yield record;
      record = { id, at, pieces: [data] };
    }
    at = end;
  }
  if (record) yield record;
}

/** Reads numbers and texts of a record, over the seams between its pieces. */
export class RecordReader {
  readonly #pieces: readonly Uint8Array[];
  #piece = 0;
  #at = 0;

  constructor(pieces: readonly Uint8Array[]) {
    this.#pieces = pieces;
  }

  get hasMore(): boolean {
    while (this.#piece < this.#pieces.length && this.#at >= this.#pieces[this.#piece]!.length) this.#nextPiece();
    return this.#piece < this.#pieces.length;
  }

  u8(): number {
    if (!this.hasMore) throw new TypeError('a record ends early');
    const value = this.#pieces[this.#piece]![this.#at]!;
    this.#at += 1;
    return value;
  }

  u16(): number {
    const low = this.u8();
    return low | (this.u8() << 8);
  }

  u32(): number {
    const low = this.u16();
    return (low | (this.u16() << 16)) >>> 0;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.u8());
  }

  f64(): number {
    return new DataView(this.bytes(8).buffer).getFloat64(0, true);
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (!this.hasMore) return;
      const step = Math.min(left, this.#pieces[this.#piece]!.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** A text with its count of characters in front, of one byte in names of sheets and of two elsewhere (2.5.293, 2.5.240). */
  string(count: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const extension = flags & 4 ? this.u32() : 0;
    const text = this.#characters(count, (flags & 1) === 1);
    this.skip(4 * runs + extension);
    return text;
  }

  /** Each further piece begins with whether its characters are of one byte or two. */
  #characters(count: number, startsWide: boolean): string {
    let isWide = startsWide;
    let text = '';
    let left = count;
    while (left > 0) {
      if (this.#piece < this.#pieces.length && this.#at >= this.#pieces[this.#piece]!.length) {
        this.#nextPiece();
        isWide = (this.u8() & 1) === 1;
      }
      const piece = this.#pieces[this.#piece];
      if (!piece) throw new TypeError('a text ends early');
      const width = isWide ? 2 : 1;
      const step = Math.min(left, Math.floor((piece.length - this.#at) / width));
      if (step === 0) throw new TypeError('a character is cut');
      const bytes = piece.subarray(this.#at, this.#at + step * width);
      text += isWide ? new TextDecoder('utf-16le').decode(bytes) : latin(bytes);
      this.#at += step * width;
      left -= step;
    }
    return text;
  }

  #nextPiece(): void {
    this.#piece += 1;
    this.#at = 0;
  }
}

/** The low bytes of UTF-16, which is not windows-1252. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** A number in 30 bits: an integer or the upper half of a double, perhaps a hundredfold ([MS-XLS] 2.5.217). */
export function rkNumber(rk: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, rk & 0xfffffffc, true);
  const value = rk & 2 ? (rk | 0) >> 2 : view.getFloat64(0, true);
  return rk & 1 ? value / 100 : value;
}
