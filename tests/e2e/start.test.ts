import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { es } from '../../src/i18n/es.ts';
import { dist } from '../run/prepare.mjs';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp } from './harness/app.ts';

const build = mkdtempSync(join(tmpdir(), 'redito-build-'));
cpSync(dist, build, { recursive: true });

afterAll(async () => {
  await closeBrowser();
  rmSync(build, { recursive: true });
});

describe('the built app', () => {
  it('starts, and says which version it is', () =>
    withApp({}, async (app) => {
      await app.start();
      expect(await app.run((redito) => redito.version)).toMatch(/^\d+\.\d+\.\d+$/);
      await app.screenshot('start');
    }));

  it('starts in a folder of a host', () =>
    withApp({ base: '/team/redito/' }, async (app) => {
      await app.start();
      expect(await app.run((redito) => redito.tables())).toEqual([]);
    }));

  it('speaks the language of the browser', () =>
    withApp({ locale: 'es-ES' }, async (app) => {
      await app.start();
      expect(await app.run((redito) => redito.language())).toBe('es');
      expect(await app.page.getAttribute('html', 'lang')).toBe('es');
    }));

  it('starts with the network cut after one visit, workspace included', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({
        name: 'orders.csv',
        content: 'customer,date,amount\nada,2026-01-02,10\nbob,2026-01-03,20\n',
      });
      await stored(app);
      await app.server.close();
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name, rows }) => [name, rows])).toEqual([
        ['orders', 2],
      ]);
      expect((await app.run((redito) => redito.query('SELECT sum(amount) FROM orders'))).rows).toEqual([[30]]);
      // What a page asks the network for by itself, or the proof page for its header.
      app.allow(/ERR_(FAILED|CONNECTION_REFUSED|INTERNET_DISCONNECTED)/);
    }));

  it.each(['.wasm', 'engine.worker'])('says that the engine did not come (%s), and starts once it does', (missing) =>
    withApp({ build, locale: 'es-ES' }, async (app) => {
      const assets = join(build, 'assets');
      const file = readdirSync(assets).find((name) => name.includes(missing) && /^(duckdb-eh|engine)/.test(name))!;
      renameSync(join(assets, file), join(build, file));
      app.allow(/404|console: (Error)?Event|error in duckdb worker|^error: $/);
      await app.page.goto(app.server.address);
      await app.page.getByText(es['error.engine-failed'], { exact: true }).waitFor();
      expect(await seriousFindings(app.page)).toEqual([]);
      expect(await app.page.getByRole('button', { name: es['forget.open'] }).count()).toBe(0);
      await app.screenshot('engine-failed');
      expect(await app.run((redito) => redito.ready.catch((error: { code: string }) => error.code))).toBe(
        'engine-failed',
      );
      renameSync(join(build, file), join(assets, file));
      await app.page.getByRole('button', { name: es['shell.reload'] }).click();
      await app.page.getByText(es['error.engine-failed'], { exact: true }).waitFor({ state: 'detached' });
      await app.run((redito) => redito.ready);
    }),
  );
});

async function stored({ page }: Parameters<Parameters<typeof withApp>[1]>[0]): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
