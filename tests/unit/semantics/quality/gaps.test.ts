import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findGaps, median } from '../../../../src/semantics/quality/gaps.ts';
import { poissonDays } from '../../../fixtures/quality/series.ts';
import { randomSource } from '../../../../src/statistics/random.ts';

describe('findGaps', () => {
  it('finds days without anything where there should be some', () => {
    const days = poissonDays({ days: 300, mean: 30, seed: 1 });
    for (const day of [100, 101, 102, 200]) days[day] = 0;
    expect(findGaps(days).map(({ from, to }) => [from, to])).toEqual([
      [100, 102],
      [200, 200],
    ]);
  });

  it('takes a shop that closes on Sundays for one', () => {
    const days = poissonDays({ days: 300, mean: 30, seed: 2 }).map((count, day) => (day % 7 === 6 ? 0 : count));
    expect(findGaps(days)).toEqual([]);
    days[100] = 0;
    expect(findGaps(days).map(({ from }) => from)).toEqual([100]);
  });

  it('does not wonder at a log that sets in late, or that is nearly empty', () => {
    const late = poissonDays({ days: 200, mean: 40, seed: 3 }).map((count, day) => (day > 0 && day < 120 ? 0 : count));
    expect(findGaps(late)).toEqual([]);
    expect(findGaps(poissonDays({ days: 400, mean: 0.7, seed: 4 }))).toEqual([]);
  });

  it('is silent about short series', () => {
    expect(findGaps([5, 0, 5, 5, 5, 5, 5])).toEqual([]);
  });

  it('reports days that are empty, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 200 }), (days) => {
        const gaps = findGaps(days);
        for (const { from, to } of gaps) expect(days.slice(from, to + 1).every((count) => count === 0)).toBe(true);
        gaps.slice(1).forEach((gap, i) => expect(gap.from).toBeGreaterThan(gaps[i].to + 1));
      }),
    );
  });

  it('raises a false alarm in fewer than 2 of 100 series', () => {
    const random = randomSource(9);
    let alarms = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const mean = 3 + 40 * random.uniform();
      if (findGaps(poissonDays({ days: 365, mean, seed, dispersion: seed % 3 })).length > 0) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(6);
  });
});

describe('median', () => {
  it('is the middle value, or the mean of the middle two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBe(0);
  });
});
