import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankCorrelation, ranks } from '../../../src/statistics/rank-correlation.ts';
import fixture from '../../fixtures/statistics/rank-correlation.json' with { type: 'json' };

const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 2 });

describe('ranks', () => {
  it('agrees with scipy, ties included', () => {
    for (const { x, ranks: expected } of fixture) expect([...ranks(x)]).toEqual(expected);
  });
});

describe('rankCorrelation', () => {
  it('agrees with scipy, ties included', () => {
    for (const { x, y, rho } of fixture) expect(rankCorrelation(x, y)).toBeCloseTo(rho, 12);
  });

  it('is symmetric, and changes its sign when one side is turned round', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const x = list.map(([a]) => a);
        const y = list.map(([, b]) => b);
        const rho = rankCorrelation(x, y);
        expect(rankCorrelation(y, x)).toEqual(rho);
        const turned = rankCorrelation(
          x,
          y.map((b) => -b),
        );
        if (rho === undefined) expect(turned).toBeUndefined();
        else expect(turned).toBeCloseTo(-rho, 12);
      }),
    );
  });

  it('is undefined when one side is constant', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(rankCorrelation([1], [1])).toBeUndefined();
    expect(() => rankCorrelation([1], [1, 2])).toThrow(RangeError);
  });
});
