import { describe, expect, it } from 'vitest';
import { findSeams, haveHours, hourShift } from '../../../../src/semantics/quality/hour-shift.ts';
import { randomSource } from '../../../../src/statistics/random.ts';

const COURSE = [1, 1, 1, 1, 1, 2, 4, 8, 14, 20, 24, 22, 18, 16, 18, 20, 22, 24, 20, 16, 12, 8, 4, 2];

/** A day's course of a shop, some hours later. */
function hours(n: number, later: number, seed: number): number[] {
  const random = randomSource(seed);
  const total = COURSE.reduce((sum, weight) => sum + weight, 0);
  return COURSE.map((_, hour) => random.poisson((n * COURSE[(hour - later + 48) % 24]!) / total));
}

describe('hourShift', () => {
  it.each([1, 2, 6, -5])('finds a day that runs %d hours later', (later) => {
    expect(hourShift(hours(5_000, 0, 1), hours(5_000, later, 2))).toBe(later);
  });

  it('finds nothing between two samples of the same day', () => {
    let alarms = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      if (hourShift(hours(600, 0, seed), hours(2_000, 0, 1_000 + seed)) !== undefined) alarms += 1;
    }
    expect(alarms).toBe(0);
  });

  it('finds nothing between days that differ in shape, nor in few times', () => {
    const night = COURSE.map((_, hour) => (hour < 5 ? 300 : 10));
    expect(hourShift(hours(5_000, 0, 3), night)).toBeUndefined();
    expect(hourShift(hours(200, 0, 4), hours(200, 3, 5))).toBeUndefined();
  });
});

describe('findSeams', () => {
  it('names the month from which on times are others, and each one once', () => {
    const months = Array.from({ length: 12 }, (_, month) => hours(2_000, month < 7 ? 0 : 6, month + 1));
    expect(findSeams(months)).toEqual([{ at: 7, hours: 6 }]);
    expect(findSeams(months.slice(0, 7))).toEqual([]);
  });
});

describe('haveHours', () => {
  it('is false for dates, which are midnights', () => {
    expect(haveHours([500, ...new Array<number>(23).fill(0)])).toBe(false);
    expect(haveHours(hours(500, 0, 1))).toBe(true);
    expect(haveHours(new Array<number>(24).fill(0))).toBe(false);
  });
});
