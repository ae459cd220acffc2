import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { capture, closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

async function addFromPage({ page, server }: App, question: string): Promise<void> {
  await page.goto(`${server.address}#/${question}`);
  await settled(page);
  await page.getByTestId('add-to-report').click();
  await page.getByTestId('add-to-report').getByText(en['reports.added']).waitFor();
}

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; text: string; bytes: Buffer }> {
  const waiting: Promise<Download> = page.waitForEvent('download', { timeout: 90_000 });
  const [download] = await Promise.all([waiting, act()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), text: bytes.toString('utf8'), bytes };
}

/** What a report must not have: whatever runs, or fetches from elsewhere. */
function expectInert(html: string): void {
  expect(html).not.toMatch(/<script|<iframe|<object|<embed|<link|javascript:|\son\w+="/i);
  const references = [...html.matchAll(/\b(?:src|href|xlink:href|action)="([^"]*)"/gi)].map(([, to]) => to!);
  expect(references.filter((to) => !/^(#|data:image\/)/.test(to))).toEqual([]);
  expect([...html.matchAll(/url\(([^)]*)\)/gi)].filter(([, to]) => !/^['"]?#/.test(to!))).toEqual([]);
  expect(html.includes('content="default-src &#39;none&#39;;')).toBe(true);
}

/** Headline numbers and cells of numbers that take two lines, and whether the page is wider than it should be. */
async function faultsOfLayout(view: Page, width: number): Promise<string[]> {
  await view.setViewportSize({ width, height: 900 });
  return view.evaluate(() => {
    const broken = [...document.querySelectorAll('.value, td.number')].filter((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    return [
      ...broken.map(({ textContent }) => `broken: ${textContent}`),
      ...(scrollWidth > clientWidth ? [`wide: ${scrollWidth}`] : []),
    ];
  });
}

describe('a report', () => {
  it('is put together, survives a reload and leaves as one file in either language', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: '=cmd|orders.csv', content: madeOrders(900, 3) });
      for (const question of ['overview', 'rfm-segments', 'cohort-retention']) await addFromPage(app, question);
      await page.getByRole('link', { name: en['reports.title'], exact: true }).click();
      await page.locator('main article').nth(2).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const first = page.locator('main article').first();
      await first.getByLabel(en['reports.item.title']).fill('What <b>came</b> in');
      await first
        .getByLabel(en['reports.item.note'])
        .fill('Read <script>alert(1)</script> & weep.\n\nSecond paragraph.');
      await first.getByLabel(en['reports.item.note']).blur();
      await page.getByRole('button', { name: /^Move “What.*” down$/ }).click();
      await app.screenshot('reports');

      const order = () => page.locator('main article .kind').allInnerTexts();
      await expect.poll(async () => (await order())[1]).toContain('Overview');
      // What was kept is there again: it is read back from the workspace.
      await expect
        .poll(async () => {
          await page.reload();
          await app.run((redito) => redito.ready);
          await page.locator('main article').nth(2).waitFor();
          return (await order()).map((line) => line.split(' · ')[1]);
        })
        .toEqual(['Customers', 'Overview', 'Cohorts']);

      const english = await saved(page, () => page.getByRole('button', { name: en['reports.export'] }).click());
      expect(english.name).toMatch(/\.html$/);
      expectInert(english.text);
      expect(english.text).toContain('<html lang="en"');
      expect(english.text).toContain('What &lt;b&gt;came&lt;/b&gt; in');
      expect(english.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(english.text.match(/<svg/g)!.length).toBeGreaterThan(6);
      expect(english.text).toMatch(/business\.purchases/i);
      expect(english.text).toMatch(/@media print/);
      // Ids of customers stay here.
      expect(english.text).not.toMatch(/\bc\d{3,}\b/i);

      await page.getByText('Español', { exact: true }).last().click();
      const spanish = await saved(page, () => page.getByRole('button', { name: en['reports.export'] }).click());
      expectInert(spanish.text);
      expect(spanish.text).toContain('<html lang="es"');
      expect(spanish.text).toContain(es['question.rfm-segments.title']);

      const view = await app.context.newPage();
      await view.setContent(spanish.text);
      expect(await seriousFindings(view)).toEqual([]);
      for (const width of [390, 900]) expect(await faultsOfLayout(view, width), `${width} px`).toEqual([]);
      await view.emulateMedia({ media: 'print' });
      expect(await faultsOfLayout(view, 672), 'A4').toEqual([]);
      await view.emulateMedia({ media: 'screen' });
      await capture(view, 'report-es', { fullPage: true });
      await view.close();
    }));

  it('gives the tables of an answer as CSV and Excel', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      await addFromPage(app, 'rfm-segments');
      await page.goto(`${app.server.address}#/reports`);
      const menu = page.getByRole('button', { name: en['reports.item.files'], exact: true });
      const choose = async (format: 'CSV' | 'Excel') => {
        await menu.click();
        await page.getByRole('menuitem', { name: `${en['table.rfm-segments.customers']}, ${format}` }).click();
      };
      const smallest = page.getByLabel(en['reports.privacy.smallest'], { exact: true });
      const exporting = page.getByRole('button', { name: en['reports.export'], exact: true });
      await smallest.fill('3000');
      await smallest.blur();
      await expect.poll(() => exporting.getAttribute('aria-disabled')).toBe('true');
      expect(await seriousFindings(page)).toEqual([]);
      await smallest.fill('5');
      await smallest.blur();
      await expect.poll(() => exporting.getAttribute('aria-disabled')).toBe('false');
      const csv = await saved(page, () => choose('CSV'));
      expect(csv.name).toMatch(/\.csv$/);
      expect(csv.text.split('\n')[0]).not.toMatch(/customer_id/);
      expect(csv.text.split('\n').length).toBeGreaterThan(100);
      const xlsx = await saved(page, () => choose('Excel'));
      expect(xlsx.name).toMatch(/\.xlsx$/);
      expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
    }));

  it('comes from scripts too, and refuses what is no answer', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      const [type, html] = await app.run(async (redito) => {
        const answer = await redito.ask('overview');
        if (answer.status !== 'answered') throw new Error(answer.message.text);
        const blob = await redito.report([answer], { format: 'html', language: 'es' });
        return [blob.type, await blob.text()];
      });
      expect(type).toContain('text/html');
      expectInert(html!);
      expect(html).toContain('<html lang="es"');
      const codes = await app.run(async (redito) => {
        const code = (work: Promise<unknown>) =>
          work.then(
            () => 'none',
            (error: { code: string }) => error.code,
          );
        const refusal = await redito.ask('return', {});
        return [
          await code(redito.report([{ status: 'answered', question: 'overview' } as never], { format: 'html' })),
          await code(redito.report([refusal as never], { format: 'html' })),
        ];
      });
      expect(codes).toEqual(['answer-invalid', 'refusal-in-report']);
    }));
});
