import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InStep } from '../../../../src/app/in-step/in-step.svelte.ts';
import type { StoredStep } from '../../../../src/app/in-step/step-store.ts';
import type { Session } from '../../../../src/app/session.svelte.ts';
import { Speech } from '../../../../src/ui/speech.svelte.ts';
import { ToastQueue } from '../../../../src/ui/toast-queue.svelte.ts';

const stored = vi.hoisted(() => ({ steps: [] as unknown[] }));
vi.mock(import('../../../../src/app/in-step/step-store.ts'), async (original) => ({
  ...(await original()),
  storedSteps: () => Promise.resolve(stored.steps as StoredStep[]),
}));

beforeEach(() => vi.stubGlobal('showOpenFilePicker', () => Promise.resolve([])));
afterEach(() => void vi.unstubAllGlobals());

const handle = {
  ...{ kind: 'file', name: 'orders.csv' },
  queryPermission: () => Promise.resolve('prompt'),
} as unknown as FileSystemFileHandle;

describe('InStep.recall', () => {
  it('waits for the tables of a workspace that is being opened: its files are no others’', async () => {
    const file = { path: 'orders.csv', status: 'read', readAt: 1, tables: ['of b'], options: {} };
    stored.steps = [{ id: 'step', workspace: 'b', handle, files: [file] }];
    let open: (() => void) | undefined;
    const session = {
      ...{ workspace: {}, workspaces: { openId: 'b' }, isReadOnly: false, status: 'ready', speech: new Speech() },
      tables: [{ name: 'orders', id: 'of a' }],
      opened: new Promise<void>((resolve) => (open = resolve)),
    };
    const inStep = new InStep(session as unknown as Session, new ToastQueue());
    const recalling = inStep.recall();
    // Whatever can be done before the workspace is open is done by then.
    for (let i = 0; i < 100; i += 1) await Promise.resolve();
    session.tables = [{ name: 'orders', id: 'of b' }];
    open!();
    await recalling;
    expect(inStep.steps.map(({ files }) => files)).toMatchObject([[{ path: 'orders.csv', status: 'read' }]]);
    expect(inStep.ofTable('of b')).toBeDefined();
  });
});
