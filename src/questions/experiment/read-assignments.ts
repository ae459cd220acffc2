import { AppError } from '../../core/errors.ts';
import type { ColumnInfo } from '../../core/answer.ts';
import type { Json } from '../../core/json.ts';
import {
  assignedQuery,
  countArms,
  countAssignments,
  findControl,
  findInitiative,
  mappedAssignments,
  tableAssignments,
  type Assignments,
} from '../../semantics/assignments.ts';
import { offering, type AskContext, type Unanswerable } from '../../semantics/ask-context.ts';
import { checkCustomerFilter } from '../../semantics/customer-filter.ts';
import { rawTables } from '../../semantics/raw-tables.ts';
import { tableFilter } from '../../semantics/table-filter.ts';
import { findMetrics } from './metrics.ts';
import { assignmentColumnsQuery, columnOf } from './queries.ts';
import { readBusinessMetrics, readColumnMetrics } from './read-metrics.ts';
import type { Experiment } from './samples.ts';
import { groupMessage } from '../../semantics/assignment-checks.ts';
import { unanswerable } from './unanswerable.ts';

/** More variants than this, and the column says something else. */
const MOST_VARIANTS = 20;

/** Columns that say who was assigned to what and when; all others can be outcomes. */
const OF_ASSIGNMENT = ['initiative', 'variant', 'customer_id', 'assigned_at'];

interface Source {
  name: string;
  assignments: Assignments;
  columns: ColumnInfo[];
}

/** An experiment from the mapped assignments, or from a raw table with a row per unit. */
export async function readAssignments(
  context: AskContext,
  parameters: Record<string, Json>,
): Promise<Experiment | Unanswerable> {
  const { database, signal } = context;
  const source =
    parameters.table === undefined ? await fromMapping(context, parameters) : await fromTable(context, parameters);
  if ('reason' in source) return source;
  const { assignments, name, columns } = source;
  const period = assignments.isDated ? { from: textOf(parameters.from), to: textOf(parameters.to) } : {};
  const assigned = assignedQuery(assignments, period);
  const arms = await countArms(database, assigned, { limit: MOST_VARIANTS + 1, signal });
  const variants = arms.map(({ variant }) => variant);
  if (arms.length === 0) return unanswerable('nobody-assigned', { name });
  if (arms.length > MOST_VARIANTS) return unanswerable('too-many-variants', { name, most: MOST_VARIANTS });
  const control = findControl(variants, textOf(parameters.control));
  if (control === undefined || arms.length === 1) {
    return offering(unanswerable('no-control-group', { variants, count: variants.length }), 'control', variants);
  }
  const treatments = arms.filter(({ variant }) => variant !== control);
  const groups = [...arms.filter(({ variant }) => variant === control), ...treatments].map(({ variant, n }) => ({
    variant,
    n,
  }));
  if (groups[0].n < 2 || treatments.every(({ n }) => n < 2)) {
    return unanswerable('too-few', { groups: groups.map(groupMessage) });
  }
  await context.progress({ phase: 'counting', done: 1, total: 3 });

  const chosen = await findMetrics(context, assignments, columns, parameters.metrics as string[] | undefined);
  if (chosen.names.length === 0) return unanswerable('no-metrics', { name });
  const windowDays = parameters.windowDays as number;
  const capPercentile = parameters.capPercentile as number | undefined;
  const shared = { context, assignments, period, windowDays, capPercentile };
  const ofColumns = await readColumnMetrics(shared, chosen.columns);
  if ('reason' in ofColumns) return ofColumns;
  await context.progress({ phase: 'counting', done: 2, total: 3 });
  const ofBusiness = await readBusinessMetrics(shared, chosen.business, arms);
  if ('reason' in ofBusiness) return ofBusiness;
  const metrics = [...ofColumns.metrics, ...ofBusiness.metrics];
  const days = arms.flatMap(({ first, last }) => (first !== null && last !== null ? [{ first, last }] : []));
  return {
    name,
    unit: assignments.customerId && assignments.knowsCustomers ? 'customer' : 'row',
    control,
    groups,
    metrics: chosen.names.map((metric) => metrics.find((candidate) => candidate.name === metric)!),
    chosen: chosen.chosen,
    isCapped: capPercentile !== undefined,
    counts: await countAssignments(database, assignments, { signal }),
    ...(days.length > 0 && {
      days: {
        first: days.map(({ first }) => first).sort()[0],
        last: days.map(({ last }) => last).sort()[days.length - 1],
      },
    }),
    isDated: assignments.isDated,
    where: textOf(parameters.where),
    window: ofBusiness.window,
    outcomesEnd: ofColumns.outcomesEnd,
  };
}

async function fromMapping(context: AskContext, parameters: Record<string, Json>): Promise<Source | Unanswerable> {
  const { database, mapping, signal } = context;
  const where = textOf(parameters.where);
  await checkCustomerFilter(database, mapping, where);
  const initiative = await findInitiative(database, textOf(parameters.initiative), { signal });
  if (typeof initiative !== 'string') {
    return initiative.length === 0
      ? unanswerable('nobody-assigned', { name: '–' })
      : offering(unanswerable('several-initiatives', { initiatives: initiative }), 'initiative', initiative);
  }
  const { columns } = await database.table(assignmentColumnsQuery);
  return {
    name: initiative,
    assignments: mappedAssignments(mapping, { initiative, where }),
    columns: columns.filter(({ name }) => !OF_ASSIGNMENT.includes(name)),
  };
}

async function fromTable({ database, mapping }: AskContext, parameters: Record<string, Json>): Promise<Source> {
  const name = parameters.table as string;
  const tables = await rawTables(database);
  const table = tables.find((candidate) => candidate.name === name);
  if (!table)
    throw invalid(
      'table',
      name,
      tables.map((known) => known.name),
    );
  const mapped = mapping.assignments?.table === name ? mapping.assignments.columns.variant : undefined;
  const variant = textOf(parameters.variant) ?? (typeof mapped === 'string' ? mapped : undefined);
  const names = table.columns.map((column) => column.name);
  if (variant === undefined || !names.includes(variant)) throw invalid('variant', variant ?? '–', names);
  const condition = await tableFilter(database, name, textOf(parameters.where));
  return {
    name,
    assignments: tableAssignments(name, columnOf(variant), condition),
    columns: table.columns.filter((column) => column.name !== variant),
  };
}

function invalid(parameter: string, value: string, known: readonly string[]): AppError {
  return new AppError('parameter-invalid', { parameter, value, expected: known.join(' | ') || '–' });
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined;
}
