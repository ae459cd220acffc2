import type { ColumnKind, ColumnPlan } from '../core/delimited.ts';
import type { ZoneOffset } from '../core/time-zone.ts';
import { join, nothing, sql, type Sql } from './sql.ts';

/*
 * DuckDB's own conversions take 1.5 for the BIGINT 2, cut the time off a date and the offset off a time: each cast
 * here is guarded, and what it would change stops the load instead.
 */

/** Stops the load; it never reaches a person. */
const misfit = sql`error('redito: a value is not as planned')`;

/** How the CSV reader hands a column over; numbers with a decimal point are safe to be converted by it. */
export function scanType({ as, padded, missingWords, chosen }: ColumnPlan): string {
  const isPlain = as.kind === 'decimal' && as.mark === '.' && !as.grouped;
  return isPlain && !padded && missingWords.length === 0 && !chosen ? 'DOUBLE' : 'VARCHAR';
}

/** The value of a column from the text that was read. */
export function columnCast(text: Sql, plan: ColumnPlan, zone: readonly ZoneOffset[]): Sql {
  const { as, chosen } = plan;
  if (as.kind === 'text' || scanType(plan) === 'DOUBLE') return text;
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
      return as.mark === '.' && !as.grouped
        ? sql`CAST(${value} AS DOUBLE)`
        : when(wrongDecimal(value, as), sql`CAST(${plainDecimal(value, as)} AS DOUBLE)`);
    case 'boolean':
      return sql`CASE lower(${value}) WHEN 'true' THEN true WHEN 'false' THEN false
        ELSE ${when(sql`${value} IS NOT NULL`, sql`NULL`)} END`;
    case 'date':
      if (as.formats.length > 0) return sql`CAST(${parsed(value, as.formats, nothing)} AS DATE)`;
      return when(sql`length(${value}) <> 10`, sql`CAST(${value} AS DATE)`);
    case 'timestamp':
      if (as.formats.length > 0) return parsed(value, as.formats, nothing);
      return when(sql`strlen(${value}) <> 19 AND ${hasOffset(value)}`, sql`CAST(${value} AS TIMESTAMP)`);
    case 'instant':
      return when(sql`NOT (${hasOffset(value)})`, localTime(instant(value, sql`CAST`), zone));
    default:
      return value;
  }
}

function tryCast(value: Sql, as: ColumnKind, zone: readonly ZoneOffset[]): Sql {
  const tried = sql`try_`;
  switch (as.kind) {
    case 'integer':
      return sql`CASE WHEN TRY_CAST(${value} AS DOUBLE) = TRY_CAST(${value} AS BIGINT) THEN TRY_CAST(${value} AS BIGINT) END`;
    case 'decimal':
      return sql`TRY_CAST(${plainDecimal(value, as)} AS DOUBLE)`;
    case 'boolean':
      return sql`TRY_CAST(${value} AS BOOLEAN)`;
    case 'date':
      return as.formats.length > 0
        ? sql`CAST(${parsed(value, as.formats, tried)} AS DATE)`
        : sql`TRY_CAST(${value} AS DATE)`;
    case 'timestamp':
      return as.formats.length > 0 ? parsed(value, as.formats, tried) : sql`TRY_CAST(${value} AS TIMESTAMP)`;
    case 'instant':
      return localTime(instant(value, sql`TRY_CAST`), zone);
    default:
      return value;
  }
}

function parsed(value: Sql, formats: readonly string[], tried: Sql): Sql {
  const list = join(formats.map((format) => sql`${format}`));
  return sql`${tried}strptime(${value}, [${list}])`;
}

/** Behind the date: `Z`, `UTC`, `+02:00` or `-05`. Blanks before it are allowed. */
function hasOffset(value: Sql): Sql {
  return sql`(contains(${value}, '+') OR ends_with(${value}, 'Z') OR ends_with(${value}, 'C')
    OR contains(substr(${value}, 11), '-'))`;
}

function instant(value: Sql, cast: Sql): Sql {
  return sql`${cast}(regexp_replace(${value}, ' ?(Z|UTC)$', '+00') AS TIMESTAMPTZ)`;
}

function wrongDecimal(value: Sql, { mark, grouped }: { mark: '.' | ','; grouped: boolean }): Sql {
  if (mark === '.') return sql`NOT regexp_full_match(${value}, '-?\\d{1,3}(,\\d{3})*(\\.\\d+)?|-?\\d*(\\.\\d+)?')`;
  if (grouped) return sql`NOT regexp_full_match(${value}, '-?\\d{1,3}(\\.\\d{3})*(,\\d+)?|-?\\d+(,\\d+)?')`;
  return sql`contains(${value}, '.')`;
}

function plainDecimal(value: Sql, { mark, grouped }: { mark: '.' | ','; grouped: boolean }): Sql {
  if (mark === '.') return grouped ? sql`replace(${value}, ',', '')` : value;
  return sql`replace(${grouped ? sql`replace(${value}, '.', '')` : value}, ',', '.')`;
}

/**
 * Local time in the reporting zone of an instant. DuckDB-WASM has no time zones: the zone's offsets are searched by
 * halving, in a CASE as deep as the logarithm of their number.
 */
function localTime(value: Sql, zone: readonly ZoneOffset[]): Sql {
  const micros = sql`epoch_us(${value})`;
  return sql`make_timestamp(${micros} + ${offsetCase(micros, zone)})`;
}

function offsetCase(micros: Sql, zone: readonly ZoneOffset[]): Sql {
  if (zone.length === 1) return sql`${BigInt(zone[0]!.offsetMs) * 1000n}`;
  const middle = zone.length >> 1;
  return sql`CASE WHEN ${micros} < ${BigInt(zone[middle]!.fromMs) * 1000n}
    THEN ${offsetCase(micros, zone.slice(0, middle))} ELSE ${offsetCase(micros, zone.slice(middle))} END`;
}
