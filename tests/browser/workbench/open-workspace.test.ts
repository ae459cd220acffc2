import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import type { Json } from '../../../src/core/json.ts';
import { writeState } from '../../../src/database/catalog.ts';
import { DuckDb } from '../../../src/database/duckdb.ts';
import { sql } from '../../../src/database/sql.ts';
import { CurrentWorkspace } from '../../../src/workbench/current-workspace.ts';

const page = { baseUrl: new URL('/', location.href).href, inMemory: false };
const FOLDER = 'redito';
const PATH = `opfs://${FOLDER}/workspace.db`;

let current: CurrentWorkspace;

const opened = async () => {
  current = new CurrentWorkspace(
    { versions: {}, today: () => '2025-01-15' },
    () => Promise.resolve(),
    () => undefined,
  );
  current.page = page;
  await current.open();
};
const keepCurrency = (currency: string) => current.opened.keepSettings({ ...current.opened.settings, currency });

/** A log that says of itself that it holds something that no log holds. */
async function breakLog(): Promise<void> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
  const log = await folder.getFileHandle('workspace.db.wal', { create: true });
  // The worker that has just been ended lets go of it a moment later.
  await vi.waitFor(
    async () => {
      const stream = await log.createWritable();
      await stream.write(Uint8Array.from({ length: 4096 }, (_, i) => (i === 0 ? 100 : 0)));
      await stream.close();
    },
    { timeout: 10_000 },
  );
}

beforeEach(opened);
afterEach(async () => {
  await current.opened.abandon();
  const root = await navigator.storage.getDirectory();
  await vi.waitFor(() => root.removeEntry(FOLDER, { recursive: true }), { timeout: 10_000 });
});

describe('a workspace whose log is damaged', () => {
  it('opens as it was last saved', async () => {
    await keepCurrency('PEN');
    await current.opened.abandon();
    await breakLog();
    await expect(DuckDb.open({ path: PATH, baseUrl: page.baseUrl })).rejects.toThrow('replaying WAL');
    await opened();
    expect(current.opened.settings.currency).toBe('PEN');
    await keepCurrency('MXN');
    await current.opened.abandon();
    await opened();
    expect(current.opened.settings.currency).toBe('MXN');
  });
});

describe('a workspace whose database has stopped', () => {
  const full = new AppError('disk-full');

  it('is opened again as it was last saved, once for all who hear of it', async () => {
    const before = current.opened;
    await keepCurrency('PEN');
    await writeState(before.database, 'settings', { ...before.settings, currency: 'MXN' } as unknown as Json);
    const ofFile = new AppError('storage-full', { file: 'a.csv' });
    await Promise.all([current.mend(ofFile, before), current.mend(full, before)]);
    const after = await current.whole();
    expect(after).not.toBe(before);
    expect(after.settings.currency).toBe('PEN');
    await current.mend(full, before);
    expect(current.opened).toBe(after);
    await expect(before.database.texts(sql`SELECT 1`)).rejects.toMatchObject({ code: 'disk-full', details: {} });
  });

  it('tells why there is none when it cannot be opened again', async () => {
    const before = current.opened;
    current.page = { ...page, baseUrl: 'http://localhost:1/' };
    await expect(current.mend(full, before)).rejects.toMatchObject({ code: 'engine-failed' });
    expect(() => current.opened).toThrow('engine-failed');
    current.page = page;
    await current.open();
    expect(current.opened.storage.entry?.id).toBe('workspace');
  });
});
