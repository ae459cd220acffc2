import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalRate, presentValue, rateBounds, type Flow } from '../../../../src/questions/return/cash-flow.ts';
import { countCosts } from '../../../../src/questions/return/costs.ts';
import { flowsOf } from '../../../../src/questions/return/flows.ts';
import { slicesOf } from '../../../../src/questions/return/slices.ts';
import expected from '../../../fixtures/return/return.json';

const { rates } = expected;
const flows = rates.flows.map(([days, amount]): Flow => ({ days, amount }));
const payments = (...amounts: number[]): Flow[] => amounts.map((amount, i) => ({ days: 100 * i, amount }));
const later = (days: number, spent: number, gained: number): Flow[] => [
  { days: 0, amount: spent },
  { days, amount: gained },
];

describe('presentValue', () => {
  it.each(rates.present)('agrees with numpy at a rate of %d', (rate, worth) => {
    expect(presentValue(flows, rate)).toBeCloseTo(worth, 8);
  });

  it('is the sum at a rate of 0', () => {
    expect(presentValue(payments(-3, 1, 4), 0)).toBe(2);
  });
});

describe('internalRate', () => {
  it('agrees with root finding', () => {
    expect(internalRate(flows)).toBeCloseTo(rates.value, 10);
  });

  it('is the rate at which nothing is left, in whatever order the payments come', () => {
    const amount = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 12 }), (spent, gains) => {
        const all = payments(-spent, ...gains);
        const rate = internalRate(all);
        fc.pre(rate !== undefined);
        expect(Math.abs(presentValue(all, rate!))).toBeLessThan(1e-6 * spent);
        expect(internalRate([...all].reverse())).toBe(rate);
      }),
    );
  });

  it('is negative when less comes back than was spent', () => {
    expect(internalRate(later(365.25, -100, 90))).toBeCloseTo(-0.1, 12);
  });

  it('is undefined without one change of sign from minus to plus', () => {
    for (const amounts of [[], [0, 0], [-1], [1, 2], [-1, -2], [5, -1], [-1, 3, -3], [0, 2, 0, -1]]) {
      expect(internalRate(payments(...amounts))).toBeUndefined();
    }
    expect(internalRate(payments(-1, 0, 0, 2))).toBeGreaterThan(0);
  });

  it('is the only one above 0 where the payments turn several times, and their sum so far once', () => {
    const all = payments(-10, 4, -1, 12, -2, 3);
    const rate = internalRate(all)!;
    expect(rate).toBeGreaterThan(0);
    expect(presentValue(all, rate)).toBeCloseTo(0, 6);
    expect(internalRate(payments(-10, 14, -8, 9))).toBeUndefined();
    expect(internalRate(payments(-10, 14, -8, 3))).toBeUndefined();
  });

  it('has bounds where it is none: all lost, beyond what is searched, or several', () => {
    expect(rateBounds(payments(-5, -1))).toEqual({ low: -1, high: -1 });
    expect(rateBounds(later(1, -1, 50))).toEqual({ low: 1e9, high: Infinity });
    const { low, high } = rateBounds(later(5, -100, 1));
    expect([low, high < -0.99]).toEqual([-1, true]);
    expect(rateBounds(payments(-10, 14, -8, 3))).toEqual({ low: -1, high: Infinity });
  });

  it('is undefined beyond a thousand million per year', () => {
    expect(internalRate(later(1, -1, 50))).toBeUndefined();
  });
});

describe('countCosts', () => {
  const entry = (day: string | null, amount: number, category = 'team') => ({ category, day, amount });
  const entries = [
    entry('2024-02-01', 50),
    entry('2024-03-01', 10, 'media'),
    entry('2024-03-05', 7),
    entry('2024-03-31', 2),
  ];
  const window = { start: '2024-03-01', end: '2024-03-31', share: 1 };

  it('counts what was spent before the end, whenever it began', () => {
    expect(countCosts(entries, window)).toEqual({
      ...{ total: 67, later: 2, undated: 0, last: '2024-03-05', recurs: true },
      byCategory: [
        { category: 'team', amount: 57 },
        { category: 'media', amount: 10 },
      ],
      entries: [
        { days: 0, amount: 50 },
        { days: 0, amount: 10 },
        { days: 4, amount: 7 },
      ],
    });
  });

  it('takes the share of each', () => {
    const half = countCosts(entries, { ...window, share: 0.5 })!;
    expect(half.total).toBe(33.5);
    expect(half.byCategory.reduce((sum, { amount }) => sum + amount, 0)).toBe(33.5);
    expect(half.entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(33.5);
  });

  it('counts what has no date as spent at the start', () => {
    const found = countCosts([entry('2024-03-10', 3), entry(null, 5)], { ...window, share: 0.5 })!;
    expect(found).toMatchObject({ total: 4, undated: 2.5, last: '2024-03-10', recurs: false });
    expect(found.entries[1]).toEqual({ days: 0, amount: 2.5 });
    expect(countCosts([entry(null, 5)], window)).not.toHaveProperty('last');
  });

  it('is undefined when nothing was spent in time', () => {
    expect(countCosts([], window)).toBeUndefined();
    expect(countCosts([entry('2024-03-31', 2)], window)).toBeUndefined();
  });
});

describe('slicesOf', () => {
  it('cuts a window into months, at most twelve, at least one', () => {
    expect([1, 30, 33, 34, 90, 180, 365, 3650].map((days) => slicesOf(days).count)).toEqual([1, 1, 1, 2, 3, 6, 12, 12]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3650 }), (windowDays) => {
        const { count, days } = slicesOf(windowDays);
        expect(count * days).toBeCloseTo(windowDays, 9);
      }),
    );
  });
});

describe('flowsOf', () => {
  const costs = {
    ...{ total: 0, byCategory: [], later: 0, undated: 0, recurs: false },
    entries: rates.costs.map(([days, amount]) => ({ days, amount })),
  };

  it('agrees with numpy', () => {
    const { treated, control } = rates.arms;
    const bySlice = treated.mean.map((mean, k) => mean - control.mean[k]!);
    const found = flowsOf(bySlice, { treated: treated.n, costs, slices: slicesOf(90) });
    expect(found.map(({ days }) => days)).toEqual(flows.map(({ days }) => days));
    found.forEach(({ amount }, i) => expect(amount).toBeCloseTo(flows[i]!.amount, 6));
  });

  it('loses nothing, whenever it was spent', () => {
    const amounts = fc.array(fc.record({ days: fc.nat(400), amount: fc.integer({ min: 1, max: 999 }) }));
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 365 }), (entries, windowDays) => {
        const slices = slicesOf(windowDays);
        const none = new Array<number>(slices.count).fill(0);
        const found = flowsOf(none, { treated: 9, costs: { ...costs, entries }, slices });
        const spent = entries.reduce((sum, { amount }) => sum + amount, 0);
        expect(found.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(-spent, 9);
      }),
    );
  });
});
