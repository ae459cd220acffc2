import { describe, expect, it } from 'vitest';
import { ImportQueue } from '../../../src/app/import-queue.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve));

/** Pieces of work that last until they are ended; `running` are those that have begun and go on. */
function work(queue: ImportQueue) {
  const running = new Map<string, () => void>();
  const add = (name: string, isSmall: boolean): Promise<string> =>
    queue.run(isSmall, async () => {
      await new Promise<void>((resolve) => running.set(name, resolve));
      running.delete(name);
      return name;
    });
  const end = async (name: string): Promise<void> => {
    running.get(name)!();
    await soon();
  };
  return { add, end, now: () => [...running.keys()] };
}

describe('ImportQueue', () => {
  it('has small pieces side by side, at most six, and others alone, all in the order in which they came', async () => {
    const queue = new ImportQueue();
    const { add, end, now } = work(queue);
    const small = Array.from({ length: 8 }, (_, i) => `small ${i + 1}`);
    const all = [...small.map((name) => add(name, true)), add('large', false), add('last', true)];
    await soon();
    expect(now()).toEqual(small.slice(0, 6));
    await end('small 3');
    expect(now()).toEqual([...small.slice(0, 2), ...small.slice(3, 7)]);
    for (const name of [...small.slice(0, 2), ...small.slice(3, 7)]) await end(name);
    expect(now()).toEqual(['small 8']);
    await end('small 8');
    expect(now()).toEqual(['large']);
    await end('large');
    expect(now()).toEqual(['last']);
    await end('last');
    expect(await Promise.all(all)).toEqual([...small, 'large', 'last']);
  });

  it('goes on after what has failed', async () => {
    const queue = new ImportQueue();
    await expect(queue.run(false, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const thrown = queue.run(true, () => {
      throw new Error('at once');
    });
    await expect(thrown).rejects.toThrow('at once');
    expect(await queue.run(false, () => Promise.resolve(1))).toBe(1);
  });

  it('is over when all that has come before is', async () => {
    const queue = new ImportQueue();
    const { add, end } = work(queue);
    void add('one', true);
    void add('two', true);
    let isOver = false;
    void queue.over().then(() => (isOver = true));
    await soon();
    await end('one');
    expect(isOver).toBe(false);
    await end('two');
    expect(isOver).toBe(true);
  });
});
