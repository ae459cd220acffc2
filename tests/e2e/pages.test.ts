import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

const PAGES = ['data', 'tables', 'mapping', 'people', 'reports', 'sql', 'truth', 'proof', 'settings'] as const;
const QUESTIONS = [
  ...(['overview', 'rfm-segments', 'cohort-retention', 'lifetime-value', 'churn-risk'] as const),
  ...(['experiment', 'return'] as const),
];
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [390, 768, 1200, 2560];

async function go({ page, server }: App, name: string): Promise<void> {
  await page.goto(`${server.address}#/${name}`);
  await settled(page);
}

async function withOrders(app: App): Promise<void> {
  await app.start();
  const { refused } = await app.importFiles({ name: 'orders.csv', content: madeOrders(600, 1) });
  expect(refused).toEqual([]);
}

/** A hundred pictures for people to look at: nobody does where all is run by itself. */
async function picture(app: App, name: string): Promise<void> {
  if (!process.env.CI) await app.screenshot(name);
}

/** What sticks out to the right, so that the page would scroll sideways. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 3)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className.toString()} ends at ${Math.round(element.getBoundingClientRect().right)}`,
      );
  });
}

describe('every page', () => {
  it.each(THEMES)('has nothing serious for axe before there is any data, %s', (colorScheme) =>
    withApp({ colorScheme }, async (app) => {
      await app.start();
      for (const name of [...PAGES, ...QUESTIONS]) {
        await go(app, name);
        expect(await seriousFindings(app.page), name).toEqual([]);
        await picture(app, `empty-${name}-${colorScheme}`);
      }
    }),
  );

  it.each(THEMES)('has nothing serious for axe with data, %s', (colorScheme) =>
    withApp({ colorScheme }, async (app) => {
      await withOrders(app);
      for (const name of [...PAGES, ...QUESTIONS]) {
        await go(app, name);
        expect(await seriousFindings(app.page), name).toEqual([]);
        await picture(app, `${name}-${colorScheme}`);
      }
      await app.page.keyboard.press('Control+k');
      await app.page.getByRole('dialog').waitFor();
      expect(await seriousFindings(app.page), 'palette').toEqual([]);
      await picture(app, `palette-${colorScheme}`);
    }),
  );

  it('fits every width without scrolling sideways', () =>
    withApp({}, async (app) => {
      await withOrders(app);
      for (const name of [...PAGES, ...QUESTIONS]) {
        await go(app, name);
        for (const width of WIDTHS) {
          await app.page.setViewportSize({ width, height: 900 });
          await settled(app.page, { quiet: 200 });
          expect(await overflowing(app.page), `${name} at ${width}`).toEqual([]);
          if (width === 390 || width === 2560) await picture(app, `${name}-${width}`);
        }
      }
    }));
});

describe('the keyboard', () => {
  it('reaches the content, the navigation and the palette', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await withOrders(app);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
      await page.keyboard.press('Control+k');
      await page.keyboard.type('settings');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/settings');
    }));
});
