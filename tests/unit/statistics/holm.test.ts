import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/statistics/benjamini-hochberg.ts';
import { holm } from '../../../src/statistics/holm.ts';
import fixture from '../../fixtures/statistics/experiment.json' with { type: 'json' };

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('holm', () => {
  it.each(fixture.adjusted)('equals the definition: $pValues', ({ pValues: given, holm: expected }) => {
    holm(given).forEach((p, i) => expect(p).toBeCloseTo(expected[i], 12));
  });

  it('rejects what is no probability', () => {
    expect(() => holm([0.2, 1.2])).toThrow(RangeError);
  });
});

describe('benjaminiHochberg', () => {
  it.each(fixture.adjusted)('equals scipy: $pValues', ({ pValues: given, benjaminiHochberg: expected }) => {
    benjaminiHochberg(given).forEach((p, i) => expect(p).toBeCloseTo(expected[i], 12));
  });

  it('lies between the p-value and Holm’s', () => {
    fc.assert(
      fc.property(pValues, (given) => {
        const [strict, mild] = [holm(given), benjaminiHochberg(given)];
        given.forEach((p, i) => {
          expect(mild[i]).toBeGreaterThanOrEqual(p);
          expect(strict[i]).toBeGreaterThanOrEqual(mild[i] * (1 - 1e-12));
        });
      }),
    );
  });
});
