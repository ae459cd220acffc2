import { describe, expect, it } from 'vitest';
import { sticks } from '../../../src/workbench/sticks.ts';

describe('sticks', () => {
  it('is false of what ends, cancelled or not', async () => {
    const controller = new AbortController();
    expect(await sticks(Promise.resolve(1), controller.signal)).toBe(false);
    controller.abort();
    expect(await sticks(Promise.reject(new Error('stopped')), controller.signal)).toBe(false);
  });

  it('is true of what goes on after it was cancelled, and only then', async () => {
    const controller = new AbortController();
    let answer: boolean | undefined;
    const asked = sticks(new Promise(() => undefined), controller.signal, 5).then((stuck) => (answer = stuck));
    expect(answer).toBeUndefined();
    controller.abort();
    expect(await asked).toBe(true);
  });
});
