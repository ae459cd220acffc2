import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInterval } from '../../../src/core/interval-scale.ts';

describe('placeInterval', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

  it('draws everything inside the line, in order', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        const [low, value, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const places = placeInterval(value, low, high);
        expect(places.low).toBeLessThanOrEqual(places.value + 1e-6);
        expect(places.value).toBeLessThanOrEqual(places.high + 1e-6);
        for (const place of Object.values(places)) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('shows zero when it is inside or near, and not when it is far', () => {
    expect(placeInterval(1, -1, 3).zero).toBeDefined();
    expect(placeInterval(4, 2, 6).zero).toBeDefined();
    expect(placeInterval(1001, 1000, 1002).zero).toBeUndefined();
  });
});
