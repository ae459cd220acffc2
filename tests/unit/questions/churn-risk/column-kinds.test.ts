import { describe, expect, it } from 'vitest';
import { isIdLike, isNumberedId, kindOf } from '../../../../src/questions/churn-risk/column-kinds.ts';

describe('kindOf', () => {
  it.each([
    ['BIGINT', 'number'],
    ['DECIMAL(10,2)', 'number'],
    ['BOOLEAN', 'number'],
    ['VARCHAR', 'text'],
    ['TIMESTAMP', 'date'],
    ['INTEGER[]', undefined],
    ['STRUCT(a INTEGER)', undefined],
  ])('takes %s for %s', (type, kind) => expect(kindOf(type)).toBe(kind));
});

describe('isIdLike', () => {
  it('finds text that differs in nearly every row, but not a few categories', () => {
    const rows = Array.from({ length: 200 }, (_, row) => row);
    expect(isIdLike(rows.map((row) => `C-${row}`))).toBe(true);
    expect(isIdLike(rows.map((row) => `city ${row % 30}`))).toBe(false);
    expect(isIdLike(['a', 'b', 'c'])).toBe(false);
  });
});

describe('isNumberedId', () => {
  it('finds numbers that count rows or are called an id', () => {
    expect(isNumberedId('nr', Float64Array.of(3, 1, 2))).toBe(true);
    expect(isNumberedId('CustomerId', Float64Array.of(17, 900, 33))).toBe(true);
    expect(isNumberedId('income', Float64Array.of(17, 900, 33))).toBe(false);
    expect(isNumberedId('id', Float64Array.of(1, 1, 2))).toBe(false);
  });
});
