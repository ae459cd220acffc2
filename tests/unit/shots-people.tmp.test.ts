import { chromium } from 'playwright-core';
import { it } from 'vitest';
import { BROWSER_FLAGS, findBrowser } from '../run/find-browser.mjs';
import { serve } from '../run/serve.mjs';
import { crmFile, webFile, ordersFile } from '../fixtures/people/two-shops.ts';
it('shots', async () => {
  const server = await serve('/tmp/dist-people', { base: '/' });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  for (const [lang, scheme, width] of [['en-GB', 'light', 1280], ['es-ES', 'dark', 1280], ['es-ES', 'light', 390], ['en-GB', 'dark', 390]] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: lang, colorScheme: scheme });
    const page = await context.newPage();
    page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
    page.on('pageerror', (e) => console.log('pageerror', e.message));
    await page.goto(server.address);
    await page.waitForFunction(() => 'redito' in window);
    await page.evaluate(async (files) => {
      await (window as any).redito.ready;
      await (window as any).redito.import(files.map(([n, c]: any) => new File([c], n)));
    }, [['crm.csv', crmFile()], ['web.csv', webFile()], ['orders.csv', ordersFile()]]);
    const shot = (n: string) => page.screenshot({ path: `/tmp/shots/${lang}-${scheme}-${width}-${n}.png`, fullPage: true });
    await page.goto(`${server.address}#/people`);
    await page.locator('[data-testid=people-setup]').waitFor();
    await shot('1-setup');
    await page.locator('[data-testid=people-setup] button').click();
    await page.locator('[data-testid=people-effect] table').waitFor({ timeout: 60000 });
    await page.waitForTimeout(800);
    await shot('2-found');
    if (width === 1280) {
      await page.locator('[data-testid=people-review] button').first().focus();
      await page.keyboard.press('s');
      await page.keyboard.press('d');
      await page.waitForTimeout(1500);
      await page.locator('[data-testid=people-effect] button').first().click();
      await page.waitForTimeout(3000);
      await shot('3-applied');
    }
    await context.close();
  }
  await browser.close();
  await server.close();
}, 200000);
