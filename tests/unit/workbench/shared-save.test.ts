import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Places } from '../../../src/workbench/places.ts';
import { SharedSave } from '../../../src/workbench/shared-save.ts';
import type { Workspace } from '../../../src/workbench/workspace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A workspace whose saves end when they are told to. */
function workspace(): { saves: { end(): void; fail(error: Error): void }[]; workspace: Workspace } {
  const saves: { end(): void; fail(error: Error): void }[] = [];
  const save = (): Promise<void> =>
    new Promise((resolve, reject) => saves.push({ end: () => resolve(), fail: reject }));
  return { saves, workspace: { save } as unknown as Workspace };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

/** Whether it is over, and how. */
function outcome(promise: Promise<void>): { now: string } {
  const seen = { now: 'waits' };
  promise.then(
    () => (seen.now = 'saved'),
    (error: Error) => (seen.now = error.message),
  );
  return seen;
}

describe('SharedSave', () => {
  it('saves at once when nobody else is on the way', async () => {
    const { saves, workspace: own } = workspace();
    const done = outcome(new SharedSave(new Places()).save(own));
    await settle();
    expect([saves.length, done.now]).toEqual([1, 'waits']);
    saves[0]!.end();
    await settle();
    expect(done.now).toBe('saved');
  });

  it('is one for all that come one upon the other, and none is saved before it has ended', async () => {
    const { saves, workspace: own } = workspace();
    const places = new Places();
    const shared = new SharedSave(places);
    const [first, second] = [places.take(), places.take()];
    first.leave();
    const one = outcome(shared.save(own));
    await settle();
    expect(saves).toEqual([]);
    second.leave();
    const two = outcome(shared.save(own));
    await settle();
    expect([saves.length, one.now, two.now]).toEqual([1, 'waits', 'waits']);
    saves[0]!.end();
    await settle();
    expect([one.now, two.now]).toEqual(['saved', 'saved']);
  });

  it('does not wait for ever, and what comes once it has begun has the next one', async () => {
    const { saves, workspace: own } = workspace();
    const places = new Places();
    const shared = new SharedSave(places);
    const slow = places.take();
    const one = outcome(shared.save(own));
    await vi.advanceTimersByTimeAsync(499);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toHaveLength(1);
    slow.leave();
    const two = outcome(shared.save(own));
    await settle();
    expect(saves).toHaveLength(2);
    saves[0]!.end();
    await settle();
    expect([one.now, two.now]).toEqual(['saved', 'waits']);
    saves[1]!.end();
    await settle();
    expect(two.now).toBe('saved');
  });

  it('fails for all that shared it, and works again afterwards', async () => {
    const { saves, workspace: own } = workspace();
    const places = new Places();
    const shared = new SharedSave(places);
    const other = places.take();
    const [one, two] = [outcome(shared.save(own)), outcome(shared.save(own))];
    other.leave();
    await settle();
    saves[0]!.fail(new Error('the disk is full'));
    await settle();
    expect([one.now, two.now]).toEqual(['the disk is full', 'the disk is full']);
    const three = outcome(shared.save(own));
    await settle();
    saves[1]!.end();
    await settle();
    expect(three.now).toBe('saved');
  });

  it('is another one for another workspace', async () => {
    const [before, after] = [workspace(), workspace()];
    const places = new Places();
    const shared = new SharedSave(places);
    const other = places.take();
    const one = outcome(shared.save(before.workspace));
    const two = outcome(shared.save(after.workspace));
    other.leave();
    await settle();
    expect([before.saves.length, after.saves.length]).toEqual([1, 1]);
    before.saves[0]!.end();
    await settle();
    expect([one.now, two.now]).toEqual(['saved', 'waits']);
  });
});
