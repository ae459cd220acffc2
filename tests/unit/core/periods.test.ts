import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriods, PERIODS, startOfPeriod, yearBefore } from '../../../src/core/periods.ts';
import { dayToIso, isoToDay } from '../../../src/core/time.ts';

describe('startOfPeriod', () => {
  it.each([
    ['2023-05-17', 'week', 1, '2023-05-15'],
    ['2023-05-17', 'week', 7, '2023-05-14'],
    ['2023-05-17', 'week', 3, '2023-05-17'],
    ['1969-12-31', 'week', 1, '1969-12-29'],
    ['2023-05-17', 'month', 1, '2023-05-01'],
    ['2023-05-17', 'quarter', 1, '2023-04-01'],
    ['2023-12-31', 'quarter', 1, '2023-10-01'],
  ] as const)('of %s, by %s from day %i, is %s', (iso, period, firstDayOfWeek, expected) => {
    expect(startOfPeriod(iso, period, firstDayOfWeek)).toBe(expected);
  });

  it('puts every day into the one period that holds it', () => {
    const day = fc.integer({ min: -40_000, max: 60_000 }).map(dayToIso);
    fc.assert(
      fc.property(day, fc.constantFrom(...PERIODS), fc.integer({ min: 1, max: 7 }), (iso, period, first) => {
        const start = startOfPeriod(iso, period, first);
        const next = addPeriods(start, 1, period);
        expect(start <= iso && iso < next).toBe(true);
        expect(startOfPeriod(next, period, first)).toBe(next);
        expect(startOfPeriod(start, period, first)).toBe(start);
      }),
    );
  });
});

describe('addPeriods', () => {
  it('goes both ways over the ends of years', () => {
    expect(addPeriods('2023-11-01', 3, 'month')).toBe('2024-02-01');
    expect(addPeriods('2023-01-01', -1, 'quarter')).toBe('2022-10-01');
    expect(addPeriods('2023-01-02', -1, 'week')).toBe('2022-12-26');
  });
});

describe('yearBefore', () => {
  it('keeps months, quarters and weekdays', () => {
    expect(yearBefore('2023-06-01', 'month')).toBe('2022-06-01');
    expect(yearBefore('2023-04-01', 'quarter')).toBe('2022-04-01');
    expect(isoToDay('2023-06-05') - isoToDay(yearBefore('2023-06-05', 'week'))).toBe(364);
  });
});
