import type { Json, Row } from '../../core/json.ts';
import { message } from '../../core/message.ts';
import { addDays } from '../../core/time.ts';
import type { Database, QueryOptions } from '../../database/database.ts';
import type { Answered, AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { currenciesOf } from '../../semantics/currencies.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { checksOf } from './checks.ts';
import { estimatesOf, totalsOf, verdictOf } from './estimates.ts';
import { comparedTo, FEWEST_PER_QUANTILE, movementOf, type Movement } from './movement.ts';
import { evidenceOf } from './provenance.ts';
import {
  customersQuery,
  extentQuery,
  groupsQuery,
  movementQuery,
  summaryQuery,
  usedLines,
  type Extent,
  type Group,
  type Scoring,
  type Summary,
} from './queries.ts';
import { gridRows, movementRows, segmentRows } from './tables.ts';

/** Without a date the movement is over the last quarter. */
const COMPARED_DAYS = 90;

/** Who the customers are by how lately, how often and for how much they bought. */
export async function answer(context: AskContext, parameters: Record<string, Json>): Promise<Answered | Unanswerable> {
  const { database, mapping, signal } = context;
  const given = readGiven(parameters);
  await context.progress({ phase: 'counting', done: 0, total: 4 });
  await checkCustomerFilter(database, mapping, given.where);
  const [extent] = await database.rows<Extent & Row>(extentQuery(given, given.before), { signal });
  if (!extent.last) return unanswerable('no-purchases', { asOf: given.before ?? null });
  const asOf = given.asOf ?? addDays(extent.last, 1);
  const { from, where, quantiles } = given;
  const scoring: Scoring = { from, where, quantiles, asOf };
  const summary = await summaryOf(database, scoring, { signal });
  const refusal = tooLittle(summary, scoring);
  if (refusal) return refusal;
  const currencies = await currenciesOf(database, mapping, usedLines(scoring), { signal });
  if (currencies.length > 1) return unanswerable('two-currencies', { currencies });

  await context.progress({ phase: 'counting', done: 1, total: 4 });
  const groups = await database.rows<Group & Row>(groupsQuery(scoring), { signal });
  await context.progress({ phase: 'counting', done: 2, total: 4 });
  const movement = await compare(database, scoring, given.compareTo ?? addDays(asOf, -COMPARED_DAYS), { signal });
  await context.progress({ phase: 'counting', done: 3, total: 4 });
  const customers = await database.rows(customersQuery(scoring), { signal });
  await context.progress({ phase: 'counting', done: 4, total: 4 });

  const segments = segmentRows(groups);
  const totals = totalsOf(segments);
  return {
    verdict: verdictOf(segments, totals),
    eligibility: message('rfm.eligibility', { ...summary, asOf }),
    estimates: estimatesOf(totals),
    tables: {
      segments: segments as unknown as Row[],
      grid: gridRows(groups),
      ...(movement.rows ? { movement: movement.rows } : {}),
      customers,
    },
    checks: checksOf({ summary, extent, asOf, quantiles, movement, revenue: totals.revenue }),
    evidence: evidenceOf(scoring, movement),
    parameters: { asOf, compareTo: comparedTo(movement) },
  };
}

interface Given {
  /** First day that is not read any more: the parameters `asOf` or `to`, whichever comes first. */
  before?: string;
  /** The same where `asOf` was given. */
  asOf?: string;
  compareTo?: string;
  from?: string;
  where?: string;
  quantiles: number;
}

function readGiven(parameters: Record<string, Json>): Given {
  const text = (name: string): string | undefined => {
    const value = parameters[name];
    return typeof value === 'string' && value.trim() ? value : undefined;
  };
  const [before] = [text('asOf'), text('to')].filter((day) => day !== undefined).sort();
  return {
    before,
    asOf: text('asOf') && before,
    compareTo: text('compareTo'),
    from: text('from'),
    where: text('where'),
    quantiles: parameters.quantiles as number,
  };
}

async function summaryOf(database: Database, scoring: Scoring, options: QueryOptions): Promise<Summary> {
  const [summary] = await database.rows<Summary & Row>(summaryQuery(scoring), options);
  return summary;
}

function tooLittle({ customers, lastDays, last }: Summary, { asOf, quantiles }: Scoring): Unanswerable | undefined {
  const needed = FEWEST_PER_QUANTILE * quantiles;
  if (customers === 0) return unanswerable('no-purchases', { asOf });
  if (customers < needed) return unanswerable('too-few-customers', { customers, needed, quantiles });
  if (lastDays < 2) return unanswerable('one-day', { customers, last });
  return undefined;
}

/** The movement since an earlier date, or why there is none. */
async function compare(
  database: Database,
  scoring: Scoring,
  compareTo: string,
  options: QueryOptions,
): Promise<Movement & { rows?: Row[] }> {
  const isEarlier = compareTo < scoring.asOf;
  const before = isEarlier ? await summaryOf(database, { ...scoring, asOf: compareTo }, options) : undefined;
  const movement = movementOf({ ...scoring, compareTo }, before);
  if (movement.obstacle) return movement;
  return { ...movement, rows: movementRows(await database.rows(movementQuery(scoring, compareTo), options)) };
}

function unanswerable(reason: string, values: Record<string, Json>): Unanswerable {
  return {
    reason,
    message: message(`rfm.refusal.${reason}`, values),
    remedy: message(`rfm.refusal.${reason}.remedy`, values),
  };
}
