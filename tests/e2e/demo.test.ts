import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { demoSteps } from '../../src/app/demo/demo-steps.ts';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp } from './harness/app.ts';

afterAll(closeBrowser);

const words = { en, es };
const locales = { en: 'en-GB', es: 'es-ES' } as const;
const STEPS = 8;

describe('?demo', () => {
  it.each(['en', 'es'] as const)('walks through the sample with the keyboard, without a network, in %s', (language) =>
    withApp({ locale: locales[language] }, async (app) => {
      const { page, context } = app;
      await app.start();
      await expect
        .poll(() =>
          page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => Boolean(known?.active))),
        )
        .toBe(true);
      await app.importFiles({ name: 'mine.csv', content: 'customer_id,order_date,amount\na,2024-01-01,5\n' });
      await context.setOffline(true);
      await page.getByRole('link', { name: words[language]['data.tour.start'] }).click();
      const panel = page.getByTestId('demo');
      await page.locator('[data-testid=demo][data-ready=true]').waitFor({ timeout: 90_000 });
      const told: string[] = [];
      for (let step = 1; step <= STEPS; step++) {
        if (step > 1) await page.keyboard.press(step % 2 ? 'ArrowRight' : 'PageDown');
        await page.locator(`[data-testid=demo][data-step="${step}"]`).waitFor();
        await page.locator('main h1').waitFor({ timeout: 60_000 });
        const { chart } = demoSteps[step - 1]!;
        if (chart) await page.locator(`main [data-chart="${chart}"]`).waitFor();
        told.push(`${await panel.locator('h2').innerText()} ${await page.locator('main h1').innerText()}`);
        await app.screenshot(`demo-${step}-${language}`);
      }
      expect(new Set(told).size).toBe(STEPS);
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press('PageUp');
      await page.locator(`[data-testid=demo][data-step="${STEPS - 1}"]`).waitFor();
      await page.keyboard.press('PageDown');
      await page.getByRole('link', { name: words[language]['demo.end'] }).click();

      // The workspace of this browser is as it was.
      await page.waitForFunction(() => !location.search);
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['mine']);
      await context.setOffline(false);
    }),
  );

  it('comes back to its step after a reload, with the figure it talks about in view, and ends at any step', () =>
    withApp({}, async ({ page, server }) => {
      await page.goto(`${server.address}?demo=6`);
      const stands = async () => {
        await page.locator('[data-testid=demo][data-ready=true][data-step="6"]').waitFor({ timeout: 90_000 });
        await expect.poll(() => endsAbove(page, en['return.chart.comparison.title'])).toBe(true);
      };
      await stands();
      const entries = await page.evaluate(() => history.length);
      await page.keyboard.press('ArrowLeft');
      await page.locator('[data-testid=demo][data-step="5"]').waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate(() => history.length)).toBe(entries);
      await page.reload();
      await stands();

      // What is open is closed first.
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await page.getByRole('link', { name: en['demo.end'] }).count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !location.search);
    }));
});

/** Whether the whole card with this title stands between the top of the window and the panel. */
function endsAbove(page: Page, title: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const heading = [...document.querySelectorAll('article h3')].find(({ textContent }) => textContent === wanted);
    const card = heading?.closest('article')?.getBoundingClientRect();
    const panel = document.querySelector('[data-testid=demo]')!.getBoundingClientRect();
    return card !== undefined && card.top >= 0 && card.bottom <= panel.top;
  }, title);
}
