import { describe, expect, it } from 'vitest';
import { readTypedNumber } from '../../../src/core/typed-number.ts';

describe('readTypedNumber', () => {
  it.each([
    ['1,000', '.', 1000],
    ['1.000', ',', 1000],
    ['12,500.5', '.', 12_500.5],
    ['12.500,5', ',', 12_500.5],
    ['12.5', '.', 12.5],
    ['12,5', ',', 12.5],
    ['12.5', ',', 12.5],
    ['12,5', '.', 12.5],
    ['1 000', ',', 1000],
    ['-3', '.', -3],
    ['1,000,000', '.', 1_000_000],
  ] as const)('reads “%s” with the decimal mark “%s” as %d', (text, decimal, number) => {
    expect(readTypedNumber(text, decimal)).toBe(number);
  });

  it.each(['', 'much', '1,00,000', '1.2.3', '1,000.5.5', '--3', '1e5', '.'])('takes “%s” for no number', (text) => {
    expect(readTypedNumber(text, '.')).toBeUndefined();
  });
});
