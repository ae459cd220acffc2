import { DRESS, DRESSED_NUMBER } from '../core/written-number.ts';
import { zoneOffsets } from '../core/time-zone.ts';
import { localTime } from '../database/column-casts.ts';
import { join, sql, type Sql } from '../database/sql.ts';
import type { BusinessColumn } from './business-tables.ts';

/**
 * How the values of one source are written, so that they can be read as the business column's type. `column-formats.ts`
 * finds it in the data.
 */
export type Format =
  | { kind: 'asIs' }
  | { kind: 'text'; whole: boolean }
  | { kind: 'number' }
  | { kind: 'numberText'; decimal: '.' | ',' }
  /** `timeZone`: whose local times the seconds or milliseconds since 1970 become. */
  | { kind: 'dateNumber'; unit: DateNumber; timeZone?: string }
  | { kind: 'dateText'; order: DateOrder; ambiguous: boolean }
  | { kind: 'flag' };

export type DateNumber = 'yyyymmdd' | 'yyyymm' | 'year' | 'seconds' | 'milliseconds' | 'spreadsheet';
export type DateOrder = 'dmy' | 'mdy';

/** Words that stand for a missing value wherever a number or a date is expected. */
export const MISSING_WORDS = ['', 'null', 'na', 'n/a', '#n/a', 'nan', 'nat', 'none', '-', '--', '?', '.'];

const YES = ['yes', 'y', 'true', 't', '1', 'si', 'sí', 's', 'sim', 'verdadero', 'verdadeiro', 'x'];
const NO = ['no', 'n', 'false', 'f', '0', 'não', 'nao', 'falso'];

/** The value of a source as the business column's type; what cannot be read becomes NULL (and is counted by the checks). */
export function cast(value: Sql, type: BusinessColumn['type'], format: Format): Sql {
  switch (format.kind) {
    case 'text':
      return format.whole ? numberAsText(value) : sql`nullif(trim(CAST(${value} AS VARCHAR)), '')`;
    case 'number':
      return countable(sql`CAST(${value} AS DOUBLE)`);
    case 'numberText':
      return numberFromText(value, format.decimal);
    case 'dateNumber':
      return timeFromNumber(value, format);
    case 'dateText':
      return timeFromText(value, format.order);
    case 'flag':
      return sql`CASE WHEN lower(trim(CAST(${value} AS VARCHAR))) IN ${YES} THEN true WHEN lower(trim(CAST(${value} AS VARCHAR))) IN ${NO} THEN false END`;
    case 'asIs':
      return castAsIs(value, type);
  }
}

function castAsIs(value: Sql, type: BusinessColumn['type']): Sql {
  switch (type) {
    case 'VARCHAR':
      return sql`CAST(${value} AS VARCHAR)`;
    case 'TIMESTAMP':
      return finite(sql`CAST(${value} AS TIMESTAMP)`);
    case 'DOUBLE':
      return sql`CAST(${value} AS DOUBLE)`;
    case 'BOOLEAN':
      return sql`CAST(${value} AS BOOLEAN)`;
  }
}

/** One value that is none (NaN, infinity) would make every sum of the column one, or the last day of a log. */
function finite(value: Sql): Sql {
  return sql`CASE WHEN isfinite(${value}) THEN ${value} END`;
}

/** No amount or count is as large as this, and sums of squares of those below can still be taken. */
const LARGEST = 1e100;

/** A number that sums can be made of: not NaN, infinite or absurd. */
export function countable(number: Sql): Sql {
  return sql`CASE WHEN abs(${number}) < ${LARGEST} THEN ${number} END`;
}

/** 12 and not 12.0. */
function numberAsText(value: Sql): Sql {
  const whole = sql`CASE WHEN ${value} = trunc(${value}) THEN CAST(TRY_CAST(${value} AS HUGEINT) AS VARCHAR) END`;
  return sql`CASE WHEN isfinite(CAST(${value} AS DOUBLE)) THEN coalesce(${whole}, CAST(${value} AS VARCHAR)) END`;
}

