import { AppError } from '../core/errors.ts';
import type { Row } from '../core/json.ts';
import type { Database, QueryOptions } from '../database/database.ts';
import { identifier, join, nothing, sql, type Sql } from '../database/sql.ts';
import { customerFilter } from './customer-filter.ts';
import type { Mapping } from './mapping.ts';
import { rawName } from './raw-tables.ts';

/** Where it is written down who was put into which variant: a row per time that somebody was. */
export interface Assignments {
  /** What is read; its rows are called `r`. */
  from: Sql;
  condition: Sql;
  variant: Sql;
  /** NULL where there is none. */
  assignedAt: Sql;
  isDated: boolean;
  /** Left out: every row is a unit of its own. */
  customerId?: Sql;
  /** Whether units are the customers of the other business tables. */
  knowsCustomers: boolean;
}

/**
 * One initiative of the mapped assignments.
 * @param where a condition on customers that `checkCustomerFilter` has passed
 * @throws AppError `filter-invalid` when there is one and the assignments name no customers
 */
export function mappedAssignments(
  mapping: Mapping,
  { initiative, where }: { initiative: string; where?: string },
): Assignments {
  const columns = mapping.assignments?.columns ?? {};
  const { customer_id: customer, assigned_at: assignedAt } = columns;
  const isRow = typeof customer === 'object' && 'row' in customer;
  const isDated = assignedAt !== undefined;
  const knowsCustomers = customer !== undefined && !isRow;
  if (where?.trim() && !knowsCustomers) {
    throw new AppError('filter-invalid', { where, reason: { key: 'assignment.filter.rows', values: {} } });
  }
  return {
    from: sql`business.assignments`,
    condition: sql`r.initiative = ${initiative} AND ${customerFilter(where)}`,
    variant: sql`r.variant`,
    // A raw column of that name comes along in the view even when the mapping leaves it out.
    assignedAt: isDated ? sql`r.assigned_at` : noTime,
    isDated,
    ...(customer !== undefined && { customerId: sql`r.customer_id` }),
    knowsCustomers,
  };
}

/** A raw table with a column of variants: a row is a unit, and nothing is known of when it was assigned. */
export function tableAssignments(table: string, variant: Sql, condition: Sql = sql`true`): Assignments {
  return { from: rawName(table), condition, variant, assignedAt: noTime, isDated: false, knowsCustomers: false };
}

const noTime = sql`CAST(NULL AS TIMESTAMP)`;

/** `from` and `to` (exclusive) are about the first assignment. */
export interface AssignmentPeriod {
  from?: string;
  to?: string;
}

/**
 * One row per unit: `customer_id`, `variant`, `assigned_at` and the given values of the row that the first assignment is in.
 * Whoever was put into several variants of the initiative, at whatever time, is in none.
 */
export function assignedQuery(
  assignments: Assignments,
  { from, to }: AssignmentPeriod = {},
  values: Readonly<Record<string, Sql>> = {},
): Sql {
  const { assignedAt, variant, customerId } = assignments;
  const extra = Object.entries(values).map(([name, value]) => sql`, ${value} AS ${identifier(name)}`);
  const names = Object.keys(values).map((name) => sql`, ${identifier(name)}`);
  const listed = sql`
  SELECT ${customerId ?? sql`CAST(row_number() OVER () AS VARCHAR)`} AS customer_id, CAST(${variant} AS VARCHAR) AS variant,
         ${assignedAt} AS assigned_at, row_number() OVER () AS position${join(extra, '')}
  FROM ${assignments.from} AS r WHERE ${usable(assignments)}`;
  const first = customerId
    ? sql`
QUALIFY min(variant) OVER (PARTITION BY customer_id) = max(variant) OVER (PARTITION BY customer_id)
    AND row_number() OVER (PARTITION BY customer_id ORDER BY assigned_at NULLS LAST, position) = 1`
    : nothing;
  const period = [
    ...(from ? [sql`assigned_at >= CAST(${from} AS TIMESTAMP)`] : []),
    ...(to ? [sql`assigned_at < CAST(${to} AS TIMESTAMP)`] : []),
  ];
  const units = sql`SELECT customer_id, variant, assigned_at${join(names, '')} FROM (${listed})${first}`;
  return period.length > 0 ? sql`SELECT * FROM (${units}) WHERE ${join(period, ' AND ')}` : units;
}

function usable({ condition, variant, customerId }: Assignments): Sql {
  const known = sql`${condition} AND trim(CAST(${variant} AS VARCHAR)) <> ''`;
  return customerId ? sql`${known} AND ${customerId} IS NOT NULL` : known;
}

/** What the assignments hold, whatever the period. */
export interface AssignmentCounts {
  rows: number;
  /** Rows that name no variant, or no customer where there should be one. */
  unusable: number;
  units: number;
  /** Units in more than one variant. */
  several: number;
  /** Rows that put a unit into its variant once more: only the first of them is read. */
  repeated: number;
}

