import type { Database } from '../database/database.ts';
import { sql, type Sql } from '../database/sql.ts';
import { reportingZone } from './reporting-zone.ts';
import type { BusinessColumn } from './business-tables.ts';
import { MISSING_WORDS, tidyDateText, type DateNumber, type Format } from './casts.ts';

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*|BIGNUM)$/;
const WHOLE = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BIGNUM)$/;
const TIME = /^(DATE|TIMESTAMP.*)$/;

export function isNumberType(type: string): boolean {
  return NUMBER.test(type);
}

/** Of the types of numbers those that hold no fractions. */
export function isWholeType(type: string): boolean {
  return WHOLE.test(type);
}

export function isTimeType(type: string): boolean {
  return TIME.test(type);
}

/**
 * How a source of a raw type has to be read as a business type. Numbers and dates that are written as text are looked at
 * as a whole: one value alone (`1.234`, `01/02/2020`) cannot tell.
 */
export async function findFormat(
  database: Database,
  from: Sql,
  value: Sql,
  rawType: string,
  type: BusinessColumn['type'],
): Promise<Format> {
  switch (type) {
    case 'VARCHAR':
      if (/^(FLOAT|DOUBLE|DECIMAL)/.test(rawType)) return { kind: 'text', whole: true };
      return rawType === 'VARCHAR' && (await hasBlanks(database, from, value))
        ? { kind: 'text', whole: false }
        : { kind: 'asIs' };
    case 'BOOLEAN':
      return rawType === 'BOOLEAN' ? { kind: 'asIs' } : { kind: 'flag' };
    case 'DOUBLE':
      if (/^(FLOAT|DOUBLE)/.test(rawType)) return { kind: 'number' };
      return isNumberType(rawType) || rawType === 'BOOLEAN'
        ? { kind: 'asIs' }
        : { kind: 'numberText', decimal: await findDecimal(database, from, value) };
    case 'TIMESTAMP':
      if (isTimeType(rawType)) return { kind: 'asIs' };
      if (isNumberType(rawType)) return findDateNumber(database, from, value);
      return findDateText(database, from, value);
  }
}

/** Looked at once, so that queries need not trim what has nothing to trim. */
async function hasBlanks(database: Database, from: Sql, value: Sql): Promise<boolean> {
  const [{ blanks }] = await database.rows<{ blanks: boolean | null }>(
    sql`SELECT bool_or(${value} = '' OR starts_with(${value}, ' ') OR suffix(${value}, ' ')) AS blanks FROM ${from}`,
  );
  return blanks ?? false;
}

async function findDecimal(database: Database, from: Sql, value: Sql): Promise<'.' | ','> {
  const text = sql`regexp_replace(CAST(${value} AS VARCHAR), '[^0-9.,]', '', 'g')`;
  const [evidence] = await database.rows<{ comma: number; point: number }>(sql`
    SELECT count(*) FILTER (regexp_matches(v, ',\\d{1,2}$|,\\d{4,}$|\\.\\d{3},|\\.\\d{3}\\.')) AS comma,
           count(*) FILTER (regexp_matches(v, '\\.\\d{1,2}$|\\.\\d{4,}$|,\\d{3}\\.|,\\d{3},')) AS point
    FROM (SELECT ${text} AS v FROM ${from})`);
  return evidence.comma > evidence.point ? ',' : '.';
}

/** Numbers that stand for days or moments, told apart by their size. */
const DATE_NUMBERS: { unit: DateNumber; low: number; high: number }[] = [
  { unit: 'year', low: 1900, high: 2100 },
  { unit: 'spreadsheet', low: 20_000, high: 80_000 },
  { unit: 'yyyymm', low: 190_001, high: 210_012 },
  { unit: 'yyyymmdd', low: 19_000_101, high: 21_001_231 },
  { unit: 'seconds', low: 100_000_000, high: 10_000_000_000 },
  { unit: 'milliseconds', low: 100_000_000_000, high: 10_000_000_000_000 },
];

/** Undefined when no reading fits the middle of the values. */
export function dateNumberOf(median: number): DateNumber | undefined {
  return DATE_NUMBERS.find(({ low, high }) => median >= low && median <= high)?.unit;
}

async function findDateNumber(database: Database, from: Sql, value: Sql): Promise<Format> {
  const [row] = await database.rows<{ middle: number | null }>(
    sql`SELECT CAST(approx_quantile(${value}, 0.5) AS DOUBLE) AS middle FROM ${from}`,
  );
  const unit = dateNumberOf(row.middle ?? 0) ?? 'yyyymmdd';
  const isInstant = unit === 'seconds' || unit === 'milliseconds';
  return { kind: 'dateNumber', unit, ...(isInstant && { timeZone: await reportingZone(database) }) };
}

async function findDateText(database: Database, from: Sql, value: Sql): Promise<Format> {
  const [seen] = await database.rows<{
    numeric: number;
    written: number;
    parts: number;
    first: number;
    second: number;
    clock: number;
  }>(sql`
    SELECT count(*) AS written, count(TRY_CAST(v AS DOUBLE)) AS numeric, count(*) FILTER (parts) AS parts,
           count(*) FILTER (parts AND TRY_CAST(regexp_extract(t, '^(\\d+)', 1) AS INTEGER) > 12) AS first,
           count(*) FILTER (parts AND TRY_CAST(regexp_extract(t, '^\\d+/(\\d+)', 1) AS INTEGER) > 12) AS second,
           count(*) FILTER (regexp_matches(lower(t), '[ap]m$')) AS clock
    FROM (SELECT v, t, regexp_matches(t, '^\\d{1,2}/\\d{1,2}/\\d{2,4}') AS parts
          FROM (SELECT trim(CAST(${value} AS VARCHAR)) AS v, ${tidyDateText(value)} AS t FROM ${from})
          WHERE lower(v) NOT IN ${MISSING_WORDS})`);
  if (seen.written > 0 && seen.numeric > 0.9 * seen.written) {
    return findDateNumber(database, from, sql`TRY_CAST(${value} AS DOUBLE)`);
  }
  const decided = seen.first !== seen.second;
  const monthFirst = decided ? seen.second > seen.first : seen.clock > 0;
  return {
    kind: 'dateText',
    order: monthFirst ? 'mdy' : 'dmy',
    ambiguous: seen.parts > 0 && seen.first + seen.second === 0,
  };
}
