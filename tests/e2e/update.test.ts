import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { dist } from '../run/prepare.mjs';
import { closeBrowser, withApp } from './harness/app.ts';

const build = mkdtempSync(join(tmpdir(), 'redito-build-'));
cpSync(dist, build, { recursive: true });

afterAll(async () => {
  await closeBrowser();
  rmSync(build, { recursive: true });
});

describe('a new build', () => {
  it('is offered, waits until it is wanted, and takes over with the workspace', () =>
    withApp({ build }, async ({ page, start, run, importFiles }) => {
      await start();
      await importFiles({ name: 'orders.csv', content: 'customer,date,amount\na,2026-01-01,1\n' });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      appendFileSync(join(build, 'service-worker.js'), '\n// Another build.\n');
      await page.reload();
      await page.getByText(en['update.ready']).waitFor();
      const reloaded = page.waitForEvent('load');
      await page.getByRole('button', { name: en['update.apply'] }).click();
      await reloaded;
      await run((redito) => redito.ready);
      expect((await run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      expect(await page.getByText(en['update.ready']).count()).toBe(0);
    }));
});
