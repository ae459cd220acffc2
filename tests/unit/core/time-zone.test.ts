import { describe, expect, it } from 'vitest';
import { localTimeConverter, zoneOffsets } from '../../../src/core/time-zone.ts';

const HOUR = 3_600_000;

describe('zoneOffsets', () => {
  it('knows no change in UTC', () => {
    expect(zoneOffsets('UTC')).toEqual([{ fromMs: -Infinity, offsetMs: 0 }]);
  });

  it('finds the changes of Madrid in 2024 to the second', () => {
    expect(zoneOffsets('Europe/Madrid', 2024, 2024)).toEqual([
      { fromMs: -Infinity, offsetMs: HOUR },
      { fromMs: Date.UTC(2024, 2, 31, 1), offsetMs: 2 * HOUR },
      { fromMs: Date.UTC(2024, 9, 27, 1), offsetMs: HOUR },
    ]);
  });

  it('knows zones apart by half hours and of the southern summer', () => {
    expect(zoneOffsets('Asia/Kolkata', 2020, 2020)).toEqual([{ fromMs: -Infinity, offsetMs: 5.5 * HOUR }]);
    expect(zoneOffsets('Australia/Lord_Howe', 2023, 2023).map(({ offsetMs }) => offsetMs / HOUR)).toEqual([
      11, 10.5, 11,
    ]);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => zoneOffsets('Mars/Olympus')).toThrow(RangeError);
  });
});

describe('localTimeConverter', () => {
  it('agrees with Intl in a zone with many changes', () => {
    const convert = localTimeConverter(zoneOffsets('America/New_York', 1970, 2030));
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    for (let i = 0; i < 500; i += 1) {
      const ms = ((i * 7_919_000_017) % 60) * 365.25 * 24 * HOUR * 0.99 + i * 3_333_333_000;
      const whole = Math.floor(ms / 1000) * 1000;
      if (whole > Date.UTC(2030, 0, 1)) continue;
      expect(new Date(convert(whole)).toISOString().slice(0, 19).replace('T', ' ')).toBe(format.format(whole));
    }
  });
});
