import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastQueue } from '../../../src/ui/toast-queue.svelte.ts';

describe('ToastQueue', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const texts = ({ seen }: ToastQueue) => seen.map(({ text }) => text);

  it('shows one of several that say the same, for the time of the newest', () => {
    const queue = new ToastQueue();
    queue.show({ text: 'Copied' });
    queue.show({ text: 'Saved', lasting: true });
    vi.advanceTimersByTime(5_000);
    queue.show({ text: 'Copied' });
    expect(texts(queue)).toEqual(['Saved', 'Copied']);
    vi.advanceTimersByTime(5_000);
    expect(texts(queue)).toEqual(['Saved', 'Copied']);
    vi.advanceTimersByTime(5_000);
    expect(texts(queue)).toEqual(['Saved']);
  });

  it('offers the action of the newest first, then that of the one before', () => {
    const queue = new ToastQueue();
    const undone: number[] = [];
    for (const i of [1, 2]) queue.show({ text: 'Removed', action: { label: 'Undo', run: () => undone.push(i) } });
    while (queue.seen.length > 0) queue.act(queue.seen[0]!);
    expect(undone).toEqual([2, 1]);
  });

  it('closes all that say the same', () => {
    const queue = new ToastQueue();
    for (const i of [1, 2]) queue.show({ text: 'Removed', action: { label: 'Undo', run: () => i } });
    queue.close(queue.seen[0]!);
    expect(queue.toasts).toEqual([]);
  });

  it('keeps a failure beside a notice of the same words', () => {
    const queue = new ToastQueue();
    queue.show({ text: 'Saved' });
    queue.show({ text: 'Saved', tone: 'failed' });
    expect(texts(queue)).toEqual(['Saved', 'Saved']);
  });

  it('lets notices go by themselves, but for lasting ones', () => {
    const queue = new ToastQueue();
    queue.show({ text: 'One' });
    queue.show({ text: 'Two', lasting: true });
    vi.advanceTimersByTime(60_000);
    expect(texts(queue)).toEqual(['Two']);
  });
});
