/** What a number in a cell is, by the format it is shown in. */
export type NumberKind = 'number' | 'date' | 'time' | 'duration';

/** Formats that are not written out in a workbook, by their number (ECMA-376 part 1, 18.8.30; 27 to 58 in East Asia). */
export function builtInKind(format: number): NumberKind {
  if ((format >= 14 && format <= 17) || format === 22) return 'date';
  if ((format >= 18 && format <= 21) || format === 45 || format === 47) return 'time';
  if (format === 46) return 'duration';
  if ((format >= 32 && format <= 35) || format === 55 || format === 56) return 'time';
  if ((format >= 27 && format <= 36) || (format >= 50 && format <= 58)) return 'date';
  return 'number';
}

/** The kind of a written format, as `dd/mm/yyyy` or `[h]:mm`: its first section decides. */
export function formatKind(code: string): NumberKind {
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./gs, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .replace(/general|e[+-]/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'duration';
  const hasTime = /[hs]|a\/p|am\/pm/i.test(bare);
  const letters = bare.replace(/am\/pm|a\/p/gi, '');
  if (/[ydegb]/i.test(letters) || (/m/i.test(letters) && !hasTime)) return 'date';
  return hasTime ? 'time' : 'number';
}

const DAY = 86_400_000;
const SECOND = 1000;
/** 31 December 9999. */
const LAST_DAY = 2_958_465;
/** 1 January of the year 1: LibreOffice counts backwards from 1900. */
const FIRST_DAY = -693_593;
/** Days that are shown as a time: below they are hours, from here on a moment of which the date is not shown. */
const LONGEST_TIME = 366;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** Excel's calendar has a 29 February 1900: the days before it are one later than counting back says. */
const LEAP_DAY = 60;

/** A number of a cell as text: dates and times are local and without a zone. */
export function numberText(value: number, kind: NumberKind, is1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (kind === 'number') return plainNumber(value);
  if (kind === 'duration' || (kind === 'time' && Math.abs(value) < LONGEST_TIME)) return clockText(value);
  const days = is1904 ? value + DAYS_TO_1904 : value;
  if (days < FIRST_DAY || days >= LAST_DAY + 1) return plainNumber(value);
  const isBeforeLeapDay = days >= 1 && days < LEAP_DAY;
  return dateText(EPOCH_1900 + (isBeforeLeapDay ? days + 1 : days) * DAY);
}

/** Whole numbers of more digits than a number holds would pass for ids. */
export function plainNumber(value: number): string {
  if (Object.is(value, -0)) return '0';
  return Math.abs(value) >= 1e18 ? value.toExponential() : String(value);
}

function clockText(days: number): string {
  const ms = nearestSecond(Math.abs(days) * DAY);
  const seconds = Math.floor(ms / SECOND);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const rest = Math.round(ms - seconds * SECOND);
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${days < 0 ? '-' : ''}${text}${rest > 0 ? `.${String(rest).padStart(3, '0')}` : ''}`;
}

function dateText(time: number): string {
  const iso = new Date(nearestSecond(time)).toISOString();
  const [date, clock] = [iso.slice(0, 10), iso.slice(11, 23)];
  if (clock === '00:00:00.000') return date;
  return `${date} ${clock.endsWith('.000') ? clock.slice(0, 8) : clock}`;
}

/** Workbooks keep times as fractions of a day: what is within milliseconds of a second is that second. */
function nearestSecond(ms: number): number {
  const nearest = Math.round(ms / SECOND) * SECOND;
  return Math.abs(ms - nearest) < 5 ? nearest : ms;
}
