import { IntlMessageFormat } from 'intl-messageformat';
import type { Message } from '../core/message.ts';
import type { Json } from '../core/json.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { nameInSentence } from './shown-name.ts';

export type Language = 'en' | 'es';
export type MessageKey = keyof typeof en;

export const languages: readonly Language[] = ['en', 'es'];
const dictionaries: Record<Language, Record<MessageKey, string>> = { en, es };

/** Regional form per language: it decides on decimals, dates and the place of the currency. */
export const locales: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };

export interface Wording {
  language: Language;
  /** ISO 4217 or `none`. */
  currency: string;
}

/**
 * The text of a message in a language. Patterns are ICU MessageFormat; numbers can be shown as
 * `{x, number, integer|decimal|share|share0|money|money0|compact}` and ISO dates as `{d, date, short|medium|long}`. `<k>…</k>` marks the
 * key number and is kept for `Verdict` (`stripMarks` removes it).
 * @throws RangeError for a key that no dictionary has.
 */
export function translate(message: Message, wording: Wording): string {
  if (!hasText(message.key)) throw new RangeError(`no text for ${message.key}`);
  const pattern = dictionaries[wording.language][message.key];
  const values = Object.fromEntries(
    Object.entries(message.values).map(([name, value]) => [name, readValue(value, name, wording)]),
  );
  const marks = { k: (parts: unknown[]) => `<k>${parts.join('')}</k>` };
  return String(compiled(pattern, wording).format({ ...values, ...marks }));
}

export function stripMarks(text: string): string {
  return text.replaceAll(/<\/?k>/g, '');
}

const cache = new Map<string, IntlMessageFormat>();

function compiled(pattern: string, { language, currency }: Wording): IntlMessageFormat {
  const id = `${language}|${currency}|${pattern}`;
  let format = cache.get(id);
  if (!format) {
    format = new IntlMessageFormat(pattern, locales[language], {
      number: {
        integer: { maximumFractionDigits: 0 },
        decimal: { maximumFractionDigits: 2 },
        share: { style: 'percent', maximumFractionDigits: 1 },
        share0: { style: 'percent', maximumFractionDigits: 0 },
        compact: { notation: 'compact', maximumFractionDigits: 1 },
        money:
          currency === 'none'
            ? { maximumFractionDigits: 2, minimumFractionDigits: 2 }
            : { style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
        money0:
          currency === 'none'
            ? { maximumFractionDigits: 0 }
            : { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 },
      },
      date: {
        short: { day: 'numeric', month: 'short', timeZone: 'UTC' },
        medium: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
        long: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
        month: { month: 'short', year: 'numeric', timeZone: 'UTC' },
      },
    });
    cache.set(id, format);
  }
  return format;
}

const ISO = /^\d{4}-\d{2}-\d{2}(T[\d:.]+)?$/;

/** Prints as it was written where a pattern shows it as plain text: data may look like a date and be none. */
class IsoDate extends Date {
  readonly #text: string;

  constructor(text: string) {
    super(`${text.slice(0, 10)}T00:00:00Z`);
    this.#text = text;
  }

  override toString(): string {
    return this.#text;
  }
}

/**
 * Dates travel as ISO text; a nested `{ key, values }` is a message of its own; lists are joined. Text comes from the data and
 * may be hostile: it neither reorders the sentence nor fills the page.
 */
function readValue(value: Json, name: string, wording: Wording): string | number | boolean | Date {
  if (value === null) return '–';
  if (typeof value === 'string') return ISO.test(value) ? new IsoDate(value) : nameInSentence(value, name);
  if (Array.isArray(value)) return value.map((item) => String(readValue(item, name, wording))).join(', ');
  if (typeof value === 'object') {
    return 'key' in value
      ? translate(value as unknown as Message, wording)
      : nameInSentence(JSON.stringify(value), name);
  }
  return value;
}

export function hasText(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
