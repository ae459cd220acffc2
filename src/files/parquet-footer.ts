import { bytesOf } from './sample.ts';

/** What the library for Parquet does not tell of a file: from its footer (parquet.thrift, `FileMetaData`). */
export interface ParquetFooter {
  isEncrypted: boolean;
  /** Places of the top-level columns that are UUIDs, and of those whose times are of the old kind of 96 bits. */
  uuids: Set<number>;
  int96: Set<number>;
  /** The file says that it has no rows, as some old writers leave it, although its groups hold some. */
  uncounted?: Uncounted;
}

interface Uncounted {
  /** Where the count stands, a single byte, from the footer's start on. */
  at: number;
  footerBytes: number;
  /** That the groups hold. */
  rows: number;
}

const TAIL = 8;
const LARGEST = 64 << 20;
const INT96 = 3;
const LOGICAL_UUID = 14;

/** `undefined` when the footer is torn or too large to look at; what is wrong with it the library says. */
export async function readFooter(file: File): Promise<ParquetFooter | undefined> {
  const tail = await bytesOf(file, Math.max(0, file.size - TAIL), TAIL);
  const length = tail.length === TAIL ? new DataView(tail.buffer).getUint32(0, true) : 0;
  if (length === 0 || length > LARGEST || length + TAIL > file.size) return undefined;
  const bytes = await bytesOf(file, file.size - TAIL - length, length);
  try {
    return describe(new ThriftReader(bytes));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same file with its rows counted, for a reader that goes by that count. */
export function withCount(file: File, { at, footerBytes, rows }: Uncounted): File {
  const start = file.size - TAIL - footerBytes;
  const count = zigzag(rows);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, footerBytes - 1 + count.length, true);
  const rest = file.slice(start + at + 1, file.size - TAIL);
  return new File([file.slice(0, start + at), count, rest, length, file.slice(file.size - 4)], file.name);
}

/** A count as Thrift's compact protocol writes it: doubled, seven bits a byte, the lowest first. */
function zigzag(count: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let left = 2 * count;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Uint8Array.from([...bytes, left]);
}

interface SchemaElement {
  type?: number;
  children: number;
  logical?: number;
}

function describe(reader: ThriftReader): ParquetFooter {
  const elements: SchemaElement[] = [];
  let isEncrypted = false;
  let [countAt, rows] = [-1, 0];
  reader.struct((field, type) => {
    if (field === 2) reader.list(() => elements.push(readElement(reader)));
    else if (field === 3) {
      const { at } = reader;
      countAt = reader.integer() === 0 && reader.at === at + 1 ? at : -1;
    } else if (field === 4) reader.list(() => (rows += rowsOfGroup(reader)));
    else {
      isEncrypted ||= field === 8;
      reader.skip(type);
    }
  });
  const columns = topLevel(elements);
  const places = (test: (element: SchemaElement) => boolean): Set<number> =>
    new Set(columns.flatMap((element, i) => (element.children === 0 && test(element) ? [i] : [])));
  return {
    isEncrypted,
    uuids: places(({ logical }) => logical === LOGICAL_UUID),
    int96: places(({ type }) => type === INT96),
    ...(countAt >= 0 && rows > 0 && { uncounted: { at: countAt, footerBytes: reader.bytes, rows } }),
  };
}

function rowsOfGroup(reader: ThriftReader): number {
  let rows = 0;
  reader.struct((field, type) => {
    if (field === 3) rows = reader.integer();
    else reader.skip(type);
  });
  return rows;
}

function readElement(reader: ThriftReader): SchemaElement {
  const element: SchemaElement = { children: 0 };
  reader.struct((field, type) => {
    if (field === 1) element.type = reader.integer();
    else if (field === 5) element.children = reader.integer();
    else if (field === 10) {
      reader.struct((kind, inner) => {
        element.logical = kind;
        reader.skip(inner);
      });
    } else reader.skip(type);
  });
  return element;
}

/** The schema is a tree, each element before its children; the first one is the root. */
function topLevel(elements: readonly SchemaElement[]): SchemaElement[] {
  const columns: SchemaElement[] = [];
  for (let at = 1; at < elements.length;) {
    columns.push(elements[at]!);
    for (let left = 1; left > 0 && at < elements.length; at += 1) left += elements[at]!.children - 1;
  }
  return columns;
}

const [TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, MAP, STRUCT] = [1, 2, 3, 7, 8, 9, 10, 11, 12];
const DEEPEST = 64;

/** Thrift’s compact protocol, as far as Parquet’s footers have it. @throws RangeError at torn bytes. */
class ThriftReader {
  readonly #view: DataView;
  #at = 0;
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get at(): number {
    return this.#at;
  }

  get bytes(): number {
    return this.#view.byteLength;
  }

  /** Calls back for every field; it has to read or skip the value. */
  struct(take: (field: number, type: number) => void): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new RangeError('too deep');
    let field = 0;
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      field = head >> 4 === 0 ? this.integer() : field + (head >> 4);
      take(field, head & 15);
    }
    this.#depth -= 1;
  }

  list(take: (type: number) => void): void {
    const head = this.#byte();
    const count = head >> 4 === 15 ? this.#unsigned() : head >> 4;
    for (let i = 0; i < count; i += 1) take(head & 15);
  }

  integer(): number {
    const value = this.#unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  skip(type: number): void {
    if (type === TRUE || type === FALSE) return;
    if (type === BYTE) this.#move(1);
    else if (type === DOUBLE) this.#move(8);
    else if (type === BINARY) this.#move(this.#unsigned());
    else if (type === LIST || type === SET) this.list((inner) => this.#skipItem(inner));
    else if (type === STRUCT) this.struct((_field, inner) => this.skip(inner));
    else if (type === MAP) throw new RangeError('footers have no maps');
    else this.#unsigned();
  }

  /** A truth value takes a byte in a list, and none in a struct. */
  #skipItem(type: number): void {
    if (type === TRUE || type === FALSE) this.#move(1);
    else this.skip(type);
  }

  #unsigned(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      if (scale > 2 ** 63) throw new RangeError('a number without end');
    }
  }

  #byte(): number {
    this.#at += 1;
    return this.#view.getUint8(this.#at - 1);
  }

  #move(bytes: number): void {
    this.#at += bytes;
    if (this.#at > this.#view.byteLength) throw new RangeError('torn');
  }
}
