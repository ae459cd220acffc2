import { createServer } from 'vite';
import { root } from '../run/prepare.mjs';
import { withApp } from './app.mjs';
import { median, ratio } from './median.mjs';

const RUNS = 3;
const TODAY = '2026-11-28';

const columns = {
  customer_id: 'customer_id',
  ordered_at: 'ordered_at',
  amount: 'amount',
  order_id: 'order_id',
  channel: 'channel',
};
const mapping = { orders: { table: 'orders_5m_flawed', columns } };

/** Examining 5,000,000 orders with planted flaws on the page, against the same queries on native DuckDB with one thread. */
export async function quality({ flawed }) {
  const before = await natively(flawed);
  const { first, all, found } = await inBrowser(flawed);
  const native = [...before, ...(await natively(flawed))];
  return [
    {
      name: 'first findings on 5,000,000 orders',
      text: `${(median(first) / 1000).toFixed(2)} s`,
      target: '≤ 2 s',
      met: median(first) <= 2000,
      detail: first.map((time) => `${(time / 1000).toFixed(2)} s`).join(', '),
    },
    {
      ...ratio('the whole examination of them', all, native, 2),
      detail: `${ratio('', all, native, 2).detail}; found: ${found.join(', ')}`,
    },
  ];
}

/** The product's own examination, with its SQL, on a native database in memory. @returns milliseconds */
async function natively(file) {
  const vite = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false },
  });
  try {
    const { openNative } = await vite.ssrLoadModule('/tests/fixtures/native-database.ts');
    const { rawParquet } = await vite.ssrLoadModule('/tests/fixtures/raw-table.ts');
    const { examineNatively } = await vite.ssrLoadModule('/tests/fixtures/examine-natively.ts');
    const database = await openNative();
    await rawParquet(database, 'orders_5m_flawed', file);
    const times = [];
    for (let run = 0; run <= RUNS; run += 1) times.push((await examineNatively(database, mapping, TODAY)).elapsedMs);
    database.close();
    // The first run warms it up.
    return times.slice(1);
  } finally {
    await vite.close();
  }
}

async function inBrowser(file) {
  return withApp(async ({ page, open, importFile, address }) => {
    await open();
    await importFile(file);
    await page.evaluate(async (given) => window.redito.map(given), mapping);
    const first = [];
    const all = [];
    let found = [];
    for (let run = 0; run <= RUNS; run += 1) {
      await page.goto(`${address}#/mapping`);
      await page.reload();
      // The check of the mapping reads the table too; it is over when it says what it found.
      await page.locator('main .findings li').first().waitFor();
      const times = await page.evaluate(watchExamination);
      first.push(times.first);
      all.push(times.all);
      found = times.found;
    }
    return { first: first.slice(1), all: all.slice(1), found };
  });
}

/** Runs in the page: from the click on the navigation to the first finding, and to the last. */
function watchExamination() {
  return new Promise((resolve) => {
    const started = performance.now();
    let first;
    const look = () => {
      first ??= document.querySelector('main [data-finding]') ? performance.now() - started : undefined;
      if (!document.querySelector('main [data-score]')) return requestAnimationFrame(look);
      const found = [...document.querySelectorAll('main [data-finding]')].map((finding) => finding.dataset.finding);
      resolve({ first, all: performance.now() - started, found });
    };
    location.hash = '#/quality';
    requestAnimationFrame(look);
  });
}
