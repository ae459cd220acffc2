import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFooter, withCount } from '../../../src/files/parquet-footer.ts';

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

  it('counts the rows of a file that says it has none, as its groups hold them', async () => {
    const whole = await written('SELECT range AS id FROM range(200000)');
    expect(await readFooter(whole)).not.toHaveProperty('uncounted');
    const bytes = Buffer.from(await whole.arrayBuffer());
    // Field 3 of `FileMetaData`: 400000 in seven bits each; the list of groups follows.
    const at = bytes.lastIndexOf(Buffer.from([0x16, 0x80, 0xb5, 0x18, 0x19]));
    const end = bytes.subarray(at + 4, -8);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.readUInt32LE(bytes.length - 8) - 2);
    const uncounted = fileOf(
      Buffer.concat([bytes.subarray(0, at + 1), Buffer.from([0]), end, length, bytes.subarray(-4)]),
    );
    const footer = await readFooter(uncounted);
    expect(footer?.uncounted?.rows).toBe(200_000);
    expect(Buffer.from(await withCount(uncounted, footer!.uncounted!).arrayBuffer()).equals(bytes)).toBe(true);
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
