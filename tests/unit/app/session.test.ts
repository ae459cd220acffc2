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
    tables: () => Promise.resolve([]),
    mapping: () => Promise.resolve({ mapping: {}, proposals: [] }),
    storage: () => Promise.resolve({ kind: 'memory' }),
    checkMapping: () => Promise.resolve([]),
    open: () => Promise.reject(new AppError('storage-unreadable')),
  };
  return { session: new Session(workbench as unknown as Workbench, new Speech()), settings };
}

describe('Session', () => {
  it('saves settings one after another, each change onto the one before', async () => {
    const { session } = stage();
    await Promise.all([session.keepSettings({ currency: 'EUR' }), session.keepSettings({ firstDayOfWeek: 7 })]);
    expect(session.settings).toEqual({ ...defaultSettings, currency: 'EUR', firstDayOfWeek: 7 });
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
});
