import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapToTarget, placeTarget } from '../../../src/ui/target-scale.ts';

describe('placeTarget', () => {
  it('keeps zero, value and target on the line, in their order', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, number, (value, target) => {
        const places = placeTarget(value, target);
        for (const place of Object.values(places)) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
        if (value < target) expect(places.value).toBeLessThanOrEqual(places.target);
        else expect(places.value).toBeGreaterThanOrEqual(places.target);
      }),
    );
  });
});

describe('gapToTarget', () => {
  it.each([
    [90, 100, false, { reached: false, relative: -0.1 }],
    [110, 100, false, { reached: true }],
    [110, 100, true, { reached: false }],
    [100, 100, true, { reached: true, relative: 0 }],
  ])('of %d against %d (less is better: %s)', (value, target, isBetterLow, expected) => {
    const gap = gapToTarget(value, target, isBetterLow);
    expect(gap.reached).toBe(expected.reached);
    if ('relative' in expected) expect(gap.relative).toBeCloseTo(expected.relative!, 12);
  });

  it('gives no ratio to a target that is not positive', () => {
    expect(gapToTarget(-5, -10, false)).toEqual({ reached: true, relative: null });
    expect(gapToTarget(-5, 20, false)).toEqual({ reached: false, relative: null });
  });
});
