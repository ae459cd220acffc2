import type { Json } from '../../core/json.ts';
import { ratioOfTotals, type RatioOfTotals } from '../../statistics/ratio-of-totals.ts';
import { addPeriods, periodsBetween } from '../../core/periods.ts';
import type { Period } from '../../core/periods.ts';
import type { Measure } from './question.ts';

/** What the query gives: only periods in which something happened. */
export interface Activity {
  cohort: string;
  period: string;
  group?: string | null;
  customers: number;
  orders: number;
  revenue: number;
  [column: string]: Json | undefined;
}

export interface Cell {
  cohort: string;
  group?: string | null;
  size: number;
  age: number;
  /** Who buys at this age. */
  customers: number;
  value: number;
  share: number | null;
  complete: boolean;
}

/** Customers who came new in one period, and what they did at each age. */
export interface Cohort {
  start: string;
  group?: string | null;
  size: number;
  values: number[];
  /** Who buys at each age. */
  customers: number[];
  /** The first ages, this many of them, have fully passed. */
  complete: number;
}

/**
 * Cohorts with a value for every age from 0 to the last period that has begun.
 * @param end first day that is not in the data any more, ISO
 */
export function buildCohorts(
  activity: readonly Activity[],
  { period, measure, end }: { period: Period; measure: Measure; end: string },
): Cohort[] {
  const found = new Map<string, Cohort>();
  for (const row of activity) {
    const id = `${row.cohort} ${row.group ?? ''}${row.group === null ? '0' : '1'}`;
    const cohort = found.get(id) ?? emptyCohort(row, period, end);
    found.set(id, cohort);
    const age = periodsBetween(row.cohort, row.period, period);
    if (age === 0) cohort.size = row.customers;
    cohort.customers[age] = row.customers;
    cohort.values[age] = measure === 'cumulativeRevenuePerCustomer' ? row.revenue : row[measure];
  }
  const cohorts = [...found.values()];
  if (measure === 'cumulativeRevenuePerCustomer') for (const cohort of cohorts) cumulate(cohort);
  return cohorts;
}

function emptyCohort({ cohort: start, group }: Activity, period: Period, end: string): Cohort {
  let ages = 0;
  while (addPeriods(start, ages, period) < end) ages += 1;
  let complete = ages;
  while (complete > 0 && addPeriods(start, complete, period) > end) complete -= 1;
  return {
    start,
    ...(group === undefined ? {} : { group }),
    size: 0,
    values: new Array<number>(ages).fill(0),
    customers: new Array<number>(ages).fill(0),
    complete,
  };
}

function cumulate(cohort: Cohort): void {
  let sum = 0;
  cohort.values = cohort.values.map((value) => {
    sum += value;
    return sum / cohort.size;
  });
}

/** What a value is a share of: the cohort's size for customers, its own value at age 0 otherwise. */
function base(cohort: Cohort, measure: Measure): number {
  return measure === 'customers' ? cohort.size : cohort.values[0];
}

export function cellsOf(cohorts: readonly Cohort[], measure: Measure): Cell[] {
  return cohorts.flatMap((cohort) =>
    cohort.values.map((value, age) => ({
      cohort: cohort.start,
      ...(cohort.group === undefined ? {} : { group: cohort.group }),
      size: cohort.size,
      age,
      customers: cohort.customers[age],
      value,
      share: base(cohort, measure) > 0 ? value / base(cohort, measure) : null,
      complete: age < cohort.complete,
    })),
  );
}

/** A weighted mean over the cohorts that have fully passed an age. */
export interface MeanAtAge extends RatioOfTotals {
  age: number;
  cohorts: number;
  customers: number;
  /** Who of them buys at this age. */
  active: number;
}

/**
 * Weighted means over the cohorts of which the period of that age has fully passed: shares of customers weighted by the
 * cohorts' sizes, of orders and revenue by their values at age 0; cumulative revenue per customer weighted by size.
 */
export function meansByAge(cohorts: readonly Cohort[], measure: Measure, level: number): MeanAtAge[] {
  const oldest = Math.max(0, ...cohorts.map(({ complete }) => complete));
  const means: MeanAtAge[] = [];
  for (let age = 0; age < oldest; age++) {
    const passed = cohorts.filter((cohort) => cohort.complete > age && weight(cohort, measure) > 0);
    if (passed.length === 0) continue;
    const weights = passed.map((cohort) => weight(cohort, measure));
    const totals = passed.map(({ values, size }) =>
      measure === 'cumulativeRevenuePerCustomer' ? values[age] * size : values[age],
    );
    const ratio = ratioOfTotals(totals, weights, level, measure === 'customers' ? 'share' : 'amount');
    // One cohort says nothing of others, and at age 0 everybody is there: both are counts.
    const isCounted = passed.length === 1 || (age === 0 && measure !== 'cumulativeRevenuePerCustomer');
    means.push({
      ...(isCounted ? { value: ratio.value, covers: 'nothing' as const } : ratio),
      age,
      cohorts: passed.length,
      customers: passed.reduce((sum, { size }) => sum + size, 0),
      active: passed.reduce((sum, { customers }) => sum + customers[age], 0),
    });
  }
  return means;
}

function weight(cohort: Cohort, measure: Measure): number {
  return measure === 'cumulativeRevenuePerCustomer' ? cohort.size : base(cohort, measure);
}
