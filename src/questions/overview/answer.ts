import type { Estimate } from '../../core/answer.ts';
import type { Json, Row } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import type { Period } from '../../core/periods.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { baselineChecks, chooseBaseline } from './baseline.ts';
import { checksOf } from './checks.ts';
import { comparisonRows } from './comparison.ts';
import { estimatesOf } from './estimates.ts';
import { averageOrderRows, readItemChanges, type RangeTotals } from './item-changes.ts';
import { measure, type Measures } from './measure.ts';
import { evidenceOf } from './provenance.ts';
import { extentQuery, usedLines, type Extent, type Range, type Scope } from './queries.ts';
import { comparedWith, countPeriods, cutToLog, lastAndEarlier, MOST_PERIODS, rangeOfLog } from './ranges.ts';
import { trendRows } from './trend.ts';
import { eligibilityOf, verdictOf } from './verdict.ts';

/** What customers bring and whether they come back, period by period and against a baseline. */
export async function answer(context: AskContext, parameters: Record<string, Json>): Promise<Answered | Unanswerable> {
  const { database, mapping, settings, signal } = context;
  const level = parameters.level as number;
  const scope: Scope = {
    period: parameters.period as Period,
    firstDayOfWeek: settings.firstDayOfWeek,
    where: textOf(parameters, 'where'),
  };
  await context.progress({ phase: 'counting', done: 0, total: 4 });
  await checkCustomerFilter(database, mapping, scope.where);
  const [{ first, last }] = await database.rows<Extent & Row>(extentQuery, { signal });
  if (first === null || last === null) return unanswerable('no-purchases', {});
  const log = rangeOfLog(first, last);
  const given = { from: textOf(parameters, 'from'), to: textOf(parameters, 'to') };
  const range = cutToLog(given, log);
  if (!range) return unanswerable('outside', { first, last });
  const baseline = await chooseBaseline(
    { from: textOf(parameters, 'baselineFrom'), to: textOf(parameters, 'baselineTo') },
    context.baseline,
    log,
  );
  const ranges = [range, ...(baseline?.range ? [baseline.range] : [])];
  const periods = Math.max(...ranges.map((one) => countPeriods(one, scope.period)));
  if (periods > MOST_PERIODS)
    return unanswerable('too-many-periods', { first: range.from, last, periods, limit: MOST_PERIODS });
  const currencies = await currenciesOf(database, mapping, usedLines(ranges, scope), { signal });
  if (currencies.length > 1) return unanswerable('two-currencies', { currencies });

  await context.progress({ phase: 'counting', done: 1, total: 4 });
  const source = { database, mapping, signal };
  const measures = await measure(source, range, scope);
  if (measures.totals.orders === 0) return unanswerable('no-purchases', { rows: measures.rows.rows });
  await context.progress({ phase: 'counting', done: 2, total: 4 });
  const before = baseline?.range && (await measureUnlessEmpty(source, baseline.range, scope));
  const after = before && (await measureCompared(source, before.range, measures, scope));
  await context.progress({ phase: 'counting', done: 3, total: 4 });
  const pair = before && after ? [totalsOf(before), totalsOf(after)] : pairOfPeriods(measures, scope.period);
  const items = pair && (await readItemChanges(source, pair[0], pair[1], scope));
  await context.progress({ phase: 'counting', done: 4, total: 4 });

  const estimates = estimatesOf(measures, level);
  const today: Estimate[] | undefined = before && estimatesOf(before, level);
  const comparison = before && after ? comparisonRows(after, before, level) : [];
  const changes = items ? averageOrderRows(items) : [];
  return {
    verdict: verdictOf(measures, comparison, scope.period),
    eligibility: eligibilityOf(measures, level),
    estimates,
    tables: {
      trend: trendRows(measures.periods, { baseline: before && baseline?.range, level }),
      ...(comparison.length > 0 ? { comparison } : {}),
      ...(changes.length > 0 ? { averageOrder: changes } : {}),
    },
    checks: [
      ...checksOf(measures, log, { items, baseline: before }),
      ...(baseline ? baselineChecks(baseline, today, scope) : []),
    ],
    evidence: evidenceOf({
      ...{ measures, scope, estimates, items },
      compared: before && after && { range: after.range, baseline: before.range },
    }),
  };
}

type Source = Parameters<typeof measure>[0];

async function measureUnlessEmpty(source: Source, range: Range, scope: Scope): Promise<Measures | undefined> {
  const measures = await measure(source, range, scope);
  return measures.totals.orders > 0 ? measures : undefined;
}

/** What is held against the baseline: the range itself, or its part after the baseline; nothing when that is empty. */
async function measureCompared(
  source: Source,
  baseline: Range,
  measures: Measures,
  scope: Scope,
): Promise<Measures | undefined> {
  const range = comparedWith(baseline, measures.range);
  return range === measures.range ? measures : measureUnlessEmpty(source, range, scope);
}

function totalsOf({ range, totals }: Measures): RangeTotals {
  return { range, orders: totals.orders, paid: totals.paid };
}

function pairOfPeriods({ periods }: Measures, period: Period): RangeTotals[] | undefined {
  const pair = lastAndEarlier(periods, period);
  if (!pair) return undefined;
  return [pair.early, pair.late].map(({ start, end, orders, paid }) => ({
    range: { from: start, to: end },
    ...{ orders, paid },
  }));
}

function textOf(parameters: Record<string, Json>, name: string): string | undefined {
  const value = parameters[name];
  return typeof value === 'string' && value.trim() ? value : undefined;
}

function unanswerable(reason: string, values: Record<string, Json>): Unanswerable {
  return {
    reason,
    message: message(`overview.refusal.${reason}`, values),
    remedy: message(`overview.refusal.${reason}.remedy`, values),
  };
}
