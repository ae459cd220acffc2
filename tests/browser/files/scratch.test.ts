import { cdp } from 'vitest/browser';
import { afterEach, expect, it } from 'vitest';

interface Devtools {
  send(method: string, parameters: { origin: string; quotaSize?: number }): Promise<unknown>;
}

const giveRoom = (room: { quotaSize?: number }): Promise<unknown> =>
  (cdp() as Devtools).send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...room });

afterEach(() => giveRoom({}));

it('is refused when the disk is full, and whole when it is not: a file beside the database', async () => {
  const worker = new Worker(new URL('../../fixtures/scratch.worker.ts', import.meta.url), { type: 'module' });
  const said = () => new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  expect(await said()).toBe('ready');
  const fill = (bytes: number) => {
    const told = said();
    worker.postMessage(bytes);
    return told;
  };
  expect(await fill(3_000_000)).toBe('wrote 3000000');
  await giveRoom({ quotaSize: (await navigator.storage.estimate()).usage ?? 0 });
  expect(await fill(40_000_000)).toBe('storage-full');
  worker.terminate();
});
