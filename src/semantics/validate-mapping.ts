import { AppError } from '../core/errors.ts';
import { businessTables, businessTableNames, type BusinessColumn, type BusinessTable } from './business-tables.ts';
import type { Mapping, Source, TableMapping } from './mapping.ts';
import type { RawTable } from './raw-tables.ts';

/**
 * Checks that a mapping can hold: known names, tables and columns that are there, sources of a known form, and every
 * needed column. What an expression means is checked against the database later (`resolveTable`).
 * @throws AppError `mapping-invalid`, `mapping-unknown-table`, `mapping-unknown-column`, `mapping-no-table`,
 *   `mapping-no-column`, `mapping-source` or `mapping-required`, naming the table and the column.
 */
export function validateMapping(mapping: unknown, tables: readonly RawTable[]): Mapping {
  if (!isRecord(mapping)) throw new AppError('mapping-invalid', { found: describe(mapping) });
  for (const [business, entry] of Object.entries(mapping)) {
    if (entry !== undefined) validateTable(business, entry, tables);
  }
  return mapping as Mapping;
}

/** Whether it can hold. */
export function isValidMapping(mapping: Mapping, tables: readonly RawTable[]): boolean {
  try {
    validateMapping(mapping, tables);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** The same for one business table. */
export function validateTable(business: string, entry: unknown, tables: readonly RawTable[]): TableMapping {
  if (!isBusinessTable(business)) {
    throw new AppError('mapping-unknown-table', { business, known: businessTableNames.join(', ') });
  }
  if (!isRecord(entry) || typeof entry.table !== 'string' || !isRecord(entry.columns)) {
    throw new AppError('mapping-invalid', { found: `${business}: ${describe(entry)}` });
  }
  const raw = tables.find(({ name }) => name === entry.table);
  if (!raw) {
    const known = tables.map(({ name }) => name).join(', ') || '–';
    throw new AppError('mapping-no-table', { business, table: entry.table, known });
  }
  const columns = Object.entries(entry.columns).filter(([, source]) => source !== undefined);
  for (const [column, source] of columns) validateColumn(business, column, source, raw);
  const lacking = missingColumns(business, new Set(columns.map(([column]) => column)));
  if (lacking.length > 0) {
    throw new AppError('mapping-required', { business, table: raw.name, columns: lacking.join(', ') });
  }
  return entry as unknown as TableMapping;
}

function validateColumn(business: BusinessTable, column: string, source: unknown, raw: RawTable): void {
  const known: readonly BusinessColumn[] = businessTables[business].columns;
  const names = known.map(({ name }) => name);
  if (!businessTables[business].attributes && !names.includes(column)) {
    throw new AppError('mapping-unknown-column', { business, column, known: names.join(', ') });
  }
  if (!isSource(source)) throw new AppError('mapping-source', { business, column, found: describe(source) });
  if (typeof source === 'string' && !raw.columns.some(({ name }) => name === source)) {
    const there = raw.columns.map(({ name }) => name).join(', ');
    throw new AppError('mapping-no-column', { business, column, source, table: raw.name, known: there });
  }
}

/** Needed columns that are not among `mapped`. An order line is found by its order, or by its customer and time. */
export function missingColumns(business: BusinessTable, mapped: ReadonlySet<string>): string[] {
  const columns: readonly BusinessColumn[] = businessTables[business].columns;
  const lacking = columns.filter(({ name, required }) => required && !mapped.has(name)).map(({ name }) => name);
  const needsOrder = business === 'order_items' && !mapped.has('order_id');
  if (needsOrder && !(mapped.has('customer_id') && mapped.has('ordered_at'))) lacking.unshift('order_id');
  return lacking;
}

export function isBusinessTable(name: string): name is BusinessTable {
  return Object.hasOwn(businessTables, name);
}

function isSource(source: unknown): source is Source {
  if (typeof source === 'string') return true;
  if (!isRecord(source) || Object.keys(source).length !== 1) return false;
  const { expression, value, row } = source;
  const isValue = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  return typeof expression === 'string' || isValue || row === true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 120);
}
