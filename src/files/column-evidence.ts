import type { ColumnKind } from '../core/delimited.ts';
import { namedDateFormat } from '../core/written-date.ts';
import type { UndressedNumber } from '../core/written-number.ts';
import { classify, classifyDressed, DAY_DATE, isMissingWord, type ValueClass } from './value-class.ts';

type DecimalKind = Extract<ColumnKind, { kind: 'decimal' }>;

export interface KindContext {
  decimal?: ',' | '.';
  /** The decimal mark that other columns of the file have. */
  markOfOthers?: ',' | '.' | undefined;
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
  /** Currencies that stand beside numbers, as they are written. */
  readonly currencies = new Set<string>();
  padded = false;
  readonly #missing: ReadonlySet<string> | undefined;
  #dressed = 0;
  #percents = 0;
  #spaced = 0;
  #bookkeepers = 0;
  #firstMax = 0;
  #secondMax = 0;
  readonly #dateFormats = new Set<string>();

  /** @param missing words that stand for a missing value here, instead of those that usually do. */
  constructor(missing?: readonly string[]) {
    this.#missing = missing && new Set(missing.map((word) => word.trim().toLowerCase()));
  }

  add(value: string): void {
    const first = value.charCodeAt(0);
    const last = value.charCodeAt(value.length - 1);
    const isPadded = value !== '' && (first <= 32 || last <= 32 || first === 160 || last === 160);
    const bare = isPadded ? value.trim() : value;
    if (isPadded) this.padded = true;
    const found = isPadded && bare === '' ? 'blank' : this.#classify(bare);
    this.counts.set(found, (this.counts.get(found) ?? 0) + 1);
    if (found === 'missing-word') this.missingWords.add(bare);
    if (found === 'day-date') this.#addDayDate(bare);
    if (found === 'named-date') this.#dateFormats.add(namedDateFormat(bare)!);
  }

  #classify(bare: string): ValueClass {
    const isMissing = this.#missing ? this.#missing.has(bare.toLowerCase()) : isMissingWord(bare);
    if (isMissing && bare !== '') return 'missing-word';
    // One text makes a column of texts: what the others look like decides nothing any more.
    if (this.counts.has('text')) return bare === '' ? 'empty' : 'text';
    const look = classify(bare);
    const found = look === 'missing-word' ? 'text' : look;
    const dressed = found === 'text' ? classifyDressed(bare) : undefined;
    if (!dressed) return found;
    this.#addDress(dressed.dress);
    return dressed.found;
  }

  #addDress({ currency, isPercent, isSpaced, isBookkeepers }: UndressedNumber): void {
    this.#dressed += 1;
    if (isPercent) this.#percents += 1;
    if (isSpaced) this.#spaced += 1;
    if (isBookkeepers) this.#bookkeepers += 1;
    if (currency !== '') this.currencies.add(currency);
  }

  count(...classes: ValueClass[]): number {
    return classes.reduce((sum, name) => sum + (this.counts.get(name) ?? 0), 0);
  }

  /** Values that are there at all. */
  get present(): number {
    return [...this.counts.values()].reduce((a, b) => a + b, 0) - this.count('empty', 'blank', 'missing-word');
  }

  /** Something stands around numbers. */
  get isDressed(): boolean {
    return this.#dressed > 0;
  }

  /** One point or comma before three digits, and nothing in the file that tells what it is. */
  isMarkGuessed({ decimal, markOfOthers }: KindContext): boolean {
    const isOpen = this.count('either-dot', 'either-comma') > 0;
    const isTold = this.count('decimal', 'decimal-comma', 'grouped-dot', 'grouped-comma') > 0;
    return isOpen && !isTold && (decimal ?? markOfOthers) === undefined;
  }

  /** What the dates themselves say of the order of day and month: one of the two numbers is more than 12. */
  get dateOrder(): 'dmy' | 'mdy' | undefined {
    return this.#firstMax > 12 ? 'dmy' : this.#secondMax > 12 ? 'mdy' : undefined;
  }

  /** The order of day and month was a guess. */
  isOrderGuessed(context: KindContext): boolean {
    return !context.dateOrder && this.count('day-date') > 0 && this.dateOrder === undefined;
  }

  kind(context: KindContext): ColumnKind {
    const present = this.present;
    if (present === 0) return { kind: 'text' };
    const all = (...classes: ValueClass[]): boolean => this.count(...classes) === present;
    if (this.#dressed > 0) return this.#dressedKind(all, context) ?? { kind: 'text' };
    if (all('integer')) return { kind: 'integer' };
    if (all('boolean')) return { kind: 'boolean' };
    if (all('instant')) return { kind: 'instant' };
    if (all('iso-date')) return { kind: 'date', formats: [] };
    if (all('iso-date', 'iso-timestamp')) return { kind: 'timestamp', formats: [] };
    if (all('iso-week')) return { kind: 'week' };
    if (all('named-date')) return this.#namedKind();
    if (all('day-date')) return this.#dayKind(context) ?? { kind: 'text' };
    return this.#decimalKind(all, context) ?? { kind: 'text' };
  }

  /**
   * Numbers with something around them. What looks like one and may be a telephone number or a code stays text: blanks
   * between groups alone, brackets around each value.
   */
  #dressedKind(all: (...classes: ValueClass[]) => boolean, context: KindContext): ColumnKind | undefined {
    const { present } = this;
    const isMixed = this.currencies.size > 1 || (this.#percents > 0 && this.#percents < present);
    const hasMark = this.count('decimal', 'decimal-comma') > 0;
    const isCode = this.currencies.size === 0 && this.#percents === 0 && !hasMark && this.#spaced === present;
    if (isMixed || isCode || this.#bookkeepers === present) return undefined;
    const kind = this.#decimalKind(all, context);
    return kind && { ...kind, dress: this.#percents > 0 ? 'percent' : 'plain' };
  }

  #namedKind(): ColumnKind {
    const formats = [...this.#dateFormats].sort(byLength);
    return { kind: hasClock(formats) ? 'timestamp' : 'date', formats, isNamed: true };
  }

  #decimalKind(all: (...classes: ValueClass[]) => boolean, context: KindContext): DecimalKind | undefined {
    const pointOnly = this.count('decimal', 'grouped-comma') > 0;
    const commaOnly = this.count('decimal-comma', 'grouped-dot') > 0;
    const commaFits = all('integer', 'decimal-comma', 'grouped-dot', 'either-comma', 'either-dot');
    const pointFits = all('integer', 'decimal', 'grouped-comma', 'either-comma', 'either-dot');
    const wanted = context.decimal ?? (commaOnly ? ',' : pointOnly ? '.' : context.markOfOthers);
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
    const order = asked ?? this.dateOrder ?? usualOrder;
    const [day, month] = order === 'dmy' ? [this.#firstMax, this.#secondMax] : [this.#secondMax, this.#firstMax];
    if (day > 31 || month > 12) return undefined;
    const formats = Array.from(this.#dateFormats, (format) =>
      order === 'dmy' ? format.replace('1', '%d').replace('2', '%m') : format.replace('1', '%m').replace('2', '%d'),
    ).sort(byLength);
    return { kind: hasClock(formats) ? 'timestamp' : 'date', formats };
  }
}

/** The longest first; `%Y` takes two digits for a year of antiquity, so it comes behind `%y`. */
function byLength(a: string, b: string): number {
  return b.length - a.length || Number(a.includes('%Y')) - Number(b.includes('%Y'));
}

function hasClock(formats: readonly string[]): boolean {
  return formats.some((format) => format.includes(':%M'));
}
