import { describe, expect, it } from 'vitest';
import { choiceOf, sourceOf, valueSource } from '../../../../../src/app/pages/mapping/source-choice.ts';

describe('choiceOf', () => {
  it('names every kind of source', () => {
    expect([undefined, 'paid', { row: true as const }, { expression: 'a' }, { value: 1 }].map(choiceOf)).toEqual([
      'none',
      'column:paid',
      'row',
      'expression',
      'value',
    ]);
  });
});

describe('sourceOf', () => {
  it('is the way back', () => {
    expect(sourceOf('column:a: b', undefined)).toBe('a: b');
    expect(sourceOf('row', 'a')).toEqual({ row: true });
    expect(sourceOf('none', 'a')).toBeUndefined();
  });

  it('begins an expression with the column that was there', () => {
    expect(sourceOf('expression', 'paid')).toEqual({ expression: 'paid' });
    expect(sourceOf('expression', 'Unit "Price"')).toEqual({ expression: '"Unit ""Price"""' });
  });
});

describe('valueSource', () => {
  it('makes numbers of what looks like one', () => {
    expect(valueSource('3.5')).toEqual({ value: 3.5 });
    expect(valueSource('e-mail')).toEqual({ value: 'e-mail' });
    expect(valueSource('1e5')).toEqual({ value: '1e5' });
  });
});
