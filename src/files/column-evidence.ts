import type { ColumnKind } from '../core/delimited.ts';

export type ValueClass =
  | 'empty'
  | 'blank'
  | 'missing-word'
  | 'integer'
  | 'decimal'
  | 'decimal-comma'
  | 'grouped-comma'
  | 'grouped-dot'
  | 'either-comma'
  | 'either-dot'
  | 'boolean'
  | 'iso-date'
  | 'iso-timestamp'
  | 'instant'
  | 'day-date'
  | 'text';

const INTEGER = /^-?(0|[1-9]\d{0,17})$/;
const DECIMAL = /^-?(\d{0,15}\.\d+|\d{1,15}\.)$|^-?\d{1,15}(\.\d+)?e[-+]?\d{1,3}$/i;
const COMMA = /^-?\d+,\d+$/;
const GROUPED_COMMA = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const GROUPED_DOT = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const ISO_DATE = /^\d{4}([-/])\d{2}\1\d{2}$/;
const ISO_TIMESTAMP = /^\d{4}([-/])\d{2}\1\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?( ?Z| ?UTC| ?[-+]\d{2}(:?\d{2})?)?$/;
const DAY_DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})([ T]\d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?)?$/;
const MISSING_WORDS = new Set(
  'na n/a #n/a nan null none - -- . ? #null! #div/0! #value! #ref! #name? #num! nd n.d. s/d'.split(' '),
);

/** What one value, without blanks around it, looks like. */
export function classify(value: string): ValueClass {
  if (value === '') return 'empty';
  const first = value.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 45 || first === 46;
  if (!isNumeric) {
    if (value.length > 7) return 'text';
    const lower = value.toLowerCase();
    if (lower === 'true' || lower === 'false') return 'boolean';
    return MISSING_WORDS.has(lower) ? 'missing-word' : 'text';
  }
  if (INTEGER.test(value)) return 'integer';
  if (value.includes(',')) return classifyComma(value);
  if (GROUPED_DOT.test(value)) return (value.match(/\./g) ?? []).length > 1 ? 'grouped-dot' : 'either-dot';
  if (DECIMAL.test(value)) return 'decimal';
  if (ISO_DATE.test(value)) return isCalendarDate(value) ? 'iso-date' : 'text';
  const time = ISO_TIMESTAMP.exec(value);
  if (time) return isCalendarDate(value) ? (time[4] ? 'instant' : 'iso-timestamp') : 'text';
  if (DAY_DATE.test(value)) return 'day-date';
  return MISSING_WORDS.has(value.toLowerCase()) ? 'missing-word' : 'text';
}

function classifyComma(value: string): ValueClass {
  if (GROUPED_DOT.test(value)) return 'grouped-dot';
  if (!GROUPED_COMMA.test(value)) return COMMA.test(value) ? 'decimal-comma' : 'text';
  return value.includes('.') || value.indexOf(',') !== value.lastIndexOf(',') ? 'grouped-comma' : 'either-comma';
}

