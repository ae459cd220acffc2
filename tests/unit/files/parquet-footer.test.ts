import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFooter } from '../../../src/files/parquet-footer.ts';

const types = readFileSync(new URL('../../fixtures/files/types.parquet', import.meta.url));
const fileOf = (bytes: Uint8Array): File => new File([bytes as Uint8Array<ArrayBuffer>], 'x.parquet');

async function written(query: string): Promise<File> {
  const folder = mkdtempSync(join(tmpdir(), 'redito-'));
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    await connection.run(`COPY (${query}) TO '${join(folder, 'x.parquet')}' (FORMAT parquet)`);
    return fileOf(readFileSync(join(folder, 'x.parquet')));
  } finally {
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

describe('readFooter', () => {
  it('finds the columns that are UUIDs, however deep the ones before them are', async () => {
    const file = await written(
      `SELECT 1 AS a, {'x': {'y': [uuid()]}} AS deep, uuid() AS id, map {'k': 1} AS m, uuid() AS other`,
    );
    expect(await readFooter(file)).toEqual({ isEncrypted: false, uuids: new Set([2, 4]), int96: new Set() });
  });

  it('finds none where there are none', async () => {
    expect(await readFooter(fileOf(types))).toEqual({ isEncrypted: false, uuids: new Set(), int96: new Set() });
  });

  it('says nothing of a torn footer, and never fails', async () => {
    expect(await readFooter(fileOf(new Uint8Array(3)))).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(types.length - 1), fc.nat(255)), { minLength: 1 }), async (changes) => {
        const changed = Uint8Array.from(types);
        for (const [at, byte] of changes) changed[at] = byte;
        await readFooter(fileOf(changed));
      }),
    );
  });
});
