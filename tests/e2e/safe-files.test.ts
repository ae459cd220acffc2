import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

interface Saved {
  name: string;
  lines: string[];
}

async function saved({ page }: App, act: () => Promise<void>): Promise<Saved> {
  const waiting = page.waitForEvent('download');
  await act();
  const file = await waiting;
  const text = readFileSync(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), lines: text.replace('\uFEFF', '').trim().split('\r\n') };
}

async function fromMenu({ page }: App, card: Locator, label: string): Promise<void> {
  await card.getByRole('button', { name: /^(Actions for|Files of)/ }).click();
  await page.getByRole('menuitem', { name: label }).click();
}

async function go({ page, server }: App, question: string): Promise<void> {
  await page.goto(`${server.address}#/${question}`);
  await settled(page);
}

const cellsOf = ({ lines }: Saved): string[] => lines.slice(1).flatMap((line) => line.split(','));

describe('files of an answer’s page', () => {
  it('withhold small counts in CSV and SVG; raw values are a choice that stands in the name', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(260, 3) });
      await go(app, 'cohort-retention');
      const card = app.page.locator('[data-chart=heatmap-0]');
      const safe = await saved(app, () => fromMenu(app, card, en['ui.chart.csv']));
      await card.getByText('The file keeps the rules of reports: counts under 5 customers are withheld').waitFor();
      await app.screenshot('safe-card');
      expect(await seriousFindings(app.page)).toEqual([]);
      const raw = await saved(app, () => fromMenu(app, card, en['ui.chart.csv.raw']));
      await card.getByText(en['ui.file.raw.said']).waitFor();
      expect(raw.name).toMatch(/-raw-values-for-own-use\.csv$/);
      expect(safe.name).not.toContain('raw');
      expect(safe.lines[0]).toBe(raw.lines[0]);
      expect(safe.lines).toHaveLength(raw.lines.length);
      const counts = raw.lines[0]!.split(',').flatMap((name, i) => (['size', 'customers'].includes(name) ? [i] : []));
      const small = (file: Saved) =>
        file.lines
          .slice(1)
          .flatMap((line) => counts.map((i) => line.split(',')[i]!))
          .filter((cell) => /^[1-4]$/.test(cell));
      expect(small(raw).length).toBeGreaterThan(0);
      expect(small(safe)).toEqual([]);
      expect(cellsOf(safe)).toContain('<5');
      const svg = await saved(app, () => fromMenu(app, card, en['ui.chart.svg']));
      expect(svg.lines.join('')).toMatch(/^<svg /);
    }));

  it('leave the ids of a list out, unless they are asked for by name', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      await go(app, 'rfm-segments');
      const list = page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: en['rfm.table.customers'], exact: true }) });
      const safe = await saved(app, () => list.getByRole('button', { name: en['ui.table.csv'], exact: true }).click());
      expect(safe.lines.join('\n')).not.toMatch(/customer_id|C0\d{4}/);
      expect(safe.lines.length).toBeGreaterThan(800);
      await list.getByRole('button', { name: en['ui.table.files'] }).click();
      await app.screenshot('list-files');
      const raw = await saved(app, () => page.getByRole('menuitem', { name: en['ui.table.csv.raw'] }).click());
      expect(raw.name).toMatch(/-raw-values-for-own-use\.csv$/);
      expect(raw.lines.join('\n')).toMatch(/C0\d{4}/);
      await page
        .getByRole('button', { name: /^Export “/ })
        .first()
        .click();
      await app.screenshot('segment-export');
      const dialog = page.getByRole('dialog');
      const hashed = await saved(app, () => dialog.getByRole('button', { name: en['rfm.export.save'] }).click());
      expect(hashed.lines[0]).toMatch(/^customer_id_hash,/);
      expect(hashed.lines.join('\n')).not.toMatch(/C0\d{4}/);
      await page
        .getByRole('button', { name: /^Export “/ })
        .first()
        .click();
      await dialog.getByText(en['rfm.export.ids.keep'], { exact: true }).click();
      const named = await saved(app, () => dialog.getByRole('button', { name: en['rfm.export.save'] }).click());
      expect(named.name).toMatch(/-with-customer-ids-for-own-use\.csv$/);
      expect(named.lines.join('\n')).toMatch(/C0\d{4}/);
    }));
});
