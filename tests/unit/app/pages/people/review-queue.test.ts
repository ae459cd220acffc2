import { describe, expect, it } from 'vitest';
import { ReviewQueue } from '../../../../../src/app/pages/people/review-queue.svelte.ts';
import type { ReviewPair } from '../../../../../src/semantics/people/review.ts';

const pair = (key: string): ReviewPair => ({
  left: { key, values: {} },
  right: { key: key.toLowerCase(), values: {} },
  ...{ tier: 'name-like', agreed: [], state: 'open' },
});

describe('ReviewQueue', () => {
  it('comes back to those that were passed over when nothing else waits', async () => {
    let waiting = ['A', 'B', 'C'].map(pair);
    const queue = new ReviewQueue({
      peoplePairs: (_filter, offset, limit) => Promise.resolve(waiting.slice(offset, offset + limit)),
    });
    await queue.restart();
    queue.skip();
    for (const key of ['B', 'C']) {
      expect(queue.current?.left.key).toBe(key);
      waiting = waiting.filter(({ left }) => left.key !== key);
      queue.drop(queue.current!, false);
    }
    expect(queue.current).toBeUndefined();
    await queue.fill();
    expect(queue.current?.left.key).toBe('A');
    expect([queue.skipped, queue.loading]).toEqual([0, false]);
  });

  it('is empty when nobody waits', async () => {
    const queue = new ReviewQueue({ peoplePairs: () => Promise.resolve([]) });
    queue.skipped = 2;
    await queue.fill();
    expect([queue.current, queue.skipped, queue.loading]).toEqual([undefined, 0, false]);
  });
});
