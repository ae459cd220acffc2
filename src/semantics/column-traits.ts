import type { Database } from '../database/database.ts';
import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { tidyDateText } from './casts.ts';
import { dateNumberOf, isNumberType, isTimeType } from './column-formats.ts';
import { rawName, type RawTable } from './raw-tables.ts';

/** What a column's values look like, from the first rows of its table. */
export interface ColumnTraits {
  name: string;
  type: string;
  /** `time` also for text and numbers that can be read as dates (`19970101`). */
  kind: 'number' | 'time' | 'text' | 'flag';
  /** Dates written as text or numbers. */
  timeWritten: boolean;
  rows: number;
  missing: number;
  distinct: number;
  /** Distinct values ÷ values that are there. */
  uniqueness: number;
  low: number;
  high: number;
  whole: boolean;
  negative: number;
  /** The most frequent values, at most eight, when the column has at most twelve. */
  values: string[];
}

const ROWS_LOOKED_AT = 20_000;
const MOST = 0.8;
/** What plays a role stands among the first columns: of a table with thousands the rest are not looked at. */
const COLUMNS_LOOKED_AT = 400;
/** The states of the measures of hundreds of columns at once are more than the memory of a browser. */
const COLUMNS_AT_ONCE = 40;

export async function columnTraits(database: Database, table: RawTable): Promise<ColumnTraits[]> {
  const from = sql`(SELECT * FROM ${rawName(table.name)} LIMIT ${ROWS_LOOKED_AT})`;
  const columns = table.columns.slice(0, COLUMNS_LOOKED_AT);
  const traits: ColumnTraits[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const measured = join(some.map(({ name, type }, i) => measures(identifier(name), type, i)));
    const [row] = await database.rows<Record<string, number | null>>(
      sql`SELECT count(*) AS rows, ${measured} FROM ${from}`,
    );
    traits.push(...some.map(({ name, type }, i) => read(name, type, i, row)));
  }
  for (const trait of traits) {
    if (trait.distinct <= 12 && trait.distinct > 0) trait.values = await frequentValues(database, from, trait.name);
  }
  return traits;
}

function measures(column: Sql, type: string, i: number): Sql {
  const isText = type === 'VARCHAR';
  const value = isText ? sql`nullif(trim(${column}), '')` : column;
  const number = isText
    ? sql`TRY_CAST(${value} AS DOUBLE)`
    : isNumberType(type)
      ? sql`CAST(${column} AS DOUBLE)`
      : sql`CAST(NULL AS DOUBLE)`;
  // What does not begin with a digit is no date in figures: most texts need not be tried, which is what takes long.
  const written = sql`CASE WHEN ${value}[1] BETWEEN '0' AND '9' THEN TRY_CAST(${value} AS TIMESTAMP) IS NOT NULL OR regexp_matches(${tidyDateText(column)}, '^\\d{1,2}/\\d{1,2}/\\d{2,4}( |$)') ELSE false END`;
  const named = (measure: string) => identifier(`${measure}${i}`);
  return join([
    sql`count(${value}) AS ${named('known')}`,
    sql`count(DISTINCT ${value}) AS ${named('distinct')}`,
    sql`count(${number}) AS ${named('numbers')}`,
    sql`count(*) FILTER (${number} = trunc(${number})) AS ${named('whole')}`,
    sql`count(*) FILTER (${number} < 0) AS ${named('negative')}`,
    sql`min(${number}) AS ${named('low')}`,
    sql`max(${number}) AS ${named('high')}`,
    sql`median(${number}) AS ${named('middle')}`,
    isText ? sql`count(*) FILTER (${written}) AS ${named('dates')}` : sql`0 AS ${named('dates')}`,
  ]);
}

function read(name: string, type: string, i: number, row: Record<string, number | null>): ColumnTraits {
  const get = (measure: string): number => row[`${measure}${i}`] ?? NaN;
  const known = get('known');
  const whole = known > 0 && get('whole') === get('numbers');
  const dateNumber = whole && get('numbers') >= MOST * known ? dateNumberOf(get('middle')) : undefined;
  // Eight digits of a calendar or moments in seconds; smaller numbers are far more often counts and amounts.
  const isDateNumber = dateNumber === 'yyyymmdd' && get('low') >= 19_000_101 && get('high') <= 21_001_231;
  const written = known > 0 && get('dates') >= MOST * known;
  const kind = isTimeType(type)
    ? 'time'
    : type === 'BOOLEAN'
      ? 'flag'
      : isDateNumber || written
        ? 'time'
        : known > 0 && get('numbers') >= MOST * known
          ? 'number'
          : 'text';
  return {
    name,
    type,
    kind,
    timeWritten: kind === 'time' && !isTimeType(type),
    rows: row.rows ?? 0,
    missing: (row.rows ?? 0) - known,
    distinct: get('distinct'),
    uniqueness: known > 0 ? get('distinct') / known : 0,
    low: get('low'),
    high: get('high'),
    whole,
    negative: get('negative'),
    values: [],
  };
}

async function frequentValues(database: Database, from: Sql, name: string): Promise<string[]> {
  const column = identifier(name);
  const values = await database.texts(sql`
    SELECT CAST(${column} AS VARCHAR) AS value FROM ${from} WHERE ${column} IS NOT NULL
    GROUP BY 1 ORDER BY count(*) DESC, value LIMIT 8`);
  return values.filter((value) => value !== null);
}

const SEPARATORS = [' > ', '>', ' -> ', ' | ', '|', ';', ' / ', ','];

/** What stands between the steps of paths, when most values hold it. */
export async function separatorOf(database: Database, table: string, column: string): Promise<string | undefined> {
  const values = await database.texts(
    sql`SELECT CAST(${identifier(column)} AS VARCHAR) AS v FROM ${rawName(table)} WHERE v IS NOT NULL LIMIT 1000`,
  );
  return SEPARATORS.find(
    (separator) => values.filter((value) => value?.includes(separator)).length > values.length / 2,
  );
}
