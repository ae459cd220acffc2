import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximiseByNelderMead } from '../../../src/statistics/nelder-mead.ts';
import { maximiseByNewton, type Curvature } from '../../../src/statistics/newton.ts';

const rosenbrock = ([x, y]: number[]): Curvature => ({
  value: -((1 - x) ** 2) - 100 * (y - x * x) ** 2,
  gradient: [2 * (1 - x) + 400 * x * (y - x * x), -200 * (y - x * x)],
  hessian: [
    [-2 + 400 * (y - 3 * x * x), 400 * x],
    [400 * x, -200],
  ],
});

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });

describe('maximiseByNewton', () => {
  it('climbs Rosenbrock’s valley from anywhere', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const maximum = maximiseByNewton(rosenbrock, [x, y]);
        expect(maximum.converged).toBe(true);
        expect(maximum.at[0]).toBeCloseTo(1, 4);
        expect(maximum.at[1]).toBeCloseTo(1, 4);
      }),
    );
  });

  it('does not call a saddle or a ridge without end a maximum', () => {
    const saddle = ([x, y]: number[]) => ({
      value: x * x - y * y,
      gradient: [2 * x, -2 * y],
      hessian: [
        [2, 0],
        [0, -2],
      ],
    });
    expect(maximiseByNewton(saddle, [0, 0]).converged).toBe(false);
    const ridge = ([x]: number[]) => ({ value: -Math.exp(-x), gradient: [Math.exp(-x)], hessian: [[-Math.exp(-x)]] });
    const climbed = maximiseByNewton(ridge, [0], { tolerance: 1e-30, bound: 20 });
    expect(climbed.converged).toBe(false);
    expect(climbed.at[0]).toBeGreaterThan(20);
  });

  it('does not converge where the objective is not finite', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      expect(maximiseByNewton(() => ({ value, gradient: [0], hessian: [[-1]] }), [0]).converged).toBe(false);
    }
  });
});

describe('maximiseByNelderMead', () => {
  it('climbs Rosenbrock’s valley without derivatives', () => {
    const [x, y] = maximiseByNelderMead((at) => rosenbrock(at).value, [-1.2, 1], { tolerance: 1e-14 });
    expect(x).toBeCloseTo(1, 4);
    expect(y).toBeCloseTo(1, 4);
  });

  it('keeps away from where the objective is not defined', () => {
    const [x] = maximiseByNelderMead(([at]) => Math.log(at) - at, [0.1]);
    expect(x).toBeCloseTo(1, 3);
  });

  it('does not take an overflow for the best of all', () => {
    const [x] = maximiseByNelderMead(([at]) => (at < 0 ? Infinity : -((at - 1) ** 2)), [3], { size: -1 });
    expect(x).toBeCloseTo(1, 3);
  });
});
