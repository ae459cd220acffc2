import { describe, expect, it } from 'vitest';
import { orAborted } from '../../../src/app/or-aborted.ts';

describe('orAborted', () => {
  it('is what is shared, without a signal and with one', async () => {
    await expect(orAborted(Promise.resolve(7), undefined)).resolves.toBe(7);
    await expect(orAborted(Promise.resolve(7), new AbortController().signal)).resolves.toBe(7);
    await expect(orAborted(Promise.reject(new Error('no')), new AbortController().signal)).rejects.toThrow('no');
  });

  it('ends for who has cancelled, before and meanwhile, and goes on for the others', async () => {
    let resolve!: (value: number) => void;
    const promise = new Promise<number>((settle) => (resolve = settle));
    const early = orAborted(promise, AbortSignal.abort());
    const controller = new AbortController();
    const late = orAborted(promise, controller.signal);
    const patient = orAborted(promise, new AbortController().signal);
    controller.abort();
    await expect(early).rejects.toMatchObject({ code: 'cancelled' });
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    resolve(7);
    await expect(patient).resolves.toBe(7);
  });
});
