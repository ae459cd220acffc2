import type { Json, Row } from '../../core/json.ts';
import type { Sql } from '../../database/sql.ts';
import type { RawColumn } from '../../learning/encoding.ts';
import type { AskContext, Unanswerable } from '../../semantics/ask-context.ts';
import { checkExpression } from '../../semantics/expression.ts';
import { tableFilter } from '../../semantics/table-filter.ts';
import { rawName, rawTables, type RawTable } from '../../semantics/raw-tables.ts';
import { isIdLike, isNumberedId, kindOf } from './column-kinds.ts';
import type { Dataset } from './dataset.ts';
import { columnExpression, numbersQuery, targetQuery, textsQuery } from './labelled-queries.ts';
import { divide, type Split } from './split.ts';
import { readTarget, type Target } from './target.ts';
import { unanswerable } from './unanswerable.ts';

export interface Labelled extends Dataset {
  kind: 'labelled';
  table: string;
  target: string;
  positive: string;
  positiveFound: Target['found'];
  split: Split;
  rows: number;
  unlabelled: number;
  /** Labelled rows that the split puts into no part. */
  unused: number;
  /** Columns that name their row, and columns of a kind that cannot be learned from. */
  excluded: string[];
}

interface LabelSource {
  table: RawTable;
  targetName: string;
  target: Sql;
  /** What the target is read from. */
  targetColumns: string[];
  customerId?: string;
}

/** A table with one row per customer and a yes/no column. */
export async function readLabelled(
  context: AskContext,
  parameters: Record<string, Json>,
): Promise<Labelled | Unanswerable> {
  const { database, signal } = context;
  const source = await findSource(context, parameters);
  if ('reason' in source) return source;
  const { table, target, targetName, targetColumns, customerId } = source;
  const where = parameters.where as string | undefined;
  const condition = where?.trim() ? await tableFilter(context.database, table.name, where) : undefined;
  await context.progress({ phase: 'reading-features', done: 0, total: 2 });

  const { rows: targetRows } = await database.table(targetQuery(table.name, target, condition), { signal });
  const read = readTarget(
    targetName,
    targetRows.map(([value]) => (value === null ? null : String(value))),
    parameters.positive as string | number | boolean | undefined,
  );
  if ('problem' in read) return unanswerable(read.problem, { ...read.values, table: table.name });
  const split = (parameters.split ?? { testShare: 0.2 }) as Split;
  const splitColumn = 'column' in split ? split.column : 'foldColumn' in split ? split.foldColumn : undefined;
  const unknown = [splitColumn, ...(parameters.exclude as string[])].find(
    (name) => name !== undefined && !table.columns.some((column) => column.name === name),
  );
  if (unknown !== undefined) return unanswerable('column-missing', namesOf(table, unknown));

  const left = new Set([...targetColumns, splitColumn, ...(parameters.exclude as string[])]);
  const { columns, naming, other } = await readColumns(context, table, left, condition);
  await context.progress({ phase: 'reading-features', done: 1, total: 2 });
  const idColumn = customerId ?? naming[0];
  const extra = [idColumn, splitColumn].filter((name) => name !== undefined);
  const texts =
    extra.length > 0 ? await database.table(textsQuery(table.name, extra, condition), { signal }) : undefined;
  const textOf = (name: string | undefined) =>
    name === undefined
      ? undefined
      : (texts?.rows.map((row) => row[extra.indexOf(name)]) as (string | null)[] | undefined);

  const positions = Float64Array.from(targetRows, ([, position]) => Number(position));
  const ids = textOf(idColumn);
  const customers = numberCustomers(positions.length, customerId === undefined ? undefined : ids);
  const all = Uint32Array.from(positions.keys());
  const labelled = all.filter((row) => read.labels[row] >= 0);
  const current = all.filter((row) => read.labels[row] < 0);
  const seed = Number(parameters.seed);
  const rowsToSplit = { labelled, positions, labels: read.labels, customers, column: textOf(splitColumn) };
  const divisions = divide(split, rowsToSplit, seed);
  if ('problem' in divisions) return unanswerable(divisions.problem, { ...divisions.values, table: table.name });
  await context.progress({ phase: 'reading-features', done: 2, total: 2 });
  return {
    kind: 'labelled',
    table: table.name,
    target: targetName,
    positive: read.positive,
    positiveFound: read.found,
    split: 'testShare' in split ? { ...split, seed: split.seed ?? seed } : split,
    columns: columns.filter(({ name }) => name !== customerId),
    labels: Uint8Array.from(read.labels, (label) => Math.max(0, label)),
    customers,
    divisions,
    current,
    rows: positions.length,
    unlabelled: current.length,
    unused: labelled.length - divisions[0].training.length - divisions[0].test.length,
    excluded: [...naming, ...other].filter((name) => name !== customerId),
    describe: (row): Row => ({ customer_id: ids ? ids[row] : String(positions[row]), row: positions[row] }),
  };
}

