import { IntlMessageFormat } from 'intl-messageformat';
import type { Violation } from './source-files.ts';

export type Dictionary = Readonly<Record<string, string>>;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The kinds of elements of an ICU pattern, as the parser numbers them. */
const ARGUMENT = 1;
const NUMBER = 2;
const DATE = 3;
const SELECT = 5;
const PLURAL = 6;
const TAG = 8;

const STYLES: Readonly<Record<number, readonly string[]>> = {
  [NUMBER]: ['integer', 'decimal', 'share', 'share0', 'compact', 'money', 'money0'],
  [DATE]: ['short', 'medium', 'long', 'month'],
};

/** A style is a name, or a skeleton (`::.000`) that the parser has read already. */
function styleOf(style: unknown): string {
  return typeof style === 'string' ? style : '';
}

/** Every argument, number, date, choice and mark of a pattern, nested ones too, as `name:kind[:style]`. */
export function placesOf(pattern: string): string[] {
  const places = new Set<string>();
  const walk = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type === ARGUMENT) places.add(`${element.value}:argument`);
      else if (element.type === NUMBER) places.add(`${element.value}:number:${styleOf(element.style)}`);
      else if (element.type === DATE) places.add(`${element.value}:date:${styleOf(element.style)}`);
      else if (element.type === SELECT || element.type === PLURAL) {
        places.add(`${element.value}:choice`);
        for (const option of Object.values(element.options)) walk(option.value);
      } else if (element.type === TAG) {
        places.add(`${element.value}:mark`);
        walk(element.children);
      }
    }
  };
  walk(new IntlMessageFormat(pattern, 'en').getAst());
  return [...places].sort();
}

const namesOf = (pattern: string): string => [...new Set(placesOf(pattern).map((place) => place.split(':')[0]))].join();

/** Keys that one language has and the other has not, and texts that do not take the same values. */
export function differences(en: Dictionary, es: Dictionary): Violation[] {
  const missing = Object.keys(en).filter((key) => !(key in es));
  const extra = Object.keys(es).filter((key) => !(key in en));
  const unequal = Object.keys(en).filter((key) => key in es && namesOf(en[key]!) !== namesOf(es[key]!));
  return [
    ...missing.map((key) => `${key} is missing in Spanish` as const),
    ...extra.map((key) => `${key} is missing in English` as const),
    ...unequal.map(
      (key) =>
        `${key} takes ${namesOf(en[key]!) || 'nothing'} in English, ${namesOf(es[key]!) || 'nothing'} in Spanish` as const,
    ),
  ];
}

/** Formats that `translate` does not know would be ignored without a word. */
export function unknownStyles(dictionary: Dictionary): Violation[] {
  return Object.entries(dictionary).flatMap(([key, pattern]) =>
    placesOf(pattern)
      .map((place) => place.split(':'))
      .filter(([, kind, style]) => (kind === 'number' || kind === 'date') && style !== '' && !isStyle(kind, style))
      .map(([name, , style]) => `${key} shows ${name} as ${style}, which is no format` as const),
  );
}

function isStyle(kind: string, style: string | undefined): boolean {
  return STYLES[kind === 'number' ? NUMBER : DATE]!.includes(style ?? '');
}

/** Words that are the same in both languages; capitals and words of one or two letters are taken for names and units. */
const SAME_WORDS = new Set(
  [
    'Rédito',
    'Inter',
    'DuckDB',
    'Gamma-Gamma',
    'Chromium',
    'Firefox',
    'Safari',
    'Chrome',
    'Edge',
    'Parquet',
    'Español',
    'English',
  ]
    .concat([
      'total',
      'error',
      'logistic',
      'normal',
      'natural',
      'decimal',
      'general',
      'global',
      'social',
      'final',
      'no',
      'original',
    ])
    .map((word) => word.toLowerCase()),
);

/** Texts that were left in English. */
export function leftInEnglish(en: Dictionary, es: Dictionary): Violation[] {
  return Object.keys(en)
    .filter((key) => en[key] === es[key] && !isNeutral(en[key]!))
    .map((key) => `${key} is the same in both languages: ${en[key]}` as const);
}

function isNeutral(pattern: string): boolean {
  const withoutPlaces = pattern.replaceAll(/<\/?\w+>/g, ' ').replaceAll(/\{[^{}]*\}/g, ' ');
  const words = withoutPlaces.match(/[\p{L}][\p{L}-]*/gu) ?? [];
  return words.every((word) => word.length <= 2 || word === word.toUpperCase() || SAME_WORDS.has(word.toLowerCase()));
}

const STYLE_FAULTS = [
  { pattern: /[!¡]/, fault: 'exclaims' },
  { pattern: /\boops\b|\bups\b/i, fault: 'jokes' },
  { pattern: /\.\.\./, fault: 'has three dots for an ellipsis' },
  { pattern: / {2}|^\s|\s$/, fault: 'has stray blanks' },
];

export function faultsOfStyle(en: Dictionary, es: Dictionary): Violation[] {
  const inBoth = [en, es].flatMap((dictionary) =>
    Object.entries(dictionary).flatMap(([key, text]) =>
      STYLE_FAULTS.filter(({ pattern }) => pattern.test(text)).map(({ fault }) => `${key} ${fault}: ${text}` as const),
    ),
  );
  const questions = Object.entries(es)
    .filter(([, text]) => text.includes('?') && !text.includes('¿'))
    .map(([key, text]) => `${key} asks without ¿: ${text}` as const);
  return [...inBoth, ...questions];
}
