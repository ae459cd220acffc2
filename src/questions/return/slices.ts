import { DAYS_PER_MONTH } from '../../core/time.ts';

const MOST = 12;

/** The window in pieces of about a month, at most twelve: when within it the margin comes. */
export interface Slices {
  count: number;
  /** Length of each, in days; not necessarily whole. */
  days: number;
}

export function slicesOf(windowDays: number): Slices {
  const count = Math.min(MOST, Math.max(1, Math.ceil(windowDays / DAYS_PER_MONTH - 0.1)));
  return { count, days: windowDays / count };
}
