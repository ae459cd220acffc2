import { RecordBatchReader, type RecordBatch } from 'apache-arrow';
import type { ParquetFile as OpenParquet, RecordBatch as WasmBatch } from 'parquet-wasm/esm/parquet_wasm.js';
import { AppError } from '../core/errors.ts';
import { message } from '../core/message.ts';
import { ArrowColumns, packBatches } from './arrow-columns.ts';
import { shortened } from './column-names.ts';
import { readFooter, withCount } from './parquet-footer.ts';
import { loadParquetWasm } from './parquet-wasm.ts';
import type { ArrowReading, BatchSource } from './reader-contract.ts';

/** As many rows as DuckDB puts into a group: whole groups go to disk without a detour. */
const BATCH_ROWS = 122_880;
/** Batches that travel together: fewer, larger inserts are faster; this bounds the memory they take. */
const PARCEL_ROWS = 4 * BATCH_ROWS;
const PARCEL_BYTES = 64 << 20;

/** A Parquet file, read as a stream of record batches. */
export class ParquetReader implements BatchSource {
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

  /** @throws AppError `parquet-broken`, `parquet-encrypted`, `no-rows`, `parquet-types`. */
  static async open(file: File, timeZone: string): Promise<ParquetReader> {
    try {
      const { ParquetFile } = await loadParquetWasm();
      const footer = await readFooter(file);
      if (footer?.isEncrypted) throw new AppError('parquet-encrypted', { file: file.name });
      const parquet = await ParquetFile.fromFile(footer?.uncounted ? withCount(file, footer.uncounted) : file);
      const rows = parquet.metadata().fileMetadata().numRows();
      if (rows === 0) throw new AppError('no-rows', { file: file.name });
      const columns = new ArrowColumns(readSchema(parquet, file), timeZone, footer?.uuids);
      const old = columns.columns.filter((_, i) => footer?.int96.has(i)).map(({ name }) => name);
      if (old.length > 0) columns.notices.push(message('notice.parquet-int96', { columns: shortened(old) }));
      const stream = (await parquet.stream({ batchSize: BATCH_ROWS, concurrency: 1 })) as ReadableStream<WasmBatch>;
      const reading: ArrowReading = {
        kind: 'arrow',
        format: 'parquet',
        rows,
        columns: columns.columns,
        notices: columns.notices,
      };
      return new ParquetReader(file, reading, columns, stream.getReader());
    } catch (error) {
      throw asRefusal(error, file);
    }
  }

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
      return { ipc: packBatches(batches), rows };
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
