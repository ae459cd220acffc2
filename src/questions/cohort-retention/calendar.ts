import { dayToIso, isoToDay } from '../../core/time.ts';
import type { Period } from './question.ts';

/** First day of the period `count` periods after the one that starts on `start`. */
export function addPeriods(start: string, count: number, period: Period): string {
  if (period === 'week') return dayToIso(isoToDay(start) + 7 * count);
  const months = monthNumber(start) + count * (period === 'quarter' ? 3 : 1);
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** Periods from one period's first day to another's. */
export function periodsBetween(from: string, to: string, period: Period): number {
  if (period === 'week') return Math.round((isoToDay(to) - isoToDay(from)) / 7);
  return Math.round((monthNumber(to) - monthNumber(from)) / (period === 'quarter' ? 3 : 1));
}

function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}
