import { withApp } from './app.mjs';
import { ratio } from './median.mjs';
import { withNative } from './native.mjs';

const RUNS = 3;

/** Bringing a file in until it is safe on the disk, against native DuckDB that does the same. */
async function store(file, reader) {
  const browser = [];
  const native = [];
  for (let run = 0; run < RUNS; run += 1) {
    native.push(
      await withNative(
        async ({ time }) =>
          (await time(`CREATE TABLE orders AS SELECT * FROM ${reader}('${file}')`)) + (await time('CHECKPOINT')),
      ),
    );
    browser.push(
      await withApp(async (app) => {
        await app.open();
        return app.importFile(file);
      }),
    );
  }
  return { browser, native };
}

export async function storeCsv({ csv }) {
  const { browser, native } = await store(csv, 'read_csv');
  return [ratio('storing a CSV of 5,000,000 rows', browser, native, 1.5)];
}

export async function storeParquet({ parquet }) {
  const { browser, native } = await store(parquet, 'read_parquet');
  return [ratio('storing a Parquet file of 5,000,000 rows', browser, native, 1.5)];
}
