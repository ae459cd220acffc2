import type { AppendPlan, Conflicts } from '../core/append-plan.ts';
import { ROW_COLUMN } from '../core/table-info.ts';
import type { CombinedColumn } from './combined-columns.ts';
import type { Database, QueryOptions } from './database.ts';
import { identifier, join, nothing, sql, type Sql } from './sql.ts';
import { typeWords } from './type-words.ts';

/*
 * The rows of two tables as those of one. A row of the second is the `same` as one of the first when that holds all its
 * values; with a whole key also when it has come before in the second, and it is an `other` one when its key, complete, is there but
 * not the same row; all else is fresh.
 */

export interface Appending {
  old: string;
  fresh: string;
  columns: readonly CombinedColumn[];
  /** Names of columns that both have; none: rows are known by all their values, and the second copy of a row is another row. */
  key: readonly string[];
}

type Counts = Pick<AppendPlan, 'rows' | 'same' | 'other' | 'fresh'>;

const ROW = identifier(ROW_COLUMN);
const column = (i: number): Sql => identifier(`c${i}`);

/** How many rows are new, the same, or have the key of another one. */
export async function countAppended(database: Database, given: Appending, options?: QueryOptions): Promise<Counts> {
  const [counts] = await database.rows<Record<keyof Counts, number>>(
    sql`${marked(given)} SELECT count(*) AS rows, count(*) FILTER (is_same) AS same,
        count(*) FILTER (is_other) AS other, count(*) FILTER (NOT is_same AND NOT is_other) AS fresh FROM marked`,
    options,
  );
  return counts!;
}

/** Whether no value of a column of a raw table is there twice; what is missing does not count. */
export async function namesRows(
  database: Database,
  table: string,
  name: string,
  options?: QueryOptions,
): Promise<boolean> {
  const value = identifier(name);
  const [unique] = await database.texts(
    sql`SELECT count(${value}) > 0 AND count(${value}) = count(DISTINCT ${value}) FROM ${identifier('raw', table)}`,
    options,
  );
  return unique === 'true';
}

/**
 * Stores both as `raw."<target>"`: the rows that are there with their numbers, then those that come, numbered on in the order
 * of their file.
 */
export async function storeAppended(
  database: Database,
  target: string,
  given: Appending,
  conflicts: Conflicts,
  options?: QueryOptions,
): Promise<void> {
  const { columns } = given;
  const into = identifier('raw', target);
  const names = columns.map(({ name }) => identifier(name));
  const list = (values: readonly Sql[]): Sql => join(values.map((value, i) => sql`${value} AS ${names[i]!}`));
  const takes = conflicts === 'take';
  // A small list of what goes: the rows that stay keep their order, and are not held in memory.
  const goes = sql`SELECT n.${ROW} FROM near AS n SEMI JOIN (SELECT * FROM marked WHERE is_other) AS taken ON ${matches('n', 'taken', keyOf(given), sql`=`)}`;
  const stays = takes ? sql`WHERE o.${ROW} NOT IN (${goes})` : nothing;
  await database.run(
    sql`CREATE TABLE ${into} AS ${takes ? marked(given) : sql`WITH old AS (${sideOf(given, 'old')})`}
        SELECT ${list(columns.map((_, i) => sql`o.${column(i)}`))}, o.${ROW} FROM old AS o ${stays}`,
    options,
  );
  const values = columns.map(({ fresh }, i) => (fresh || !takes ? sql`m.${column(i)}` : sql`lacking.${column(i)}`));
  const lacking = takes ? lackingOf(given) : nothing;
  await database.run(
    sql`INSERT INTO ${into} BY NAME ${marked(given)}
        SELECT ${list(values)}, (SELECT coalesce(max(${ROW}), -1) FROM old) + row_number() OVER (ORDER BY m.${ROW}) AS ${ROW}
        FROM marked AS m ${lacking} WHERE ${comes(given, conflicts)} ORDER BY m.${ROW}`,
    options,
  );
}

