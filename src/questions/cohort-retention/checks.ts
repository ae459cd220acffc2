import type { Check } from '../../core/answer.ts';
import { message } from '../../core/message.ts';
import { quantile } from '../../statistics/quantile.ts';
import type { Cohort, MeanAtAge } from './cohorts.ts';
import type { Extent } from './queries.ts';

/** Below this many cohorts an interval is wide, and differences between cohorts are hardly seen. */
const FEW_COHORTS = 5;
/** A first cohort this many times as large as the others are in the middle: customers from before the log began. */
const LARGE_FIRST_COHORT = 2;

interface Checked {
  cohorts: readonly Cohort[];
  means: readonly MeanAtAge[];
  extent: Extent;
  end: string;
}

export function checksOf({ cohorts, means, extent, end }: Checked): Check[] {
  return [unfinished(cohorts, end), ...firstCohort(cohorts, extent), fewCohorts(means), ...unassigned(extent)];
}

function unfinished(cohorts: readonly Cohort[], end: string): Check {
  const cells = cohorts.reduce((sum, { values, complete }) => sum + values.length - complete, 0);
  const key = cells > 0 ? 'cohorts.check.unfinished' : 'cohorts.check.allFinished';
  return { id: 'unfinished-periods', status: 'passed', value: cells, message: message(key, { cells, end }) };
}

/** Whoever bought before the log begins looks new in its first period; later cohorts have nobody like that. */
function firstCohort(cohorts: readonly Cohort[], { first }: Extent): Check[] {
  const [earliest, ...others] = cohorts;
  if (earliest.start > first) return [];
  const middle = quantile(
    others.map(({ size }) => size),
    0.5,
  );
  const ratio = earliest.size / middle;
  const isLarge = ratio > LARGE_FIRST_COHORT;
  return [
    {
      id: 'first-cohort',
      status: isLarge ? 'warned' : 'passed',
      value: ratio,
      limit: LARGE_FIRST_COHORT,
      message: message(isLarge ? 'cohorts.check.largeFirst' : 'cohorts.check.first', {
        ratio,
        first,
        cohort: earliest.start,
      }),
    },
  ];
}

function fewCohorts(means: readonly MeanAtAge[]): Check {
  const [last] = means.slice(-1);
  const one = means.find(({ age }) => age === 1) ?? last;
  const isFew = one.cohorts < FEW_COHORTS;
  const single = means.filter(({ age, cohorts }) => age > 0 && cohorts === 1).map(({ age }) => age);
  const values = { cohorts: one.cohorts, from: single[0] ?? null };
  const key = isFew ? 'cohorts.check.few' : single.length > 0 ? 'cohorts.check.single' : 'cohorts.check.enough';
  return {
    id: 'few-cohorts',
    status: isFew ? 'warned' : 'passed',
    value: one.cohorts,
    limit: FEW_COHORTS,
    message: message(key, values),
  };
}

function unassigned({ rows, unassigned: without }: Extent): Check[] {
  if (without === 0) return [];
  const share = without / rows;
  return [
    {
      id: 'rows-without-customer',
      status: share > 0.1 ? 'warned' : 'passed',
      value: share,
      limit: 0.1,
      message: message('cohorts.check.unassigned', { rows: without, share }),
    },
  ];
}
