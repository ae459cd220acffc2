import { describe, expect, it, vi } from 'vitest';
import { Session } from '../../../src/app/session.svelte.ts';
import { AppError } from '../../../src/core/errors.ts';
import { defaultSettings, type Settings } from '../../../src/semantics/settings.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';
import type { Workbench } from '../../../src/workbench/client.ts';

function stage() {
  const settings = vi.fn((given: Settings) => new Promise<Settings>((resolve) => setTimeout(() => resolve(given), 5)));
  const workbench = {
    settings,
    reset: () => Promise.resolve({ storage: { kind: 'memory' }, settings: defaultSettings, versions: {} }),
    tables: (): Promise<unknown[]> => Promise.resolve([]),
    switchWorkspace: () =>
      Promise.resolve({
        storage: { kind: 'memory' },
        settings: defaultSettings,
        versions: {},
        workspaces: [],
        workspace: 'b',
      }),
    mapping: () => Promise.resolve({ mapping: {}, proposals: [] }),
    storage: () => Promise.resolve({ kind: 'memory' }),
    checkMapping: () => Promise.resolve([]),
    freezeBaseline: (from: string, to: string) => Promise.resolve({ from, to }),
    ask: () => Promise.resolve({ status: 'refused' }),
    open: () => Promise.reject(new AppError('storage-unreadable')),
  };
  return { session: new Session(workbench as unknown as Workbench, new Speech()), settings, workbench };
}

describe('Session', () => {
  it('saves settings one after another, each change onto the one before', async () => {
    const { session } = stage();
    await Promise.all([session.keepSettings({ currency: 'EUR' }), session.keepSettings({ firstDayOfWeek: 7 })]);
    expect(session.settings).toEqual({ ...defaultSettings, currency: 'EUR', firstDayOfWeek: 7 });
  });

  it('asks nothing anew when a metric is pinned, which no answer reads', async () => {
    const { session } = stage();
    const { revision } = session;
    await session.keepSettings({ northStar: [{ metric: 'revenue', target: 1 }] });
    expect(session.revision).toBe(revision);
    await session.keepSettings({ currency: 'EUR' });
    expect(session.revision).toBe(revision + 1);
  });

  it('asks anew once a baseline is frozen, and keeps it at hand', async () => {
    const { session } = stage();
    session.status = 'ready';
    const { revision } = session;
    await session.freezeBaseline('2023-01-01', '2023-04-01');
    expect(session.baseline).toMatchObject({ from: '2023-01-01', to: '2023-04-01' });
    expect(session.revision).toBe(revision + 1);
  });

  it('saves on after a change that failed', async () => {
    const { session, settings } = stage();
    settings.mockRejectedValueOnce(new AppError('workspace-closed'));
    const failing = session.keepSettings({ currency: 'EUR' });
    const second = session.keepSettings({ firstDayOfWeek: 7 });
    await expect(failing).rejects.toThrow('workspace-closed');
    await second;
    expect(session.settings).toEqual({ ...defaultSettings, firstDayOfWeek: 7 });
  });

  it('is ready again once everything is forgotten, whatever kept it from opening', async () => {
    const { session } = stage();
    session.status = 'failed';
    session.failure = { code: 'storage-unreadable', details: {}, technical: '' };
    const before = session.workspace;
    await session.reset();
    expect([session.status, session.failure]).toEqual(['ready', undefined]);
    expect(session.workspace).not.toBe(before);
  });

  it('is another workspace before anything of it is shown, and open once its tables are', async () => {
    const { session, workbench } = stage();
    session.status = 'ready';
    const before = session.workspace;
    let answer: ((tables: unknown[]) => void) | undefined;
    workbench.tables = () => new Promise((resolve) => (answer = resolve));
    const switching = session.workspaces.switchTo('b');
    await vi.waitFor(() => expect(answer).toBeDefined());
    expect([session.workspace === before, session.workspaces.openId]).toEqual([false, 'b']);
    let isOpen = false;
    const opening = session.opened.then(() => (isOpen = true));
    await Promise.resolve();
    expect(isOpen).toBe(false);
    answer!([{ name: 'of b' }]);
    await Promise.all([switching, opening]);
    expect(session.tables).toEqual([{ name: 'of b' }]);
  });

  it('checks parameters before it looks for an answer it remembers', async () => {
    const { session } = stage();
    session.status = 'ready';
    await session.ask('return', { margin: null });
    await expect(session.ask('return', { margin: NaN })).rejects.toThrow('parameter-invalid');
    await expect(session.ask('return', null as never)).rejects.toThrow('parameter-invalid');
  });
});
