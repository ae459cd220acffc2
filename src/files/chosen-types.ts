import type { ColumnKind } from '../core/delimited.ts';
import { AppError } from '../core/errors.ts';
import type { FileOptions } from '../core/file-options.ts';

const names: Record<string, ColumnKind['kind']> = {
  VARCHAR: 'text',
  TEXT: 'text',
  STRING: 'text',
  BIGINT: 'integer',
  INTEGER: 'integer',
  INT: 'integer',
  SMALLINT: 'integer',
  DOUBLE: 'decimal',
  FLOAT: 'decimal',
  REAL: 'decimal',
  DECIMAL: 'decimal',
  NUMERIC: 'decimal',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp',
  DATETIME: 'timestamp',
  TIMESTAMPTZ: 'instant',
};

/**
 * How to read a column whose type the analyst chose. Where the values were recognised as of that kind, as recognised.
 * @throws AppError `column-type-unknown`.
 */
export function chosenKind(type: string, found: ColumnKind, { decimal, dateOrder }: FileOptions): ColumnKind {
  const kind = Object.hasOwn(names, type.toUpperCase()) ? names[type.toUpperCase()]! : undefined;
  if (kind === undefined) throw new AppError('column-type-unknown', { type, types: Object.keys(names) });
  if (kind === found.kind) return found;
  if (kind === 'decimal') return { kind, mark: decimal ?? '.', grouped: true, dress: 'plain' };
  if (kind === 'date' || kind === 'timestamp') {
    if (found.kind === 'date' || found.kind === 'timestamp') return { ...found, kind };
    return { kind, formats: chosenFormats(kind, dateOrder) };
  }
  return { kind };
}

function chosenFormats(kind: 'date' | 'timestamp', dateOrder: FileOptions['dateOrder']): string[] {
  if (dateOrder !== 'dmy' && dateOrder !== 'mdy') return kind === 'date' ? ['%Y-%m-%d', '%Y/%m/%d', '%Y%m%d'] : [];
  const parts = dateOrder === 'dmy' ? ['%d', '%m', '%Y'] : ['%m', '%d', '%Y'];
  const dates = ['/', '-', '.'].map((separator) => parts.join(separator));
  const clocks = ['', ' %H:%M', ' %H:%M:%S'];
  return dates.flatMap((date) => (kind === 'date' ? [date] : clocks.map((clock) => date + clock)));
}
