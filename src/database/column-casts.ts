import type { ColumnKind, ColumnPlan } from '../core/delimited.ts';
import type { ZoneOffset } from '../core/time-zone.ts';
import { DATE_STEPS } from '../core/written-date.ts';
import { DRESS, DRESSED_NUMBER, WRONG_GROUP } from '../core/written-number.ts';
import { join, nothing, sql, type Sql } from './sql.ts';

/*
 * DuckDB's own conversions take 1.5 for the BIGINT 2, cut the time off a date and the offset off a time: each cast
 * here is guarded, and what it would change stops the load instead.
 */

type DecimalKind = Extract<ColumnKind, { kind: 'decimal' }>;
type DateKind = Extract<ColumnKind, { formats: string[] }>;

/** Stops the load; it never reaches a person. */
const misfit = sql`error('redito: a value is not as planned')`;

/** How the CSV reader hands a column over; numbers with a decimal point are safe to be converted by it. */
export function scanType({ as, padded, missingWords, chosen }: ColumnPlan): string {
  const isPlain = as.kind === 'decimal' && as.mark === '.' && !as.grouped && !as.dress;
  return isPlain && !padded && missingWords.length === 0 && !chosen ? 'DOUBLE' : 'VARCHAR';
}

/** The value of a column from the text that was read. */
export function columnCast(text: Sql, plan: ColumnPlan, zone: readonly ZoneOffset[]): Sql {
  const { as, chosen, missingWords } = plan;
  if (scanType(plan) === 'DOUBLE') return finite(text);
  if (as.kind === 'text') return missingWords.length > 0 ? present(text, plan) : text;
  const value = present(text, plan);
  return chosen ? tryCast(value, as, zone) : guardedCast(value, as, zone);
}

/** Blanks, and the words that stand for it, are a missing value. */
function present(text: Sql, { padded, missingWords, chosen }: ColumnPlan): Sql {
  const bare = padded || chosen ? sql`nullif(trim(${text}, ${' \t\u00a0'}), '')` : text;
  return missingWords.length > 0 ? sql`(CASE WHEN ${bare} IN ${missingWords} THEN NULL ELSE ${bare} END)` : bare;
}

function guardedCast(value: Sql, as: ColumnKind, zone: readonly ZoneOffset[]): Sql {
  const when = (wrong: Sql, result: Sql): Sql => sql`CASE WHEN ${wrong} THEN ${misfit} ELSE ${result} END`;
  switch (as.kind) {
    case 'integer':
      return when(sql`CAST(CAST(${value} AS BIGINT) AS VARCHAR) <> ${value}`, sql`CAST(${value} AS BIGINT)`);
    case 'decimal':
      if (as.dress) return when(wrongDressed(value, as), dressedNumber(value, as, sql`CAST`));
      return as.mark === '.' && !as.grouped
        ? finite(sql`CAST(${value} AS DOUBLE)`)
        : when(wrongDecimal(value, as), finite(sql`CAST(${plainDecimal(value, as)} AS DOUBLE)`));
    case 'boolean':
      return sql`CASE lower(${value}) WHEN 'true' THEN true WHEN 'false' THEN false
        ELSE ${when(sql`${value} IS NOT NULL`, sql`NULL`)} END`;
    case 'date':
      if (as.formats.length > 0) return sql`CAST(${parsed(value, as, nothing)} AS DATE)`;
      return when(sql`length(${value}) <> 10`, sql`CAST(${value} AS DATE)`);
    case 'timestamp':
      if (as.formats.length > 0) return parsed(value, as, nothing);
      return when(sql`strlen(${value}) <> 19 AND ${hasOffset(value)}`, sql`CAST(${value} AS TIMESTAMP)`);
    case 'week':
      return dayOfWeek(value, nothing);
    case 'instant':
      return when(sql`NOT (${hasOffset(value)})`, localTime(instant(value, sql`CAST`), zone));
    default:
      return value;
  }
}

/** Whether a value is there and cannot be read as its column is planned. */
export function isMisfit(text: Sql, plan: ColumnPlan, zone: readonly ZoneOffset[]): Sql {
  const value = present(text, plan);
  return sql`(${value} IS NOT NULL AND ${tryCast(value, plan.as, zone)} IS NULL)`;
}

function tryCast(value: Sql, as: ColumnKind, zone: readonly ZoneOffset[]): Sql {
  const tried = sql`try_`;
  switch (as.kind) {
    case 'integer':
      return sql`CASE WHEN TRY_CAST(${value} AS DOUBLE) = TRY_CAST(${value} AS BIGINT) THEN TRY_CAST(${value} AS BIGINT) END`;
    case 'decimal':
      if (as.dress)
        return sql`CASE WHEN NOT ${wrongDressed(value, as)} THEN ${dressedNumber(value, as, sql`TRY_CAST`)} END`;
      return sql`TRY_CAST(${plainDecimal(value, as)} AS DOUBLE)`;
    case 'boolean':
      return sql`TRY_CAST(${value} AS BOOLEAN)`;
    case 'date':
      return as.formats.length > 0 ? sql`CAST(${parsed(value, as, tried)} AS DATE)` : sql`TRY_CAST(${value} AS DATE)`;
    case 'timestamp':
      return as.formats.length > 0 ? parsed(value, as, tried) : sql`TRY_CAST(${value} AS TIMESTAMP)`;
    case 'week':
      return dayOfWeek(value, tried);
    case 'instant':
      return localTime(instant(value, sql`TRY_CAST`), zone);
    default:
      return value;
  }
}

