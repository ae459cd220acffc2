import { describe, expect, it } from 'vitest';
import { poissonInterval } from '../../../src/statistics/poisson-interval.ts';
import fixture from '../../fixtures/people/people.json' with { type: 'json' };

describe('poissonInterval', () => {
  it.each(fixture.poisson)('is that of chi-square quantiles at $count, level $level', ({ count, level, low, high }) => {
    const interval = poissonInterval(count, level);
    expect(interval.low).toBeCloseTo(low, 8);
    expect(interval.high).toBeCloseTo(high, 8);
  });

  it('refuses what is no count or no level', () => {
    expect(() => poissonInterval(1.5, 0.9)).toThrow(RangeError);
    expect(() => poissonInterval(-1, 0.9)).toThrow(RangeError);
    expect(() => poissonInterval(1, 1)).toThrow(RangeError);
  });
});
