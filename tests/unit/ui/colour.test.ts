import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, mix, sequentialColour, textOn, withOpacity } from '../../../src/ui/colour.ts';
import { chartTheme } from '../../fixtures/chart-theme.ts';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it('is 21 between black and white, 1 between equals, and symmetric', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
    fc.assert(
      fc.property(hex, hex, (one, other) => {
        expect(contrast(one, one)).toBe(1);
        expect(contrast(one, other)).toBe(contrast(other, one));
      }),
    );
  });

  it('agrees with the example of WCAG: #777777 on white is 4.48', () => {
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});

describe('textOn', () => {
  it('reads on any ground of the sequential scale', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (t) => {
        const ground = sequentialColour(chartTheme, t);
        expect(contrast(textOn(ground, chartTheme), ground)).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});

describe('mix', () => {
  it('ends at its colours', () => {
    fc.assert(
      fc.property(hex, hex, (from, to) => {
        expect([mix(from, to, 0), mix(from, to, 1), mix(from, to, 7)]).toEqual([from, to, to]);
      }),
    );
  });
});

describe('withOpacity', () => {
  it('adds the fourth channel', () => {
    expect(withOpacity('#0f6b5c', 0.5)).toBe('#0f6b5c80');
  });

  it('rejects what is not a colour', () => {
    expect(() => withOpacity('red', 1)).toThrow(RangeError);
  });
});
