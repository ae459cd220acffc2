import type { ColumnInfo } from '../../core/answer.ts';
import { AppError } from '../../core/errors.ts';
import type { Assignments } from '../../semantics/assignments.ts';
import type { AskContext } from '../../semantics/ask-context.ts';
import { isNumberType, isTimeType } from '../../semantics/column-formats.ts';
import { matchHeader } from '../../semantics/header-match.ts';
import { OUTCOME_WORDS } from '../../semantics/header-words.ts';
import { distinctQuery, wordsQuery, type Measure } from './queries.ts';
import { BUSINESS_METRICS, isBusinessMetric, type BusinessMetric } from './question.ts';

export interface ColumnMetric {
  name: string;
  measure: Measure;
}

/** What is compared, in the order of the answer. */
export interface ChosenMetrics {
  names: string[];
  business: BusinessMetric[];
  columns: ColumnMetric[];
  /** `business` and `columns`: nobody named them. */
  chosen: 'given' | 'business' | 'columns';
}

/** So many columns are taken when none are named: the last ones, as outcomes stand behind what was known before. */
const MOST_COLUMNS = 5;

/**
 * The metrics that are named; otherwise those of the business, and without orders the last columns of numbers and of yes
 * and no, those first whose names say that they are outcomes.
 * @throws AppError `parameter-invalid` for a metric that is none, naming those there are.
 */
export async function findMetrics(
  context: AskContext,
  assignments: Assignments,
  columns: readonly ColumnInfo[],
  given: readonly string[] = [],
): Promise<ChosenMetrics> {
  const business = businessMetrics(context, assignments);
  const measurable = columns.flatMap((column) => measured(column, assignments.isDated));
  if (given.length > 0) return givenMetrics(context, assignments, { business, columns, measurable }, given);
  if (business.length > 0) return { names: business, business, columns: [], chosen: 'business' };
  const plain = measurable.filter(({ measure }) => measure === 'flag' || measure === 'number');
  const ids = await idColumns(context, assignments, columns, plain);
  const last = plain.filter(({ name }) => !ids.has(name)).slice(-MOST_COLUMNS);
  const isOutcome = ({ name }: ColumnMetric): boolean => matchHeader(name, OUTCOME_WORDS) !== undefined;
  const outcomes = [...last.filter(isOutcome), ...last.filter((column) => !isOutcome(column))];
  return { names: outcomes.map(({ name }) => name), business: [], columns: outcomes, chosen: 'columns' };
}

function businessMetrics({ mapping }: AskContext, assignments: Assignments): BusinessMetric[] {
  if (!mapping.orders || !assignments.isDated || !assignments.knowsCustomers) return [];
  const hasMargin = mapping.orders.columns.margin !== undefined;
  return BUSINESS_METRICS.filter((metric) => metric !== 'margin' || hasMargin);
}

function measured({ name, type }: ColumnInfo, isDated: boolean): ColumnMetric[] {
  if (type === 'BOOLEAN') return [{ name, measure: 'flag' }];
  if (isNumberType(type)) return [{ name, measure: 'number' }];
  if (!isTimeType(type) || !isDated) return [];
  return [{ name, measure: type === 'DATE' ? 'date' : 'time' }];
}

interface Known {
  business: readonly BusinessMetric[];
  columns: readonly ColumnInfo[];
  measurable: readonly ColumnMetric[];
}

async function givenMetrics(
  { database, signal }: AskContext,
  assignments: Assignments,
  { business, columns, measurable }: Known,
  given: readonly string[],
): Promise<ChosenMetrics> {
  const names = [...new Set(given)];
  const isKnown = (name: string) =>
    (isBusinessMetric(name) && business.includes(name)) || measurable.some((column) => column.name === name);
  const texts = columns.filter(({ type }) => /^(VARCHAR|ENUM)/.test(type)).map(({ name }) => name);
  const words: ColumnMetric[] = [];
  if (texts.length > 0 && !names.every(isKnown)) {
    const [found] = await database.rows(wordsQuery(assignments.from, texts), { signal });
    words.push(...texts.filter((name) => found[name] === true).map((name) => ({ name, measure: 'words' as const })));
  }
  const readable = [...measurable, ...words];
  const ofBusiness = names.filter(isBusinessMetric).filter((name) => business.includes(name));
  const others = names.filter((name) => !(ofBusiness as string[]).includes(name));
  const found = others.map((name) => readable.find((column) => column.name === name));
  const unknown = others.find((_, i) => found[i] === undefined);
  if (unknown !== undefined) {
    const expected = [...new Set([...business, ...readable.map(({ name }) => name)])].join(' | ') || '–';
    throw new AppError('parameter-invalid', { parameter: 'metrics', value: unknown, expected });
  }
  return { names, business: ofBusiness, columns: found.filter((column) => column !== undefined), chosen: 'given' };
}

/** Whole numbers that are all different name their rows; they are no outcome. */
async function idColumns(
  { database, signal }: AskContext,
  { from }: Assignments,
  columns: readonly ColumnInfo[],
  plain: readonly ColumnMetric[],
): Promise<Set<string>> {
  const isWhole = (name: string) => columns.some((column) => column.name === name && /INT/.test(column.type));
  const whole = plain.map(({ name }) => name).filter(isWhole);
  if (whole.length === 0) return new Set();
  const [found] = await database.rows(distinctQuery(from, whole), { signal });
  return new Set(whole.filter((name) => found[name] === true));
}
