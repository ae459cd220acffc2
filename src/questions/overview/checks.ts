import type { Check } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { isoToDay } from '../../core/time.ts';
import { quantile } from '../../statistics/quantile.ts';
import { FEWEST_FIRST_YEARS } from './estimates.ts';
import { LEAST_EXPLAINED, MOST_EXPLAINED, type ItemChanges } from './item-changes.ts';
import type { MeasuredPeriod, Measures, SurveyResult } from './measure.ts';
import type { Range } from './queries.ts';
import { lastDay } from './ranges.ts';

const MUCH_UNASSIGNED = 0.1;
const MUCH_RETURNED = 0.2;
/** A first period with this many times as many new customers as the others in the middle: old ones who look new. */
const MANY_NEW = 2;
const FEW_ANSWERS = 30;
/** What lines add up to may be off by this. */
const ITEMS_OFF = 0.02;
/** Beyond the median gap between costs: after a longer silence at an end of the range one is missing. */
const SLACK_DAYS = 3;
/** With costs of a single day, a month. */
const USUAL_GAP_DAYS = 31;

interface Bounds {
  value?: number;
  limit?: number;
}

function check(
  id: string,
  status: Check['status'],
  variant: string,
  values: Record<string, Json>,
  bounds: Bounds = {},
): Check {
  return { id, status, ...bounds, message: message(`overview.check.${variant}`, values) };
}

/** What speaks for or against the counts of a range. */
export function checksOf(
  measures: Measures,
  log: Range,
  { items, baseline }: { items: ItemChanges | undefined; baseline: Measures | undefined },
): Check[] {
  const { periods, survey } = measures;
  return [
    unfinished(periods, measures.range),
    ...unassigned(measures),
    ...returns(measures),
    ...logStart(measures, log),
    ...(baseline ? logStart(baseline, log, 'baseline-') : []),
    ...(survey ? surveyChecks(survey) : []),
    ...costs(measures),
    ...firstYear(measures),
    ...(items ? [itemSums(items)] : []),
  ];
}

function unfinished(periods: readonly MeasuredPeriod[], { from, to }: Range): Check {
  const partial = periods.filter(({ complete }) => !complete).length;
  const values = { periods: partial, from, to: lastDay({ to }) };
  return check('unfinished-period', 'passed', partial > 0 ? 'unfinished' : 'allFinished', values, { value: partial });
}

function unassigned({ rows: { rows, unassigned: without, unassignedAmount } }: Measures): Check[] {
  if (without === 0) return [];
  const share = without / rows;
  const status = share > MUCH_UNASSIGNED ? 'warned' : 'passed';
  const values = { rows: without, share, amount: unassignedAmount };
  return [check('rows-without-customer', status, 'unassigned', values, { value: share, limit: MUCH_UNASSIGNED })];
}

function returns({ totals: { paid, returned } }: Measures): Check[] {
  if (paid <= 0) return [];
  const share = Math.abs(returned) / paid;
  const status = share > MUCH_RETURNED ? 'warned' : 'passed';
  return [check('returns-share', status, 'returns', { share }, { value: share, limit: MUCH_RETURNED })];
}

/** Whoever bought before the log begins looks new in its first period. */
function logStart({ periods, range }: Measures, log: Range, prefix: '' | 'baseline-' = ''): Check[] {
  const [first, ...others] = periods.map(({ newCustomers }) => newCustomers);
  if (range.from > log.from || others.length < 3) return [];
  const middle = quantile(others, 0.5);
  if (middle === 0) return [];
  const ratio = first / middle;
  const isMany = ratio > MANY_NEW;
  const values = { ratio, first: log.from };
  const bounds = { value: ratio, limit: MANY_NEW };
  const variant = `${prefix}${isMany ? 'manyNew' : 'usualNew'}`;
  return [check(`${prefix}log-start`, isMany ? 'warned' : 'passed', variant, values, bounds)];
}

function surveyChecks({ answers, given, outside }: SurveyResult): Check[] {
  if (given === 0) return [];
  const size = check(
    'nps-answers',
    answers >= FEW_ANSWERS ? 'passed' : 'warned',
    answers >= FEW_ANSWERS ? 'answers' : 'fewAnswers',
    { answers },
    { value: answers, limit: FEW_ANSWERS },
  );
  if (outside === 0) return [size];
  return [size, check('nps-scores', 'warned', 'scores', { outside, given }, { value: outside, limit: 0 })];
}

function costs({ media, range, totals }: Measures): Check[] {
  if (media === undefined) return [];
  if (media === 'two-currencies') return [check('acquisition-cost', 'warned', 'costs.two-currencies', {})];
  if (typeof media === 'string') return [check('acquisition-cost', 'passed', `costs.${media}`, {})];
  const { first, last, gapDays } = media;
  if (first === null || last === null || totals.newCustomers === 0) return [];
  const silence = Math.max(isoToDay(first) - isoToDay(range.from), isoToDay(range.to) - isoToDay(last));
  const limit = (gapDays ?? USUAL_GAP_DAYS) + SLACK_DAYS;
  const isCovered = silence <= limit;
  const values = { first, last, from: range.from, to: lastDay(range) };
  const variant = isCovered ? 'costs.covered' : 'costs.gap';
  return [check('costs-coverage', isCovered ? 'passed' : 'warned', variant, values, { value: silence, limit })];
}

/** Cochran’s rule of thumb for a mean of skewed amounts: n above 25 times the squared skewness. */
const COCHRAN = 25;

function firstYear({ firstYear: year }: Measures): Check[] {
  if (!year) return [check('first-year', 'warned', 'firstYear.currencies', {})];
  const { customers, mean, deviation, skewness, byMargin, withoutMargin, orders } = year;
  const bounds = { value: customers, limit: FEWEST_FIRST_YEARS };
  if (customers < FEWEST_FIRST_YEARS) {
    return [check('first-year', 'passed', 'firstYear.few', { customers, limit: FEWEST_FIRST_YEARS }, bounds)];
  }
  if (mean === null || !deviation) return [check('first-year', 'passed', 'firstYear.alike', { customers }, bounds)];
  const needed = Math.ceil(COCHRAN * (skewness ?? 0) ** 2);
  const isEnough = customers >= needed;
  const checks = [
    check(
      'first-year',
      isEnough ? 'passed' : 'warned',
      isEnough ? 'firstYear' : 'firstYear.skewed',
      { customers, needed },
      {
        value: customers,
        limit: Math.max(needed, FEWEST_FIRST_YEARS),
      },
    ),
  ];
  if (!byMargin || withoutMargin === 0) return checks;
  const share = withoutMargin / orders;
  return [...checks, check('margin-missing', 'warned', 'marginMissing', { share }, { value: share, limit: 0 })];
}

function itemSums({ explained: { early, late }, change }: ItemChanges): Check {
  const off = Math.max(Math.abs(early - 1), Math.abs(late - 1));
  const values = { early, late, least: LEAST_EXPLAINED, most: MOST_EXPLAINED };
  const bounds = { value: off, limit: ITEMS_OFF };
  if (!change) return check('item-sums', 'warned', 'items.unusable', values, bounds);
  const fits = off <= ITEMS_OFF;
  return check('item-sums', fits ? 'passed' : 'warned', fits ? 'items.fit' : 'items.off', values, bounds);
}
