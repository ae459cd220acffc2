import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../src/app/language-of.ts';

describe('languageOf', () => {
  it('takes the languages there are, and nothing else', () => {
    expect(['en', 'es'].map(languageOf)).toEqual(['en', 'es']);
    for (const given of ['fr', '', null, 1, 'EN']) expect(() => languageOf(given)).toThrow('parameter-invalid');
  });
});
