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
  const { tasks, started, answered } = await withApp(async ({ page, address, open, importFile }) => {
    await open();
    await importFile(training);
    await watchTasks(page);
    await page.evaluate(noteTraining);
    await page.goto(`${address}#/churn-risk`);
    await page.locator('main h1').waitFor();
    await page.waitForTimeout(1500);
    return { tasks: await tasksSince(page), ...(await page.evaluate(() => window.trainingTimes)) };
  });
  const during = (from, to) =>
    tasks.filter(({ startTime, duration }) => startTime >= from && startTime + duration < to);
  return [
    result('longest task of the page while importing', importing),
    result('… while training', during(started, answered)),
    {
      ...result(
        '… while opening the question and drawing its answer',
        tasks.filter((task) => !during(started, answered).includes(task)),
      ),
      target: '',
    },
  ];
}

/** Training lasts from the first sign of progress to the verdict. */
function noteTraining() {
  window.trainingTimes = {};
  new MutationObserver(() => {
    const times = window.trainingTimes;
    if (document.querySelector('main [role=progressbar]')) times.started ??= performance.now();
    if (times.started && document.querySelector('main h1')) times.answered ??= performance.now();
  }).observe(document.body, { childList: true, subtree: true });
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
