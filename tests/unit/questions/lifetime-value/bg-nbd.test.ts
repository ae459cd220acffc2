import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedWhileAlive,
  probabilityAlive,
  repeatPurchaseDistribution,
} from '../../../../src/questions/lifetime-value/bg-nbd.ts';
import { bgNbdLogLikelihood, bgNbdOf, fitBgNbd } from '../../../../src/questions/lifetime-value/bg-nbd-fit.ts';
import { purchasesWhileAlive } from '../../../../src/questions/lifetime-value/expectation.ts';
import type { Histories } from '../../../../src/questions/lifetime-value/histories.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import fixture from '../../../fixtures/lifetime-value/bg-nbd.json' with { type: 'json' };

const off = (value: number, expected: number) => Math.abs(value / expected - 1);

const models = fc
  .tuple(...[0.05, 0.05, 0.05, 0.05].map((min) => fc.double({ min, max: 8, noNaN: true })))
  .map(([r, alpha, a, b]) => ({ r, alpha, a, b }));
const frequencies = fc.integer({ min: 0, max: 30 });
const times = fc.double({ min: 0.5, max: 60, noNaN: true });

function historiesOf(rows: readonly (readonly number[])[]): Histories {
  const column = (i: number) => Float64Array.from(rows, (row) => row[i] ?? 1);
  return { frequency: column(0), recency: column(1), observed: column(2), weight: column(3) };
}

