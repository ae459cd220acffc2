import { describe, expect, it } from 'vitest';
import { findLevelShifts } from '../../../../src/semantics/quality/level-shifts.ts';
import { weeksWithoutShift, type World } from '../../../fixtures/quality/series.ts';

describe('findLevelShifts', () => {
  it('finds the week in which a level doubles or halves for good', () => {
    for (const [factor, seed] of [
      [2, 1],
      [0.5, 2],
      [1.8, 3],
    ] as const) {
      const weeks = weeksWithoutShift('independent', 80, seed).map((count, week) =>
        week < 40 ? count : count * factor,
      );
      const [shift, ...others] = findLevelShifts(weeks);
      expect(shift!.at).toBeGreaterThanOrEqual(39);
      expect(shift!.at).toBeLessThanOrEqual(41);
      expect(Math.abs(Math.log(shift!.factor / factor))).toBeLessThan(0.25);
      expect(others).toEqual([]);
    }
  });

  it('takes weeks of Christmas, which come back to where they were, for no shift', () => {
    const weeks = weeksWithoutShift('independent', 104, 4).map((count, week) => (week % 52 > 46 ? count * 1.8 : count));
    expect(findLevelShifts(weeks)).toEqual([]);
  });

  it('does not fall for single weeks', () => {
    const weeks = weeksWithoutShift('independent', 80, 5);
    weeks[30] = 0;
    weeks[31] = 9_000;
    expect(findLevelShifts(weeks)).toEqual([]);
  });

  it('is silent about short series', () => {
    expect(findLevelShifts([...new Array<number>(9).fill(100), ...new Array<number>(9).fill(900)])).toEqual([]);
  });

  // The long run is in tests/simulate.
  it.each<[World, number]>([
    ['independent', 3],
    ['trend', 3],
    ['season', 3],
    ['poisson', 3],
    ['autocorrelated', 8],
  ])('raises few false alarms in a world that is %s', (world, most) => {
    let alarms = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      if (findLevelShifts(weeksWithoutShift(world, 104, seed)).length > 0) alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(most);
  });
});
