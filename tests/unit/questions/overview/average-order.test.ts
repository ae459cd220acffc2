import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposeAverageOrder, type Basket } from '../../../../src/questions/overview/average-order.ts';
import expected from '../../../fixtures/overview/average-order.json';

const products = 6;
const numbers = fc.array(fc.integer({ min: -3, max: 40 }), { minLength: products, maxLength: products });
const basket = fc
  .record({ orders: fc.integer({ min: 1, max: 50 }), quantities: numbers, prices: numbers, rest: fc.nat(90) })
  .map(({ orders, quantities, prices, rest }): Basket => {
    const amounts = quantities.map((quantity, i) => quantity * Math.abs(prices[i]));
    return { orders, quantities, amounts, paid: rest + amounts.reduce((sum, amount) => sum + amount, 0) };
  });

describe('decomposeAverageOrder', () => {
  it.each(expected)('agrees with exact fractions', ({ early, late, parts }) => {
    const found = decomposeAverageOrder(early, late)!;
    for (const [name, value] of Object.entries(parts)) {
      expect(found[name as keyof typeof parts]).toBeCloseTo(value, 10);
    }
  });

  it('adds up to the change, and changes its signs when the ranges change places', () => {
    fc.assert(
      fc.property(basket, basket, (early, late) => {
        const one = decomposeAverageOrder(early, late);
        const other = decomposeAverageOrder(late, early);
        if (!one || !other) return expect(one).toBe(other);
        const change = late.paid / late.orders - early.paid / early.orders;
        expect(one.items + one.price + one.mix + one.other).toBeCloseTo(change, 8);
        for (const part of ['items', 'price', 'mix', 'other'] as const) expect(other[part]).toBeCloseTo(-one[part], 8);
      }),
    );
  });

  it('gives each cause its own part', () => {
    const early = { orders: 2, paid: 40, quantities: [2, 2], amounts: [10, 30] };
    const parts = (late: Basket) => {
      const { items, price, mix, other } = decomposeAverageOrder(early, late)!;
      return { items, price, mix, other };
    };
    const none = { items: 0, price: 0, mix: 0, other: 0 };
    expect(parts({ orders: 2, paid: 80, quantities: [4, 4], amounts: [20, 60] })).toEqual({ ...none, items: 20 });
    expect(parts({ orders: 2, paid: 44, quantities: [2, 2], amounts: [11, 33] })).toEqual({ ...none, price: 2 });
    expect(parts({ orders: 2, paid: 50, quantities: [1, 3], amounts: [5, 45] })).toEqual({ ...none, mix: 5 });
    expect(parts({ orders: 2, paid: 36, quantities: [2, 2], amounts: [10, 30] })).toEqual({ ...none, other: -2 });
  });

  it('takes a product of one range only for mix', () => {
    const early = { orders: 1, paid: 10, quantities: [1, 0], amounts: [10, 0] };
    const late = { orders: 1, paid: 30, quantities: [0, 1], amounts: [0, 30] };
    expect(decomposeAverageOrder(early, late)).toMatchObject({ items: 0, price: 0, mix: 20, other: 0 });
  });

  it('says nothing without units, and rejects what is no range', () => {
    const empty = { orders: 1, paid: 10, quantities: [0], amounts: [0] };
    expect(decomposeAverageOrder(empty, empty)).toBeUndefined();
    expect(() => decomposeAverageOrder({ ...empty, orders: 0 }, empty)).toThrow(RangeError);
    expect(() => decomposeAverageOrder({ ...empty, amounts: [] }, empty)).toThrow(RangeError);
  });
});
