import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSlices, nextTask, sortInSlices } from '../../../src/core/next-task.ts';

/** How often other tasks came to their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOn = true;
  const count = (): void => {
    turns += 1;
    if (isOn) setTimeout(count);
  };
  setTimeout(count);
  await work();
  isOn = false;
  return turns;
}

describe('inSlices', () => {
  it('gives every item once, in order, and lets others work in between', async () => {
    const items = Array.from({ length: 12_003 }, (_, i) => i);
    const slices: number[][] = [];
    const turns = await turnsDuring(() => inSlices(items, (slice) => slices.push([...slice])));
    expect(slices.flat()).toEqual(items);
    expect(slices.map(({ length }) => length)).toEqual([5_000, 5_000, 2_003]);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  it('does nothing with nothing', async () => {
    await inSlices([], () => expect.unreachable());
    await nextTask();
  });
});

describe('sortInSlices', () => {
  it('sorts as sort does, items of equal rank in their order', async () => {
    const draw = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 0, maxLength: 16_000, size: 'max' });
    const byRank = (one: [number, number], other: [number, number]) => one[0] - other[0];
    await fc.assert(
      fc.asyncProperty(draw, async (ranks) => {
        const items = ranks.map((rank, i): [number, number] => [rank, i]);
        expect(await sortInSlices(items, byRank)).toEqual(items.toSorted(byRank));
      }),
      { numRuns: 12 },
    );
  });

  it('lets others work in between', async () => {
    const items = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    expect(await turnsDuring(() => sortInSlices(items, (one, other) => one - other))).toBeGreaterThan(6);
  });
});
