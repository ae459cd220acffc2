import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { STORAGE_FOLDER } from '../core/storage-folder.ts';
import { sql, type Sql } from './sql.ts';

const FOLDER = 'spill';
/** DuckDB keeps a file per size of what it writes out, and a further one when a file is full (about 1 GB). */
const SIZES = ['S32K', 'S64K', 'S96K', 'S128K', 'S160K', 'S192K', 'S224K', 'DEFAULT'];
const FILES_PER_SIZE = 3;

/**
 * Lets DuckDB write to OPFS what does not fit into memory. The names have to be known beforehand: DuckDB-WASM cannot
 * open a file in the middle of a query. What an earlier tab left is cleared.
 *
 * @returns the statement that switches it on
 */
export async function prepareSpill(engine: AsyncDuckDB): Promise<Sql> {
  const root = await navigator.storage.getDirectory();
  const ours = await root.getDirectoryHandle(STORAGE_FOLDER, { create: true });
  await ours.removeEntry(FOLDER, { recursive: true }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
  await ours.getDirectoryHandle(FOLDER, { create: true });
  const address = `opfs://${STORAGE_FOLDER}/${FOLDER}`;
  const names = SIZES.flatMap((size) => Array.from({ length: FILES_PER_SIZE }, (_, n) => `${size}-${n}`));
  await Promise.all(names.map((name) => engine.registerOPFSFileName(`${address}/duckdb_temp_storage_${name}`)));
  return sql`SET temp_directory = ${address}`;
}
