import { describe, expect, it } from 'vitest';
import { Places, type Place } from '../../../src/workbench/places.ts';

const never = new AbortController().signal;

/** Notes when each gets its turn. */
function watch(places: readonly Place[]): number[] {
  const came: number[] = [];
  for (const [i, place] of places.entries()) void place.come(never).then(() => came.push(i));
  return came;
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('Places', () => {
  it('are come to in the order in which they were taken, whoever is ready first', async () => {
    const queue = new Places();
    const [first, second, third] = [queue.take(), queue.take(), queue.take()];
    const came = watch([first, second, third]);
    await soon();
    expect(came).toEqual([0]);
    third.leave();
    await soon();
    expect(came).toEqual([0]);
    first.leave();
    first.leave();
    await soon();
    expect(came).toEqual([0, 1]);
    second.leave();
    await soon();
    expect(came).toEqual([0, 1, 2]);
  });

  it('are not waited for once that is cancelled, and those behind wait on', async () => {
    const queue = new Places();
    const [first, second, third] = [queue.take(), queue.take(), queue.take()];
    const controller = new AbortController();
    const waiting = second.come(controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    second.leave();
    const came = watch([third]);
    await soon();
    expect(came).toEqual([]);
    first.leave();
    await soon();
    expect(came).toEqual([0]);
  });

  it('are free once all have left', async () => {
    const queue = new Places();
    await queue.free();
    const [first, second] = [queue.take(), queue.take()];
    let isFree = false;
    void queue.free().then(() => (isFree = true));
    first.leave();
    await soon();
    expect(isFree).toBe(false);
    second.leave();
    await soon();
    expect(isFree).toBe(true);
  });
});
