import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

async function open({ page, server }: App, hash: string): Promise<void> {
  await page.goto(`${server.address}#/${hash}`);
  await settled(page);
}

describe('the overview', () => {
  it('freezes a baseline that cannot be moved, and compares with it', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      const days = await app.run((redito) =>
        redito
          .query('SELECT min(ordered_at)::DATE, (min(ordered_at)::DATE + 90)::DATE FROM business.orders')
          .then(({ rows }) => rows[0]),
      );
      await open(app, 'overview');
      await page.getByRole('button', { name: en['overview.freeze'] }).click();
      await page.getByLabel(en['overview.freeze.from'], { exact: true }).fill(String(days![0]));
      await page.getByLabel(en['overview.freeze.to'], { exact: true }).fill(String(days![1]));
      await page.getByTestId('freeze-baseline').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const check = () =>
        app.run(async (redito) => {
          const answer = await redito.ask('overview');
          if (answer.status !== 'answered') throw new Error(answer.message.text);
          return answer.checks.find(({ id }) => id === 'baseline-frozen');
        });
      const frozen = await check();
      expect(frozen).toMatchObject({ status: 'passed' });
      await page.reload();
      await app.run((redito) => redito.ready);
      expect(await check()).toEqual(frozen);
      await open(app, 'overview');
      await page
        .getByText(/SHA-256/)
        .first()
        .waitFor();

      // The data has changed: what was sealed is not what is counted now, and it says so.
      await app.run((redito) =>
        redito.map({
          orders: {
            table: 'orders',
            columns: { customer_id: 'customer_id', ordered_at: 'order_date', amount: { expression: 'amount * 2' } },
          },
        }),
      );
      expect(await check()).toMatchObject({ status: 'warned' });
    }));

  it('keeps pinned metrics and their targets', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      await open(app, 'overview');
      const pin = (metric: string) => en['pin.add'].replace('{metric}', metric).replace(/[“”]/g, '.');
      const targets = page.getByLabel(/^Target for/);
      const metrics = ['revenue', 'averageOrder', 'orders'] as const;
      for (const [i, metric] of metrics.entries()) {
        await page.getByRole('button', { name: new RegExp(pin(en[`estimate.overview.${metric}`])) }).click();
        await targets.nth(i).waitFor();
      }
      await targets.first().fill('1000000');
      await targets.first().blur();
      await page
        .getByText(/below the target/)
        .first()
        .waitFor();
      await expect
        .poll(async () => {
          await page.reload();
          await app.run((redito) => redito.ready);
          await page.locator('main h1').waitFor({ timeout: 60_000 });
          await page
            .getByLabel(/^Target for/)
            .nth(1)
            .waitFor();
          return page
            .getByLabel(/^Target for/)
            .first()
            .inputValue();
        })
        .toBe('1000000');
    }));
});

describe('a segment', () => {
  it('is exported with its customers’ ids hashed', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(900, 3) });
      await open(app, 'rfm-segments');
      await page
        .getByRole('button', { name: /^Export “/ })
        .first()
        .click();
      await page.getByText(en['rfm.export.ids.hash'], { exact: true }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: en['rfm.export.save'] }).click();
      const lines = readFileSync(await (await waiting).path(), 'utf8')
        .trim()
        .split('\n');
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines.slice(1)) expect(line).toMatch(/^"?[0-9a-f]{16}"?,/);
    }));
});
