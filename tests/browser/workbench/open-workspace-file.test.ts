import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelled, toErrorData } from '../../../src/core/errors.ts';
import { CurrentWorkspace } from '../../../src/workbench/current-workspace.ts';
import type { Job } from '../../../src/workbench/jobs.ts';
import { openRestored } from '../../../src/workbench/open-workspace-file.ts';
import { openWorkspace } from '../../../src/workbench/open-workspace.ts';
import { saveWorkspace } from '../../../src/workbench/save-workspace.ts';

const page = { baseUrl: new URL('/', location.href).href, inMemory: true };
const about = { app: '9.9.9', savedAt: '2026-11-28T12:00:00.000Z', name: 'A' };
const job = (signal = new AbortController().signal): Job => ({ signal, progress: () => Promise.resolve() });

let endOtherJobs: () => Promise<void>;
let current: CurrentWorkspace;
let file: Blob;

const today = () => '2025-01-15';
const currency = () => current.opened.settings.currency;

beforeEach(async () => {
  endOtherJobs = () => Promise.resolve();
  current = new CurrentWorkspace(
    { versions: {}, today },
    () => endOtherJobs(),
    () => undefined,
  );
  current.page = page;
  await current.open();
  await current.opened.keepSettings({ ...current.opened.settings, currency: 'PEN' });
  file = await saveWorkspace(current.opened.database, about, job());
  await current.opened.keepSettings({ ...current.opened.settings, currency: 'MXN' });
});
afterEach(() => current.opened.abandon());

describe('opening a workspace file', () => {
  it('puts it in force, and back', async () => {
    const replaced = await openRestored(file, current, job());
    expect(currency()).toBe('PEN');
    await replaced.bringBack(job());
    expect(currency()).toBe('MXN');
    expect(await current.opened.works()).toBe(true);
  });

  it('changes nothing when another tab takes over at its very end', async () => {
    const before = current.opened;
    const stop = new AbortController();
    // Who takes over cancels this job, and waits until it has ended.
    endOtherJobs = () => {
      stop.abort(cancelled());
      return new Promise(() => undefined);
    };
    const code = openRestored(file, current, job(stop.signal)).catch((error: unknown) => toErrorData(error).code);
    expect(await code).toBe('cancelled');
    expect(current.opened).toBe(before);
    expect(await before.works()).toBe(true);
  });

  it('changes nothing when another workspace has taken the place meanwhile', async () => {
    const before = current.opened;
    const other = await openWorkspace(page, today);
    endOtherJobs = () => {
      current.put(other);
      return Promise.resolve();
    };
    const code = openRestored(file, current, job()).catch((error: unknown) => toErrorData(error).code);
    expect(await code).toBe('workspace-closed');
    expect(current.opened).toBe(other);
    await other.abandon();
    current.put(before);
    expect(await before.works()).toBe(true);
  });
});
