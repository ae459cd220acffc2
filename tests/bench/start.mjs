import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from '../run/prepare.mjs';
import { withApp } from './app.mjs';
import { median } from './median.mjs';

const RUNS = 5;

/** JavaScript that the page itself loads until a first question can be asked; workers load theirs beside it. */
export async function scriptSize({ training }) {
  return withApp(async ({ page, address, open, importFile }) => {
    await open();
    await importFile(training);
    await page.waitForTimeout(500);
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const scripts = [...new Set(loaded.map((url) => url.slice(address.length)))].filter(
      (name) => name.endsWith('.js') && !/worker/.test(name),
    );
    const sizes = scripts.map((name) => ({
      name,
      bytes: gzipSync(readFileSync(join(dist, name)), { level: 9 }).length,
    }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    return [
      {
        name: 'JavaScript of the page before the first question, gzipped',
        text: `${total.toFixed(0)} KB`,
        target: '≤ 250 KB',
        met: total <= 250,
        detail: sizes
          .sort((a, b) => b.bytes - a.bytes)
          .map(({ name, bytes }) => `${name.replace('assets/', '')} ${(bytes / 1024).toFixed(0)}`)
          .join(', '),
      },
    ];
  });
}

/** A second visit, as every visit but the first one is. */
export async function warmStart() {
  return withApp(async ({ page, open }) => {
    await open();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForTimeout(2000);
    const visits = [];
    for (let run = 0; run < RUNS; run += 1) {
      await page.reload();
      visits.push(
        await page.evaluate(async () => {
          await window.redito.ready;
          const ready = performance.now();
          const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
          return { ready, paint };
        }),
      );
    }
    const of = (name) => median(visits.map((visit) => visit[name]));
    const line = (name, value, limit) => ({
      name,
      text: `${(value / 1000).toFixed(2)} s`,
      target: `≤ ${limit} s`,
      met: value <= limit * 1000,
      detail: '',
    });
    return [line('warm start to the first paint', of('paint'), 1), line('warm start to interactive', of('ready'), 2)];
  });
}
