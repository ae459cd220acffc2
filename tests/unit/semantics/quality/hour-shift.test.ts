import { describe, expect, it } from 'vitest';
import { findSeams, haveHours, hourShift, partSeams } from '../../../../src/semantics/quality/hour-shift.ts';
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

describe('partSeams', () => {
  /** Months of two years from January on, in UTC, where clocks go forward in the spring. */
  const monthOf = (at: number): number => (at % 12) + 1;
  const isSummer = (at: number): boolean => monthOf(at) >= 4 && monthOf(at) <= 10;

  it.each([
    ['north', -1],
    ['south', 1],
  ])('knows daylight saving by its months and sides, in the %s', (_, hoursInSummer) => {
    const months = Array.from({ length: 24 }, (__, at) => hours(8_000, isSummer(at) ? hoursInSummer : 0, at + 1));
    const { daylight, others } = partSeams(findSeams(months), monthOf);
    expect(daylight.map(({ at }) => at)).toEqual([3, 10, 15, 22]);
    expect(others).toEqual([]);
  });

  it('leaves what is none of it', () => {
    const seams = [
      { at: 3, hours: -1 },
      { at: 6, hours: 1 },
      { at: 10, hours: 1 },
      { at: 15, hours: 6 },
      { at: 22, hours: -1 },
    ];
    const { daylight, others } = partSeams(seams, monthOf);
    expect(daylight).toEqual([seams[0], seams[2]]);
    expect(others).toEqual([seams[1], seams[3], seams[4]]);
  });
});

describe('haveHours', () => {
  it('is false for dates, which are midnights', () => {
    expect(haveHours([500, ...new Array<number>(23).fill(0)])).toBe(false);
    expect(haveHours(hours(500, 0, 1))).toBe(true);
    expect(haveHours(new Array<number>(24).fill(0))).toBe(false);
  });
});
