import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, type GroupMeans } from '../../../../src/questions/return/components.ts';

const group = fc
  .record({
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    frequency: fc.double({ min: 1, max: 9, noNaN: true }),
    perOrder: fc.double({ min: -20, max: 90, noNaN: true }),
  })
  .map(({ share, frequency, perOrder }): GroupMeans => ({
    active: share,
    orders: share * frequency,
    margin: share * frequency * perOrder,
  }));

describe('componentsOf', () => {
  it('adds up to the difference of the margins', () => {
    fc.assert(
      fc.property(group, group, (treated, control) => {
        const { buyers, frequency, perOrder } = componentsOf(treated, control)!;
        expect(buyers + frequency + perOrder).toBeCloseTo(treated.margin - control.margin, 8);
      }),
    );
  });

  it('changes its signs when the groups change places', () => {
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [there, back] = [componentsOf(one, other)!, componentsOf(other, one)!];
        for (const name of ['buyers', 'frequency', 'perOrder'] as const)
          expect(back[name]).toBeCloseTo(-there[name], 8);
      }),
    );
  });

  it('is the mean over all orders in which the factors can change', () => {
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    const factors = ({ active, orders: bought, margin }: GroupMeans) => [active, bought / active, margin / bought];
    const product = (list: readonly number[]) => list.reduce((a, b) => a * b, 1);
    fc.assert(
      fc.property(group, group, (treated, control) => {
        const parts = [0, 0, 0];
        for (const order of orders) {
          const now = factors(control);
          for (const i of order) {
            const before = product(now);
            now[i] = factors(treated)[i]!;
            parts[i]! += (product(now) - before) / orders.length;
          }
        }
        const { buyers, frequency, perOrder } = componentsOf(treated, control)!;
        [buyers, frequency, perOrder].forEach((found, i) => expect(found).toBeCloseTo(parts[i]!, 8));
      }),
    );
  });

  it('gives all of it to the only factor that differs', () => {
    const control = { active: 0.2, orders: 0.4, margin: 8 };
    expect(componentsOf({ active: 0.3, orders: 0.6, margin: 12 }, control)).toEqual({
      buyers: expect.closeTo(4, 12) as number,
      frequency: expect.closeTo(0, 12) as number,
      perOrder: expect.closeTo(0, 12) as number,
    });
    expect(componentsOf({ active: 0.2, orders: 0.5, margin: 10 }, control)!.frequency).toBeCloseTo(2, 12);
    expect(componentsOf({ active: 0.2, orders: 0.4, margin: 9 }, control)!.perOrder).toBeCloseTo(1, 12);
  });

  it('is undefined where nobody buys', () => {
    const some = { active: 0.2, orders: 0.4, margin: 8 };
    const none = { active: 0, orders: 0, margin: -1 };
    expect(componentsOf(some, none)).toBeUndefined();
    expect(componentsOf(none, some)).toBeUndefined();
  });
});
