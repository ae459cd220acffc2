import type { Json, Row } from '../core/json.ts';
import type { Unit } from '../core/units.ts';
import type { ChartContext } from './chart-context.ts';

/** How a column of plain rows is shown and named in tables and CSV files. */
export interface TableColumn {
  name: string;
  label: string;
  /** Numbers take their unit's form, ISO dates the language's. Left out: as the values are. */
  unit?: Unit;
  kind?: 'text' | 'number' | 'date' | 'month';
  /** A number as it is read, where its row says how. Files hold the number itself. */
  text?: (value: number, row: Row) => string;
}

/** Every name that occurs in the first rows, in the order of appearance. */
export function columnsOf(rows: readonly Row[]): TableColumn[] {
  const names = new Set(rows.slice(0, 100).flatMap((row) => Object.keys(row)));
  return [...names].map((name) => ({ name, label: name }));
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

export function cellText(row: Row, column: TableColumn, speech: Pick<ChartContext, 'say' | 'number' | 'date'>): string {
  const value: Json | undefined = row[column.name];
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number' && column.text) return column.text(value, row);
  if (typeof value === 'number') return speech.number(value, column.unit ?? 'number');
  if (typeof value === 'boolean') return speech.say(value ? 'ui.yes' : 'ui.no');
  if (typeof value !== 'string') return JSON.stringify(value);
  const isDate = column.kind === 'date' || column.kind === 'month' || (!column.kind && ISO_DATE.test(value));
  return isDate ? speech.date(value, column.kind === 'month' ? 'month' : 'medium') : value;
}

export function isNumeric(column: TableColumn, rows: readonly Row[]): boolean {
  if (column.kind) return column.kind === 'number';
  return column.unit !== undefined || rows.slice(0, 20).some((row) => typeof row[column.name] === 'number');
}
