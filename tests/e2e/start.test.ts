import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, withApp } from './harness/app.ts';

afterAll(closeBrowser);

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
});

async function stored({ page }: Parameters<Parameters<typeof withApp>[1]>[0]): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}
