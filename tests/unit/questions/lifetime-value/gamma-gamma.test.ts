import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedAmount,
  fitGammaGamma,
  gammaGammaLogLikelihood,
  gammaGammaOf,
  type Spending,
} from '../../../../src/questions/lifetime-value/gamma-gamma.ts';
import fixture from '../../../fixtures/lifetime-value/gamma-gamma.json' with { type: 'json' };

const off = (value: number, expected: number) => Math.abs(value / expected - 1);

function spendingOf(rows: readonly (readonly number[])[]): Spending {
  return { frequency: Float64Array.from(rows, ([x]) => x), meanAmount: Float64Array.from(rows, ([, z]) => z) };
}

describe('gammaGammaLogLikelihood', () => {
  const likelihood = gammaGammaLogLikelihood(spendingOf(fixture.spending));

  it('agrees with the integral, value and gradient', () => {
    for (const { parameters, value, gradient } of fixture.likelihood) {
      const found = likelihood(parameters);
      expect(off(found.value, value)).toBeLessThan(1e-12);
      gradient.forEach((slope, i) => expect(off(found.gradient[i], slope)).toBeLessThan(1e-7));
    }
  });

  it('has the second derivatives that differences of its gradient show', () => {
    fc.assert(
      fc.property(fc.tuple(...[1, 2, 3].map(() => fc.double({ min: 0.5, max: 9, noNaN: true }))), (at) => {
        const { hessian } = likelihood(at);
        at.forEach((value, i) => {
          const step = (sign: number) => likelihood(at.map((v, j) => (i === j ? v + sign * 1e-5 * value : v))).gradient;
          const [up, down] = [step(1), step(-1)];
          up.forEach((slope, j) => {
            const difference = (slope - down[j]) / (2e-5 * value);
            expect(Math.abs(hessian[i][j] - difference)).toBeLessThan(1e-4 * (1 + Math.abs(difference)));
          });
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('expectedAmount', () => {
  it('agrees with the integral', () => {
    for (const { parameters, x, z, expected } of fixture.amounts) {
      expect(off(expectedAmount(gammaGammaOf(parameters), x, z), expected)).toBeLessThan(1e-9);
    }
  });

  it('lies between everybody’s mean and the customer’s own, nearer to the own one with every purchase', () => {
    const model = { p: 6.25, q: 3.74, v: 15.44 };
    expect(expectedAmount(model, 0, 0)).toBeCloseTo(35.22, 2);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0.5, max: 500, noNaN: true }), (x, z) => {
        const everybody = expectedAmount(model, 0, 0);
        const now = expectedAmount(model, x, z);
        const later = expectedAmount(model, x + 1, z);
        expect(Math.min(everybody, z) - 1e-9).toBeLessThanOrEqual(now);
        expect(Math.max(everybody, z) + 1e-9).toBeGreaterThanOrEqual(now);
        expect(Math.abs(later - z)).toBeLessThanOrEqual(Math.abs(now - z) + 1e-9);
      }),
    );
  });

  it('is infinite where the mean does not exist', () => {
    expect(expectedAmount({ p: 2, q: 0.9, v: 10 }, 0, 0)).toBe(Infinity);
  });
});

describe('fitGammaGamma', () => {
  const { data, estimate, standardErrors, logLikelihood } = fixture.fit;

  it('finds what scipy finds: estimates, standard errors and log likelihood', () => {
    const fit = fitGammaGamma(spendingOf(data));
    if (typeof fit === 'string') throw new Error(fit);
    estimate.forEach((value, i) => expect(off(fit.estimate[i], value)).toBeLessThan(1e-4));
    standardErrors.forEach((value, i) => expect(off(fit.standardErrors[i], value)).toBeLessThan(1e-3));
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 6);
  });

  it('says so when everybody spends the same', () => {
    const rows = Array.from({ length: 100 }, (_, i) => [1 + (i % 5), 20]);
    expect(fitGammaGamma(spendingOf(rows))).toBeTypeOf('string');
  });
});
