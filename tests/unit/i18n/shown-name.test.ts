import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipped, nameInSentence, shownName } from '../../../src/i18n/shown-name.ts';
import { translate } from '../../../src/i18n/translate.ts';

const OVERRIDE = 'invoice\u202Efdp.exe';
const TURNS = /(?![\t\n\r])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2067\uFEFF]/u;

describe('shownName', () => {
  it('shows what is not seen, and leaves no character that turns text around', () => {
    expect(shownName(OVERRIDE)).toBe('invoice[U+202E]fdp.exe');
    expect(shownName('a\u200Bb')).toBe('a[U+200B]b');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void expect(shownName(text)).not.toMatch(TURNS)));
  });

  it('leaves accents, Persian and emoji as they are', () => {
    for (const text of ['Año', 'می\u200Cخواهم', '👩\u200D🚀', '顧客', 'a\tb\nc']) expect(shownName(text)).toBe(text);
  });

  it('cuts what is too long, between characters', () => {
    expect([...shownName('x'.repeat(10_000))]).toHaveLength(121);
    expect(clipped(`${'x'.repeat(9)}👩`, 10)).toBe('xxxxxxxxx…');
    expect(clipped('short', 10)).toBe('short');
  });
});

describe('nameInSentence', () => {
  it('isolates what is written from the right, and nothing else', () => {
    expect(nameInSentence('שלום', 'table')).toBe('\u2068שלום\u2069');
    expect(nameInSentence('hello', 'table')).toBe('hello');
  });

  it('is what every sentence does with text from outside, in lists and sentences inside of it too', () => {
    const said = (values: Record<string, string | string[]>) =>
      translate({ key: 'error.table-unknown', values }, { language: 'en', currency: 'none' });
    expect(said({ table: OVERRIDE })).toContain('invoice[U+202E]fdp.exe');
    expect(said({ table: ['a', '\u2066b'] })).toContain('a, [U+2066]b');
    expect(said({ table: 'y'.repeat(10_000) }).length).toBeLessThan(300);
  });
});
