import type { Json, Row } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { addDays } from '../../core/time.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { checksOf } from './checks.ts';
import { buildCohorts, cellsOf, meansByAge, type Activity, type Cohort, type MeanAtAge } from './cohorts.ts';
import { estimatesOf } from './estimates.ts';
import { evidenceOf } from './provenance.ts';
import { findGrouping, mergeSmallGroups, withoutGroups } from './grouping.ts';
import { cellsQuery, extentQuery, purchasesQuery, usedLines, type Extent, type Selection } from './queries.ts';
import type { Period } from '../../core/periods.ts';
import { isMoney, OTHER_GROUPS, type Measure } from './question.ts';
import { verdictOf } from './verdict.ts';

/** Who of those that came new in a period buys again, one, two, three … periods later. */
export async function answer(context: AskContext, parameters: Record<string, Json>): Promise<Answered | Unanswerable> {
  const { database, settings, signal } = context;
  const period = parameters.period as Period;
  const measure = parameters.measure as Measure;
  const level = parameters.level as number;
  const selection = readSelection(parameters, period, settings.firstDayOfWeek);
  await context.progress({ phase: 'counting', done: 0, total: 3 });
  await checkCustomerFilter(database, context.mapping, selection.where);
  const grouping = await findGrouping(database, context.mapping, parameters.groupBy as string | undefined);

  const [extent] = await database.rows<Extent & Row>(extentQuery(selection), { signal });
  await context.progress({ phase: 'counting', done: 1, total: 3 });
  const [{ purchases, customers }] = await database.rows<{ purchases: number; customers: number }>(
    purchasesQuery(selection),
    { signal },
  );
  if (purchases === 0) return unanswerable('no-purchases', { rows: extent.rows });
  if (purchases === customers) return unanswerable('bought-once', { customers });
  if (isMoney(measure)) {
    const currencies = await currenciesOf(database, context.mapping, usedLines(selection), { signal });
    if (currencies.length > 1) return unanswerable('two-currencies', { currencies });
  }
  await context.progress({ phase: 'counting', done: 2, total: 3 });
  const activity = await database.rows<Activity & Row>(cellsQuery(selection, grouping), { signal });
  await context.progress({ phase: 'counting', done: 3, total: 3 });

  const end = endOfData(extent, selection.to);
  const cohorts = buildCohorts(grouping ? withoutGroups(activity) : activity, { period, measure, end });
  if (cohorts.length === 0) return unanswerable('no-cohorts', { from: selection.from ?? extent.first });
  if (cohorts.length === 1) return unanswerable('one-cohort', { cohort: cohorts[0].start, period: periodName(period) });
  if (isMoney(measure) && !hasRevenue(activity, measure)) return unanswerable('no-revenue', {});
  const means = meansByAge(cohorts, measure, level);
  if (means.length < 2)
    return unanswerable('too-short', { from: extent.first, to: extent.last, period: periodName(period) });

  const groups = grouping ? bySize(buildCohorts(mergeSmallGroups(activity), { period, measure, end })) : undefined;
  const size = cohorts.reduce((sum, cohort) => sum + cohort.size, 0);
  return {
    verdict: verdictOf(means, measure, period),
    eligibility: message('cohorts.eligibility', {
      customers: size,
      cohorts: cohorts.length,
      from: selection.from && selection.from > extent.first ? selection.from : extent.first,
      to: addDays(end, -1),
      level,
    }),
    estimates: estimatesOf(means, measure, level, { customers: size, cohorts: cohorts.length }),
    tables: {
      cells: cellsOf(groups ?? cohorts, measure) as unknown as Row[],
      curve: curveRows(cohorts, groups, measure, level),
    },
    checks: checksOf({ cohorts, means, extent, end }),
    evidence: evidenceOf({ measure, period, selection, grouping, end }),
  };
}

/** Revenue at age 0 is what later revenue is a share of; per customer, any revenue will do. */
function hasRevenue(activity: readonly Activity[], measure: Measure): boolean {
  if (measure !== 'revenue') return activity.some(({ revenue }) => revenue !== 0);
  return activity.reduce((sum, { cohort, period, revenue }) => sum + (cohort === period ? revenue : 0), 0) > 0;
}

/** The largest group first, the small ones that were put together last. */
function bySize(groups: readonly Cohort[]): Cohort[] {
  const sizes = new Map<string | null | undefined, number>();
  for (const { group, size } of groups) sizes.set(group, (sizes.get(group) ?? 0) + size);
  const rank = ({ group }: Cohort): number => (group === OTHER_GROUPS ? 1 : -(sizes.get(group) ?? 0));
  return [...groups].sort((a, b) => rank(a) - rank(b) || a.start.localeCompare(b.start));
}

function readSelection(parameters: Record<string, Json>, period: Period, firstDayOfWeek: number): Selection {
  const text = (name: string): string | undefined => {
    const value = parameters[name];
    return typeof value === 'string' && value.trim() ? value : undefined;
  };
  return { period, firstDayOfWeek, from: text('from'), to: text('to'), where: text('where') };
}

/** First day that is not in the data any more: what happened on the last day is taken for the whole of it. */
function endOfData({ last }: Extent, to: string | undefined): string {
  const afterLast = addDays(last, 1);
  return to && to < afterLast ? to : afterLast;
}

/** The weighted mean at each age, of everyone and of each group. */
function curveRows(
  cohorts: readonly Cohort[],
  groups: readonly Cohort[] | undefined,
  measure: Measure,
  level: number,
): Row[] {
  if (!groups) return meansByAge(cohorts, measure, level).map((mean) => curveRow(mean));
  const names = [...new Set(groups.map(({ group }) => group ?? null))];
  return names.flatMap((name) => {
    const members = groups.filter(({ group }) => (group ?? null) === name);
    return meansByAge(members, measure, level).map((mean) => ({ group: name, ...curveRow(mean) }));
  });
}

function curveRow({ age, value, interval, cohorts, customers, active }: MeanAtAge): Row {
  return { age, mean: value, low: interval?.low ?? null, high: interval?.high ?? null, cohorts, customers, active };
}

function periodName(period: Period): Json {
  return { key: `cohorts.period.${period}`, values: {} };
}

function unanswerable(reason: string, values: Record<string, Json>): Unanswerable {
  return {
    reason,
    message: message(`cohorts.refusal.${reason}`, values),
    remedy: message(`cohorts.refusal.${reason}.remedy`, values),
  };
}
