import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

/** Orders of which some are there twice, some of the year 2099, and one is a thousand times too large. */
function flawedOrders(): string {
  const lines = madeOrders(900, 3).trim().split('\n');
  const again = lines.slice(1, 61);
  const future = Array.from({ length: 5 }, (_, i) => `F${i};C00001;2099-01-0${i + 1};50.00`);
  return `${[...lines, ...again, ...future, 'X1;C00002;2024-03-03;7000000.00'].join('\n')}\n`;
}

const people = ['customer_id;name;email;city']
  .concat(
    Array.from({ length: 880 }, (_, i) => `C${String(i).padStart(5, '0')};Ana ${i};ana${i}@correo.es;Lugo ${i % 9}`),
  )
  .concat('C00880;\u202Eabc'.concat('x'.repeat(9_000), ';prueba@correo.es;Vigo'))
  .join('\n');

async function examined({ page, server }: App): Promise<void> {
  await page.goto(`${server.address}#/quality`);
  await page.waitForFunction(
    () => {
      const cards = [...document.querySelectorAll('main [data-table]')];
      return cards.length > 0 && cards.every((card) => card.querySelector('[data-score]'));
    },
    undefined,
    { polling: 100 },
  );
}

const revenueOf = (app: App) =>
  app.run(async (redito) => {
    const answer = await redito.ask('overview');
    if (answer.status !== 'answered') throw new Error(answer.message.text);
    const revenue = answer.estimates.find(({ name }) => name === 'revenue')!.value;
    return { revenue, assumptions: answer.evidence.assumptions.map(({ text }) => text ?? '') };
  });

describe('the quality page', () => {
  it('finds planted flaws, and a remedy changes the answers, which say so, until it is undone', () =>
    withApp({ onDisk: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles(
        { name: 'orders.csv', content: flawedOrders() },
        { name: 'customers.csv', content: people },
      );
      await examined(app);
      for (const finding of ['duplicates', 'future.ordered_at', 'outliers.amount', 'orphans.customer_id']) {
        await page.locator(`[data-table=orders] [data-finding="${finding}"]`).waitFor();
      }
      await page.locator('[data-table=customers] [data-finding=test-accounts]').waitFor();
      expect(await page.locator('main h1').textContent()).toMatch(/2 of 2 tables need a look/);
      expect(await seriousFindings(page)).toEqual([]);
      await app.screenshot('quality');

      const before = await revenueOf(app);
      expect(before.revenue).toBeGreaterThan(7_000_000);
      await page.locator('[data-remedy="outliers.amount"]').click();
      await page.getByText(en['quality.remedy.applied']).waitFor();
      await examined(app);
      const after = await revenueOf(app);
      expect(after.revenue).toBeLessThan(before.revenue - 6_900_000);
      expect(after.assumptions.filter((text) => text.includes(en['quality.why.outliers']))).toHaveLength(1);
      expect(before.assumptions.filter((text) => text.includes(en['quality.why.outliers']))).toEqual([]);
      expect(await page.locator('[data-finding="outliers.amount"]').count()).toBe(0);

      await page.reload();
      await app.run((redito) => redito.ready);
      expect(await revenueOf(app)).toEqual(after);
      await examined(app);
      await page.getByTestId('remedies').getByRole('button').click();
      await page.getByText(en['quality.remedy.undone']).waitFor();
      await examined(app);
      await page.locator('[data-finding="outliers.amount"]').waitFor();
      expect(await revenueOf(app)).toEqual(before);
    }));

  it('undoes from its notice what it has applied, from another page too', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: flawedOrders() });
      const before = await revenueOf(app);
      await examined(app);
      await page.locator('[data-remedy="outliers.amount"]').click();
      const notice = page.locator('.toast', { hasText: en['quality.remedy.applied'] });
      await notice.waitFor();
      await page.evaluate(() => (location.hash = '#/data'));
      await page.locator('main [data-table]').first().waitFor({ state: 'detached' });
      await notice.getByRole('button', { name: en['ui.undo'] }).click();
      await page.getByText(en['quality.remedy.undone']).waitFor();
      expect(await revenueOf(app)).toEqual(before);
      await examined(app);
      await page.locator('[data-finding="outliers.amount"]').waitFor();
      expect(await page.getByTestId('remedies').count()).toBe(0);
    }));

  it('says in a read-only copy why no remedy can be applied', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: flawedOrders() });
      const copy = await app.context.newPage();
      await copy.goto(`${app.server.address}#/quality`);
      await copy.getByRole('button', { name: en['elsewhere.look'] }).click();
      await copy.locator('[data-remedy=duplicates]').waitFor();
      const remedies = copy.locator('[data-remedy]');
      expect(await remedies.count()).toBeGreaterThan(0);
      for (const remedy of await remedies.all()) {
        expect(await remedy.isDisabled()).toBe(true);
        expect(await remedy.getAttribute('title')).toBe(en['error.read-only']);
      }
    }));

  it('lets remedies go with their table', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: flawedOrders() });
      await examined(app);
      await page.locator('[data-remedy=duplicates]').click();
      await page.getByTestId('remedies').waitFor();
      await page.goto(`${app.server.address}#/tables`);
      await page.getByRole('button', { name: en['tables.drop'] }).click();
      await app.importFiles({ name: 'orders.csv', content: flawedOrders() });
      await examined(app);
      await page.locator('[data-finding=duplicates]').waitFor();
      expect(await page.getByTestId('remedies').count()).toBe(0);
    }));

  it('finds in the sample shop what is true of it, and nothing serious', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.run((redito) => redito.sample('online-shop', { seed: 1 }));
      await examined(app);
      const found = await page
        .locator('main [data-finding]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-finding')));
      const known = ['duplicates', 'level-shifts', 'constant.plan', 'constant.monthly_amount'];
      expect(found.filter((id) => !known.includes(id!))).toEqual([]);
      await settled(page);
      await app.screenshot('quality-sample');
    }));

  it('stops when it is told to, and goes on where it was', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.run((redito) => redito.sample('online-shop', { seed: 1 }));
      await page.goto(`${app.server.address}#/quality`);
      await page.getByRole('button', { name: en['ui.cancel'] }).click();
      await page.getByText(en['quality.cancelled']).waitFor();
      await page.getByRole('button', { name: en['quality.resume'] }).click();
      await examined(app);
      expect(await page.getByRole('progressbar').count()).toBe(0);
    }));
});
