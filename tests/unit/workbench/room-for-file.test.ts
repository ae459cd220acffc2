import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/core/errors.ts';
import { mustFit, type Room } from '../../../src/workbench/room-for-file.ts';

/** Only its size is looked at. */
const fileOf = (size: number): File => ({ name: 'orders.csv', size }) as File;
const stored = (freeBytes: number): Room => ({ kind: 'stored', freeBytes });

function refusal(work: () => void): AppError | undefined {
  try {
    work();
  } catch (error) {
    return error as AppError;
  }
  return undefined;
}

describe('mustFit', () => {
  it('refuses a large text of which a quarter of what it usually takes does not fit, with the arithmetic', () => {
    const error = refusal(() => mustFit(fileOf(3e9), stored(0.4e9)));
    expect(error?.code).toBe('no-room-stored');
    expect(error?.details).toMatchObject({ file: 'orders.csv', by: 'size', megabytes: 3000, needed: 2000, free: 400 });
  });

  it('refuses a table by its rows and columns', () => {
    const table = { rows: 800_000_000, columns: ['a', 'b', 'c', 'd'] };
    const error = refusal(() => mustFit(fileOf(1e9), { kind: 'memory', freeBytes: 3e9 }, table));
    expect(error?.code).toBe('no-room-memory');
    expect(error?.details).toMatchObject({ by: 'cells', rows: 800_000_000, columns: 4, bytes: 5, needed: 16_000 });
  });

  it('lets what may fit be tried, and what is small', () => {
    expect(refusal(() => mustFit(fileOf(3e9), stored(0.6e9)))).toBeUndefined();
    expect(refusal(() => mustFit(fileOf(3e9), stored(Infinity)))).toBeUndefined();
    expect(refusal(() => mustFit(fileOf(50e6), stored(0)))).toBeUndefined();
    // Hardly anything but missing values.
    const sparse = { rows: 10_000_000, columns: Array.from({ length: 200 }, (_, i) => `c${i}`) };
    expect(refusal(() => mustFit(fileOf(20e6), stored(0.5e9), sparse))).toBeUndefined();
    expect(refusal(() => mustFit(fileOf(1e6), stored(0), { rows: 1000, columns: ['a'] }))).toBeUndefined();
  });
});
