import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { root } from '../run/prepare.mjs';

export const folder = join(root, '.cache/bench');

/** An order log that is the same on every machine: hashes instead of chance. Customers are skewed, days are not. */
function ordersQuery(rows, customers) {
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
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = async (file, query, options) => {
    if (existsSync(file)) return;
    await connection.run(`COPY (${query}) TO '${file}.part' (${options})`);
    renameSync(`${file}.part`, file);
  };
  await write(files.csv, ordersQuery(5_000_000, 400_000), 'FORMAT csv, HEADER');
  await write(
    files.parquet,
    ordersQuery(5_000_000, 400_000),
    'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 122880',
  );
  await write(files.training, ordersQuery(200_000, 20_000), 'FORMAT csv, HEADER');
  connection.closeSync();
  instance.closeSync();
  return files;
}