describe('probabilityAlive', () => {
  it('agrees with the integral over rates and dropout probabilities', () => {
    for (const { parameters, x, tx, T, expected } of fixture.alive) {
      expect(off(probabilityAlive(bgNbdOf(parameters), x, tx, T), expected)).toBeLessThan(1e-9);
    }
  });

  it('is 1 without a repeat purchase, and falls with the time since the last one', () => {
    fc.assert(
      fc.property(models, frequencies, times, (model, x, T) => {
        expect(probabilityAlive(model, 0, 0, T)).toBe(1);
        const soon = probabilityAlive(model, x + 1, T, T);
        const later = probabilityAlive(model, x + 1, T / 2, T);
        expect(later).toBeLessThanOrEqual(soon);
        expect(later).toBeGreaterThanOrEqual(0);
        expect(soon).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('expectedWhileAlive', () => {
  it('agrees with the integral, at a = 1 and a + b + x = 1 too', () => {
    for (const { parameters, x, T, t, expected } of fixture.expectations) {
      expect(off(expectedWhileAlive(bgNbdOf(parameters), x, T, t), expected)).toBeLessThan(1e-9);
    }
  });

  it('is smooth at a = 1', () => {
    const at = (a: number) => expectedWhileAlive({ r: 0.5, alpha: 4, a, b: 2 }, 3, 20, 52);
    expect(at(1 + 1e-9)).toBeCloseTo(at(1), 7);
    expect(at(1 - 1e-9)).toBeCloseTo(at(1), 7);
  });

  it('is smooth where the form of the series changes, and finite for any a and b', () => {
    const at = (a: number, b: number) => expectedWhileAlive({ r: 0.5, alpha: 4, a, b }, 3, 20, 52);
    expect(off(at(5 + 1e-9, 2), at(5 - 1e-9, 2))).toBeLessThan(1e-7);
    expect(off(at(5 + 1e-9, 4000), at(5 - 1e-9, 4000))).toBeLessThan(1e-7);
    for (const a of [0.01, 4.9, 60, 5000]) {
      for (const b of [0.01, 60, 5e5]) expect(at(a, b)).toBeGreaterThan(0);
    }
    expect(expectedWhileAlive({ r: 0.5, alpha: 4, a: 6, b: 20 }, 3000, 20, 52)).toBeGreaterThan(1);
  });

  it('grows with the horizon, and stays below what never dropping out would give', () => {
    fc.assert(
      fc.property(models, frequencies, times, times, (model, x, T, t) => {
        const short = expectedWhileAlive(model, x, T, t);
        const long = expectedWhileAlive(model, x, T, 2 * t);
        expect(long).toBeGreaterThanOrEqual(short * (1 - 1e-9));
        expect(long).toBeLessThanOrEqual((((model.r + x) * 2 * t) / (model.alpha + T)) * (1 + 1e-9));
        expect(expectedWhileAlive(model, x, T, 0)).toBe(0);
      }),
    );
  });
});

describe('purchasesWhileAlive', () => {
  it('discounts as the integral does', () => {
    for (const { parameters, x, T, t, rate, expected } of fixture.discounted) {
      const valuation = { horizon: t, discountRate: rate };
      expect(off(purchasesWhileAlive(bgNbdOf(parameters), x, T, valuation).discounted, expected)).toBeLessThan(1e-4);
    }
  });
});

describe('repeatPurchaseDistribution', () => {
  it('agrees with the integral', () => {
    for (const { parameters, t, expected } of fixture.distribution) {
      const found = repeatPurchaseDistribution(bgNbdOf(parameters), t, 6);
      expected.forEach((probability, n) => expect(off(found[n], probability)).toBeLessThan(1e-9));
    }
  });

  it('has the mean that a new customer is expected to have', () => {
    fc.assert(
      fc.property(models, fc.double({ min: 0.5, max: 3, noNaN: true }), (model, time) => {
        const busy = { ...model, alpha: model.alpha + 2 };
        const probabilities = repeatPurchaseDistribution(busy, time, 400);
        const mean = probabilities.reduce((sum, p, n) => sum + n * p, 0);
        expect(off(mean, expectedWhileAlive(busy, 0, 0, time))).toBeLessThan(1e-6);
      }),
    );
  });
});

describe('bgNbdLogLikelihood', () => {
  const rows = [
    [0, 0, 38.86, 3],
    [0, 0, 27, 2],
    [1, 1.71, 38.86, 1],
    [2, 30.43, 38.86, 2],
    [7, 29.43, 38.86, 1],
    [13, 11.2, 30, 1],
  ];
  const likelihood = bgNbdLogLikelihood(historiesOf(rows));

  it('agrees with the integral, value and gradient', () => {
    for (const { parameters, value, gradient } of fixture.likelihood) {
      const found = likelihood(parameters);
      expect(off(found.value, value)).toBeLessThan(1e-12);
      gradient.forEach((slope, i) => expect(off(found.gradient[i], slope)).toBeLessThan(1e-9));
    }
  });

  it('has the second derivatives that differences of its gradient show', () => {
    fc.assert(
      fc.property(fc.tuple(...[1, 2, 3, 4].map(() => fc.double({ min: 0.2, max: 6, noNaN: true }))), (at) => {
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

  it('counts an entry as often as its weight says', () => {
    const single = historiesOf(
      rows.flatMap(([x, tx, T, weight]) => Array.from({ length: weight }, () => [x, tx, T, 1])),
    );
    const at = [0.3, 5, 0.8, 2.4];
    expect(bgNbdLogLikelihood(single)(at).value).toBeCloseTo(likelihood(at).value, 10);
  });
});

describe('fitBgNbd', () => {
  const { data, estimate, standardErrors, logLikelihood } = fixture.fit;

  it('finds what scipy finds: estimates, standard errors and log likelihood', () => {
    const fit = fitBgNbd(historiesOf(data));
    if (typeof fit === 'string') throw new Error(fit);
    estimate.forEach((value, i) => expect(off(fit.estimate[i], value)).toBeLessThan(1e-4));
    standardErrors.forEach((value, i) => expect(off(fit.standardErrors[i], value)).toBeLessThan(1e-3));
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 6);
    expect(fit.agreeing).toBe(fit.starts);
    expect(fit.gradientNorm).toBeLessThan(1e-4);
  });

  it('does not depend on the unit of time, but for α', () => {
    const days = fitBgNbd(historiesOf(data.map(([x, tx, T]) => [x, 7 * tx, 7 * T])));
    const weeks = fitBgNbd(historiesOf(data));
    if (typeof days === 'string' || typeof weeks === 'string') throw new Error('no fit');
    [1, 7, 1, 1].forEach((factor, i) => expect(off(days.estimate[i], factor * weeks.estimate[i])).toBeLessThan(1e-6));
  });

  it('says so when the data know nothing of dropout', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [i % 4, i % 4 === 0 ? 0 : 10, 10]);
    expect(fitBgNbd(historiesOf(rows))).toBeTypeOf('string');
  });

  it('says so, and does not fail, when nobody bought again more than once', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = randomSource(seed);
      const rows = Array.from({ length: 100 }, (_, i) => {
        const observed = 20 + 30 * random.uniform();
        return i < 40 ? [1, observed * random.uniform(), observed] : [0, 0, observed];
      });
      expect(fitBgNbd(historiesOf(rows))).toBeTypeOf('string');
    }
  });
});
