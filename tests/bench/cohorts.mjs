import { withApp } from './app.mjs';
import { ratio } from './median.mjs';
import { withNative } from './native.mjs';

const RUNS = 3;

const COHORTS = `
  WITH first AS (SELECT customer_id, date_trunc('month', min(ordered_at)) AS cohort FROM orders_5m GROUP BY customer_id)
  SELECT
    cohort,
    datediff('month', cohort, date_trunc('month', ordered_at)) AS age,
    count(DISTINCT customer_id) AS customers,
    sum(amount) AS revenue
  FROM orders_5m JOIN first USING (customer_id)
  GROUP BY cohort, age
  ORDER BY cohort, age`;

/** The monthly cohorts of 5,000,000 orders: as a query, and as the question with its intervals and checks. */
export async function cohorts({ csv }) {
  return withNative(async ({ time }) => {
    await time(`CREATE TABLE orders_5m AS SELECT * FROM read_csv('${csv}')`);
    await time('CHECKPOINT');
    return inBrowser(csv, () => repeat(() => time(COHORTS)));
  });
}

/** The native side runs before and after: a noisy machine is slow and fast by the minute. */
async function inBrowser(csv, runNative) {
  const before = await runNative();
  return withApp(async (app) => {
    await app.open();
    await app.importFile(csv);
    const browser = await repeat(async () =>
      app.page.evaluate(async (sql) => (await window.redito.query(sql, { limit: 2000 })).elapsedMs, COHORTS),
    );
    const native = [...before, ...(await runNative())];
    const asked = await app.page.evaluate(async () => {
      const answer = await window.redito.ask('cohort-retention', {});
      return {
        status: answer.status,
        elapsed: answer.evidence?.elapsedMs,
        sentence: (answer.verdict ?? answer.message).text,
      };
    });
    return [
      ratio('a monthly cohort query over 5,000,000 orders', browser, native, 1.7),
      {
        name: 'the question cohort-retention on them',
        text: asked.status === 'answered' ? `${(asked.elapsed / 1000).toFixed(2)} s` : asked.status,
        target: '',
        met: asked.status === 'answered',
        detail: asked.sentence,
      },
    ];
  });
}

/** The first two runs do not count: they warm both sides up, and let the page finish looking at the new table. */
async function repeat(measure) {
  await measure();
  await measure();
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await measure());
  return times;
}
