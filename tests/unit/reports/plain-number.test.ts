import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber } from '../../../src/reports/plain-number.ts';

describe('plainNumber', () => {
  it.each([
    [233926.32999999993, true, 233926.33],
    [431851.9700000016, true, 431851.97],
    [-0.001, true, 0],
    [2542.6774999999984, false, 2542.6775],
    [0.1 + 0.2, false, 0.3],
    [0.00032, false, 0.00032],
    [1e-120, false, 1e-120],
  ])('gives %d (money: %s) as %d', (value, isMoney, plain) => {
    expect(plainNumber(value, isMoney)).toBe(plain);
  });

  it('leaves whole numbers and decimals of 15 digits as they are', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        (value) => plainNumber(value, false) === value && plainNumber(value, true) === value,
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e15 - 1 }), fc.integer({ min: 1, max: 15 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        return plainNumber(value, false) === value;
      }),
    );
  });

  it('changes no other number by more than its 15th digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-300 }), (value) => {
        return Math.abs(plainNumber(value, false) - value) <= 1e-14 * value;
      }),
    );
  });
});