/** Year, month and day of a date that begins with four digits of year. */
function isCalendarDate(value: string): boolean {
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8, 10)].map(Number);
  const date = new Date(Date.UTC(year!, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

export interface KindContext {
  decimal?: ',' | '.';
  dateOrder?: 'dmy' | 'mdy' | 'ymd';
  /** Where the order of day and month cannot be told: what files of this kind usually have. */
  usualOrder: 'dmy' | 'mdy';
  /** Numbers with one comma and three digits after it are decimals here. */
  commaIsDecimal: boolean;
}

/** What the values of one column have in common, counted as they come. */
export class ColumnEvidence {
  readonly counts = new Map<ValueClass, number>();
  readonly missingWords = new Set<string>();
  padded = false;
  #firstMax = 0;
  #secondMax = 0;
  readonly #dateFormats = new Set<string>();

  add(value: string): void {
    const first = value.charCodeAt(0);
    const last = value.charCodeAt(value.length - 1);
    const isPadded = value !== '' && (first <= 32 || last <= 32 || first === 160 || last === 160);
    const bare = isPadded ? value.trim() : value;
    if (isPadded) this.padded = true;
    const found = isPadded && bare === '' ? 'blank' : classify(bare);
    this.counts.set(found, (this.counts.get(found) ?? 0) + 1);
    if (found === 'missing-word') this.missingWords.add(bare);
    if (found === 'day-date') this.#addDayDate(bare);
  }

  count(...classes: ValueClass[]): number {
    return classes.reduce((sum, name) => sum + (this.counts.get(name) ?? 0), 0);
  }

  /** Values that are there at all. */
  get present(): number {
    return [...this.counts.values()].reduce((a, b) => a + b, 0) - this.count('empty', 'blank', 'missing-word');
  }

  /** The order of day and month was a guess. */
  isOrderGuessed(context: KindContext): boolean {
    return !context.dateOrder && this.count('day-date') > 0 && this.#firstMax <= 12 && this.#secondMax <= 12;
  }

  kind(context: KindContext): ColumnKind {
    const present = this.present;
    if (present === 0) return { kind: 'text' };
    const all = (...classes: ValueClass[]): boolean => this.count(...classes) === present;
    if (all('integer')) return { kind: 'integer' };
    if (all('boolean')) return { kind: 'boolean' };
    if (all('instant')) return { kind: 'instant' };
    if (all('iso-date')) return { kind: 'date', formats: [] };
    if (all('iso-date', 'iso-timestamp')) return { kind: 'timestamp', formats: [] };
    if (all('day-date')) return this.#dayKind(context) ?? { kind: 'text' };
    return this.#decimalKind(all, context) ?? { kind: 'text' };
  }

  #decimalKind(all: (...classes: ValueClass[]) => boolean, context: KindContext): ColumnKind | undefined {
    const pointOnly = this.count('decimal', 'grouped-comma') > 0;
    const commaOnly = this.count('decimal-comma', 'grouped-dot') > 0;
    const commaFits = all('integer', 'decimal-comma', 'grouped-dot', 'either-comma', 'either-dot');
    const pointFits = all('integer', 'decimal', 'grouped-comma', 'either-comma', 'either-dot');
    const wanted = context.decimal ?? (commaOnly ? ',' : pointOnly ? '.' : undefined);
    const hasComma = this.count('either-comma') > 0;
    const mark = wanted ?? (hasComma && context.commaIsDecimal ? ',' : '.');
    if (mark === ',' && commaFits) {
      return { kind: 'decimal', mark, grouped: this.count('grouped-dot', 'either-dot') > 0 };
    }
    if (mark === '.' && pointFits) {
      return { kind: 'decimal', mark, grouped: this.count('grouped-comma', 'either-comma') > 0 };
    }
    return undefined;
  }

  #addDayDate(value: string): void {
    const match = DAY_DATE.exec(value);
    if (!match) return;
    const [, first, separator, second, year, time, seconds, half] = match;
    this.#firstMax = Math.max(this.#firstMax, Number(first));
    this.#secondMax = Math.max(this.#secondMax, Number(second));
    const date = `1${separator}2${separator}${year!.length === 4 ? '%Y' : '%y'}`;
    const hour = half ? '%I' : '%H';
    const clock = time
      ? `${time[0]}${hour}:%M${seconds ? ':%S' : ''}${half ? half.replace(/[AaPp][Mm]/, '%p') : ''}`
      : '';
    this.#dateFormats.add(date + clock);
  }

  #dayKind({ dateOrder, usualOrder }: KindContext): ColumnKind | undefined {
    const asked = dateOrder === 'ymd' ? undefined : dateOrder;
    const seen = this.#firstMax > 12 ? 'dmy' : this.#secondMax > 12 ? 'mdy' : usualOrder;
    const order = asked ?? seen;
    const [day, month] = order === 'dmy' ? [this.#firstMax, this.#secondMax] : [this.#secondMax, this.#firstMax];
    if (day > 31 || month > 12) return undefined;
    const formats = Array.from(this.#dateFormats, (format) =>
      order === 'dmy' ? format.replace('1', '%d').replace('2', '%m') : format.replace('1', '%m').replace('2', '%d'),
    ).sort((a, b) => b.length - a.length);
    return { kind: formats.some((format) => format.includes('%M')) ? 'timestamp' : 'date', formats };
  }
}
