import { sql, type Sql } from '../../database/sql.ts';
import { bound } from './bound.ts';

/** Numbers are compared by as many digits from their end: as many as a number in Spain has without its country. */
export const PHONE_DIGITS = 9;

const EXTENSION = '(ext(ensi[oó]n)?|anexo|interno|int|ramal|x|#)\\.?\\s*:?\\s*\\d{1,6}\\s*$';
/** Digits in a row, up or down, are made up. */
const RUNS = '01234567890123456789 98765432109876543210';

/**
 * All digits of a number that is written with its country (`+34 …`, `0034 …`); NULL for others. Extensions and the `(0)` of
 * `+44 (0)20 …` go.
 */
export function phoneWithCountry(value: Sql): Sql {
  return bound('written', bareText(value), withCountry);
}

/**
 * All digits of a number as it is written, with its country or without, and without the 0 that stands before an area; NULL where there
 * are none.
 */
export function phoneDigits(value: Sql): Sql {
  return bound('written', bareText(value), (text) => sql`coalesce(${withCountry(text)}, ${ownDigits(text)})`);
}

/**
 * The last nine digits of a phone number, by which pairs are found: one that is written with its country is the same as one
 * that is not. A shorter one is completed with the calling code of `country`; NULL for what has too few digits or is made up
 * (000000000, 123456789).
 * @param country calling code, digits only; may be empty
 */
export function lastDigits(value: Sql, country: string): Sql {
  return bound('written', bareText(value), (text) =>
    bound('own', ownDigits(text), (own) =>
      bound('whole', sql`coalesce(${withCountry(text)}, ${country} || ${own})`, (whole) => {
        const digits = sql`right(${whole}, ${PHONE_DIGITS})`;
        const known = sql`length(${whole}) >= ${PHONE_DIGITS} AND length(${own}) >= 7`;
        const isMadeUp = sql`length(replace(${digits}, left(${digits}, 1), '')) <= 1 OR contains(${RUNS}, ${digits})`;
        return sql`CASE WHEN ${known} AND NOT (${isMadeUp}) THEN ${digits} END`;
      }),
    ),
  );
}

function ownDigits(text: Sql): Sql {
  return sql`nullif(regexp_replace(regexp_replace(${text}, '\\D', '', 'g'), '^0', ''), '')`;
}

function withCountry(text: Sql): Sql {
  return sql`CASE WHEN regexp_matches(${text}, '^[^\\d+]*(\\+|00)') THEN nullif(regexp_replace(regexp_replace(${text}, '\\D', '', 'g'), '^00', ''), '') END`;
}

/**
 * Two numbers with the same last digits are two where both are written with their countries, and those differ, and where none ends
 * with the other: in countries with longer numbers the area is in front of the last nine digits.
 */
export const samePhone = sql`(l.phone = r.phone AND coalesce(l.phone_country = r.phone_country, true)
  AND (ends_with(l.phone_digits, r.phone_digits) OR ends_with(r.phone_digits, l.phone_digits)))`;

function bareText(value: Sql): Sql {
  const text = sql`lower(CAST(${value} AS VARCHAR))`;
  return sql`replace(regexp_replace(regexp_replace(${text}, '\\.0$', ''), ${EXTENSION}, ''), '(0)', '')`;
}
