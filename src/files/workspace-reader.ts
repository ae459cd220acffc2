import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { RecordBatchReader } from 'apache-arrow';
import type { RecordBatch } from 'parquet-wasm/esm/parquet_wasm.js';
import * as v from 'valibot';
import { AppError } from '../core/errors.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { WORKSPACE_FILE, type WorkspaceContents, type WorkspaceManifest } from '../core/workspace-file.ts';
import { loadParquetWasm } from './parquet-wasm.ts';
import type { ReportBytes } from './reader-contract.ts';
import { contentsSchema, manifestSchema, versionSchema } from './workspace-schema.ts';
import { storedEntries } from './zip-entries.ts';

const PIECE_BYTES = 4 << 20;
const MOST_MANIFEST_BYTES = 16 << 20;
const BATCH_ROWS = 122_880;

/** A workspace file whose every byte has been held against its hash before anything of it is given away. */
export class WorkspaceReader {
  readonly contents: WorkspaceContents;
  readonly #entries: Map<string, Blob>;
  #batches: ReadableStreamDefaultReader<RecordBatch> | undefined;

  private constructor(contents: WorkspaceContents, entries: Map<string, Blob>) {
    this.contents = contents;
    this.#entries = entries;
  }

  /**
   * @throws AppError `workspace-file-foreign` when it is something else, `workspace-file-newer` when a later program has
   *   written it, `workspace-file-broken` when anything in it is not as it was saved.
   */
  static open(file: Blob, report: ReportBytes): Promise<WorkspaceReader> {
    return orBroken(async () => {
      await mustBeZip(file);
      const entries = await storedEntries(file);
      const manifest = await readManifest(entries);
      await checkHashes(entries, manifest, report);
      const contents = v.parse(contentsSchema, await readJson(entries, WORKSPACE_FILE.contents)) as WorkspaceContents;
      mustAgree(contents, entries);
      return new WorkspaceReader(contents, entries);
    });
  }

  /** Begins with the rows of a table. */
  async openTable(index: number): Promise<void> {
    const { entry, columns, info } = this.contents.tables[index]!;
    await orBroken(async () => {
      const { ParquetFile } = await loadParquetWasm();
      const parquet = await ParquetFile.fromFile(this.#entries.get(entry)!);
      must(parquet.metadata().fileMetadata().numRows() === info.rows, 'another number of rows');
      const { fields } = RecordBatchReader.from(parquet.schema().intoIPCStream()).open().schema;
      const names = fields.map(({ name }) => name);
      const expected = [...columns.map(({ name }) => name), ROW_COLUMN];
      must(names.length === expected.length && names.every((name, i) => name === expected[i]), 'other columns');
      const stream = await parquet.stream({ batchSize: BATCH_ROWS, concurrency: 1 });
      this.#batches = (stream as ReadableStream<RecordBatch>).getReader();
    });
  }

  /** Rows of the table as an Arrow IPC stream, or nothing at its end. */
  nextRows(): Promise<Uint8Array | null> {
    return orBroken(async () => {
      const { done, value } = await this.#batches!.read();
      return done ? null : value.intoIPCStream();
    });
  }
}

async function mustBeZip(file: Blob): Promise<void> {
  const head = await file.slice(0, 4).text();
  if (!head.startsWith('PK')) throw new AppError('workspace-file-foreign');
}

async function readManifest(entries: Map<string, Blob>): Promise<WorkspaceManifest> {
  const entry = entries.get(WORKSPACE_FILE.manifest);
  if (!entry) throw new AppError('workspace-file-foreign');
  must(entry.size <= MOST_MANIFEST_BYTES, 'a large manifest');
  const manifest = await readJson(entries, WORKSPACE_FILE.manifest);
  const { version } = v.parse(versionSchema, manifest);
  if (version > WORKSPACE_FILE.version) {
    throw new AppError('workspace-file-newer', { version, known: WORKSPACE_FILE.version });
  }
  return v.parse(manifestSchema, manifest) as WorkspaceManifest;
}

/** Every entry is listed once, has its size and its hash, and nothing else is there. */
async function checkHashes(
  entries: Map<string, Blob>,
  manifest: WorkspaceManifest,
  report: ReportBytes,
): Promise<void> {
  must(entries.size === manifest.entries.length + 1, 'more or fewer entries');
  const total = manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { name, bytes, sha256: expected } of manifest.entries) {
    const entry = entries.get(name);
    must(entry !== undefined && name !== WORKSPACE_FILE.manifest && entry.size === bytes, 'another size');
    const hash = sha256.create();
    for (let at = 0; at < bytes; at += PIECE_BYTES) {
      const piece = await entry!.slice(at, at + PIECE_BYTES).arrayBuffer();
      hash.update(new Uint8Array(piece));
      done += piece.byteLength;
      await report(done, total);
    }
    must(bytesToHex(hash.digest()) === expected, 'another hash');
  }
}

async function readJson(entries: Map<string, Blob>, name: string): Promise<unknown> {
  const entry = entries.get(name);
  must(entry !== undefined, `no ${name}`);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await entry!.arrayBuffer()));
}

/** Each table has rows of its own, a name of its own, and columns that can be told apart. */
function mustAgree({ tables }: WorkspaceContents, entries: Map<string, Blob>): void {
  const known = new Set(tables.map(({ entry }) => entry));
  must(known.size === tables.length && tables.length + 2 === entries.size, 'tables and entries');
  must(
    tables.every(({ entry }) => entries.has(entry)),
    'a table without rows',
  );
  must(isDistinct(tables.map(({ info }) => info.name)), 'a name twice');
  for (const { columns } of tables)
    must(isDistinct([...columns.map(({ name }) => name), ROW_COLUMN]), 'a column twice');
}

/** To the database capitals are the same as small letters. */
function isDistinct(names: readonly string[]): boolean {
  return new Set(names.map((name) => name.toLowerCase())).size === names.length;
}

function must(holds: boolean, problem: string): void {
  if (!holds) throw new Error(problem);
}

/** Gone and moved files are told as such by the worker; whatever else goes wrong lies in the bytes. */
async function orBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || error instanceof DOMException) throw error;
    throw new AppError('workspace-file-broken', {}, { cause: error });
  }
}
