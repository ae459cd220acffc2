import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../src/core/errors.ts';
import { CurrentWorkspace } from '../../../src/workbench/current-workspace.ts';
import { openAsSaved, openWorkspace } from '../../../src/workbench/open-workspace.ts';
import type { Workspace } from '../../../src/workbench/workspace.ts';

vi.mock('../../../src/workbench/open-workspace.ts');

/** A workspace as far as it can break: it hears why it is given up. */
function stored(works = true) {
  const abandon = vi.fn(() => Promise.resolve());
  const entry = { id: 'workspace', name: '', file: 'workspace.db' };
  return { storage: { entry }, works: () => Promise.resolve(works), abandon } as unknown as Workspace & {
    abandon: typeof abandon;
  };
}

const full = () => new AppError('disk-full');
let current: CurrentWorkspace;
let before: ReturnType<typeof stored>;
let after: ReturnType<typeof stored>;

beforeEach(() => {
  [before, after] = [stored(), stored()];
  vi.mocked(openAsSaved).mockReset().mockResolvedValue(after);
  vi.mocked(openWorkspace).mockReset().mockResolvedValue(after);
  current = new CurrentWorkspace(
    { versions: {}, today: () => '2025-01-15' },
    () => Promise.resolve(),
    () => undefined,
  );
  current.put(before);
});

describe('a workspace whose database has stopped', () => {
  it('is opened again as it was last saved, once for all who hear of it', async () => {
    await Promise.all([current.mend(full(), before), current.mend(full(), before), current.mend(full(), before)]);
    expect(await current.whole()).toBe(after);
    await current.mend(full(), before);
    expect(current.opened).toBe(after);
    expect(openAsSaved).toHaveBeenCalledTimes(1);
    expect(openWorkspace).not.toHaveBeenCalled();
  });

  it('tells others what has stopped it, and not of whose file', async () => {
    await current.mend(new AppError('storage-full', { file: 'a.csv' }), before);
    expect(before.abandon).toHaveBeenCalledWith(expect.objectContaining({ code: 'disk-full', details: {} }));
  });

  it('is mended when the failure was of the one that has taken its place', async () => {
    await current.mend(full(), before);
    await current.mend(full(), after);
    expect(openAsSaved).toHaveBeenCalledTimes(2);
  });

  it('stays when the failure says nothing against it and it answers, and goes when it does not', async () => {
    await current.mend(new AppError('file-unreadable'), before);
    expect(current.opened).toBe(before);
    current.put(stored(false));
    await current.mend(new AppError('file-unreadable'), before);
    expect(current.opened).toBe(after);
  });

  it('says why there is none when it cannot be opened again, until one is opened', async () => {
    vi.mocked(openAsSaved).mockRejectedValue(new AppError('engine-failed'));
    await expect(current.mend(full(), before)).rejects.toMatchObject({ code: 'engine-failed' });
    expect(() => current.opened).toThrow('engine-failed');
    await current.mend(full(), before);
    expect(() => current.opened).toThrow('engine-failed');
    current.put(after);
    expect(current.opened).toBe(after);
  });
});
