import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { folder } from './data.mjs';

const file = join(folder, 'native.duckdb');

function clear() {
  for (const path of [file, `${file}.wal`]) rmSync(path, { force: true });
}

/** Native DuckDB with one thread on a database in a file, as the browser has it. */
export async function withNative(work) {
  clear();
  const instance = await DuckDBInstance.create(file, { threads: '1' });
  const connection = await instance.connect();
  try {
    return await work({
      /** Milliseconds. */
      async time(sql) {
        const started = performance.now();
        const result = await connection.run(sql);
        await result.getRows();
        return performance.now() - started;
      },
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
    clear();
  }
}
