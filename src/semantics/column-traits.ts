import type { Database } from '../database/database.ts';
import { identifier, join, sql, type Sql } from '../database/sql.ts';
import { tidyDateText } from './casts.ts';
import { isNumberType, isTimeType, isWholeType } from './column-formats.ts';
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
  const few = traits.filter(({ distinct }) => distinct <= 12 && distinct > 0);
  for (let start = 0; start < few.length; start += COLUMNS_AT_ONCE) {
    await addFrequentValues(database, from, few.slice(start, start + COLUMNS_AT_ONCE));
  }
  return traits;
}

/** What follows from a column's type is not measured: many files of some thousand rows spend most of their time here. */
function measures(column: Sql, type: string, i: number): Sql {
  const isText = type === 'VARCHAR';
  const value = isText ? sql`nullif(trim(${column}), '')` : column;
  const named = (measure: string) => identifier(`${measure}${i}`);
  const counts = [sql`count(${value}) AS ${named('known')}`, sql`count(DISTINCT ${value}) AS ${named('distinct')}`];
  if (!isText && !isNumberType(type)) return join(counts);
  const number = isText ? sql`TRY_CAST(${value} AS DOUBLE)` : column;
  counts.push(
    sql`count(*) FILTER (${number} < 0) AS ${named('negative')}`,
    sql`CAST(min(${number}) AS DOUBLE) AS ${named('low')}`,
    sql`CAST(max(${number}) AS DOUBLE) AS ${named('high')}`,
  );
  if (!isWholeType(type)) counts.push(sql`count(*) FILTER (${number} = trunc(${number})) AS ${named('whole')}`);
  if (!isText) return join(counts);
  // What does not begin with a digit is no date in figures: most texts need not be tried, which is what takes long.
  const written = sql`CASE WHEN ${value}[1] BETWEEN '0' AND '9' THEN TRY_CAST(${value} AS TIMESTAMP) IS NOT NULL OR regexp_matches(${tidyDateText(column)}, '^\\d{1,2}/\\d{1,2}/\\d{2,4}( |$)') ELSE false END`;
  return join([
    ...counts,
    sql`count(${number}) AS ${named('numbers')}`,
    sql`count(*) FILTER (${written}) AS ${named('dates')}`,
  ]);
}

function read(name: string, type: string, i: number, row: Record<string, number | null>): ColumnTraits {
  const get = (measure: string, otherwise = NaN): number => row[`${measure}${i}`] ?? otherwise;
  const known = get('known');
  const numbers = get('numbers', isNumberType(type) ? known : 0);
  const whole = known > 0 && get('whole', isWholeType(type) ? known : 0) === numbers;
  const isNumber = known > 0 && numbers >= MOST * known;
  // Eight digits of a calendar; smaller numbers are far more often counts and amounts.
  const isDateNumber = isNumber && whole && get('low') >= 19_000_101 && get('high') <= 21_001_231;
  const written = known > 0 && get('dates', 0) >= MOST * known;
  const kind = isTimeType(type)
    ? 'time'
    : type === 'BOOLEAN'
      ? 'flag'
      : isDateNumber || written
        ? 'time'
        : isNumber
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
    negative: get('negative', 0),
    values: [],
  };
}

async function addFrequentValues(database: Database, from: Sql, traits: readonly ColumnTraits[]): Promise<void> {
  const lists = traits.map(({ name }, i) => {
    const column = identifier(name);
    return sql`(SELECT ${i} AS i, CAST(${column} AS VARCHAR) AS value, count(*) AS n FROM ${from} WHERE ${column} IS NOT NULL
      GROUP BY 2 ORDER BY 3 DESC, 2 LIMIT 8)`;
  });
  const { rows } = await database.table(
    sql`SELECT i, value FROM (${join(lists, ' UNION ALL ')}) ORDER BY i, n DESC, value`,
  );
  for (const [i, value] of rows) if (value !== null) traits[Number(i)]!.values.push(String(value));
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
