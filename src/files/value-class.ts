import { namedDateFormat } from '../core/written-date.ts';
import { undressed, type UndressedNumber } from '../core/written-number.ts';

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
  | 'iso-week'
  | 'instant'
  | 'day-date'
  | 'named-date'
  | 'text';

const INTEGER = /^-?(0|[1-9]\d{0,17})$/;
const DECIMAL = /^-?(\d{0,15}\.\d+|\d{1,15}\.)$|^-?\d{1,15}(\.\d+)?e[-+]?\d{1,3}$/i;
const COMMA = /^-?\d+,\d+$/;
const GROUPED_COMMA = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;
const GROUPED_DOT = /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const ISO_DATE = /^\d{4}([-/])\d{2}\1\d{2}$/;
const ISO_TIMESTAMP = /^\d{4}([-/])\d{2}\1\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?( ?Z| ?UTC| ?[-+]\d{2}(:?\d{2})?)?$/;
const ISO_WEEK = /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])(-[1-7])?$/;
export const DAY_DATE = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})([ T]\d{1,2}:\d{2}(:\d{2})?( ?[AaPp][Mm])?)?$/;
const MISSING_WORDS = new Set(
  'na n/a #n/a nan null none - -- . ? #null! #div/0! #value! #ref! #name? #num! nd n.d. n/d s/d'.split(' '),
);

/** What one value, without blanks around it, looks like. */
export function classify(value: string): ValueClass {
  if (value === '') return 'empty';
  const first = value.charCodeAt(0);
  const isNumeric = (first >= 48 && first <= 57) || first === 45 || first === 46;
  if (!isNumeric) return classifyWord(value);
  if (INTEGER.test(value)) return 'integer';
  // Of nothing but dates there may be millions.
  if (isDateMark(value.charCodeAt(4))) {
    const found = classifyIso(value);
    if (found) return found;
  }
  if (value.includes(',')) return classifyComma(value);
  if (GROUPED_DOT.test(value)) return (value.match(/\./g) ?? []).length > 1 ? 'grouped-dot' : 'either-dot';
  if (DECIMAL.test(value)) return 'decimal';
  if (DAY_DATE.test(value)) return 'day-date';
  if (ISO_WEEK.test(value)) return 'iso-week';
  if (isMissingWord(value)) return 'missing-word';
  return namedDateFormat(value) === undefined ? 'text' : 'named-date';
}

/** `-` or `/` */
const isDateMark = (code: number): boolean => code === 45 || code === 47;

function classifyIso(value: string): ValueClass | undefined {
  if (ISO_DATE.test(value)) return isCalendarDate(value) ? 'iso-date' : 'text';
  const time = ISO_TIMESTAMP.exec(value);
  return time ? (isCalendarDate(value) ? (time[4] ? 'instant' : 'iso-timestamp') : 'text') : undefined;
}

const MISSING_STARTS = new Set(
  [...MISSING_WORDS].flatMap((word) => [word, word.toUpperCase()]).map((word) => word.charCodeAt(0)),
);

/** A word that stands for a missing value. */
export function isMissingWord(value: string): boolean {
  return value.length <= 7 && MISSING_STARTS.has(value.charCodeAt(0)) && MISSING_WORDS.has(value.toLowerCase());
}

function classifyWord(value: string): ValueClass {
  if (/^(true|false)$/i.test(value)) return 'boolean';
  if (isMissingWord(value)) return 'missing-word';
  return namedDateFormat(value) === undefined ? 'text' : 'named-date';
}

function classifyComma(value: string): ValueClass {
  if (GROUPED_DOT.test(value)) return 'grouped-dot';
  if (!GROUPED_COMMA.test(value)) {
    if (COMMA.test(value)) return 'decimal-comma';
    return namedDateFormat(value) === undefined ? 'text' : 'named-date';
  }
  return value.includes('.') || value.indexOf(',') !== value.lastIndexOf(',') ? 'grouped-comma' : 'either-comma';
}

const NUMBERS: readonly ValueClass[] = [
  'integer',
  'decimal',
  'decimal-comma',
  'grouped-comma',
  'grouped-dot',
  'either-comma',
  'either-dot',
];

/** A number with something around it, and what the number in it looks like; nothing for what is none. */
export function classifyDressed(value: string): { found: ValueClass; dress: UndressedNumber } | undefined {
  const dress = undressed(value);
  if (!dress) return undefined;
  const found = classify(dress.bare);
  return NUMBERS.includes(found) ? { found, dress } : undefined;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Year, month and day of a date that begins with four digits of year. */
function isCalendarDate(value: string): boolean {
  const [year, month, day] = [Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day > 0 && day <= (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0);
}
