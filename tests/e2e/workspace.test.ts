import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';

afterAll(closeBrowser);

const orders = { name: 'orders.csv', content: madeOrders(300, 4) };

/** Runs in the page, and holds it until another tab has set a cookie: nothing else of another tab reaches a page that is held. */
function stayBusy(): void {
  while (!document.cookie.includes('wake=1')) {
    const until = performance.now() + 50;
    while (performance.now() < until);
  }
}

async function tableNames(app: App): Promise<string[]> {
  return (await app.run((redito) => redito.tables())).map(({ name }) => name);
}

describe('the workspace', () => {
  it('survives a tab that is killed', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      app.allow(/crash/);
      const crashed = app.page.waitForEvent('crash');
      await app.page.goto('chrome://crash').catch(() => undefined);
      await crashed;
      const next = await app.context.newPage();
      await next.goto(app.server.address);
      await next.evaluate(() => window.redito.ready);
      expect((await next.evaluate(() => window.redito.tables())).map(({ name }) => name)).toEqual(['orders']);
    }));

  it('says where it is open, and moves to the tab that asks for it', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const second = await app.context.newPage();
      await second.goto(app.server.address);
      await second.getByRole('heading', { name: en['elsewhere.title'] }).waitFor();
      await second.getByText('Data · Rédito').waitFor();
      const refused = await second.evaluate(() => window.redito.ready.catch((error: { code: string }) => error.code));
      expect(refused).toBe('open-elsewhere');
      await second.getByRole('button', { name: en['elsewhere.use-here'] }).click();
      await app.page.getByRole('heading', { name: en['handed-over.title'] }).waitFor();
      await second.getByRole('heading', { name: en['data.understood'] }).waitFor();
      expect((await second.evaluate(() => window.redito.tables())).length).toBe(1);
    }));

  it('says that the tab that has it is silent, and takes it when that one wakes', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const asleep = app.page.evaluate(stayBusy);
      const second = await app.context.newPage();
      await second.goto(app.server.address);
      await second.getByText(en['elsewhere.unknown']).waitFor();
      await second.getByRole('button', { name: en['elsewhere.use-here'] }).click();
      await second.getByText(en['elsewhere.asking']).waitFor();
      await second.getByText(en['elsewhere.not-given']).waitFor();
      await second.evaluate(() => (document.cookie = 'wake=1'));
      await asleep;
      await second.getByRole('heading', { name: en['data.understood'] }).waitFor();
      expect((await second.evaluate(() => window.redito.tables())).length).toBe(1);
      await app.page.getByRole('heading', { name: en['handed-over.title'] }).waitFor();
    }));

  it('forgets everything', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      await app.page.goto(`${app.server.address}#/settings`);
      await app.page.getByRole('button', { name: en['forget.open'] }).click();
      await app.page.getByRole('dialog').getByRole('button', { name: en['forget.confirm'] }).click();
      await app.page.getByText(en['forget.done']).waitFor();
      expect(await tableNames(app)).toEqual([]);
      expect(await app.run((redito) => redito.mapping())).toEqual({});
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect(await tableNames(app)).toEqual([]);
    }));

  it('leaves nothing behind when everything is forgotten', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const blobs = await app.run(async (redito) => {
        const saved = await redito.save();
        const answer = await redito.ask('overview');
        if (answer.status === 'answered') await redito.report([answer], { format: 'html' });
        await redito.createWorkspace('Second');
        await redito.open(saved);
        await redito.sample('online-shop');
        await redito.createWorkspace('Third');
        return saved.size;
      });
      expect(blobs).toBeGreaterThan(0);
      await app.page.goto(`${app.server.address}#/settings`);
      await app.page.getByLabel(en['settings.currency']).selectOption('EUR');
      await app.page.getByText(en['settings.saved']).waitFor();
      const left = async () =>
        app.page.evaluate(async () => {
          const files: string[] = [];
          async function list(folder: FileSystemDirectoryHandle, path: string): Promise<void> {
            for await (const [name, handle] of folder.entries()) {
              if (handle.kind === 'directory') await list(handle as FileSystemDirectoryHandle, `${path}/${name}`);
              else files.push(`${path}/${name} ${(await (handle as FileSystemFileHandle).getFile()).size}`);
            }
          }
          await list(await navigator.storage.getDirectory(), '');
          const entries = [];
          for (const name of await caches.keys()) {
            for (const { url } of await (await caches.open(name)).keys()) entries.push(new URL(url).pathname);
          }
          return {
            files,
            databases: (await indexedDB.databases()).map(({ name }) => name),
            local: Object.keys(localStorage),
            session: Object.keys(sessionStorage),
            cached: entries.filter((path) => !/^\/($|assets\/|[\w.-]+\.(html|svg|png|webmanifest|js)$)/.test(path)),
          };
        });
      const before = await left();
      expect(before.files.filter((file) => file.includes('workspace-')).length).toBeGreaterThan(1);
      expect(before.session).toEqual(['redito.workspace']);
      await app.page.getByRole('button', { name: en['forget.open'] }).click();
      await app.page.getByRole('dialog').getByRole('button', { name: en['forget.confirm'] }).click();
      await app.page.getByText(en['forget.done']).waitFor();
      const after = await left();
      // A new workspace is open: its files are there, and nothing is in them that was there before.
      const own = /^\/redito\/(workspaces-[ab]\.json|workspace\.db(\..*)?) \d+$/;
      expect(after.files.filter((file) => !own.test(file))).toEqual([]);
      expect({ ...after, files: [] }).toEqual({ files: [], databases: [], local: [], session: [], cached: [] });
      const traces = await app.page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('redito');
        const found: string[] = [];
        for await (const [name, handle] of folder.entries()) {
          if (handle.kind === 'directory') continue;
          const text = await (await (handle as FileSystemFileHandle).getFile()).text();
          for (const word of ['orders', 'customer_id', 'EUR', 'online-shop', 'Second']) {
            if (text.includes(`"${word}"`) || text.includes(`${word}.csv`)) found.push(`${name}: ${word}`);
          }
        }
        return found;
      });
      expect(traces).toEqual([]);
    }));

  it('keeps the mapping that cannot hold out, and the one before in', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const before = await app.run((redito) => redito.mapping());
      const refused = await app.run((redito) =>
        redito
          .map({ orders: { table: 'nowhere', columns: { customer_id: 'a', ordered_at: 'b', amount: 'c' } } })
          .then(() => undefined)
          .catch((error: { code: string; message: string; hint: string }) => [error.code, error.message, error.hint]),
      );
      expect(refused?.[0]).toMatch(/^mapping-/);
      expect(refused?.[1]).toContain('nowhere');
      expect(refused?.[2].length).toBeGreaterThan(10);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
    }));

  it('drops a table, and brings it and its mapping back', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const before = await app.run((redito) => redito.mapping());
      await app.page.goto(`${app.server.address}#/tables`);
      await app.page.getByRole('button', { name: en['tables.drop'] }).first().click();
      await expect.poll(() => tableNames(app)).toEqual([]);
      await app.page.getByRole('button', { name: en['ui.undo'] }).click();
      await expect.poll(() => tableNames(app)).toEqual(['orders']);
      await expect.poll(() => app.run((redito) => redito.mapping())).toEqual(before);
    }));

  it('has the views of the mapping that came last, right after a file', () =>
    withApp({}, async (app) => {
      await app.start();
      const wide = 'order_id;customer_id;order_date;amount;discount;currency;channel;status';
      const lines = orders.content.trim().split('\n').slice(1);
      const content = [wide, ...lines.map((line) => `${line};0;EUR;web;paid`)].join('\n');
      await app.holdFiles({ name: 'orders.csv', content });
      const channels = await app.run(async (redito) => {
        await redito.import([...document.querySelector<HTMLInputElement>('#held-by-test')!.files!]);
        const columns = { customer_id: 'customer_id', ordered_at: 'order_date', amount: 'amount' };
        await redito.map({ orders: { table: 'orders', columns } });
        await redito.mapping();
        return (await redito.query('SELECT count(channel) AS channels FROM business.orders')).rows;
      });
      expect(channels).toEqual([[0]]);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      const later = await app.run((redito) => redito.query('SELECT count(channel) FROM business.orders'));
      expect(later.rows).toEqual([[0]]);
    }));

  it('forgets everything even while a file comes in', () =>
    withApp({}, async (app) => {
      await app.start();
      const line = (_: unknown, i: number): string => `${i},${Math.sin(i)}`;
      const large = `id,x\n${Array.from({ length: 400_000 }, line).join('\n')}\n`;
      await app.holdFiles({ name: 'large.csv', content: large });
      const refused = await app.run(async (redito) => {
        const importing = redito.import([...document.querySelector<HTMLInputElement>('#held-by-test')!.files!]);
        while (!document.querySelector('[data-testid=import-line][data-status=reading]'))
          await new Promise(requestAnimationFrame);
        await redito.reset();
        return (await importing).refused.map(({ code }) => code);
      });
      expect(refused).toEqual(['cancelled']);
      expect(await tableNames(app)).toEqual([]);
      await app.importFiles(orders);
      expect(await tableNames(app)).toEqual(['orders']);
    }));

  it('sorts a table anew when another one has taken its name', () =>
    withApp({}, async (app) => {
      await app.start();
      const grid = app.page.getByRole('grid', { name: en['tables.grid'].replace('{table}', 'numbers') });
      const shown = (): Promise<string[]> => grid.getByRole('gridcell').allTextContents();
      await app.importFiles({ name: 'numbers.csv', content: 'n\n3\n1\n2\n' });
      await app.page.goto(`${app.server.address}#/tables?table=numbers`);
      await grid.getByRole('columnheader', { name: 'n', exact: true }).click();
      await expect.poll(shown).toEqual(['1', '2', '3']);
      await app.page.getByRole('button', { name: en['tables.rename'] }).click();
      await app.page.getByLabel(en['tables.rename.name']).fill('former');
      await app.page.getByRole('dialog').getByRole('button', { name: en['tables.rename.save'] }).click();
      await expect.poll(() => tableNames(app)).toEqual(['former']);
      await app.importFiles({ name: 'numbers.csv', content: 'n\n50\n40\n30\n20\n' });
      await app.page.goto(`${app.server.address}#/tables?table=numbers`);
      await expect.poll(shown).toEqual(['20', '30', '40', '50']);
    }));

  it('takes another mapping and a closed sample back', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles(orders);
      const roles = () => app.run(async (redito) => Object.keys(await redito.mapping()));
      const before = await app.run((redito) => redito.mapping());
      await page.goto(`${app.server.address}#/mapping`);
      const remove = en['mapping.remove'].replace('{business}', en['business.orders']);
      await page.getByRole('button', { name: remove }).click();
      await page.getByRole('button', { name: en['mapping.apply'], exact: true }).click();
      await expect.poll(roles).not.toContain('orders');
      await page.getByRole('button', { name: en['ui.undo'] }).click();
      await page.getByText(en['mapping.undone']).waitFor();
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
      const names = (): Promise<string> => tableNames(app).then((all) => all.join());
      await app.run((redito) => redito.sample('online-shop', { seed: 3 }));
      const withSample = await names();
      await page.goto(`${app.server.address}#/data`);
      await page.getByRole('button', { name: en['data.sample.close'], exact: true }).click();
      await expect.poll(names).toBe('orders');
      await page.getByRole('button', { name: en['data.sample.open-again'] }).click();
      await expect.poll(names).toBe(withSample);
    }));

  it('lists the records of a file that a table could not take, as they stand there', () =>
    withApp({}, async (app) => {
      await app.start();
      const lines = ['id;name;sum', ...Array.from({ length: 40 }, (_, i) => `${i};n${i};1,5`)];
      lines[8] = '7;<b>seven</b>;1,5;and;more';
      await app.importFiles({ name: 'orders.csv', content: `${lines.join('\n')}\nTotal;;60,0\n` });
      await app.page.goto(`${app.server.address}#/tables?table=orders`);
      await app.page.locator('summary', { hasText: '2 ' }).press('Enter');
      const grid = app.page.getByRole('grid', { name: en['tables.rejects.grid'].replace('{table}', 'orders') });
      await expect
        .poll(() => grid.getByRole('gridcell').allTextContents())
        .toEqual([
          ...['9', en['notice.rejected.too-many-columns'], '7;<b>seven</b>;1,5;and;more'],
          ...['42', en['notice.rejected.below-table'], 'Total;;60,0'],
        ]);
    }));

  it('takes settings along', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.page.goto(`${app.server.address}#/settings`);
      await app.page.getByLabel(en['settings.currency']).selectOption('EUR');
      await app.page.getByText(en['settings.saved']).waitFor();
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect(await app.page.getByLabel(en['settings.currency']).inputValue()).toBe('EUR');
    }));
});
