import type { Row } from '../../core/json.ts';
import type { Database } from '../../database/database.ts';
import type { Mapping } from '../../semantics/mapping.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import {
  costCurrenciesQuery,
  firstYearQuery,
  mediaCostsQuery,
  type FirstYear,
  type MediaCosts,
} from './acquisition-queries.ts';
import {
  rowsQuery,
  totalsQuery,
  trendQuery,
  usedLines,
  type PeriodTotals,
  type Range,
  type Scope,
  type Totals,
} from './queries.ts';
import { periodsIn, type CalendarPeriod } from './ranges.ts';
import { answersQuery, answersTrendQuery, scoresQuery, type Answers, type PeriodAnswers } from './survey-queries.ts';

/** A period with what happened in it. */
export interface MeasuredPeriod extends CalendarPeriod, Totals {
  retained: number;
  survey?: Answers;
}

export interface SurveyResult extends Answers {
  /** Answers, repeated ones and those that are off the scale included. */
  given: number;
  outside: number;
}

export type MissingCost = 'filtered' | 'none' | 'two-currencies';

/** What a range holds, counted. */
export interface Measures {
  range: Range;
  totals: Totals;
  periods: MeasuredPeriod[];
  survey?: SurveyResult;
  /** Media costs, or why there are none to be used; undefined where no costs are mapped. */
  media?: MediaCosts | MissingCost;
  firstYear?: FirstYear & { byMargin: boolean };
  rows: { rows: number; unassigned: number; unassignedAmount: number };
}

interface Source {
  database: Database;
  mapping: Mapping;
  signal: AbortSignal;
}

/** Everything that is counted over a range, by a few queries. */
export async function measure(source: Source, range: Range, scope: Scope): Promise<Measures> {
  const { database, mapping, signal } = source;
  const first = async <T>(rows: Promise<Row[]>): Promise<T> => (await rows)[0] as unknown as T;
  const totals = await first<Totals>(database.rows(totalsQuery(range, scope), { signal }));
  const found = (await database.rows(trendQuery(range, scope), { signal })) as unknown as PeriodTotals[];
  const hasSurveys = mapping.surveys !== undefined;
  const answers = hasSurveys
    ? ((await database.rows(answersTrendQuery(range, scope), { signal })) as unknown as PeriodAnswers[])
    : [];
  return {
    range,
    totals,
    periods: periodsIn(range, scope.period, scope.firstDayOfWeek).map((calendar) => ({
      ...nothing,
      ...found.find(({ period }) => period === calendar.start),
      ...calendar,
      survey: answers.find(({ period }) => period === calendar.start),
    })),
    ...(hasSurveys ? { survey: await readSurvey(source, range, scope) } : {}),
    ...(mapping.costs ? { media: await readMedia(source, range, scope) } : {}),
    firstYear: await readFirstYear(source, range, scope),
    rows: await first(database.rows(rowsQuery(range), { signal })),
  };
}

const nothing = { customers: 0, newCustomers: 0, repeatCustomers: 0, retained: 0, orders: 0, paid: 0, returned: 0 };

async function readSurvey({ database, signal }: Source, range: Range, scope: Scope): Promise<SurveyResult> {
  const [counted] = (await database.rows(answersQuery(range, scope), { signal })) as unknown as Answers[];
  const [scores] = await database.rows<{ answers: number; outside: number }>(scoresQuery(range, scope), { signal });
  return { ...counted, given: scores.answers, outside: scores.outside };
}

/** Costs have no customer: under a condition on customers nobody knows which of them count. */
async function readMedia(
  { database, mapping, signal }: Source,
  range: Range,
  scope: Scope,
): Promise<MediaCosts | MissingCost> {
  if (scope.where) return 'filtered';
  const hasAssignments = mapping.assignments !== undefined;
  const query = mediaCostsQuery(range, hasAssignments);
  const [costs] = (await database.rows(query, { signal })) as unknown as MediaCosts[];
  if (costs.rows === 0 || costs.spent <= 0) return 'none';
  const ofCosts = mapping.costs?.columns.currency
    ? await database.texts(costCurrenciesQuery(range, hasAssignments), { signal })
    : [];
  const ofOrders = await currenciesOf(database, mapping, usedLines([range], scope), { signal });
  return new Set([...ofCosts, ...ofOrders]).size > 1 ? 'two-currencies' : costs;
}

/** Undefined where orders before the range are in another currency than those in it. */
async function readFirstYear(
  { database, mapping, signal }: Source,
  range: Range,
  scope: Scope,
): Promise<Measures['firstYear']> {
  const everything = { from: '0001-01-01', to: range.to };
  const currencies = await currenciesOf(database, mapping, usedLines([everything], scope), { signal });
  if (currencies.length > 1) return undefined;
  const byMargin = mapping.orders?.columns.margin !== undefined;
  const [row] = (await database.rows(firstYearQuery(range, scope, byMargin), { signal })) as unknown as FirstYear[];
  return { ...row, byMargin };
}
