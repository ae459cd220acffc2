import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '../core/errors.ts';
import { WORKSPACE_FILE, type WorkspaceContents, type WorkspaceManifest } from '../core/workspace-file.ts';
import { BlobWriter } from './blob-writer.ts';
import { ParquetWriter } from './parquet-writer.ts';

/** A zip of 32 bits holds no more. */
const MOST_BYTES = 0xffff_ffff - (1 << 20);

/** Writes a workspace file entry by entry. Entries are stored as they are: Parquet is compressed already. */
export class WorkspacePacker {
  readonly #file = new BlobWriter();
  readonly #entries: WorkspaceManifest['entries'] = [];
  #table: { parquet: ParquetWriter; entry: HashedEntry } | undefined;
  #failure: Error | undefined;
  readonly #zip = new Zip((error, bytes) => {
    if (error) this.#failure = error;
    else this.#file.write(bytes);
  });

  async beginTable(name: string): Promise<void> {
    const entry = this.#begin(name);
    this.#table = { parquet: await ParquetWriter.begin((bytes) => entry.write(bytes)), entry };
  }

  async add(piece: Uint8Array): Promise<void> {
    await this.#table!.parquet.add(piece);
    this.#mustFit();
  }

  async endTable(): Promise<void> {
    const { parquet, entry } = this.#table!;
    await parquet.end();
    this.#end(entry);
  }

  /** @throws AppError `workspace-too-large` when it does not fit into a zip. */
  finish(contents: WorkspaceContents, { app, savedAt }: Pick<WorkspaceManifest, 'app' | 'savedAt'>): Blob {
    this.#addJson(WORKSPACE_FILE.contents, contents);
    const { format, version } = WORKSPACE_FILE;
    const entries = [...this.#entries];
    this.#addJson(WORKSPACE_FILE.manifest, { format, version, app, savedAt, entries } satisfies WorkspaceManifest);
    this.#zip.end();
    this.#mustFit();
    return this.#file.end(WORKSPACE_FILE.mediaType);
  }

  #addJson(name: string, value: unknown): void {
    const entry = this.#begin(name);
    entry.write(new TextEncoder().encode(JSON.stringify(value)));
    this.#end(entry);
  }

  #begin(name: string): HashedEntry {
    const entry = new HashedEntry(name);
    this.#zip.add(entry.zipped);
    return entry;
  }

  #end(entry: HashedEntry): void {
    this.#entries.push(entry.end());
    this.#mustFit();
  }

  #mustFit(): void {
    if (this.#failure) throw this.#failure;
    if (this.#file.size > MOST_BYTES) throw new AppError('workspace-too-large', { bytes: this.#file.size });
  }
}

class HashedEntry {
  readonly zipped: ZipPassThrough;
  readonly #hash = sha256.create();
  #bytes = 0;

  constructor(readonly name: string) {
    this.zipped = new ZipPassThrough(name);
    // The file says itself when it was saved; the zip's own times are local and mean nothing.
    this.zipped.mtime = '1980-01-01T12:00:00';
  }

  write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    this.zipped.push(bytes);
  }

  end(): WorkspaceManifest['entries'][number] {
    this.zipped.push(new Uint8Array(), true);
    return { name: this.name, bytes: this.#bytes, sha256: bytesToHex(this.#hash.digest()) };
  }
}
