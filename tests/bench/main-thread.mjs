import { withApp } from './app.mjs';

const LIMIT = 50;

/** The longest task of the page while a person brings in a large file, and while a model trains and draws its curve. */
export async function longestTasks({ csv, training }) {
  const importing = await withApp(async ({ page, open, dropFile }) => {
    await open();
    await watchTasks(page);
    await dropFile(csv);
    await page.waitForFunction(async () => (await window.redito.tables()).length === 1, undefined, { polling: 500 });
    return tasksSince(page);
  });
  const trainingTasks = await withApp(async ({ page, address, open, importFile }) => {
    await open();
    await importFile(training);
    await watchTasks(page);
    await page.goto(`${address}#/churn-risk`);
    await page.locator('main h1').waitFor();
    await page.waitForTimeout(1500);
    return tasksSince(page);
  });
  return [
    result('longest task of the page while importing', importing),
    result('… while training and drawing the answer', trainingTasks),
  ];
}

function watchTasks(page) {
  return page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
    }).observe({ type: 'longtask' });
  });
}

function tasksSince(page) {
  return page.evaluate(() => window.longTasks);
}

/** Browsers report tasks from 50 ms on. */
function result(name, tasks) {
  const longest = Math.max(0, ...tasks.map(({ duration }) => duration));
  return {
    name,
    text: tasks.length === 0 ? `under ${LIMIT} ms` : `${Math.round(longest)} ms`,
    target: `≤ ${LIMIT} ms`,
    met: longest <= LIMIT,
    detail: tasks
      .map(({ startTime, duration }) => `${Math.round(duration)} ms at ${(startTime / 1000).toFixed(1)} s`)
      .join(', '),
  };
}
