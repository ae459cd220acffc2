import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSource } from '../../../src/statistics/random.ts';

const draws = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < draws; i++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  const mean = sum / draws;
  return { mean, variance: squares / draws - mean * mean };
}

/** Expected mean and variance, compared within five standard errors of the mean and 8 % of the variance. */
function expectMoments(draw: () => number, mean: number, variance: number): void {
  const found = moments(draw);
  expect(Math.abs(found.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / draws));
  expect(Math.abs(found.variance / variance - 1)).toBeLessThan(0.08);
}

describe('randomSource', () => {
  it('repeats itself for the same seed and stream, and for no other', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1000), (seed, stream) => {
        const first = (s: number, t: number) => Array.from({ length: 4 }, randomSource(s, t).uniform);
        expect(first(seed, stream)).toEqual(first(seed, stream));
        expect(first(seed, stream)).not.toEqual(first(seed + 1, stream));
        expect(first(seed, stream)).not.toEqual(first(seed, stream + 1));
      }),
    );
  });

  it('gives unrelated first draws for neighbouring seeds', () => {
    let seed = 0;
    expectMoments(() => randomSource(seed++).uniform(), 1 / 2, 1 / 12);
  });

  it('has the moments of each distribution', () => {
    const random = randomSource(7);
    expectMoments(random.uniform, 1 / 2, 1 / 12);
    expectMoments(random.normal, 0, 1);
    expectMoments(random.exponential, 1, 1);
    for (const shape of [0.05, 0.25, 1, 4.4, 60]) expectMoments(() => random.gamma(shape), shape, shape);
    for (const [a, b] of [
      [0.8, 2.4],
      [5, 1],
      [0.2, 0.3],
    ]) {
      expectMoments(() => random.beta(a, b), a / (a + b), (a * b) / ((a + b) ** 2 * (a + b + 1)));
    }
    for (const mean of [0.01, 1, 9.9, 10, 45, 3000]) expectMoments(() => random.poisson(mean), mean, mean);
  });

  it('never draws NaN from a beta with tiny shapes', () => {
    const random = randomSource(3);
    for (let i = 0; i < 2000; i++) expect(random.beta(1e-4, 1e-4)).not.toBeNaN();
  });

  it('shuffles every order equally often', () => {
    const random = randomSource(11);
    const counts = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const order = random.shuffle([1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000 * (5 / 6)));
  });

  it('rejects what is no seed, shape or mean', () => {
    expect(() => randomSource(-1)).toThrow(RangeError);
    expect(() => randomSource(1.5)).toThrow(RangeError);
    expect(() => randomSource(1).gamma(0)).toThrow(RangeError);
    expect(() => randomSource(1).poisson(-1)).toThrow(RangeError);
    expect(() => randomSource(1).integer(0)).toThrow(RangeError);
  });
});
