import { AppError } from '../../core/errors.ts';
import { addPeriods, startOfPeriod, yearBefore, type Period } from '../../core/periods.ts';
import { addDays, isoToDay } from '../../core/time.ts';
import type { Range } from './queries.ts';

/** The whole days of a log. */
export function rangeOfLog(first: string, last: string): Range {
  return { from: first, to: addDays(last, 1) };
}

/** A range as far as the log goes; undefined when nothing of it is in the log. */
export function cutToLog({ from, to }: Partial<Range>, log: Range): Range | undefined {
  const range = {
    from: from !== undefined && from > log.from ? from : log.from,
    to: to !== undefined && to < log.to ? to : log.to,
  };
  return range.from < range.to ? range : undefined;
}

/** As sentences say it: the last day that is in it. */
export function lastDay({ to }: Pick<Range, 'to'>): string {
  return addDays(to, -1);
}

export function daysIn({ from, to }: Range): number {
  return isoToDay(to) - isoToDay(from);
}

export interface CalendarPeriod {
  start: string;
  /** First day of the next one. */
  end: string;
  /** The range holds all of it. */
  complete: boolean;
}

/** Every period that a range touches. */
export function periodsIn(range: Range, period: Period, firstDayOfWeek: number): CalendarPeriod[] {
  const periods: CalendarPeriod[] = [];
  let start = startOfPeriod(range.from, period, firstDayOfWeek);
  while (start < range.to) {
    const end = addPeriods(start, 1, period);
    periods.push({ start, end, complete: start >= range.from && end <= range.to });
    start = end;
  }
  return periods;
}

/** At most this many periods, so that a wrong date does not draw thousands of empty ones. */
export const MOST_PERIODS = 1500;

const DAYS_PER_PERIOD: Record<Period, number> = { week: 7, month: 30.4375, quarter: 91.3125 };

export function countPeriods(range: Range, period: Period): number {
  return Math.ceil(daysIn(range) / DAYS_PER_PERIOD[period]);
}

/**
 * What is held against a baseline: the range, or, where the two overlap, the part of it that comes after the baseline.
 * A range that ends inside the baseline stays as it is.
 */
export function comparedWith(baseline: Range, range: Range): Range {
  const overlaps = range.from < baseline.to && baseline.from < range.to;
  return overlaps && baseline.to < range.to ? { from: baseline.to, to: range.to } : range;
}

/** Two periods to compare where there is no baseline: the last complete one with that of a year before, or with the one before. */
export function lastAndEarlier<T extends CalendarPeriod>(
  periods: readonly T[],
  period: Period,
): { early: T; late: T } | undefined {
  const complete = periods.filter((candidate) => candidate.complete);
  const late = complete.at(-1);
  if (!late) return undefined;
  const aYearBefore = complete.find(({ start }) => start === yearBefore(late.start, period));
  const early = aYearBefore ?? complete.find(({ end }) => end === late.start);
  return early && { early, late };
}

/**
 * The baseline that the parameters name; an end that is left out is that of the log.
 * @throws AppError `parameter-invalid` when it ends before it begins.
 */
export function namedBaseline({ from, to }: Partial<Range>, log: Range): Range | undefined {
  if (from === undefined && to === undefined) return undefined;
  const range = { from: from ?? log.from, to: to ?? log.to };
  if (range.from >= range.to) {
    const [parameter, value, expected] =
      to === undefined ? ['baselineFrom', from, `< ${range.to}`] : ['baselineTo', to, `> ${range.from}`];
    throw new AppError('parameter-invalid', { parameter, value: String(value), expected });
  }
  return range;
}
