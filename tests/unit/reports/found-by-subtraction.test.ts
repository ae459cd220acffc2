import { describe, expect, it } from 'vitest';
import { foundBySubtraction } from '../../../src/reports/found-by-subtraction.ts';

const anything = { marked: new Set<number>(), most: 4 };
const small = (...places: number[]) => ({ marked: new Set(places), most: 4 });

describe('foundBySubtraction', () => {
  it('finds what is alone in a sum, and nothing of two that may be anything', () => {
    expect(foundBySubtraction([0, 1, 2], [{ places: [0], sum: 3 }], anything)).toEqual(new Set([0]));
    expect(foundBySubtraction([1, 2], [{ places: [1, 2], sum: 3 }], anything)).toEqual(new Set());
  });

  it('finds small ones whose sum leaves them one value, the least or the largest', () => {
    expect(foundBySubtraction([0, 1], [{ places: [0, 1], sum: 2 }], small(0, 1))).toEqual(new Set([0, 1]));
    expect(foundBySubtraction([0, 1], [{ places: [0, 1], sum: 8 }], small(0, 1))).toEqual(new Set([0, 1]));
    // 1 + 2 or 2 + 1.
    expect(foundBySubtraction([0, 1], [{ places: [0, 1], sum: 3 }], small(0, 1))).toEqual(new Set());
  });

  it('finds what only several sums together tell', () => {
    const rows = [
      { places: [0, 1], sum: 5 },
      { places: [2, 3], sum: 7 },
    ];
    const columns = [
      { places: [0, 2], sum: 4 },
      { places: [1, 3], sum: 8 },
    ];
    // Of two rows and two columns one number is free: here it may be from 0 to 4.
    expect(foundBySubtraction([0, 1, 2, 3], [...rows, ...columns], anything)).toEqual(new Set());
    // (5 − x) + (4 − x) = 3 has one solution, and all others follow from it: 3, 2, 1, 6.
    const crosswise = { places: [1, 2], sum: 3 };
    expect(foundBySubtraction([0, 1, 2, 3], [...rows, ...columns, crosswise], anything)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('does not take for found what is marked small and stands in no sum', () => {
    expect(foundBySubtraction([0, 1], [{ places: [1, 2], sum: 9 }], small(0, 1))).toEqual(new Set());
  });

  it('takes for found what cannot be worked out', () => {
    const contradiction = [
      { places: [0, 1], sum: 3 },
      { places: [0, 1], sum: 4 },
    ];
    expect(foundBySubtraction([0], contradiction, anything)).toEqual(new Set([0]));
  });
});
