import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withApp } from './app.mjs';
import { peakMemory } from './browser-processes.mjs';
import { folder, ordersQuery, PARQUET, writeByNative } from './data.mjs';
import { seconds } from './median.mjs';

const LIMIT_BYTES = 1.5e9;
const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(2)} GB`;
/** In no order, which would take more memory than the file. */
const unordered = (rows, customers) => ordersQuery(rows, customers).replace(/ORDER BY .*$/, '');

/** What all processes of the browser take more than before while a CSV of 20,000,000 rows comes in, and its answers after that. */
export async function largeCsv() {
  const file = join(folder, 'orders_20m.csv');
  return large(file, 'a CSV of 1 GB, 20,000,000 rows', LIMIT_BYTES, () =>
    writeByNative(file, unordered(20_000_000, 1_000_000), 'FORMAT csv, HEADER'),
  );
}

/** The same with a Parquet file of 50,000,000 rows. */
export async function largeParquet() {
  const file = join(folder, 'orders_50m.parquet');
  return large(file, 'a Parquet file of 50,000,000 rows', undefined, () =>
    writeByNative(file, unordered(50_000_000, 2_000_000), PARQUET),
  );
}

/** The file is large: it goes when it was measured. */
async function large(file, name, limit, make) {
  await make();
  try {
    return await withApp(async (app) => {
      await app.open();
      const { before, peak, result } = await peakMemory(app.profile, () => app.importFile(file));
      const lines = [
        {
          name: `memory while importing ${name}`,
          text: gigabytes(peak - before),
          target: limit ? `≤ ${gigabytes(limit)}` : '',
          met: limit !== undefined && peak - before <= limit,
          detail: `PSS of all processes of the browser: ${gigabytes(before)} before, ${gigabytes(peak)} at most; imported in ${seconds(result)}`,
        },
      ];
      for (const question of ['overview', 'cohort-retention']) lines.push(await asked(app, question));
      return lines;
    });
  } finally {
    rmSync(file, { force: true });
  }
}

async function asked({ page, profile }, question) {
  const { peak, result } = await peakMemory(profile, () =>
    page.evaluate(async (id) => {
      const started = performance.now();
      const answer = await window.redito.ask(id, {});
      return {
        status: answer.status,
        sentence: (answer.verdict ?? answer.message).text,
        elapsed: performance.now() - started,
      };
    }, question),
  );
  return {
    name: `… ${question} of it`,
    text: result.status === 'answered' ? seconds(result.elapsed) : result.status,
    target: 'answered',
    met: result.status === 'answered',
    detail: `${result.sentence} (${gigabytes(peak)} at most)`,
  };
}
