/** Days in a month as the whole product counts them: a quarter of a leap cycle over twelve. */
export const DAYS_PER_MONTH = 365.25 / 12;
export const DAYS_PER_WEEK = 7;
export const DAYS_PER_YEAR = 365.25;

export type TimeUnit = 'day' | 'week' | 'month';

export function daysPer(unit: TimeUnit): number {
  return { day: 1, week: DAYS_PER_WEEK, month: DAYS_PER_MONTH }[unit];
}

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/**
 * Days since 1970-01-01 of an ISO date or the date part of an ISO timestamp.
 * @throws RangeError when the text is not a calendar date.
 */
export function isoToDay(iso: string): number {
  const match = ISO_DATE.exec(iso);
  if (!match) throw new RangeError(`not an ISO date: ${iso}`);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (date.toISOString().slice(0, 10) !== match[0]) throw new RangeError(`not an ISO date: ${iso}`);
  return date.getTime() / MS_PER_DAY;
}

/** ISO date of a day number counted from 1970-01-01. */
export function dayToIso(day: number): string {
  return new Date(Math.floor(day) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** ISO date `days` after (or, if negative, before) an ISO date. */
export function addDays(iso: string, days: number): string {
  return dayToIso(isoToDay(iso) + days);
}
