import { getContext, setContext } from 'svelte';
import type { Message } from '../core/message.ts';
import type { Json } from '../core/json.ts';
import type { Unit } from '../core/units.ts';
import { formatDate, formatNumber } from '../i18n/format.ts';
import { stripMarks, translate, type Language } from '../i18n/translate.ts';
import type { DateStyle } from './chart-context.ts';

/** The language and currency the page speaks; texts follow when either changes. */
export class Speech {
  language = $state<Language>('en');
  currency = $state('none');

  /** A message with its `<k>` marks, for `Verdict`. */
  marked(message: Message, currency: string = this.currency): string {
    return translate(message, { language: this.language, currency });
  }

  /** Amounts may be in a currency of their own. */
  message(message: Message, currency: string = this.currency): string {
    return stripMarks(this.marked(message, currency));
  }

  say = (key: string, values: Record<string, Json> = {}): string => this.message({ key, values });

  number = (value: number, unit: Unit): string =>
    formatNumber(value, unit, { language: this.language, currency: this.currency });

  date = (iso: string, style: DateStyle = 'medium'): string => formatDate(iso, style, this.language);
}

const KEY = Symbol('speech');

export function provideSpeech(speech: Speech): Speech {
  return setContext(KEY, speech);
}

export function useSpeech(): Speech {
  return getContext<Speech>(KEY);
}
