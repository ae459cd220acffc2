import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { root } from '../run/prepare.mjs';

export const folder = join(root, '.cache/bench');

export const PARQUET = 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 122880';

/** An order log that is the same on every machine: hashes instead of chance. Customers are skewed, days are not. */
export function ordersQuery(rows, customers) {
  return `
    SELECT
      i AS order_id,
      'C' || lpad(CAST(CAST(floor(${customers} * pow(hash(i, 1) % 1000003 / 1000003, 2)) AS BIGINT) AS VARCHAR), 7, '0') AS customer_id,
      CAST(TIMESTAMP '2022-01-01' + to_seconds(CAST(hash(i, 2) % 94608000 AS BIGINT)) AS TIMESTAMP(0)) AS ordered_at,
      round(5 + 200 * pow(hash(i, 3) % 1000003 / 1000003, 3), 2) AS amount,
      list_extract(['web', 'shop', 'app', 'phone'], CAST(1 + hash(i, 4) % 4 AS INT)) AS channel,
      CAST(1 + hash(i, 5) % 6 AS INT) AS items
    FROM range(${rows}) AS orders(i)
    ORDER BY ordered_at`;
}

/** The same with orders of nobody, of the year 2031, a thousand times too large, and there twice. */
function flawedQuery(orders) {
  return `
    WITH flawed AS (
      SELECT * REPLACE (
        CASE WHEN order_id % 1000 = 7 THEN NULL ELSE customer_id END AS customer_id,
        CASE WHEN order_id % 2000 = 9 THEN CAST(ordered_at + INTERVAL 9 YEAR AS TIMESTAMP(0)) ELSE ordered_at END AS ordered_at,
        CASE WHEN order_id % 20000 = 11 THEN amount * 100000 ELSE amount END AS amount)
      FROM (${orders})
    )
    SELECT * FROM flawed UNION ALL SELECT * FROM flawed WHERE order_id % 2500 = 13`;
}

/**
 * The files of the benchmarks, written once by native DuckDB: 5,000,000 orders of 400,000 customers as CSV and Parquet, and a smaller
 * log to train on.
 */
export async function makeFiles() {
  mkdirSync(folder, { recursive: true });
  const files = {
    csv: join(folder, 'orders_5m.csv'),
    parquet: join(folder, 'orders_5m.parquet'),
    training: join(folder, 'orders_200k.csv'),
    flawed: join(folder, 'orders_5m_flawed.parquet'),
  };
  await writeByNative(files.csv, ordersQuery(5_000_000, 400_000), 'FORMAT csv, HEADER');
  await writeByNative(files.parquet, ordersQuery(5_000_000, 400_000), PARQUET);
  await writeByNative(files.training, ordersQuery(200_000, 20_000), 'FORMAT csv, HEADER');
  await writeByNative(files.flawed, flawedQuery(ordersQuery(5_000_000, 400_000)), PARQUET);
  return files;
}

/** Writes the result of a query by native DuckDB, unless the file is there. */
export async function writeByNative(file, query, options) {
  if (existsSync(file)) return;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`COPY (${query}) TO '${file}.part' (${options})`);
    renameSync(`${file}.part`, file);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
