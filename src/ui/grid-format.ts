import type { ColumnInfo } from '../core/answer.ts';
import type { Json } from '../core/json.ts';
import { formatDate } from '../i18n/format.ts';
import { locales, type Language } from '../i18n/translate.ts';

export type CellKind = 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean' | 'text';

const kinds: [RegExp, CellKind][] = [
  [/\[\]|^(STRUCT|MAP|LIST|JSON|VARCHAR|UTF8|TEXT)/i, 'text'],
  [/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?(\d+)?|U?Int\d+)$/i, 'integer'],
  [/^(DOUBLE|FLOAT|REAL|DECIMAL|NUMERIC)/i, 'decimal'],
  [/^DATE(32|64|<|$)/i, 'date'],
  [/^(TIMESTAMP|DATETIME)/i, 'timestamp'],
  [/^BOOL/i, 'boolean'],
];

/** What kind of value a column of a database type holds. */
export function cellKind(type: string): CellKind {
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'text';
}

export function isRightAligned(kind: CellKind): boolean {
  return kind === 'integer' || kind === 'decimal';
}

const formats = new Map<string, Intl.NumberFormat>();

/** Four digits stay together: most of them are years. */
function numberFormat(language: Language, kind: CellKind): Intl.NumberFormat {
  const id = `${language} ${kind}`;
  let format = formats.get(id);
  if (!format) {
    const maximumFractionDigits = kind === 'integer' ? 0 : 6;
    format = new Intl.NumberFormat(locales[language], { maximumFractionDigits, useGrouping: 'min2' });
    formats.set(id, format);
  }
  return format;
}

const NUMBER_AS_TEXT = /^-?\d+(\.\d+)?$/;

/** A cell as the language writes it; null is undefined, for the grid to draw. */
export function formatCell(value: Json | undefined, kind: CellKind, language: Language): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (isRightAligned(kind)) {
    if (typeof value === 'number') return numberFormat(language, kind).format(value);
    // Too long for a double: Intl reads the digits themselves.
    if (typeof value === 'string' && NUMBER_AS_TEXT.test(value)) {
      return numberFormat(language, kind).format(value as `${number}`);
    }
  }
  if (typeof value === 'string' && (kind === 'date' || kind === 'timestamp')) return formatTime(value, language);
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;

/** Midnight is left out, and so are seconds that are nought. */
function formatTime(iso: string, language: Language): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const time = (match[1] ?? '').replace(/\.0+$/, '').replace(/^(\d{2}:\d{2}):00$/, '$1');
  const date = formatDate(iso, 'medium', language);
  return time && time !== '00:00' ? `${date}, ${time}` : date;
}

/** Pixels; capitals are wider than digits and small letters. */
const LETTER = 7.4;
const CAPITAL = 9.4;

function textWidth(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals * CAPITAL + (text.length - capitals) * LETTER;
}

/** Widths that fit heads and the first rows, within reason. */
export function columnWidths(columns: readonly ColumnInfo[], sample: readonly Json[][], language: Language): number[] {
  return columns.map(({ name, type }, index) => {
    const kind = cellKind(type);
    const cells = sample.slice(0, 40).map((row) => textWidth(formatCell(row[index], kind, language) ?? ''));
    const head = textWidth(name) + 3 * LETTER;
    return Math.round(Math.min(Math.max(Math.max(head, ...cells) + 24, 72), 340));
  });
}
