import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { regularisedBeta, studentTQuantile, studentTTwoSided } from '../../../src/statistics/student-t.ts';
import distributions from '../../fixtures/statistics/distributions.json' with { type: 'json' };

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/statistics/student-t.json', import.meta.url), 'utf8'),
) as { probability: number; degreesOfFreedom: number; quantile: number }[];

describe('studentTQuantile', () => {
  it.each(fixture)(
    'equals mpmath: p $probability, $degreesOfFreedom degrees',
    ({ probability, degreesOfFreedom, quantile }) => {
      expect(studentTQuantile(probability, degreesOfFreedom) / quantile).toBeCloseTo(1, 9);
    },
  );

  it('is odd around one half', () => {
    expect(studentTQuantile(0.5, 3)).toBe(0);
    expect(studentTQuantile(0.2, 3)).toBe(-studentTQuantile(0.8, 3));
  });

  it('gives what the docstring says', () => {
    expect(studentTQuantile(0.975, 10)).toBeCloseTo(2.2281388519649385, 10);
  });

  it('rejects probabilities and degrees that are none', () => {
    expect(() => studentTQuantile(1, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0.9, 0)).toThrow(RangeError);
  });
});

describe('studentTTwoSided', () => {
  it.each(distributions.studentT)(
    'equals mpmath: t $t, $degreesOfFreedom degrees',
    ({ t, degreesOfFreedom, pValue }) => {
      expect(studentTTwoSided(t, degreesOfFreedom) / pValue).toBeCloseTo(1, degreesOfFreedom === 3e6 ? 6 : 8);
      expect(studentTTwoSided(-t, degreesOfFreedom)).toBe(studentTTwoSided(t, degreesOfFreedom));
    },
  );

  it('undoes the quantile', () => {
    expect(studentTTwoSided(2.2281388519649385, 10)).toBeCloseTo(0.05, 10);
    expect(studentTTwoSided(studentTQuantile(0.95, 7.3), 7.3)).toBeCloseTo(0.1, 10);
    expect(studentTTwoSided(0, 4)).toBe(1);
  });

  it('rejects what is no statistic', () => {
    expect(() => studentTTwoSided(NaN, 3)).toThrow(RangeError);
    expect(() => studentTTwoSided(1, 0)).toThrow(RangeError);
  });
});

describe('regularisedBeta', () => {
  it('is the square for a = 2, b = 1', () => {
    expect(regularisedBeta(0.3, 2, 1)).toBeCloseTo(0.09, 12);
  });
});
