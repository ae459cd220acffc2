import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileBars } from '../../../../../src/app/pages/tables/profile-bars.ts';
import type { ColumnProfile } from '../../../../../src/core/table-info.ts';

const profile = (given: Partial<ColumnProfile>): ColumnProfile => ({
  name: 'x',
  type: 'DOUBLE',
  missing: 0,
  distinct: 3,
  distinctIsApproximate: false,
  low: 0,
  high: 1,
  bars: [],
  ...given,
});

describe('profileBars', () => {
  it('puts every count into its place and loses none', () => {
    const labels = fc.uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(labels, (values) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const drawn = profileBars(profile({ low, high, bars: values.map((label) => ({ label, count: 2 })) }));
        expect(drawn?.kind).toBe('bins');
        expect(drawn?.bars).toHaveLength(24);
        expect(drawn?.bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length * 2);
      }),
    );
  });

  it('keeps empty bins of times empty', () => {
    const bars = [
      { label: '2011-01-01T00:00:00', count: 5 },
      { label: '2011-12-31T23:00:00', count: 7 },
    ];
    const drawn = profileBars(
      profile({ type: 'TIMESTAMP', low: '2011-01-01T00:00:00', high: '2011-12-31T23:59:00', bars }),
    );
    expect(drawn?.bars.map(({ count }) => count)).toEqual([5, ...Array.from({ length: 22 }, () => 0), 7]);
  });

  it('draws few words as they are, digits among them, and many not at all', () => {
    const words = { type: 'VARCHAR', low: '0001', high: '0009', bars: [{ label: '0001', count: 3 }] };
    expect(profileBars(profile({ ...words, distinct: 2 }))).toEqual({
      kind: 'values',
      bars: [{ label: '0001', count: 3 }],
    });
    expect(profileBars(profile({ ...words, distinct: 4000 }))).toBeUndefined();
  });

  it('draws nothing when all is missing', () => {
    expect(profileBars(profile({ low: null, high: null }))).toBeUndefined();
  });
});
