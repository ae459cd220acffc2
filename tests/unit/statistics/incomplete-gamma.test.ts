import { describe, expect, it } from 'vitest';
import { upperGamma } from '../../../src/statistics/incomplete-gamma.ts';
import { normalTwoSided } from '../../../src/statistics/normal-tail.ts';
import { normalQuantile } from '../../../src/statistics/normal-quantile.ts';
import fixture from '../../fixtures/statistics/distributions.json' with { type: 'json' };

describe('upperGamma', () => {
  it.each(fixture.upperGamma)('equals mpmath: Q($a, $x)', ({ a, x, q }) => {
    expect(upperGamma(a, x) / q).toBeCloseTo(1, 12);
  });

  it('is 1 at 0, 0 at infinity, and the exponential tail for a = 1', () => {
    expect(upperGamma(3, 0)).toBe(1);
    expect(upperGamma(3, Infinity)).toBe(0);
    expect(upperGamma(1, 2)).toBeCloseTo(Math.exp(-2), 15);
  });

  it('rejects what is outside its domain', () => {
    expect(() => upperGamma(0, 1)).toThrow(RangeError);
    expect(() => upperGamma(1, -1)).toThrow(RangeError);
    expect(() => upperGamma(1, NaN)).toThrow(RangeError);
  });
});

describe('normalTwoSided', () => {
  it.each(fixture.normal)('equals mpmath at $z', ({ z, pValue }) => {
    expect(normalTwoSided(z) / pValue).toBeCloseTo(1, 12);
    expect(normalTwoSided(-z)).toBe(normalTwoSided(z));
  });

  it('undoes the quantile', () => {
    expect(normalTwoSided(normalQuantile(0.975))).toBeCloseTo(0.05, 14);
  });
});
