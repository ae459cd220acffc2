import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../../src/questions/experiment/effects.ts';
import type { Metric, Sample } from '../../../../src/questions/experiment/samples.ts';

const sample = (variant: string): fc.Arbitrary<Sample> =>
  fc
    .record({
      n: fc.integer({ min: 2, max: 20_000 }),
      mean: fc.double({ min: 0.5, max: 4, noNaN: true }),
      variance: fc.double({ min: 0.01, max: 40, noNaN: true }),
    })
    .map(({ n, mean, variance }) => ({ variant, n, mean, variance, sum: n * mean, sumOfSquares: 0 }));

const yesNo = (variant: string): fc.Arbitrary<Sample> =>
  fc.record({ n: fc.integer({ min: 2, max: 5000 }), drawn: fc.nat() }).map(({ n, drawn }) => {
    const sum = drawn % (n + 1);
    return { variant, n, sum, sumOfSquares: sum, mean: sum / n, variance: (sum * (1 - sum / n)) / (n - 1) };
  });

function effectOf(samples: Sample[], method: 'welch' | 'proportion', level: number) {
  const metric: Metric = { name: 'm', unit: 'number', isYesNo: method === 'proportion', samples, missing: 0 };
  const groups = samples.map(({ variant, n }) => ({ variant, n }));
  const shared = { unit: 'given', control: 'control', chosen: 'given', isDated: false } as const;
  return effectsOf({ ...shared, groups, metrics: [metric] }, { method, correction: 'holm', level })[0];
}

describe('effectsOf', () => {
  it.each([
    { method: 'welch', make: sample },
    { method: 'proportion', make: yesNo },
  ] as const)('never lets p and an interval contradict each other: $method', ({ method, make }) => {
    fc.assert(
      fc.property(make('control'), make('x'), fc.constantFrom(0.8, 0.9, 0.95, 0.99), (control, treated, level) => {
        const effect = effectOf([control, treated], method, level);
        fc.pre(effect !== undefined && Math.abs(effect.pValue - (1 - level)) > 1e-8);
        const isSeen = effect.pValue < 1 - level;
        expect(effect.absolute.low > 0 || effect.absolute.high < 0).toBe(isSeen);
        if (effect.relative) expect(effect.relative.low > 0 || effect.relative.high < 0).toBe(isSeen);
      }),
      { numRuns: 500 },
    );
  });

  it('does so where the normal quantile and Student’s would disagree', () => {
    const control = { variant: 'control', n: 601, mean: 10, variance: 601, sum: 6010, sumOfSquares: 0 };
    // 1.9605 standard errors: more than the normal quantile of 95%, less than Student's with 1,200 degrees of freedom.
    const treated = { ...control, variant: 'x', mean: 10 + 1.9605 * Math.SQRT2 };
    const effect = effectOf([control, treated], 'welch', 0.95);
    expect(effect.degreesOfFreedom).toBeCloseTo(1200, 6);
    expect(effect.pValue).toBeGreaterThan(0.05);
    expect(effect.relative!.low).toBeLessThan(0);
  });

  it('has no relative effect beside a control whose mean is not above zero', () => {
    const control = { variant: 'control', n: 50, mean: -4, variance: 1, sum: -200, sumOfSquares: 0 };
    const effect = effectOf([control, { ...control, variant: 'x', mean: 3 }], 'welch', 0.9);
    expect(effect.difference).toBe(7);
    expect(effect.relative).toBeUndefined();
    expect(effect.relativeDelta).toBeUndefined();
  });
});
