/** A record of a binary workbook part ([MS-XLSB] 2.1.4). */
export interface XlsbRecord {
  id: number;
  data: XlsbReader;
}

/** Longer than the longest text a cell can hold, and than any other record. */
const LONGEST_RECORD = 1 << 24;

/** Takes the records out of a part as its bytes come. */
export class XlsbScanner {
  #rest = new Uint8Array(0);

  /** The records that are whole now. */
  push(bytes: Uint8Array): XlsbRecord[] {
    const all = new Uint8Array(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const records: XlsbRecord[] = [];
    let at = 0;
    for (;;) {
      const id = variable(all, at, 2);
      const length = id && variable(all, id.end, 4);
      if (!length) break;
      if (length.value > LONGEST_RECORD) throw new TypeError('a record is too long');
      const end = length.end + length.value;
      if (end > all.length) break;
      records.push({ id: id.value, data: new XlsbReader(all.subarray(length.end, end)) });
      at = end;
    }
    this.#rest = all.slice(at);
    return records;
  }

  /** @throws TypeError when the part ends within a record. */
  end(): void {
    if (this.#rest.length > 0) throw new TypeError('the part ends within a record');
  }
}

/** A number of as many bytes as it needs, seven bits in each: the highest says that another one follows. */
function variable(bytes: Uint8Array, from: number, most: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let i = 0; i < most; i += 1) {
    const byte = bytes[from + i];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return { value, end: from + i + 1 };
  }
  return { value, end: from + most };
}

export class XlsbReader {
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  u8(): number {
    this.#at += 1;
    return this.#view.getUint8(this.#at - 1);
  }

  u16(): number {
    this.#at += 2;
    return this.#view.getUint16(this.#at - 2, true);
  }

  u32(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, true);
  }

  f64(): number {
    this.#at += 8;
    return this.#view.getFloat64(this.#at - 8, true);
  }

  /** A text with its length in front; `''` when there is none. */
  string(): string {
    const length = this.u32();
    if (length === 0xffffffff) return '';
    const start = this.#view.byteOffset + this.#at;
    if (this.#at + 2 * length > this.#view.byteLength) throw new TypeError('a text does not end');
    this.#at += 2 * length;
    return new TextDecoder('utf-16le').decode(new Uint8Array(this.#view.buffer, start, 2 * length));
  }
}
