import { AppError } from '../core/errors.ts';
import { storageState } from './storage.ts';

/** What there is still for tables: on the disk as the browser lets us have it, or in the memory of a window without a disk. */
export interface Room {
  kind: 'stored' | 'memory';
  freeBytes: number;
}

/** What DuckDB may take of the four gigabytes that its module can have. */
const MEMORY_BYTES = 3.1 * 2 ** 30;

export async function roomOf(stored: boolean): Promise<Room> {
  const state = await storageState(stored);
  if (state.kind === 'memory') return { kind: 'memory', freeBytes: MEMORY_BYTES };
  // Some browsers do not say how much they give, others at least so much on every disk: where it ends is seen then.
  const freeBytes = state.quotaBytes > 0 ? state.quotaBytes - state.usedBytes : Infinity;
  return { kind: 'stored', freeBytes };
}

/** Smaller ones are tried: that it does not work is seen at once. */
const LARGE_BYTES = 100e6;
/** Of 20,000,000 orders with six columns, 1.0 GB as CSV, the database makes 0.67 GB. */
const STORED_SHARE = 2 / 3;
/** Of 50,000,000 orders with six columns, 1.1 GB as Parquet, the database makes 1.6 GB: 5.4 bytes a value. */
const VALUE_BYTES = 5;
/** A packed file of values that are missing or all the same takes little in the database too, however many they are. */
const PACKED_TIMES = 16;
/** Values that repeat take less. What would not fit if it took a quarter is refused, and all else is tried. */
const LEAST = 1 / 4;

/**
 * Refuses a large file that cannot fit before its hour of reading, with the arithmetic.
 * @param table its rows and columns, where they are known
 * @throws AppError `no-room-stored`, `no-room-memory`
 */
export function mustFit(
  file: File,
  { kind, freeBytes }: Room,
  table?: { rows: number; columns: readonly unknown[] },
): void {
  const needed = table ? table.rows * table.columns.length * VALUE_BYTES : file.size * STORED_SHARE;
  const most = Math.min(needed, file.size * PACKED_TIMES);
  if (most < LARGE_BYTES / 2 || LEAST * most <= freeBytes) return;
  const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
  throw new AppError(kind === 'stored' ? 'no-room-stored' : 'no-room-memory', {
    ...{ file: file.name, needed: megabytes(needed), free: megabytes(Math.max(0, freeBytes)) },
    ...(table
      ? { by: 'cells', rows: table.rows, columns: table.columns.length, bytes: VALUE_BYTES, megabytes: 0 }
      : { by: 'size', rows: 0, columns: 0, bytes: 0, megabytes: megabytes(file.size) }),
  });
}
