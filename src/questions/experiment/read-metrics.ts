import { addDays } from '../../core/time.ts';
import type { Sql } from '../../database/sql.ts';
import {
  assignedQuery,
  countArms,
  type Arm,
  type AssignmentPeriod,
  type Assignments,
} from '../../semantics/assignments.ts';
import type { AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { linesOfAssigned, observedQuery, readFollowUp } from '../../semantics/follow-up.ts';
import type { ColumnMetric } from './metrics.ts';
import {
  businessUnitsQuery,
  columnOf,
  countYesQuery,
  lastDaysQuery,
  liesBefore,
  outcome,
  samplesQuery,
  type Series,
} from './queries.ts';
import type { BusinessMetric } from './question.ts';
import { readSeries, type Experiment, type Metric, type ReadSeries, type Sample } from './samples.ts';
import { unanswerable } from './unanswerable.ts';

interface Reading {
  context: AskContext;
  assignments: Assignments;
  period: AssignmentPeriod;
  windowDays: number;
  capPercentile?: number;
}

/** Large values are those above this percentile of all variants, and the largest one in any case. */
export const OUTLIER_PERCENTILE = 99.9;

/** Outcomes that stand beside the assignments. */
export async function readColumnMetrics(
  reading: Reading,
  columns: readonly ColumnMetric[],
): Promise<{ metrics: Metric[]; outcomesEnd?: Experiment['outcomesEnd'] } | Unanswerable> {
  if (columns.length === 0) return { metrics: [] };
  const { context, assignments, period, windowDays } = reading;
  const early = await findEarly(reading, columns);
  if (early) return early;
  const values = columns.map(({ name, measure }, i): [string, Sql] => [
    `m${i}`,
    outcome(columnOf(name), measure, assignments.assignedAt, windowDays),
  ]);
  const units = assignedQuery(assignments, period, Object.fromEntries(values));
  const series = columns.map((_, i) => ({ column: `m${i}`, ...capOf(reading) }));
  const rows = await context.database.rows(samplesQuery(units, series), { signal: context.signal });
  const arms = await countArms(context.database, assignedQuery(assignments, period), { signal: context.signal });
  const all = arms.reduce((sum, { n }) => sum + n, 0);
  const read = readSeries(rows, series);
  const outcomesEnd = await findEnd(reading, columns, arms);
  return {
    ...(outcomesEnd && { outcomesEnd }),
    metrics: columns.map(({ name }, i) => {
      const metric = metricOf(name, read[i], reading);
      return { ...metric, missing: all - metric.samples.reduce((sum, { n }) => sum + n, 0) };
    }),
  };
}

function isDated({ measure }: ColumnMetric): boolean {
  return measure === 'time' || measure === 'date';
}

/** How far the moments reach that are outcomes, and when the last window is over. */
async function findEnd(
  { context, assignments, period, windowDays }: Reading,
  columns: readonly ColumnMetric[],
  arms: readonly Arm[],
): Promise<Experiment['outcomesEnd']> {
  const dated = columns.filter(isDated);
  const assigned = lastOf(arms.map(({ last }) => last));
  if (dated.length === 0 || assigned === undefined) return undefined;
  const values = dated.map(({ name }, i): [string, Sql] => [`m${i}`, columnOf(name)]);
  const names = values.map(([name]) => name);
  const units = assignedQuery(assignments, period, Object.fromEntries(values));
  const [days] = await context.database.rows<Record<string, string | null>>(lastDaysQuery(units, names), {
    signal: context.signal,
  });
  const last = lastOf(names.map((name) => days[name]));
  return last === undefined ? undefined : { last, over: addDays(assigned, windowDays), days: windowDays };
}

function lastOf(days: readonly (string | null)[]): string | undefined {
  return days
    .filter((day) => day !== null)
    .sort()
    .at(-1);
}

/** An outcome from before the assignment cannot have come from it. */
async function findEarly(
  { context, assignments, period }: Reading,
  columns: readonly ColumnMetric[],
): Promise<Unanswerable | undefined> {
  const dated = columns.filter(isDated);
  if (dated.length === 0) return undefined;
  const values = dated.map(({ name, measure }, i): [string, Sql] => [
    `m${i}`,
    liesBefore(columnOf(name), measure, assignments.assignedAt),
  ]);
  const units = assignedQuery(assignments, period, Object.fromEntries(values));
  const names = values.map(([name]) => name);
  const [counts] = await context.database.rows(countYesQuery(units, names), { signal: context.signal });
  const first = names.findIndex((name) => Number(counts[name]) > 0);
  if (first < 0) return undefined;
  return unanswerable('outcome-before-assignment', { metric: dated[first].name, rows: counts[names[first]] });
}

const NOTHING = { metrics: [], window: undefined };

/** What customers did in the days after their assignment. */
export async function readBusinessMetrics(
  reading: Reading,
  metrics: readonly BusinessMetric[],
  arms: readonly Arm[],
): Promise<{ metrics: Metric[]; window: Experiment['window'] } | Unanswerable> {
  if (metrics.length === 0) return NOTHING;
  const { context, assignments, period, windowDays } = reading;
  const { database, mapping, signal } = context;
  const assigned = assignedQuery(assignments, period);
  const { first: logStart, last, byDay } = await readFollowUp(database, assigned, { signal });
  const firstDay = arms.flatMap(({ first }) => (first === null ? [] : [first])).sort()[0];
  if (firstDay === undefined) return unanswerable('assignments-undated');
  if (logStart === null || last === null) {
    return unanswerable('outcome-before-assignment', { first: firstDay }, 'no-orders');
  }
  if (last < firstDay) {
    return unanswerable('outcome-before-assignment', { last, first: firstDay }, 'orders-before-assignment');
  }
  if (metrics.includes('revenue') || metrics.includes('margin')) {
    const currencies = await currenciesOf(database, mapping, linesOfAssigned(assigned), { signal });
    if (currencies.length > 1) return unanswerable('two-currencies', { currencies });
  }
  const end = addDays(last, 1);
  const seesBefore = logStart <= addDays(firstDay, -windowDays);
  const observed = observedQuery(assigned, { windowDays, end, byDay });
  const seen = await countArms(database, observed, { signal });
  const [all, over] = [arms, seen].map((groups) => groups.reduce((sum, { n }) => sum + n, 0));
  const isSmall = ({ variant }: Arm) => (seen.find((arm) => arm.variant === variant)?.n ?? 0) < 2;
  if (arms.filter((arm) => !isSmall(arm)).length < 2) {
    return unanswerable('window-not-over', { windowDays, end, observed: over, assigned: all });
  }
  const series = metrics.flatMap((_, i): Series[] => [
    { column: `m${i}`, ...capOf(reading) },
    { column: `b${i}` },
    { column: `h${i}` },
  ]);
  const rows = await database.rows(samplesQuery(businessUnitsQuery(observed, metrics, windowDays), series), { signal });
  const read = readSeries(rows, series);
  return {
    metrics: metrics.map((name, i) => ({
      ...metricOf(name, read[3 * i], reading),
      ...(seesBefore && { before: read[3 * i + 1].samples }),
      halves: read[3 * i + 2].samples,
    })),
    window: {
      ...{ days: windowDays, end, left: all - over, observed: over, byDay, logStart, seesBefore },
      open: arms.filter((arm) => arm.n >= 2 && isSmall(arm)).map(({ variant }) => variant),
    },
  };
}

function capOf({ capPercentile }: Reading): Pick<Series, 'capPercentile' | 'cutsLargest'> {
  return capPercentile === undefined ? { capPercentile: OUTLIER_PERCENTILE, cutsLargest: true } : { capPercentile };
}

/** When a cap is asked for the capped values are the metric, and the whole ones what it is checked against. */
function metricOf(name: string, { isYesNo, samples, capped }: ReadSeries, { capPercentile }: Reading): Metric {
  const isMoney = name === 'revenue' || name === 'margin';
  const unit = isYesNo ? 'share' : isMoney ? 'money' : 'number';
  const shared = { name, unit, isYesNo, missing: 0 } as const;
  if (isYesNo || !capped) return { ...shared, samples };
  const other = (otherSamples: Sample[]) => ({ cap: capped.cap, samples: otherSamples });
  return capPercentile === undefined
    ? { ...shared, samples, otherwise: other(capped.samples) }
    : { ...shared, samples: capped.samples, otherwise: other(samples) };
}
