import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { es } from '../../../src/i18n/es.ts';
import { languages, translate } from '../../../src/i18n/translate.ts';
import { differences, faultsOfStyle, leftInEnglish, placesOf, unknownStyles, type Dictionary } from './dictionaries.ts';
import { emptyPatterns, unknownKeys, unusedKeys, usageOf } from './key-usage.ts';
import { readSources, virtualFiles } from './source-files.ts';

const usage = usageOf(readSources('src'));

const areas = import.meta.glob<Record<string, Dictionary>>('../../../src/i18n/*/*.ts', { eager: true });

function areasOf(language: string): Dictionary[] {
  return Object.entries(areas)
    .filter(([path]) => path.includes(`/i18n/${language}/`))
    .flatMap(([, module]) => Object.values(module));
}

/** A value of the kind that the place takes. */
function sampleValues(pattern: string): Record<string, string | number> {
  const places = placesOf(pattern).map((place) => place.split(':'));
  return Object.fromEntries(places.map(([name, kind]) => [name, kind === 'date' ? '2026-11-21' : 1]));
}

describe('the dictionaries', () => {
  it('have the same keys and take the same values in both languages', () => {
    expect(differences(en, es)).toEqual([]);
  });

  it('are not left in English', () => {
    expect(leftInEnglish(en, es)).toEqual([]);
  });

  it('use only formats that exist', () => {
    expect([...unknownStyles(en), ...unknownStyles(es)]).toEqual([]);
  });

  it.each(languages)('give a text for every key in “%s”', (language) => {
    for (const [key, pattern] of Object.entries(en)) {
      const text = translate({ key, values: sampleValues(pattern) }, { language, currency: 'EUR' });
      expect(text, key).not.toBe('');
    }
  });

  it('are written in the style of the house', () => {
    expect(faultsOfStyle(en, es)).toEqual([]);
  });

  it.each([
    ['en', en],
    ['es', es],
  ] as const)('of “%s” hold every area, and no key twice', (language, dictionary) => {
    const keys = areasOf(language).flatMap((area) => Object.keys(area));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(keys.filter((key) => !(key in dictionary))).toEqual([]);
  });

  it('have whatever the code says', () => {
    expect(unknownKeys(usage, en)).toEqual([]);
    expect(emptyPatterns(usage, en)).toEqual([]);
  });

  it('have nothing that no code says', () => {
    expect(unusedKeys(usage, en)).toEqual([]);
  });
});

describe('differences', () => {
  it('catches missing keys and missing values', () => {
    expect(differences({ 'a.b': 'x', 'a.c': '{n}' }, { 'a.d': 'x', 'a.c': 'y' })).toHaveLength(3);
  });

  it('looks into choices and marks', () => {
    const en = { 'a.b': '{n, plural, one {<k>{x}</k>} other {y}}' };
    expect(differences(en, { 'a.b': '{n, plural, one {{x}} other {y}}' })).toHaveLength(1);
    expect(differences(en, en)).toEqual([]);
  });
});

describe('leftInEnglish', () => {
  it('catches an English sentence and spares names, units and numbers', () => {
    const same = { 'a.a': 'Open the file', 'a.b': 'SQL', 'a.c': '{n, number, integer} MB', 'a.d': 'Total' };
    expect(leftInEnglish(same, same)).toEqual(['a.a is the same in both languages: Open the file']);
  });
});

describe('unknownStyles', () => {
  it('catches a format that translate does not know', () => {
    expect(unknownStyles({ 'a.b': '{x, number, percent1} {y, number, share} {d, date, medium}' })).toHaveLength(1);
  });
});

describe('faultsOfStyle', () => {
  it.each(['Done!', 'Oops', 'Loading...', ' Blank'])('catches “%s”', (text) => {
    expect(faultsOfStyle({ 'a.b': text }, {})).toHaveLength(1);
  });

  it('catches a Spanish question without its first mark', () => {
    expect(faultsOfStyle({}, { 'a.b': 'Seguro?' })).toHaveLength(1);
  });
});

describe('usageOf', () => {
  const files = virtualFiles({
    'src/ui/A.svelte': `<script>const t = speech.say(open ? 'a.open' : 'a.closed');</script>
      <p title="a.title">{speech.say('a.text', { x: 1 })}</p>{#if speech.say('a.if')}x{:else if say('a.else')}y{/if}`,
    'src/core/b.ts': "throw new AppError('file-empty'); message(`b.${kind}.note`); const table = { key: 'b.table' };",
  });
  const dictionary = Object.fromEntries(
    [
      'a.open',
      'a.closed',
      'a.title',
      'a.text',
      'a.if',
      'a.else',
      'b.x.note',
      'b.table',
      'error.file-empty',
      'error.file-empty.hint',
    ].map((key) => [key, '']),
  );

  it('finds keys in scripts, markup, attributes, choices, tables and patterns, and codes of errors', () => {
    expect(unusedKeys(usageOf(files), dictionary)).toEqual([]);
    expect(unknownKeys(usageOf(files), dictionary)).toEqual([]);
    expect(emptyPatterns(usageOf(files), dictionary)).toEqual([]);
  });

  it('catches what the dictionary lacks', () => {
    const { 'a.text': _, 'error.file-empty.hint': __, 'b.x.note': ___, ...rest } = dictionary;
    expect(unknownKeys(usageOf(files), rest)).toHaveLength(2);
    expect(emptyPatterns(usageOf(files), rest)).toHaveLength(1);
  });

  it('catches what nothing says', () => {
    expect(unusedKeys(usageOf(files), { ...dictionary, 'a.left-over': '', 'error.never': '' })).toEqual([
      'a.left-over',
      'error.never',
    ]);
  });
});