/** Which rows come: of a key that is taken all of them, those as well that are there already. */
function comes(given: Appending, conflicts: Conflicts): Sql {
  switch (conflicts) {
    case 'keep':
      return sql`NOT is_same AND NOT is_other`;
    case 'both':
      return sql`NOT is_same`;
    case 'take':
      return sql`m.repeat = 1 AND (NOT is_same OR ${sameKeyAs(given, sql`SELECT * FROM marked WHERE is_other`)})`;
  }
}

/** The rows of the second table, with what they are to those of the first. */
function marked(given: Appending): Sql {
  const { columns, key } = given;
  const said = columns.flatMap(({ fresh }, i) => (fresh ? [i] : []));
  const known = key.length > 0 ? keyOf(given) : said;
  const number = sql`row_number() OVER (PARTITION BY ${join(said.map(column))} ORDER BY ${ROW})`;
  const copies = (from: Sql): Sql =>
    key.length > 0 ? sql`SELECT *, 1 AS copy FROM ${from}` : sql`SELECT *, ${number} AS copy FROM ${from}`;
  // With a whole key, what the file itself holds twice is there once it has come.
  const hasKey = join(
    keyOf(given).map((i) => sql`${column(i)} IS NOT NULL`),
    ' AND ',
  );
  const repeat = key.length > 0 ? sql`CASE WHEN ${hasKey} THEN ${number} ELSE 1 END` : sql`1`;
  const isOther =
    key.length > 0
      ? sql`f.${ROW} NOT IN (FROM same) AND f.${ROW} IN (SELECT f.${ROW} FROM fresh AS f SEMI JOIN near AS o ON ${matches('f', 'o', known, sql`=`)})`
      : sql`false`;
  return sql`WITH old AS (${sideOf(given, 'old')}), fresh AS (${copies(sql`(SELECT *, ${repeat} AS repeat FROM (${sideOf(given, 'fresh')}))`)}),
    near AS (${copies(sql`(SELECT * FROM old AS o SEMI JOIN fresh AS f ON ${matches('o', 'f', known)})`)}),
    same AS (SELECT f.${ROW} FROM fresh AS f SEMI JOIN near AS o ON ${matches('f', 'o', said)} AND f.copy = o.copy),
    marked AS (SELECT *, f.repeat > 1 OR f.${ROW} IN (FROM same) AS is_same, f.repeat = 1 AND ${isOther} AS is_other FROM fresh AS f)`;
}

/** Names that could do harm are left behind here. */
function sideOf({ columns, ...tables }: Appending, side: 'old' | 'fresh'): Sql {
  const values = columns.map(({ type, [side]: own }, i) => {
    const value = own ? identifier(own.name) : sql`NULL`;
    return sql`${own?.type === type ? value : sql`CAST(${value} AS ${typeWords(type)})`} AS ${column(i)}`;
  });
  return sql`SELECT ${join(values)}, ${ROW} FROM ${identifier('raw', tables[side])}`;
}

function keyOf({ columns, key }: Appending): number[] {
  return key.map((name) => columns.findIndex((one) => one.name === name));
}

/** A missing value is like another one, but for `=`. */
function matches(one: string, other: string, columns: readonly number[], like = sql`IS NOT DISTINCT FROM`): Sql {
  const pairs = columns.map((i) => sql`${identifier(one)}.${column(i)} ${like} ${identifier(other)}.${column(i)}`);
  return join(pairs, ' AND ');
}

function sameKeyAs(given: Appending, rows: Sql): Sql {
  const key = keyOf(given).map(column);
  const one = key.map((part) => sql`m.${part}`);
  return sql`(${join(one)}) IN (SELECT ${sql`(${join(key)})`} FROM (${rows}))`;
}

/** What the first table knows of a key in columns that the second lacks. */
function lackingOf(given: Appending): Sql {
  const key = keyOf(given);
  const lacking = given.columns.flatMap(({ fresh }, i) =>
    fresh ? [] : [sql`any_value(${column(i)}) AS ${column(i)}`],
  );
  const values = join([...key.map(column), ...lacking]);
  return sql`LEFT JOIN (SELECT ${values} FROM near GROUP BY ${join(key.map(column))}) AS lacking ON ${matches('m', 'lacking', key, sql`=`)}`;
}
