import { afterAll, describe, expect, it } from 'vitest';
import type { Worker as PageWorker } from 'playwright-core';
import { en } from '../../src/i18n/en.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';

afterAll(closeBrowser);

const orders = { name: 'orders.csv', content: madeOrders(300, 4) };
const LONG = 'SELECT sum(sin(a.range * b.range)) FROM range(1000000) a, range(100000) b';

function workbenchOf(app: App): PageWorker {
  return app.page.workers().findLast((worker) => worker.url().includes('workbench.worker'))!;
}

/** From now on the workers that the workbench speaks to are kept in sight. */
async function watchWorkers(app: App): Promise<void> {
  await workbenchOf(app).evaluate(() => {
    const seen = new Set<Worker>();
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
      seen.add(this);
      postMessage.apply(this, given as never);
    };
    Object.assign(globalThis, { seen });
  });
  expect(await outcomeOf(app, 'SELECT 1')).toBe('answered');
}

/** Ends one of them as the browser does, without a word: the first is the database, the last one reads a file. */
const endSeen = (app: App, at: number) =>
  workbenchOf(app).evaluate((index) => {
    const { seen } = globalThis as unknown as { seen: Set<Worker> };
    [...seen].at(index)!.terminate();
    return seen.size;
  }, at);

const outcomeOf = (app: App, sql: string) =>
  app.run(
    (redito, text) =>
      redito.query(text).then(
        () => 'answered',
        ({ code, message, hint }) => `${code}: ${message} ${hint}`,
      ),
    sql,
  );

const tableNames = async (app: App) => (await app.run((redito) => redito.tables())).map(({ name }) => name);

describe('a worker that ends without a word', () => {
  it('is told in words when it was the database, which is open again as it was saved', () =>
    withApp({}, async (app) => {
      await app.start();
      await watchWorkers(app);
      await app.importFiles(orders);
      const waiting = outcomeOf(app, LONG);
      await expect.poll(() => app.run((redito) => redito.questions().then(({ length }) => length))).toBeGreaterThan(0);
      await endSeen(app, 0);
      expect(await waiting).toBe(`engine-died: ${en['error.engine-died']} ${en['error.engine-died.hint']}`);
      await expect.poll(() => outcomeOf(app, 'SELECT count(*) FROM business.orders')).toBe('answered');
      expect(await tableNames(app)).toEqual(['orders']);
      expect(await app.run((redito) => redito.ask('overview').then(({ status }) => status))).toBe('answered');
    }));

  it('is told in words when it was the workbench, and the page stays where it is', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      await app.page.goto(`${app.server.address}#/tables?table=orders`);
      await app.page.getByRole('grid').waitFor();
      const waiting = outcomeOf(app, LONG);
      await expect.poll(() => app.run((redito) => redito.questions().then(({ length }) => length))).toBeGreaterThan(0);
      await workbenchOf(app)
        .evaluate(() => self.close())
        .catch(() => undefined);
      expect(await waiting).toBe(`worker-failed: ${en['error.worker-failed']} ${en['error.worker-failed.hint']}`);
      await expect.poll(() => outcomeOf(app, 'SELECT count(*) FROM business.orders')).toBe('answered');
      await app.page.getByRole('grid').waitFor();
      expect(app.page.url()).toContain('#/tables?table=orders');
      expect(await tableNames(app)).toEqual(['orders']);
    }));

  it('is told in words when it read a file, and the next file comes in', () =>
    withApp({}, async (app) => {
      await app.start();
      await watchWorkers(app);
      // Every line has another quote, so that all of it has to be read before any of it is stored.
      // That takes longer than the second after which progress is shown, on a fast machine too.
      const lines = Array.from({ length: 1_200_000 }, (_, i) => `${i};"a ""b""";${i % 7}`);
      await app.holdFiles({ name: 'large.csv', content: `\n\nid;t;x\n${lines.join('\n')}\n;;;\n` });
      const refused = app.run(async (redito) => {
        const [file] = document.querySelector<HTMLInputElement>('#held-by-test')!.files!;
        return (await redito.import([file!])).refused.map(({ code }) => code);
      });
      // Its death is seen from when it has begun: before, it has not taken the lock by which that is told.
      await app.page
        .locator('[data-testid=import-line] [role=progressbar][aria-valuenow]:not([aria-valuenow="0"])')
        .waitFor();
      expect(await endSeen(app, -1)).toBe(2);
      expect(await refused).toEqual(['reader-died']);
      await app.importFiles(orders);
      expect(await tableNames(app)).toEqual(['orders']);
    }));
});

describe('too little memory', () => {
  it('is told in words, and the next query is answered', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const tooMuch = "SELECT length(string_agg(repeat('x', 50000000), '')) FROM range(200)";
      expect(await outcomeOf(app, tooMuch)).toMatch(/^(out-of-memory|workspace-broken): /);
      await expect.poll(() => outcomeOf(app, 'SELECT count(*) FROM business.orders')).toBe('answered');
      expect(await tableNames(app)).toEqual(['orders']);
    }));
});
