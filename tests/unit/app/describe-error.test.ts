import { describe, expect, it } from 'vitest';
import { describeError } from '../../../src/app/describe-error.ts';
import { Speech } from '../../../src/ui/speech.svelte.ts';

const speech = new Speech();
speech.language = 'es';

const invalid = (expected: string): string =>
  describeError(
    { code: 'parameter-invalid', details: { parameter: 'x', value: '-1', expected }, technical: '' },
    speech,
  ).hint;

describe('describeError', () => {
  it('names the type of a parameter in the language of the page', () => {
    expect(invalid('integer ≥ 0')).toBe('Admite: un número entero ≥ 0.');
    expect(invalid('week | month')).toBe('Admite: week | month.');
  });
});
