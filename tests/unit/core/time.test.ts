import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, DAYS_PER_MONTH, dayToIso, daysPer, isoToDay } from '../../../src/core/time.ts';

describe('isoToDay', () => {
  it('is undone by dayToIso', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => isoToDay(dayToIso(day)) === day));
  });

  it('counts the first centuries as they are', () => {
    expect(dayToIso(isoToDay('0001-01-01'))).toBe('0001-01-01');
    expect(isoToDay('0099-12-31') + 1).toBe(isoToDay('0100-01-01'));
  });

  it('reads the date part of a timestamp', () => {
    expect(isoToDay('2011-12-09T12:50:00')).toBe(isoToDay('2011-12-09'));
  });

  it.each(['2011-02-30', '09/12/2011', '', '2011-13-01'])('refuses “%s”', (text) => {
    expect(() => isoToDay(text)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it('crosses months and leap days', () => {
    expect(addDays('2012-02-28', 2)).toBe('2012-03-01');
    expect(addDays('2011-09-10', -90)).toBe('2011-06-12');
  });
});

describe('daysPer', () => {
  it('counts a month as 365.25 / 12 days', () => {
    expect(daysPer('month')).toBe(DAYS_PER_MONTH);
    expect(12 * daysPer('month')).toBe(365.25);
  });
});
