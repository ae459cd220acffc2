import { describe, expect, it } from 'vitest';
import { message } from '../../../src/core/message.ts';
import { hasText, translate } from '../../../src/i18n/translate.ts';

describe('translate', () => {
  it.each(['toString', 'constructor', '__proto__', 'no.such.key'])('says nothing for the key %s', (key) => {
    expect(hasText(key)).toBe(false);
    expect(() => translate(message(key), { language: 'es', currency: 'EUR' })).toThrow(RangeError);
  });
});
