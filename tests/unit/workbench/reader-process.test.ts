import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReaderProcess } from '../../../src/workbench/reader-process.ts';

/** Counts the workers that were started, and which of them have been ended. */
class CountedWorker extends EventTarget {
  static readonly all: CountedWorker[] = [];
  isEnded = false;
  onerror: unknown = null;
  constructor() {
    super();
    CountedWorker.all.push(this);
  }
  postMessage(): void {
    // Nobody is there to answer.
  }
  terminate(): void {
    this.isEnded = true;
  }
}

const file = new File(['a\n1\n'], 'a.csv');

describe('a reader that has read a file', () => {
  beforeEach(() => {
    CountedWorker.all.length = 0;
    vi.stubGlobal('Worker', CountedWorker);
    vi.stubGlobal('navigator', { locks: { query: () => new Promise(() => undefined) } });
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('reads the next one too, and is ended when none comes', () => {
    new ReaderProcess(file, new AbortController().signal).leave();
    new ReaderProcess(file, new AbortController().signal).leave();
    expect(CountedWorker.all).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    expect(CountedWorker.all[0]!.isEnded).toBe(true);
  });

  it('is not kept when it was ended before it was left', () => {
    const controller = new AbortController();
    const reader = new ReaderProcess(file, controller.signal);
    controller.abort();
    reader.leave();
    new ReaderProcess(file, new AbortController().signal).end();
    expect(CountedWorker.all).toHaveLength(2);
  });
});
