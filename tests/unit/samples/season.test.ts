import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { END, SERVICE, START } from '../../../src/samples/online-shop/scenario.ts';
import { dayAt, seasonTime } from '../../../src/samples/online-shop/season.ts';

const days = fc.double({ min: START, max: END, noNaN: true });

describe('seasonTime', () => {
  it('starts at zero and weighs a day 1 on average, until service comes in', () => {
    expect(seasonTime(START)).toBe(0);
    expect(seasonTime(SERVICE.startDay)).toBeCloseTo(SERVICE.startDay - START, 8);
  });

  it('grows with every day, by at least a third and at most double', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        fc.pre(one !== other);
        const slope = (seasonTime(other) - seasonTime(one)) / (other - one);
        expect(slope).toBeGreaterThan(1 / 3);
        expect(slope).toBeLessThan(2);
      }),
    );
  });

  it('knows November from August', () => {
    const month = (from: number) => seasonTime(from + 28) - seasonTime(from);
    // From 1 November and 1 August 2025.
    expect(month(START + 488) / month(START + 396)).toBeCloseTo(1.24 / 0.88, 3);
  });
});

describe('dayAt', () => {
  it('turns seasonTime around', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayAt(seasonTime(day))).toBeCloseTo(day, 8);
      }),
    );
    expect(dayAt(0)).toBe(START);
    expect(dayAt(seasonTime(END))).toBeCloseTo(END, 8);
  });
});