export async function countAssignments(
  database: Database,
  assignments: Assignments,
  options: QueryOptions = {},
): Promise<AssignmentCounts> {
  const { from, condition, variant, customerId } = assignments;
  const [{ rows, used }] = await database.rows<{ rows: number; used: number }>(
    sql`SELECT count(*) AS rows, count(*) FILTER (WHERE ${usable(assignments)}) AS used FROM ${from} AS r WHERE ${condition}`,
    options,
  );
  if (!customerId) return { rows, unusable: rows - used, units: used, several: 0, repeated: 0 };
  const [{ units, several, repeated }] = await database.rows<Pick<AssignmentCounts, 'units' | 'several' | 'repeated'>>(
    sql`
    SELECT count(*) AS units, count(*) FILTER (WHERE one <> other) AS several,
           coalesce(CAST(sum(times - 1) FILTER (WHERE one = other) AS BIGINT), 0) AS repeated
    FROM (SELECT min(CAST(${variant} AS VARCHAR)) AS one, max(CAST(${variant} AS VARCHAR)) AS other, count(*) AS times
          FROM ${from} AS r WHERE ${usable(assignments)} GROUP BY ${customerId})`,
    options,
  );
  return { rows, unusable: rows - used, units, several, repeated };
}

/** A variant, how many units it has, how many of them without a time, and the days of the first and last assignment. */
export interface Arm {
  variant: string;
  n: number;
  undated: number;
  first: string | null;
  last: string | null;
}

/** The variants of `assignedQuery` in the order of their names, at most `limit`. */
export function countArms(
  database: Database,
  assigned: Sql,
  { limit = 1000, ...options }: QueryOptions & { limit?: number } = {},
): Promise<Arm[]> {
  return database.rows<Arm & Row>(
    sql`
    SELECT variant, count(*) AS n, count(*) FILTER (assigned_at IS NULL) AS undated,
           CAST(min(assigned_at) AS DATE) AS first, CAST(max(assigned_at) AS DATE) AS last
    FROM (${assigned}) GROUP BY variant ORDER BY variant LIMIT ${limit}`,
    options,
  );
}

/** Initiatives that somebody was assigned to, those with most rows first. */
export const initiativesQuery: Sql = sql`
SELECT initiative FROM business.assignments WHERE initiative IS NOT NULL AND variant IS NOT NULL
GROUP BY initiative ORDER BY count(*) DESC, initiative LIMIT 100`;

function isInitiativeQuery(name: string): Sql {
  return sql`SELECT EXISTS (SELECT 1 FROM business.assignments WHERE initiative = ${name} AND variant IS NOT NULL) AS known`;
}

/**
 * The initiative that is meant: the one given, or the only one.
 * @returns those there are, at most 100, when none is given and there are several, or none
 * @throws AppError `parameter-invalid`, naming what there is.
 */
export async function findInitiative(
  database: Database,
  given: string | undefined,
  options: QueryOptions = {},
): Promise<string | string[]> {
  if (given !== undefined) {
    // Not all of them may be listed.
    const [found] = await database.rows<{ known: boolean }>(isInitiativeQuery(given), options);
    if (found.known) return given;
  }
  const known = (await database.texts(initiativesQuery, options)).filter((name) => name !== null);
  if (given === undefined) return known.length === 1 ? known[0] : known;
  throw new AppError('parameter-invalid', {
    parameter: 'initiative',
    value: given,
    expected: known.join(' | ') || '–',
  });
}

/** Names of those who were left as they are, in English, Spanish and Portuguese; lower case, without accents. */
const CONTROL_NAMES = ['none', 'nothing', 'ninguno', 'ninguna', 'nada', 'nenhum', 'nenhuma'];
const CONTROL_WORDS = /\b(control|controle|controls|hold ?out|placebo|testigo)\b/;
/** “No E-Mail”, “sin contacto”, “sem contato”. */
const CONTROL_BEGINNINGS = /^(no|not|sin|sem|without) /;

function soundsLikeControl(variant: string): boolean {
  const plain = variant
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return CONTROL_NAMES.includes(plain) || CONTROL_WORDS.test(plain) || CONTROL_BEGINNINGS.test(plain);
}

/**
 * Which variant is the control: the one given, or the only one whose name says so.
 * @returns undefined when no name says so, or several do
 * @throws AppError `parameter-invalid` when there is no variant of the name given.
 */
export function findControl(variants: readonly string[], given?: string): string | undefined {
  if (given === undefined) {
    const likely = variants.filter(soundsLikeControl);
    return likely.length === 1 ? likely[0] : undefined;
  }
  if (variants.includes(given)) return given;
  throw new AppError('parameter-invalid', {
    parameter: 'control',
    value: given,
    expected: variants.join(' | ') || '–',
  });
}
