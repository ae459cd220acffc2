import { describe, expect, it } from 'vitest';
import { builtInKind, formatKind, numberText } from '../../../src/files/workbook-numbers.ts';

describe('formatKind', () => {
  it.each([
    ['General', 'number'],
    ['0.00%', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00\\ "days"', 'number'],
    ['[Red]#,##0;[Blue]-#,##0', 'number'],
    ['_-* #,##0.00\\ "€"_-', 'number'],
    ['"yyyy"0', 'number'],
    ['@', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-C0A]d" de "mmmm" de "yyyy;@', 'date'],
    ['mmm', 'date'],
    ['yyyy-mm-dd hh:mm:ss', 'date'],
    ['m/d/yy h:mm AM/PM', 'date'],
    ['h:mm', 'time'],
    ['[$-409]h:mm:ss AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['[mm]:ss', 'duration'],
  ])('takes %s for a %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });
});

describe('builtInKind', () => {
  it('knows the formats that are not written out', () => {
    expect([0, 9, 14, 20, 22, 45, 46, 49].map(builtInKind)).toEqual([
      'number',
      'number',
      'date',
      'time',
      'date',
      'time',
      'duration',
      'number',
    ]);
  });
});

describe('numberText', () => {
  // Serial numbers and days as Excel 365 shows them; before 1900, as LibreOffice does.
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [36_526, '2000-01-01'],
    [45_351.573_032_4, '2024-02-29 13:45:10'],
    [2_958_465, '9999-12-31'],
    [-1.2, '1899-12-28 19:12:00'],
    [2_958_466, '2958466'],
  ])('writes the serial %d as %s', (serial, text) => {
    expect(numberText(serial, 'date', false)).toBe(text);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(numberText(0, 'date', true)).toBe('1904-01-01');
    expect(numberText(35_064, 'date', true)).toBe('2000-01-01');
  });

  it('writes times without a day, and hours beyond a day as hours', () => {
    expect(numberText(0.5, 'time', false)).toBe('12:00:00');
    expect(numberText(1.5, 'duration', false)).toBe('36:00:00');
    expect(numberText(-0.25, 'duration', false)).toBe('-06:00:00');
    expect(numberText(0.9999999999, 'time', false)).toBe('24:00:00');
    expect(numberText(45_351.5, 'time', false)).toBe('2024-02-29 12:00:00');
    expect(numberText(0.5 + 0.123 / 86_400, 'time', false)).toBe('12:00:00.123');
  });

  it('keeps every digit of a number and tells a large one from an id', () => {
    expect([0.1, -0, 1e15, 1.5e20, 1e-7, Number.NaN].map((n) => numberText(n, 'number', false))).toEqual([
      '0.1',
      '0',
      '1000000000000000',
      '1.5e+20',
      '1e-7',
      '',
    ]);
  });
});
