import { RecordBatchReader, type RecordBatch, type Schema } from 'apache-arrow';
import { AppError } from '../core/errors.ts';
import { ArrowColumns, packBatches } from './arrow-columns.ts';
import { arrowMessages, END_OF_STREAM, type ArrowMessage } from './arrow-messages.ts';
import { joined } from './joined-bytes.ts';
import { loadParquetWasm, type ParquetWasm } from './parquet-wasm.ts';
import type { ArrowReading, BatchSource } from './reader-contract.ts';

const PARCEL_BYTES = 32 << 20;

/**
 * An Arrow IPC file (Feather 2) or stream, read batch by batch. Neither Arrow's library for JavaScript nor DuckDB looks
 * whether what they are given holds together: damaged bytes make them loop or die. So the messages go through Arrow's
 * library for Rust, which does, and what it gives out is read.
 */
export class ArrowReader implements BatchSource {
  readonly reading: ArrowReading;
  readonly #file: File;
  readonly #wasm: ParquetWasm;
  readonly #columns: ArrowColumns;
  readonly #messages: AsyncGenerator<ArrowMessage>;
  readonly #schema: Uint8Array;
  /** What is in force of each dictionary, by its number: every batch needs them. */
  readonly #dictionaries = new Map<bigint, Uint8Array[]>();
  /** A dictionary that came behind a batch: that one is still read with what was in force before. */
  #ahead: ArrowMessage | undefined;

  private constructor(
    file: File,
    wasm: ParquetWasm,
    columns: ArrowColumns,
    messages: AsyncGenerator<ArrowMessage>,
    schema: Uint8Array,
  ) {
    this.#file = file;
    this.#wasm = wasm;
    this.#columns = columns;
    this.#messages = messages;
    this.#schema = schema;
    this.reading = { kind: 'arrow', format: 'arrow', rows: 0, columns: columns.columns, notices: columns.notices };
  }

  /** @throws AppError `arrow-broken`, `arrow-types`. */
  static async open(file: File, timeZone: string): Promise<ArrowReader> {
    try {
      const wasm = await loadParquetWasm();
      const messages = arrowMessages((await streamOf(file)).stream());
      const { value } = await messages.next();
      if (value?.kind !== 'schema') throw new RangeError('a schema is missing');
      const schema = checked(wasm, [value.bytes]).schema;
      return new ArrowReader(file, wasm, new ArrowColumns(schema, timeZone), messages, value.bytes);
    } catch (error) {
      throw asRefusal(error, file);
    }
  }

  /** @throws AppError `arrow-broken`, `arrow-types`, `arrow-compressed`, `too-large-for-memory`. */
  async next(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    try {
      const parts: Uint8Array[] = [];
      let bytes = 0;
      while (bytes < PARCEL_BYTES) {
        const message = await this.#nextMessage();
        if (!message) break;
        const { kind, bytes: whole, dictionary } = message;
        if (dictionary && parts.length > 0) {
          this.#ahead = message;
          break;
        }
        if (dictionary) this.#enact(dictionary, whole);
        if (kind !== 'batch') continue;
        parts.push(whole);
        bytes += whole.length;
      }
      if (parts.length === 0) return null;
      const batches = checked(this.#wasm, [this.#schema, ...this.#inForce(), ...parts]).batches.filter(
        ({ numRows }) => numRows > 0,
      );
      const rows = batches.reduce((sum, { numRows }) => sum + numRows, 0);
      if (rows === 0) return await this.next();
      return { ipc: packBatches(batches.map((batch) => this.#columns.batch(batch))), rows };
    } catch (error) {
      throw asRefusal(error, this.#file);
    }
  }

  async #nextMessage(): Promise<ArrowMessage | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead) return ahead;
    const { done, value } = await this.#messages.next();
    return done ? undefined : value;
  }

  /** A dictionary takes the place of the one before with its number, unless it only adds to it. */
  #enact({ id, isDelta }: { id: bigint; isDelta: boolean }, bytes: Uint8Array): void {
    this.#dictionaries.set(id, isDelta ? [...(this.#dictionaries.get(id) ?? []), bytes] : [bytes]);
  }

  #inForce(): Uint8Array[] {
    return [...this.#dictionaries.values()].flat();
  }
}

/** A file is a stream between eight bytes that say what it is and a table of contents. */
async function streamOf(file: File): Promise<Blob> {
  const start = await file.slice(0, 6).text();
  if (start !== 'ARROW1') return file;
  const end = new DataView(await file.slice(-10).arrayBuffer());
  const contents = end.getInt32(0, true);
  if ((await file.slice(-6).text()) !== 'ARROW1' || contents < 0 || contents > file.size - 18) {
    throw new RangeError('the end is missing');
  }
  return file.slice(8, file.size - 10 - contents);
}

function checked(wasm: ParquetWasm, messages: readonly Uint8Array[]): { schema: Schema; batches: RecordBatch[] } {
  const table = wasm.Table.fromIPCStream(joined([...messages, END_OF_STREAM]));
  const reader = RecordBatchReader.from(table.intoIPCStream()).open();
  return { schema: reader.schema, batches: [...reader] };
}

/** Whatever the libraries say of the bytes. */
function asRefusal(error: unknown, { name }: File): AppError {
  if (error instanceof AppError) return new AppError(error.code, { file: name, ...error.details }, { cause: error });
  const reason = error instanceof Error ? error.message : String(error);
  const cause = { cause: error instanceof Error ? error : new Error(reason) };
  if (/decompression requires/.test(reason)) return new AppError('arrow-compressed', { file: name }, cause);
  if (/Unrecognized type|no table can hold/.test(reason)) return new AppError('arrow-types', { file: name }, cause);
  if (/memory|allocation|array length/i.test(reason))
    return new AppError('too-large-for-memory', { file: name }, cause);
  return new AppError('arrow-broken', { file: name }, cause);
}
