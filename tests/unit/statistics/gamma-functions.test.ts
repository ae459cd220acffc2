import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma, logGamma, trigamma } from '../../../src/statistics/gamma-functions.ts';
import fixture from '../../fixtures/statistics/gamma-functions.json' with { type: 'json' };

const positive = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const near = (value: number, expected: number) => Math.abs(value - expected) / Math.max(1, Math.abs(expected));

describe('logGamma', () => {
  it('agrees with mpmath', () => {
    for (const { x, logGamma: expected } of fixture) expect(near(logGamma(x), expected)).toBeLessThan(2e-14);
  });

  it('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(near(logGamma(x + 1), logGamma(x) + Math.log(x))).toBeLessThan(1e-12);
      }),
    );
  });

  it('throws at 0 and below', () => {
    for (const f of [logGamma, digamma, trigamma]) {
      expect(() => f(0)).toThrow(RangeError);
      expect(() => f(-1.5)).toThrow(RangeError);
    }
  });
});

describe('digamma', () => {
  it('agrees with mpmath', () => {
    for (const { x, digamma: expected } of fixture) expect(near(digamma(x), expected)).toBeLessThan(2e-14);
  });

  it('grows by 1 / x from x to x + 1', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(near(digamma(x + 1), digamma(x) + 1 / x)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe('trigamma', () => {
  it('agrees with mpmath', () => {
    for (const { x, trigamma: expected } of fixture) {
      expect(Math.abs(trigamma(x) / expected - 1)).toBeLessThan(2e-14);
    }
  });

  it('falls by 1 / x² from x to x + 1', () => {
    fc.assert(
      fc.property(positive, (x) => {
        expect(near(trigamma(x + 1) + 1 / (x * x), trigamma(x))).toBeLessThan(1e-12);
      }),
    );
  });
});
