import { withApp } from './app.mjs';
import { median } from './median.mjs';

const SEEDS = [1, 2, 3];
const STEPS = 8;

function line(name, milliseconds, limit, detail = '') {
  return {
    name,
    text: `${(median(milliseconds) / 1000).toFixed(2)} s`,
    target: limit ? `≤ ${limit} s` : '',
    met: limit !== undefined && median(milliseconds) <= limit * 1000,
    detail: detail || milliseconds.map((time) => `${(time / 1000).toFixed(2)}`).join(', '),
  };
}

/** From asking for the sample to all of its tables being saved. */
export async function sampleOpening() {
  return withApp(async ({ page, open }) => {
    await open();
    const times = [];
    for (const seed of SEEDS) {
      times.push(
        await page.evaluate(async (given) => {
          const started = performance.now();
          await window.redito.sample('online-shop', { seed: given });
          return performance.now() - started;
        }, seed),
      );
    }
    return [line('sample “Online shop”, opened', times, 5)];
  });
}

/** The demo by somebody who does not talk: every step is left as soon as it stands there. */
export async function demoSteps() {
  return withApp(async ({ page, address }) => {
    const waits = [];
    const openings = [];
    for (let run = 0; run < 3; run += 1) {
      const started = Date.now();
      await page.goto(`${address}?demo`);
      await page.reload();
      await page.waitForSelector('[data-testid=demo][data-ready=true]');
      openings.push(Date.now() - started);
      for (let step = 2; step <= STEPS; step += 1) {
        const pressed = Date.now();
        await page.keyboard.press('PageDown');
        await page.waitForSelector(`[data-testid=demo][data-step="${step}"]`);
        await page.waitForSelector('main h1');
        await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
        (waits[step] ??= []).push(Date.now() - pressed);
      }
    }
    const longest = waits.filter(Boolean).map((times) => median(times));
    return [
      line('?demo, from the address to the first step', openings),
      line(
        '?demo, the longest wait of a step without a pause before it',
        [Math.max(...longest)],
        2,
        longest.map((time, i) => `step ${i + 2}: ${(time / 1000).toFixed(2)}`).join(', '),
      ),
    ];
  });
}