/** `%Y` takes `24` for a year of antiquity. */
const FIRST_YEAR = 1000;

function parsed(value: Sql, { formats, isNamed }: DateKind, tried: Sql): Sql {
  const list = join(formats.map((format) => sql`${format}`));
  const date = sql`${tried}strptime(${isNamed ? withNumberedMonth(value) : value}, [${list}])`;
  return sql`(CASE WHEN year(${date}) < ${FIRST_YEAR} THEN ${tried === nothing ? misfit : sql`NULL`} ELSE ${date} END)`;
}

/** As `withNumberedMonth` of `core/written-date.ts` does it. */
function withNumberedMonth(value: Sql): Sql {
  return DATE_STEPS.reduce(
    (text, [pattern, replacement]) => sql`regexp_replace(${text}, ${pattern}, ${replacement}, 'g')`,
    sql`lower(${value})`,
  );
}

function dayOfWeek(value: Sql, tried: Sql): Sql {
  const day = sql`CASE WHEN length(${value}) = 8 THEN ${value} || '-1' ELSE ${value} END`;
  return sql`CAST(${tried}strptime(${day}, '%G-W%V-%u') AS DATE)`;
}

/** Behind the date: `Z`, `UTC`, `+02:00` or `-05`. Blanks before it are allowed. */
function hasOffset(value: Sql): Sql {
  return sql`(contains(${value}, '+') OR ends_with(${value}, 'Z') OR ends_with(${value}, 'C')
    OR contains(substr(${value}, 11), '-'))`;
}

function finite(number: Sql): Sql {
  return sql`(CASE WHEN isfinite(${number}) OR ${number} IS NULL THEN ${number} ELSE ${misfit} END)`;
}

function instant(value: Sql, cast: Sql): Sql {
  return sql`${cast}(regexp_replace(${value}, ' ?(Z|UTC)$', '+00') AS TIMESTAMPTZ)`;
}

function wrongDecimal(value: Sql, { mark, grouped }: { mark: '.' | ','; grouped: boolean }): Sql {
  if (mark === '.') return sql`NOT regexp_full_match(${value}, '-?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?|-?\\d*(\\.\\d*)?')`;
  if (grouped) return sql`NOT regexp_full_match(${value}, '-?[1-9]\\d{0,2}(\\.\\d{3})+(,\\d+)?|-?\\d+(,\\d+)?')`;
  return sql`contains(${value}, '.')`;
}

/** Not a number with something around it, or one that is grouped otherwise than the column's. */
function wrongDressed(value: Sql, as: DecimalKind): Sql {
  const isPercent = sql`contains(${value}, '%')`;
  const wrongPercent = as.dress === 'percent' ? sql`NOT ${isPercent}` : isPercent;
  return sql`(NOT regexp_full_match(${value}, ${DRESSED_NUMBER}) OR ${wrongPercent}
    OR contains(${value}, '(') <> contains(${value}, ')') OR regexp_matches(${value}, ${WRONG_GROUP})
    OR ${wrongDecimal(undressed(value), as)})`;
}

function dressedNumber(value: Sql, as: DecimalKind, cast: Sql): Sql {
  const size = sql`${cast}(${plainDecimal(undressed(value), as)} AS DOUBLE)`;
  const signed = sql`(CASE WHEN regexp_matches(${value}, '[-−(]') THEN -1 ELSE 1 END * ${size})`;
  return as.dress === 'percent' ? sql`(${signed} / 100)` : signed;
}

function undressed(value: Sql): Sql {
  return sql`regexp_replace(${value}, ${DRESS}, '', 'g')`;
}

function plainDecimal(value: Sql, { mark, grouped }: { mark: '.' | ','; grouped: boolean }): Sql {
  if (mark === '.') return grouped ? sql`replace(${value}, ',', '')` : value;
  return sql`replace(${grouped ? sql`replace(${value}, '.', '')` : value}, ',', '.')`;
}

/**
 * Local time in the reporting zone of an instant. DuckDB-WASM has no time zones: the zone's offsets are searched by
 * halving, in a CASE as deep as the logarithm of their number.
 */
export function localTime(value: Sql, zone: readonly ZoneOffset[]): Sql {
  const micros = sql`epoch_us(${value})`;
  return sql`make_timestamp(${micros} + ${offsetCase(micros, zone)})`;
}

function offsetCase(micros: Sql, zone: readonly ZoneOffset[]): Sql {
  if (zone.length === 1) return sql`${BigInt(zone[0]!.offsetMs) * 1000n}`;
  const middle = zone.length >> 1;
  return sql`CASE WHEN ${micros} < ${BigInt(zone[middle]!.fromMs) * 1000n}
    THEN ${offsetCase(micros, zone.slice(0, middle))} ELSE ${offsetCase(micros, zone.slice(middle))} END`;
}
