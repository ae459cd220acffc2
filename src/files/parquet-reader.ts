import { RecordBatchReader, RecordBatchStreamWriter, type RecordBatch } from 'apache-arrow';
import type { ParquetFile as OpenParquet, RecordBatch as WasmBatch } from 'parquet-wasm/esm/parquet_wasm.js';
import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import { ArrowColumns } from './arrow-columns.ts';
import { nameColumns, shortened } from './column-names.ts';
import { loadParquetWasm } from './parquet-wasm.ts';
import type { ArrowReading } from './reader-contract.ts';

/** As many rows as DuckDB puts into a group: whole groups go to disk without a detour. */
const BATCH_ROWS = 122_880;
/** Batches that travel together: fewer, larger inserts are faster; this bounds the memory they take. */
const PARCEL_ROWS = 4 * BATCH_ROWS;
const PARCEL_BYTES = 64 << 20;

/** A Parquet file, read as a stream of record batches. */
export class ParquetReader {
  readonly reading: ArrowReading;
  readonly #columns: ArrowColumns;
  readonly #stream: ReadableStreamDefaultReader<WasmBatch>;
  readonly #file: File;
  #rowsLeft: number;

  private constructor(
    file: File,
    reading: ArrowReading,
    columns: ArrowColumns,
    stream: ReadableStreamDefaultReader<WasmBatch>,
  ) {
    this.#file = file;
    this.reading = reading;
    this.#columns = columns;
    this.#stream = stream;
    this.#rowsLeft = reading.rows;
  }

  /** @throws AppError `parquet-broken`, `no-rows`, `parquet-types`. */
  static async open(file: File, timeZone: string): Promise<ParquetReader> {
    try {
      const { ParquetFile } = await loadParquetWasm();
      const parquet = await ParquetFile.fromFile(file);
      const rows = parquet.metadata().fileMetadata().numRows();
      if (rows === 0) throw new AppError('no-rows', { file: file.name });
      const schema = readSchema(parquet, file);
      const { names, notices } = nameColumns(schema.fields.map(({ name }) => name));
      const columns = new ArrowColumns(schema, names, timeZone);
      if (columns.converted.length > 0) {
        notices.push(message('notice.zone', { columns: shortened(columns.converted), zone: timeZone }));
      }
      const stream = (await parquet.stream({ batchSize: BATCH_ROWS, concurrency: 1 })) as ReadableStream<WasmBatch>;
      const shown = columns.schema.fields.slice(0, -1).map((field) => ({ name: field.name, type: String(field.type) }));
      const reading: ArrowReading = { kind: 'arrow', format: 'parquet', rows, columns: shown, notices };
      return new ParquetReader(file, reading, columns, stream.getReader());
    } catch (error) {
      throw asRefusal(error, file);
    }
  }

  /** Several batches as one Arrow IPC stream, or nothing at the end. */
  async next(): Promise<{ ipc: Uint8Array; rows: number } | null> {
    try {
      const batches: RecordBatch[] = [];
      let rows = 0;
      let bytes = 0;
      while (rows < PARCEL_ROWS && bytes < PARCEL_BYTES) {
        const { done, value } = await this.#stream.read();
        if (done) break;
        const ipc = value.intoIPCStream();
        bytes += ipc.length;
        for (const batch of RecordBatchReader.from(ipc)) {
          rows += batch.numRows;
          batches.push(this.#columns.batch(batch));
        }
      }
      this.#rowsLeft -= rows;
      if (batches.length === 0) {
        if (this.#rowsLeft > 0) throw new AppError('parquet-broken', { file: this.#file.name });
        return null;
      }
      return { ipc: RecordBatchStreamWriter.writeAll(batches).toUint8Array(true), rows };
    } catch (error) {
      throw asRefusal(error, this.#file);
    }
  }
}

function readSchema(parquet: OpenParquet, file: File): RecordBatch['schema'] {
  const ipc = parquet.schema().intoIPCStream();
  try {
    return RecordBatchReader.from(ipc).open().schema;
  } catch (error) {
    throw new AppError('parquet-types', { file: file.name }, { cause: error });
  }
}

/** Whatever the reader says or however it dies of the bytes: the file cannot be read. */
function asRefusal(error: unknown, file: File): AppError {
  if (error instanceof AppError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (/memory|allocation/i.test(reason))
    return new AppError('too-large-for-memory', { file: file.name }, { cause: error });
  return new AppError(
    'parquet-broken',
    { file: file.name },
    { cause: error instanceof Error ? error : new Error(reason) },
  );
}
