import type { Json } from '../core/json.ts';
import { PROFILE_BINS, type ColumnProfile, type PageRequest } from '../core/table-info.ts';
import type { Database, QueryOptions, RowsResult } from './database.ts';
import { identifier, sql } from './sql.ts';

/**
 * Rows of a raw table by position. Unsorted pages find their rows by `rowid`, whatever the table's size; a sorted one
 * reads its order from a table made once per sort (`sortTable`).
 */
export async function pageOfTable(
  database: Database,
  { table, offset, limit, sort }: PageRequest,
  options?: QueryOptions,
): Promise<RowsResult> {
  const raw = identifier('raw', table);
  if (!sort) {
    return database.table(
      sql`SELECT * EXCLUDE (_row) FROM ${raw} WHERE rowid >= ${offset} AND rowid < ${offset + limit} ORDER BY rowid`,
      options,
    );
  }
  const order = await sortTable(database, table, sort, options);
  return database.table(
    sql`SELECT t.* EXCLUDE (_row) FROM ${order} o JOIN ${raw} t ON t.rowid = o.source
        WHERE o.rowid >= ${offset} AND o.rowid < ${offset + limit} ORDER BY o.rowid`,
    options,
  );
}

const sorted = identifier('redito', 'grid_order');
let sortedBy = '';

/** One order is kept at a time: grids are looked at one after another. */
async function sortTable(
  database: Database,
  table: string,
  { column, descending }: { column: string; descending: boolean },
  options?: QueryOptions,
): Promise<typeof sorted> {
  const id = JSON.stringify([table, column, descending]);
  if (sortedBy !== id) {
    sortedBy = '';
    await database.run(
      sql`CREATE OR REPLACE TABLE ${sorted} AS SELECT rowid AS source FROM ${identifier('raw', table)}
          ORDER BY ${identifier(column)} ${descending ? sql`DESC` : sql`ASC`} NULLS LAST, rowid`,
      options,
    );
    sortedBy = id;
  }
  return sorted;
}

/** Forgets the kept order: the tables have changed. */
export async function forgetSort(database: Database): Promise<void> {
  sortedBy = '';
  await database.run(sql`DROP TABLE IF EXISTS ${sorted}`);
}

const EXACT_DISTINCT_ROWS = 1_000_000;
const NUMERIC = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(\d+,\d+\))$/;
const DATED = /^(DATE|TIMESTAMP[^[]*)$/;

/** One column at a glance. Distinct values are counted up to a million rows and estimated (HyperLogLog) above. */
export async function profileColumn(
  database: Database,
  table: string,
  { name, type }: { name: string; type: string },
  rows: number,
  options?: QueryOptions,
): Promise<ColumnProfile> {
  const column = identifier(name);
  const raw = identifier('raw', table);
  const distinctIsApproximate = rows > EXACT_DISTINCT_ROWS;
  const distinct = distinctIsApproximate ? sql`approx_count_distinct(${column})` : sql`count(DISTINCT ${column})`;
  const [summary] = await database.rows<{ missing: number; distinct: number; low: Json; high: Json }>(
    sql`SELECT count(*) - count(${column}) AS missing, ${distinct} AS "distinct", min(${column}) AS low, max(${column}) AS high
        FROM ${raw}`,
    options,
  );
  const scale = NUMERIC.test(type)
    ? sql`${column}::DOUBLE`
    : DATED.test(type)
      ? sql`epoch(${column}::TIMESTAMP)`
      : undefined;
  const bars = scale
    ? await database.rows<{ label: Json; count: number }>(
        sql`WITH v AS (SELECT ${scale} AS x, ${column} AS value FROM ${raw} WHERE isfinite(${scale})),
                 r AS (SELECT min(x) AS low, max(x) AS high FROM v)
            SELECT min(value) AS label, count(*) AS count FROM v, r
            GROUP BY least(${PROFILE_BINS - 1}, CASE WHEN high > low THEN floor((x - low) / (high - low) * ${PROFILE_BINS}) ELSE 0 END)::INT
            ORDER BY min(x)`,
        options,
      )
    : await database.rows<{ label: Json; count: number }>(
        sql`SELECT ${column}::VARCHAR AS label, count(*) AS count FROM ${raw} WHERE ${column} IS NOT NULL
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${PROFILE_BINS}`,
        options,
      );
  return { name, type, ...summary, distinctIsApproximate, bars };
}
