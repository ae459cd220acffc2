import { describe, expect, it } from 'vitest';
import { cellKind, columnWidths, formatCell } from '../../../src/ui/grid-format.ts';

describe('cellKind', () => {
  it.each([
    ['BIGINT', 'integer'],
    ['UTINYINT', 'integer'],
    ['INTEGER', 'integer'],
    ['HUGEINT', 'integer'],
    ['Int32', 'integer'],
    ['DECIMAL(18,2)', 'decimal'],
    ['DOUBLE', 'decimal'],
    ['DATE', 'date'],
    ['TIMESTAMP', 'timestamp'],
    ['TIMESTAMP_NS', 'timestamp'],
    ['BOOLEAN', 'boolean'],
    ['VARCHAR', 'text'],
    ['INTEGER[]', 'text'],
    ['STRUCT(a INTEGER)', 'text'],
    ['INTERVAL', 'text'],
  ])('%s is %s', (type, kind) => {
    expect(cellKind(type)).toBe(kind);
  });
});

describe('formatCell', () => {
  it('writes numbers as the language does, and keeps years together', () => {
    expect(formatCell(1234567.5, 'decimal', 'en')).toBe('1,234,567.5');
    expect(formatCell(1234567.5, 'decimal', 'es')).toBe('1.234.567,5');
    expect(formatCell(2011, 'integer', 'en')).toBe('2011');
  });

  it('keeps every digit of integers that are too long for a double', () => {
    expect(formatCell('9007199254740993', 'integer', 'en')).toBe('9,007,199,254,740,993');
  });

  it('leaves out midnight and seconds that are nought', () => {
    expect(formatCell('2011-12-09T00:00:00', 'timestamp', 'en')).toBe('9 Dec 2011');
    expect(formatCell('2011-12-09T12:50:00', 'timestamp', 'en')).toBe('9 Dec 2011, 12:50');
    expect(formatCell('2011-12-09T12:50:07', 'timestamp', 'es')).toBe('9 dic 2011, 12:50:07');
  });

  it('gives nothing for null and the text itself for text', () => {
    expect(formatCell(null, 'integer', 'en')).toBeUndefined();
    expect(formatCell('<b>1</b>', 'text', 'en')).toBe('<b>1</b>');
    expect(formatCell('not a date', 'date', 'en')).toBe('not a date');
  });
});

describe('columnWidths', () => {
  it('fits heads and values within reason', () => {
    const columns = [
      { name: 'n', type: 'INTEGER' },
      { name: 'long', type: 'VARCHAR' },
    ];
    expect(columnWidths(columns, [[1, 'x'.repeat(500)]], 'en')).toEqual([72, 340]);
  });
});
