import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { databaseError } from './database-errors.ts';
import { sql, type Sql } from './sql.ts';

/** DuckDB keeps a file per size of what it writes out, and a further one when a file is full (about 1 GB). */
const SIZES = ['S32K', 'S64K', 'S96K', 'S128K', 'S160K', 'S192K', 'S224K', 'DEFAULT'];
const FILES_PER_SIZE = 3;

/**
 * Lets DuckDB write to OPFS what does not fit into memory. The names have to be known beforehand: DuckDB-WASM cannot
 * open a file in the middle of a query. What an earlier tab left is cleared.
 *
 * @param path of the database, `opfs://folder/file`: the folder for what is written out lies beside it
 * @returns the statement that switches it on, or off: on a disk without room not even empty files can be made
 */
export async function prepareSpill(engine: AsyncDuckDB, path: string): Promise<Sql> {
  const address = `${path}.spill`;
  try {
    await makeFiles(engine, address);
    return sql`SET temp_directory = ${address}`;
  } catch (error) {
    if (databaseError(error).code !== 'disk-full') throw error;
    return sql`SET temp_directory = ''`;
  }
}

async function makeFiles(engine: AsyncDuckDB, address: string): Promise<void> {
  const parts = address.replace('opfs://', '').split('/');
  const name = parts.pop()!;
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  await folder.removeEntry(name, { recursive: true }).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
  await folder.getDirectoryHandle(name, { create: true });
  const names = SIZES.flatMap((size) => Array.from({ length: FILES_PER_SIZE }, (_, n) => `${size}-${n}`));
  await Promise.all(names.map((name) => engine.registerOPFSFileName(`${address}/duckdb_temp_storage_${name}`)));
}