async function findSource(
  { database, mapping }: AskContext,
  parameters: Record<string, Json>,
): Promise<LabelSource | Unanswerable> {
  const tables = await rawTables(database);
  const mapped = mapping.labels;
  const name = (parameters.table as string | undefined) ?? mapped?.table;
  const table = tables.find((candidate) => candidate.name === name);
  if (name === undefined || table === undefined) {
    return unanswerable('table-missing', { table: name ?? '–', tables: tables.map((known) => known.name) });
  }
  const isMapped = mapped?.table === table.name;
  const id = isMapped ? mapped.columns.customer_id : undefined;
  const customerId = typeof id === 'string' ? id : undefined;
  const label = (parameters.target as string | undefined) ?? (isMapped ? mapped.columns.label : undefined);
  if (label === undefined) return unanswerable('target-missing', namesOf(table, ''));
  if (typeof label === 'string') {
    const column = table.columns.find((known) => known.name === label);
    if (column === undefined) return unanswerable('column-missing', namesOf(table, label));
    return { table, customerId, targetName: label, target: columnExpression(label), targetColumns: [label] };
  }
  if (!('expression' in label)) return unanswerable('target-missing', namesOf(table, ''));
  const names = table.columns.map((column) => column.name);
  const checked = await checkExpression(database, rawName(table.name), label.expression, names);
  return { table, customerId, targetName: label.expression, target: checked.sql, targetColumns: checked.columns };
}

function namesOf(table: RawTable, column: string): Record<string, Json> {
  return { table: table.name, column, columns: table.columns.map(({ name }) => name) };
}

async function readColumns(
  { database, signal }: AskContext,
  table: RawTable,
  left: ReadonlySet<string | undefined>,
  condition: Sql | undefined,
): Promise<{ columns: RawColumn[]; naming: string[]; other: string[] }> {
  const wanted = table.columns.filter(({ name }) => !left.has(name));
  const kinds = wanted.map(({ name, type }) => ({ name, kind: kindOf(type) }));
  const numbers = kinds.filter(({ kind }) => kind === 'number' || kind === 'date');
  const texts = kinds.filter(({ kind }) => kind === 'text').map(({ name }) => name);
  const numeric =
    numbers.length > 0
      ? await database.numbers(
          numbersQuery(table.name, numbers as { name: string; kind: 'number' | 'date' }[], condition),
          {
            signal,
          },
        )
      : {};
  const textual =
    texts.length > 0 ? (await database.table(textsQuery(table.name, texts, condition), { signal })).rows : [];
  const columns: RawColumn[] = [];
  const naming: string[] = [];
  for (const { name, kind } of kinds) {
    if (kind === 'text') {
      const at = texts.indexOf(name);
      const values = textual.map((row) => row[at] as string | null);
      if (isIdLike(values)) naming.push(name);
      else columns.push({ name, kind, values });
    } else if (kind !== undefined) {
      if (kind === 'number' && isNumberedId(name, numeric[name])) naming.push(name);
      else columns.push({ name, kind: 'number', values: numeric[name] });
    }
  }
  return { columns, naming, other: kinds.filter(({ kind }) => kind === undefined).map(({ name }) => name) };
}

function numberCustomers(rows: number, ids: readonly (string | null)[] | undefined): Int32Array<ArrayBuffer> {
  if (ids === undefined) return Int32Array.from({ length: rows }, (_, row) => row);
  const numbers = new Map<string, number>();
  return Int32Array.from(ids, (id, row) => {
    // Rows without an id are customers of their own.
    const key = id === null ? `\u0000${row}` : id;
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}