/** `1.234,50 €`, `S/ 1,234.50`, `(12.00)`, `12-`, `15%` (a share of one), `+12,5` and `1,5E+06`. */
function numberFromText(value: Sql, decimal: '.' | ','): Sql {
  const text = sql`trim(CAST(${value} AS VARCHAR), ${' \t\u00a0'})`;
  const digits = sql`regexp_replace(${text}, ${DRESS}, '', 'g')`;
  const marked = (of: Sql): Sql =>
    decimal === ',' ? sql`replace(replace(${of}, '.', ''), ',', '.')` : sql`replace(${of}, ',', '')`;
  const plain = marked(digits);
  const sign = sql`CASE WHEN regexp_matches(${text}, '[-−(]') THEN -1 ELSE 1 END`;
  const size = sql`CASE WHEN contains(${text}, '%') THEN TRY_CAST(${plain} AS DOUBLE) / 100 ELSE TRY_CAST(${plain} AS DOUBLE) END`;
  const isDressed = sql`regexp_full_match(${text}, ${`(?i)${DRESSED_NUMBER}`})`;
  const bare = sql`TRY_CAST(${marked(text)} AS DOUBLE)`;
  return countable(sql`(CASE WHEN ${isDressed} THEN ${sign} * ${size} ELSE ${bare} END)`);
}

function timeFromNumber(value: Sql, { unit, timeZone }: Extract<Format, { kind: 'dateNumber' }>): Sql {
  const digits = sql`CAST(TRY_CAST(${value} AS BIGINT) AS VARCHAR)`;
  switch (unit) {
    case 'yyyymmdd':
      return sql`try_strptime(${digits}, '%Y%m%d')`;
    case 'yyyymm':
      return sql`try_strptime(${digits} || '01', '%Y%m%d')`;
    case 'year':
      return sql`try_strptime(${digits} || '0101', '%Y%m%d')`;
    case 'seconds':
      return inZone(timeFromSeconds(sql`TRY_CAST(${value} AS DOUBLE)`), timeZone);
    case 'milliseconds':
      return inZone(timeFromSeconds(sql`TRY_CAST(${value} AS DOUBLE) / 1000`), timeZone);
    case 'spreadsheet':
      // Day 0 of a spreadsheet is 1899-12-30; the fraction is the time of day.
      return timeFromSeconds(sql`round((TRY_CAST(${value} AS DOUBLE) - 25569) * 86400)`);
  }
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2060;

/** Offsets of other years are those of the nearest. */
function inZone(time: Sql, timeZone = 'UTC'): Sql {
  return timeZone === 'UTC' ? time : localTime(time, zoneOffsets(timeZone, FIRST_YEAR, LAST_YEAR));
}

/** In the years 1 to 9999; nothing outside of them, which no calendar here writes. */
function timeFromSeconds(seconds: Sql): Sql {
  return sql`CASE WHEN ${seconds} >= -62135596800 AND ${seconds} < 253402300800 THEN make_timestamp(CAST(${seconds} * 1000000 AS BIGINT)) END`;
}

const CLOCKS = ['', ' %H:%M', ' %H:%M:%S', ' %H:%M:%S.%g', ' %I:%M %p', ' %I:%M:%S %p'];
const NAMED_DAYS = ['%d %b %Y', '%d %B %Y', '%b %d %Y', '%B %d %Y'];
const DAYS: Record<DateOrder, string[]> = {
  dmy: ['%d/%m/%y', '%d/%m/%Y'],
  mdy: ['%m/%d/%y', '%m/%d/%Y'],
};

/** Every pattern that `timeFromText` tries for dates that are not ISO, in this order. */
export function datePatterns(order: DateOrder): string[] {
  return [...DAYS[order], ...NAMED_DAYS].flatMap((day) => CLOCKS.map((clock) => day + clock));
}

/** Separators become one: `/` between digits, a blank around a month's name. */
export function tidyDateText(value: Sql): Sql {
  const oneSeparator = sql`regexp_replace(trim(CAST(${value} AS VARCHAR)), '^(\\d{1,2})[-./](\\d{1,2})[-./](\\d{2,4})', '\\1/\\2/\\3')`;
  return sql`regexp_replace(replace(replace(${oneSeparator}, ',', ''), 'T', ' '), '^(\\w+)[- ](\\w+)[- ](\\d{4})', '\\1 \\2 \\3')`;
}

function timeFromText(value: Sql, order: DateOrder): Sql {
  const patterns = join(datePatterns(order).map((pattern) => sql`${pattern}`));
  // 31-12-20 would be the year 31: only four digits in front are ISO.
  const iso = sql`CASE WHEN regexp_matches(trim(CAST(${value} AS VARCHAR)), '^\\d{4}\\D') THEN TRY_CAST(${value} AS TIMESTAMP) END`;
  const compact = sql`try_strptime(CAST(${value} AS VARCHAR), ['%Y%m%d', '%Y%m%d%H%M%S'])`;
  return sql`coalesce(${iso}, ${compact}, try_strptime(${tidyDateText(value)}, [${patterns}]))`;
}
