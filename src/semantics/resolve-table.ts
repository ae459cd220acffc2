import { AppError } from '../core/errors.ts';
import type { Database } from '../database/database.ts';
import { identifier, sql, type Sql } from '../database/sql.ts';
import { businessTables, type BusinessColumn, type BusinessTable } from './business-tables.ts';
import { cast, type Format } from './casts.ts';
import { findFormat } from './column-formats.ts';
import { checkExpression } from './expression.ts';
import type { Source, TableMapping } from './mapping.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import { rawName, type RawTable } from './raw-tables.ts';

/** A business column with all that is known of its source. */
export interface ResolvedColumn {
  name: string;
  type: BusinessColumn['type'] | undefined;
  source: Source;
  /** The source as it is, e.g. `"InvoiceDate"`. */
  value: Sql;
  rawType: string;
  format: Format;
  /** The source as the business column's type. */
  sql: Sql;
}

/** A business table whose sources have been looked up in the database, ready to become a view. */
export interface ResolvedTable {
  business: BusinessTable;
  raw: RawTable;
  columns: ResolvedColumn[];
  /** Columns of the raw table that come along under a name of their own. */
  attributes: { name: string; column: string }[];
  /** The raw rows that remedies have left; all of them without it. */
  rows?: Sql;
  /** Values that remedies put in the place of a column's, over the columns of the business table. */
  fixes?: readonly { column: string; value: Sql }[];
  /** Its customer ids give way to a person's: `id` is what they are without. */
  people?: { id: Sql };
}

/**
 * Looks up types and formats of every source.
 * @throws AppError `expression-invalid` or `mapping-expression` for an expression that does not hold.
 */
export async function resolveTable(
  database: Database,
  business: BusinessTable,
  mapping: TableMapping,
  raw: RawTable,
): Promise<ResolvedTable> {
  const columns: ResolvedColumn[] = [];
  for (const [name, source] of Object.entries(mapping.columns)) {
    if (source !== undefined) columns.push(await resolveColumn(database, business, name, source, raw));
  }
  return { business, raw, columns, attributes: attributesOf(business, columns, raw) };
}

async function resolveColumn(
  database: Database,
  business: BusinessTable,
  name: string,
  source: Source,
  raw: RawTable,
): Promise<ResolvedColumn> {
  const known: readonly BusinessColumn[] = businessTables[business].columns;
  const type = known.find((column) => column.name === name)?.type;
  const { value, rawType } = await readSource(database, business, name, source, raw);
  const from = rawName(raw.name);
  // An attribute beyond the canonical columns keeps the type it has.
  const format: Format = type ? await findFormat(database, from, value, rawType, type) : { kind: 'asIs' };
  return { name, type, source, value, rawType, format, sql: type ? cast(value, type, format) : value };
}

async function readSource(
  database: Database,
  business: BusinessTable,
  column: string,
  source: Source,
  raw: RawTable,
): Promise<{ value: Sql; rawType: string }> {
  if (typeof source === 'string') {
    const rawType = raw.columns.find(({ name }) => name === source)?.type ?? 'VARCHAR';
    return { value: identifier(source), rawType };
  }
  if ('row' in source) return { value: identifier(ROW_COLUMN), rawType: 'BIGINT' };
  if ('value' in source) {
    const isNumber = typeof source.value === 'number';
    return { value: sql`${source.value}`, rawType: isNumber ? 'DOUBLE' : 'VARCHAR' };
  }
  try {
    const checked = await checkExpression(database, rawName(raw.name), source.expression);
    return { value: checked.sql, rawType: checked.type };
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'expression-invalid') throw thrown;
    throw new AppError(
      'mapping-expression',
      { ...thrown.details, business, column, table: raw.name },
      { cause: thrown },
    );
  }
}

function attributesOf(
  business: BusinessTable,
  columns: readonly ResolvedColumn[],
  raw: RawTable,
): ResolvedTable['attributes'] {
  if (!businessTables[business].attributes) return [];
  const used = new Set(columns.map(({ source }) => source));
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()));
  return raw.columns
    .filter(({ name }) => !used.has(name))
    .map(({ name }) => ({ name: taken.has(name.toLowerCase()) ? `${name}_2` : name, column: name }));
}
