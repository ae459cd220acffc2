import { describe, expect, it } from 'vitest';
import { ColumnEvidence, type KindContext } from '../../../src/files/column-evidence.ts';
import { classify } from '../../../src/files/value-class.ts';

const context: KindContext = { usualOrder: 'mdy', commaIsDecimal: false };

function kindOf(values: string[], changes: Partial<KindContext> = {}) {
  const evidence = new ColumnEvidence();
  values.forEach((value) => evidence.add(value));
  return evidence.kind({ ...context, ...changes });
}

describe('classify', () => {
  it.each([
    ['0', 'integer'],
    ['-7', 'integer'],
    ['00004', 'text'],
    ['+34600', 'text'],
    ['1e5', 'decimal'],
    ['.5', 'decimal'],
    ['1,5', 'decimal-comma'],
    ['1.234,5', 'grouped-dot'],
    ['1,234.5', 'grouped-comma'],
    ['1,234', 'either-comma'],
    ['1.234', 'either-dot'],
    ['2020-01-31', 'iso-date'],
    ['2020-02-31', 'text'],
    ['2020-01-31 10:00', 'iso-timestamp'],
    ['2020-01-31T10:00:00Z', 'instant'],
    ['2020-01-31 10:00:00+02:00', 'instant'],
    ['31/01/2020', 'day-date'],
    ['12/1/2010 8:26', 'day-date'],
    ['Yes', 'text'],
    ['No', 'text'],
    ['TRUE', 'boolean'],
    ['NA', 'missing-word'],
    ['99999999999999999999', 'text'],
    ['12345678901234567', 'integer'],
    ['', 'empty'],
    ['7:30', 'text'],
  ])('takes %s for %s', (value, expected) => {
    expect(classify(value)).toBe(expected);
  });
});

describe('ColumnEvidence', () => {
  it('keeps a column as text when one id has leading zeros', () => {
    expect(kindOf(['1', '2', '00004'])).toEqual({ kind: 'text' });
  });

  it('keeps yes and no, and mixtures, as text', () => {
    expect(kindOf(['Yes', 'No'])).toEqual({ kind: 'text' });
    expect(kindOf(['1', 'C536379'])).toEqual({ kind: 'text' });
  });

  it('makes numbers of a column that is numbers but for blanks or words for missing values', () => {
    expect(kindOf(['29.85', ' ', '1889.5'])).toEqual({ kind: 'decimal', mark: '.', grouped: false });
    expect(kindOf(['1', 'NA', '2'])).toEqual({ kind: 'integer' });
    expect(kindOf(['NA', '-'])).toEqual({ kind: 'text' });
  });

  it('recognises decimal commas and the analyst’s word on them', () => {
    expect(kindOf(['1,5', '2'])).toEqual({ kind: 'decimal', mark: ',', grouped: false });
    expect(kindOf(['1.234,56', '2'])).toEqual({ kind: 'decimal', mark: ',', grouped: true });
    expect(kindOf(['1,234'])).toEqual({ kind: 'decimal', mark: '.', grouped: true });
    expect(kindOf(['1,234'], { commaIsDecimal: true })).toEqual({ kind: 'decimal', mark: ',', grouped: false });
    expect(kindOf(['1.234'])).toEqual({ kind: 'decimal', mark: '.', grouped: false });
    expect(kindOf(['1.234'], { decimal: ',' })).toEqual({ kind: 'decimal', mark: ',', grouped: true });
    expect(kindOf(['1,5', '2.5'])).toEqual({ kind: 'text' });
  });

  it('tells day from month by what cannot be a month, else by what is usual or said', () => {
    expect(kindOf(['31/01/2020', '01/02/2020'])).toEqual({ kind: 'date', formats: ['%d/%m/%Y'] });
    expect(kindOf(['01/31/2020'])).toEqual({ kind: 'date', formats: ['%m/%d/%Y'] });
    expect(kindOf(['01/02/2020'], { usualOrder: 'dmy' })).toEqual({ kind: 'date', formats: ['%d/%m/%Y'] });
    expect(kindOf(['01/02/2020'], { dateOrder: 'dmy' })).toEqual({ kind: 'date', formats: ['%d/%m/%Y'] });
    expect(kindOf(['12/13/2010 8:26', '1/2/2010'])).toEqual({
      kind: 'timestamp',
      formats: ['%m/%d/%Y %H:%M', '%m/%d/%Y'],
    });
    expect(kindOf(['31/12/2020', '12/31/2020'])).toEqual({ kind: 'text' });
  });

  it('does not mix times with and without an offset', () => {
    expect(kindOf(['2020-01-01T10:00:00Z', '2020-01-01T12:00:00+02:00'])).toEqual({ kind: 'instant' });
    expect(kindOf(['2020-01-01T10:00:00Z', '2020-01-01T12:00:00'])).toEqual({ kind: 'text' });
    expect(kindOf(['2020-01-01', '2020-01-01 12:00:00'])).toEqual({ kind: 'timestamp', formats: [] });
  });

  it('takes off currencies, percent signs, brackets and blanks between thousands', () => {
    expect(kindOf(['$1,234.50', '12.00', '$3.10'])).toEqual({
      kind: 'decimal',
      mark: '.',
      grouped: true,
      dress: 'plain',
    });
    expect(kindOf(['1 234,56', '12,00'])).toEqual({ kind: 'decimal', mark: ',', grouped: false, dress: 'plain' });
    expect(kindOf(['15%', '2.5 %'])).toEqual({ kind: 'decimal', mark: '.', grouped: false, dress: 'percent' });
    expect(kindOf(['(12)', '5', '7-'])).toEqual({ kind: 'decimal', mark: '.', grouped: false, dress: 'plain' });
  });

  it('keeps telephone numbers, codes, several currencies and half percentages as text', () => {
    expect(kindOf(['600 123 456', '915 555 120'])).toEqual({ kind: 'text' });
    expect(kindOf(['(91)', '(93)'])).toEqual({ kind: 'text' });
    expect(kindOf(['$5', '5 €'])).toEqual({ kind: 'text' });
    expect(kindOf(['5%', '7'])).toEqual({ kind: 'text' });
    expect(kindOf(['12 345 67', '1,5'])).toEqual({ kind: 'text' });
  });

  it('reads months as words and ISO weeks, and no sentence that has one in it', () => {
    expect(kindOf(['5 ene 2024', '12 abr 2024'])).toMatchObject({ kind: 'date', isNamed: true });
    expect(kindOf(['2024-W05', '2024-W06'])).toEqual({ kind: 'week' });
    expect(kindOf(['May 5 be with you', '5 marathons'])).toEqual({ kind: 'text' });
    expect(kindOf(['Calle Mar 5', 'Mayor 12'])).toEqual({ kind: 'text' });
  });
});
