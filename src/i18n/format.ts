import type { Unit } from '../core/units.ts';
import { locales, type Language, type Wording } from './translate.ts';

const cache = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = language + JSON.stringify(options);
  let format = cache.get(id);
  if (!format) cache.set(id, (format = new Intl.NumberFormat(locales[language], options)));
  return format;
}

/** A number as a person writes it in the language: whole counts, shares as percentages, money with its currency. */
export function formatNumber(value: number, unit: Unit, { language, currency }: Wording): string {
  // No −0: what rounds to zero has no sign.
  return numberFormat(language, { ...numberOptions(value, unit, currency), signDisplay: 'negative' }).format(value);
}

function numberOptions(value: number, unit: Unit, currency: string): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  switch (unit) {
    case 'share':
      return { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 };
    case 'money': {
      const digits = size >= 1000 ? 0 : 2;
      const options: Intl.NumberFormatOptions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return currency === 'none'
        ? options
        : { ...options, style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
    }
    case 'number':
      return size > 0 && size < 1000 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: 2 };
    case 'days':
    case 'weeks':
    case 'seconds':
    case 'points':
      return { maximumFractionDigits: 1 };
    case 'months':
      // Beside its interval: 1.3 (1.0 to 1.7).
      return { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    default:
      return { maximumFractionDigits: size < 100 && !Number.isInteger(value) ? 1 : 0 };
  }
}

const dateStyles = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The date part of ISO text, as the language writes it. */
export function formatDate(iso: string, style: keyof typeof dateStyles, language: Language): string {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locales[language], { ...dateStyles[style], timeZone: 'UTC' }).format(date);
}
