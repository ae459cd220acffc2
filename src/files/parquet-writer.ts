import type { RecordBatch, WriterProperties } from 'parquet-wasm/esm/parquet_wasm.js';
import { joined } from './joined-bytes.ts';
import { loadParquetWasm, type ParquetWasm } from './parquet-wasm.ts';

/** Pieces are handed over together: fewer calls. Each has as many rows as DuckDB works on at a time, 2,048. */
const PIECES = 60;
const PIECES_BYTES = 16 << 20;
/** As DuckDB has it: whole groups go to disk without a detour when the file is read. */
const GROUP_ROWS = 122_880;

/** Writes one Parquet file of the pieces of an Arrow IPC stream; what is compressed goes out at once. */
export class ParquetWriter {
  readonly #parquet: ParquetWasm;
  readonly #write: (bytes: Uint8Array) => void;
  #schema: Uint8Array | undefined;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #stream: { batches: WritableStreamDefaultWriter<RecordBatch>; written: Promise<void> } | undefined;

  private constructor(parquet: ParquetWasm, write: (bytes: Uint8Array) => void) {
    this.#parquet = parquet;
    this.#write = write;
  }

  static async begin(write: (bytes: Uint8Array) => void): Promise<ParquetWriter> {
    return new ParquetWriter(await loadParquetWasm(), write);
  }

  async add(piece: Uint8Array): Promise<void> {
    if (!this.#schema) {
      this.#schema = piece;
      return;
    }
    this.#waiting.push(piece);
    this.#waitingBytes += piece.length;
    if (this.#waiting.length >= PIECES || this.#waitingBytes >= PIECES_BYTES) await this.#flush();
  }

  async end(): Promise<void> {
    await this.#flush();
    if (this.#stream) {
      await this.#stream.batches.close();
      await this.#stream.written;
      return;
    }
    // Without a row nothing tells the stream what columns there are.
    this.#write(this.#parquet.writeParquet(this.#parquet.Table.fromIPCStream(this.#schema!), this.#properties()));
  }

  async #flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const table = this.#parquet.Table.fromIPCStream(joined([this.#schema!, ...this.#waiting]));
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#stream ??= this.#open();
    const { batches, written } = this.#stream;
    for (const batch of table.recordBatches()) await Promise.race([batches.write(batch), written]);
    table.free();
  }

  #open(): { batches: WritableStreamDefaultWriter<RecordBatch>; written: Promise<void> } {
    const { readable, writable } = new TransformStream<RecordBatch, RecordBatch>();
    const written = this.#pass(readable);
    // It may fail between two pieces; it is waited for with the next one.
    written.catch(() => undefined);
    return { batches: writable.getWriter(), written };
  }

  async #pass(batches: ReadableStream<RecordBatch>): Promise<void> {
    const bytes = await this.#parquet.transformParquetStream(batches, this.#properties());
    const reader = (bytes as ReadableStream<Uint8Array>).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#write(value);
    }
  }

  #properties(): WriterProperties {
    const { WriterPropertiesBuilder, Compression } = this.#parquet;
    return new WriterPropertiesBuilder().setCompression(Compression.ZSTD).setMaxRowGroupSize(GROUP_ROWS).build();
  }
}
