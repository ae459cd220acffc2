import { cdp } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { identifier, sql } from '../../../src/database/sql.ts';

const baseUrl = new URL('/', location.href).href;
const FOLDER = 'full-disk';
const path = `opfs://${FOLDER}/test.db`;

interface Devtools {
  send(method: string, parameters: { origin: string; quotaSize?: number }): Promise<unknown>;
}

/** Without a size the browser decides again. */
const giveRoom = (quotaSize?: number): Promise<unknown> =>
  (cdp() as Devtools).send('Storage.overrideQuotaForOrigin', {
    origin: location.origin,
    ...(quotaSize !== undefined && { quotaSize }),
  });

async function fillDisk(): Promise<void> {
  await giveRoom((await navigator.storage.estimate()).usage ?? 0);
}

const root = () => navigator.storage.getDirectory();

/** The files are free a moment after the worker that held them has ended. */
const remove = (name: string) =>
  vi.waitFor(async () => (await root()).removeEntry(name, { recursive: true }), { timeout: 10_000 });

const make = (database: DuckDb, name: string): Promise<string> =>
  database
    .run(
      sql`CREATE TABLE ${identifier('raw', name)} AS SELECT x AS a, x AS b, x % 2 AS c, x % 2 AS d FROM range(100_000) r(x)`,
    )
    .then(
      () => 'made',
      ({ code }: { code: string }) => code,
    );
const sumOf = async (database: DuckDb, name: string) =>
  (await database.texts(sql`SELECT sum(a) FROM ${identifier('raw', name)}`))[0];
const names = (database: DuckDb) =>
  database.texts(sql`SELECT table_name FROM duckdb_tables() WHERE schema_name = 'raw' ORDER BY ALL`);

const SUM = String((100_000 * 99_999) / 2);

describe('a database on a full disk', () => {
  beforeEach(async () => {
    await (await root()).getDirectoryHandle(FOLDER, { create: true });
  });
  afterEach(async () => {
    await giveRoom();
    await remove(FOLDER);
  });

  it('says that it cannot write, and goes on reading what it has', async () => {
    const database = await DuckDb.open({ path, baseUrl });
    expect(await make(database, 'saved')).toBe('made');
    await database.checkpoint();
    await fillDisk();
    const come: string[] = [];
    for (let i = 0; i < 20; i += 1) come.push(await make(database, `t${i}`));
    expect(come).toContain('disk-full');
    expect(come.filter((said) => said !== 'made' && said !== 'disk-full')).toEqual([]);
    const there = ['saved', ...come.flatMap((said, i) => (said === 'made' ? [`t${i}`] : []))];
    expect(await names(database)).toEqual(there.sort());
    expect(await sumOf(database, 'saved')).toBe(SUM);
    await giveRoom();
    expect(await make(database, 'more')).toBe('made');
    await database.close();
  });

  it('is not called saved, and is as it was saved when it is opened again, on the full disk too', async () => {
    const database = await DuckDb.open({ path, baseUrl });
    await make(database, 'saved');
    await database.checkpoint();
    expect(await make(database, 'unsaved')).toBe('made');
    expect(await make(database, 'unsaved_too')).toBe('made');
    await fillDisk();
    await expect(database.checkpoint()).rejects.toMatchObject({ code: 'disk-full' });
    await database.terminate();
    const again = await vi.waitFor(() => DuckDb.open({ path, baseUrl }), { timeout: 10_000 });
    expect(await names(again)).toContain('saved');
    for (const name of await names(again)) expect([name, await sumOf(again, name!)]).toEqual([name, SUM]);
    await giveRoom();
    expect(await make(again, 'more')).toBe('made');
    await again.checkpoint();
    await again.terminate();
  });
});

describe('a database on a disk that cannot hold even empty files', () => {
  afterEach(async () => {
    await giveRoom();
    await remove(FOLDER);
  });

  it('opens, and writes nothing out beside itself', async () => {
    await (await root()).getDirectoryHandle(FOLDER, { create: true });
    const first = await DuckDb.open({ path, baseUrl });
    await make(first, 'saved');
    await first.close();
    await giveRoom(1);
    const again = await vi.waitFor(() => DuckDb.open({ path, baseUrl }), { timeout: 10_000 });
    expect(await again.texts(sql`SELECT current_setting('temp_directory')`)).toEqual(['']);
    expect(await sumOf(again, 'saved')).toBe(SUM);
    await again.terminate();
  });
});

describe('a log that is copied', () => {
  afterEach(async () => {
    await remove('copied-from');
    await remove('copied-to');
  });

  it('does not end in what the buffer held before', async () => {
    const bytes = Uint8Array.from({ length: 2500 }, (_, i) => i % 251);
    const file = await (await root()).getFileHandle('copied-from', { create: true });
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
    const worker = new Worker(new URL('../../fixtures/copying.worker.ts', import.meta.url), { type: 'module' });
    await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => data === 'copied' && resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
    worker.terminate();
    const copied = await (await (await root()).getFileHandle('copied-to')).getFile();
    expect([...new Uint8Array(await copied.arrayBuffer())]).toEqual([...bytes]);
  });
});
