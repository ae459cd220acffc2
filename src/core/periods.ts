import { dayToIso, isoToDay } from './time.ts';

export const PERIODS = ['week', 'month', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/**
 * First day of the period that a day lies in.
 *
 * @param firstDayOfWeek 1 = Monday … 7 = Sunday, as ISO 8601 counts
 */
export function startOfPeriod(iso: string, period: Period, firstDayOfWeek: number): string {
  if (period === 'week') {
    const day = isoToDay(iso);
    // 1970-01-01 was a Thursday.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    return dayToIso(day - ((weekday - firstDayOfWeek + 7) % 7));
  }
  const months = period === 'quarter' ? 3 : 1;
  return isoOfMonth(Math.floor(monthNumber(iso) / months) * months);
}

/** First day of the period `count` periods after the one that starts on `start`. */
export function addPeriods(start: string, count: number, period: Period): string {
  if (period === 'week') return dayToIso(isoToDay(start) + 7 * count);
  return isoOfMonth(monthNumber(start) + count * (period === 'quarter' ? 3 : 1));
}

/** Periods from one period's first day to another's. */
export function periodsBetween(from: string, to: string, period: Period): number {
  if (period === 'week') return Math.round((isoToDay(to) - isoToDay(from)) / 7);
  return Math.round((monthNumber(to) - monthNumber(from)) / (period === 'quarter' ? 3 : 1));
}

/** First day of the same period a year before; weeks keep their weekday, 52 weeks back. */
export function yearBefore(start: string, period: Period): string {
  return addPeriods(start, { week: -52, month: -12, quarter: -4 }[period], period);
}

/** Months since the year 0. */
function monthNumber(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
}

function isoOfMonth(months: number): string {
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
