import { unpackBody } from './arrow-compression.ts';
import { fieldAt, tableAt } from './flatbuffer.ts';
import { joined } from './joined-bytes.ts';
import { readBytes } from './text-stream.ts';

/** One message of an Arrow IPC stream, as it stands there: its mark, what describes it, and its buffers. */
export interface ArrowMessage {
  kind: 'schema' | 'dictionary' | 'batch' | 'other';
  bytes: Uint8Array;
  /** Of a dictionary: which it is, and whether it adds to what came before or takes its place. */
  dictionary: { id: bigint; isDelta: boolean } | undefined;
}

const MARK = 0xffff_ffff;
const LONGEST_DESCRIPTION = 1 << 24;
const LONGEST_BODY = 1 << 30;
const kinds: Record<number, ArrowMessage['kind']> = { 1: 'schema', 2: 'dictionary', 3: 'batch' };

/** What ends a stream. */
export const END_OF_STREAM = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/**
 * Cuts a stream into its messages (Arrow columnar format 1.5, “Encapsulated message format”); what is in them is for
 * others to check.
 * @throws RangeError when it is torn, or a message is longer than any should be.
 */
export async function* arrowMessages(stream: ReadableStream<Uint8Array>): AsyncGenerator<ArrowMessage> {
  const source = new ByteSource(stream);
  try {
    for (;;) {
      const mark = await source.take(8);
      // A stream may end without saying so.
      if (mark.length === 0) return;
      const start = viewOf(mark);
      const length = start.getUint32(4, true);
      if (start.getUint32(0, true) !== MARK || length > LONGEST_DESCRIPTION) throw new RangeError('no message');
      if (length === 0) return;
      const description = await source.take(length);
      if (description.length < length) throw new RangeError('a message is torn');
      const described = describe(description);
      const { kind, bodyLength, dictionary } = described;
      if (bodyLength > LONGEST_BODY) throw new RangeError('array length: a batch is too long');
      const body = await source.take(bodyLength);
      if (body.length < bodyLength) throw new RangeError('a message is torn');
      yield { kind, bytes: joined([mark, ...unpacked(description, body, described)]), dictionary };
    }
  } finally {
    await source.close();
  }
}

/** A description of its own, which may be changed, and the body without compression. */
function unpacked(description: Uint8Array, body: Uint8Array, { batch, length }: Described): [Uint8Array, Uint8Array] {
  if (batch === 0) return [description, body];
  const changed = description.slice();
  const view = viewOf(changed);
  const out = unpackBody(view, batch, body, LONGEST_BODY);
  if (!out) return [description, body];
  if (length === 0) throw new RangeError('a body of no length');
  view.setBigInt64(length, BigInt(out.length), true);
  return [changed, out];
}

interface Described extends Omit<ArrowMessage, 'bytes'> {
  bodyLength: number;
  /** Where the length of the body stands, and where the table `RecordBatch`; 0 for what has none. */
  length: number;
  batch: number;
}

/** What follows: the fields `header_type` and `bodyLength` of the flatbuffer table `Message`. */
function describe(description: Uint8Array): Described {
  const view = viewOf(description);
  const message = view.getUint32(0, true);
  const type = fieldAt(view, message, 1);
  const header = fieldAt(view, message, 2);
  const body = fieldAt(view, message, 3);
  const kind = (type > 0 && kinds[view.getUint8(type)]) || 'other';
  return {
    kind,
    bodyLength: body > 0 ? Number(view.getBigUint64(body, true)) : 0,
    length: body,
    batch: batchOf(view, kind, header),
    dictionary: kind === 'dictionary' ? describeDictionary(view, header) : undefined,
  };
}

/** A dictionary is a batch of one column, in its field `data`. */
function batchOf(view: DataView, kind: ArrowMessage['kind'], header: number): number {
  if (header === 0 || (kind !== 'batch' && kind !== 'dictionary')) return 0;
  const table = tableAt(view, header);
  if (kind === 'batch') return table;
  const data = fieldAt(view, table, 1);
  return data === 0 ? 0 : tableAt(view, data);
}

/** The fields `id` and `isDelta` of the table `DictionaryBatch`, to which the place `header` points. */
function describeDictionary(view: DataView, header: number): { id: bigint; isDelta: boolean } {
  if (header === 0) throw new RangeError('no dictionary');
  const batch = tableAt(view, header);
  const id = fieldAt(view, batch, 0);
  const delta = fieldAt(view, batch, 2);
  return { id: id > 0 ? view.getBigInt64(id, true) : 0n, isDelta: delta > 0 && view.getUint8(delta) === 1 };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** Takes as many bytes at a time from a stream as are asked for. */
class ByteSource {
  readonly #chunks: AsyncGenerator<Uint8Array>;
  #parts: Uint8Array[] = [];
  #held = 0;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#chunks = readBytes(stream);
  }

  /** Fewer only at the end. */
  async take(length: number): Promise<Uint8Array> {
    while (this.#held < length) {
      const { done, value } = await this.#chunks.next();
      if (done) break;
      this.#parts.push(value);
      this.#held += value.length;
    }
    const all = joined(this.#parts);
    const taken = all.subarray(0, length);
    this.#parts = [all.subarray(length)];
    this.#held = all.length - taken.length;
    return taken;
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }
}
