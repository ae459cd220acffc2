import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignFolds } from '../../../src/learning/folds.ts';
import { randomSource } from '../../../src/statistics/random.ts';

const rows = fc.array(fc.record({ customer: fc.integer({ min: 0, max: 40 }), label: fc.integer({ min: 0, max: 1 }) }), {
  minLength: 10,
  maxLength: 200,
});

describe('assignFolds', () => {
  it('keeps the rows of a customer together and spreads customers evenly', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 6 }), (list, folds) => {
        const customers = list.map(({ customer }) => customer);
        const labels = list.map(({ label }) => label);
        const assigned = assignFolds(customers, labels, folds, randomSource(1));
        const foldOf = new Map<number, number>();
        customers.forEach((customer, row) => {
          expect(assigned[row]).toBe(foldOf.get(customer) ?? assigned[row]);
          foldOf.set(customer, assigned[row]);
        });
        const sizes = Array.from({ length: folds }, (_, fold) => [...foldOf.values()].filter((f) => f === fold).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('spreads customers with a positive row evenly too', () => {
    const labels = Array.from({ length: 100 }, (_, row) => Number(row < 10));
    const assigned = assignFolds(Array.from(labels.keys()), labels, 5, randomSource(3));
    const positives = [0, 1, 2, 3, 4].map(
      (fold) => labels.filter((label, row) => label === 1 && assigned[row] === fold).length,
    );
    expect(positives).toEqual([2, 2, 2, 2, 2]);
  });

  it('refuses a single fold', () => {
    expect(() => assignFolds([1], [1], 1, randomSource(1))).toThrow(RangeError);
  });
});
