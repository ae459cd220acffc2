import type { Message } from '../core/message.ts';
import type { Json } from '../core/json.ts';
import type { Unit } from '../core/units.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { markedParts } from '../i18n/marked-text.ts';
import { hasText, stripMarks, translate, type Wording } from '../i18n/translate.ts';
import { markup, type Markup } from './markup.ts';

/** What a report says, in its own language whatever the page's. */
export interface ReportWords {
  say(key: string, values?: Record<string, Json>): string;
  message(message: Message): string;
  /** With its key number marked. */
  marked(message: Message): Markup;
  number(value: number, unit: Unit): string;
  date(iso: string): string;
  /** The first key that has a text, or the text itself. */
  sayOr(keys: readonly string[], otherwise: string): string;
}

export function reportWords(wording: Wording): ReportWords {
  const say = (key: string, values: Record<string, Json> = {}): string =>
    stripMarks(translate({ key, values }, wording));
  return {
    say,
    message: (message) => stripMarks(translate(message, wording)),
    marked: (message) =>
      markup`${markedParts(translate(message, wording)).map(({ text, key }) => (key ? markup`<strong>${text}</strong>` : text))}`,
    number: (value, unit) => formatNumber(value, unit, wording),
    date: (iso) => formatDate(iso, 'long', wording.language),
    sayOr: (keys, otherwise) => {
      const known = keys.find(hasText);
      return known === undefined ? otherwise : say(known);
    },
  };
}
