import { afterAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App, type AppOptions } from './harness/app.ts';

afterAll(closeBrowser);

/*
 * The browser’s own dialogs cannot be driven: the pickers give handles of files in the origin’s private file system, which are
 * handles like any others.
 */

const FOLDER = 'exports-of-a-shop';

const csv = (first: number, last: number, amount: number): string => {
  const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return `order_id,customer_id,order_date,amount\n${rows
    .map((id) => `${id},C${id % 5},2024-0${1 + (id % 6)}-1${id % 9},${amount}.50`)
    .join('\n')}\n`;
};

async function withPickers(options: AppOptions, body: (app: App) => Promise<void>): Promise<void> {
  await withApp(options, async (app) => {
    await app.context.addInitScript((name) => {
      const folder = async (): Promise<FileSystemDirectoryHandle> =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      const pickers = {
        showOpenFilePicker: async () => [await (await folder()).getFileHandle('orders.csv')],
        showDirectoryPicker: folder,
      };
      Object.assign(window, pickers);
    }, FOLDER);
    await body(app);
  });
}

async function write(app: App, name: string, content: string): Promise<void> {
  const given = { folder: FOLDER, name, content };
  await app.page.evaluate(async ({ folder, name: file, content: text }) => {
    const root = await navigator.storage.getDirectory();
    const handle = await (
      await root.getDirectoryHandle(folder, { create: true })
    ).getFileHandle(file, { create: true });
    const writing = await handle.createWritable();
    await writing.write(text);
    await writing.close();
  }, given);
}

async function remove(app: App, name: string): Promise<void> {
  await app.page.evaluate(
    async ([folder, file]) => {
      const root = await navigator.storage.getDirectory();
      await (await root.getDirectoryHandle(folder!)).removeEntry(file!);
    },
    [FOLDER, name],
  );
}

const rowsOf = (app: App, table: string): Promise<unknown> =>
  app.run(async (redito, name) => (await redito.query(`SELECT count(*) FROM ${name}`)).rows[0]?.[0], table);
const names = (app: App): Promise<string[]> =>
  app.run(async (redito) => (await redito.tables()).map(({ name }) => name));
const databases = (app: App): Promise<unknown[]> =>
  app.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const tableIds = (app: App): Promise<unknown[]> =>
  app.run(async (redito) => (await redito.tables()).map(({ id }) => id));
/** Ids of the tables that are known to be kept in step when the page is loaded again. */
const keptTables = (app: App): Promise<unknown[]> =>
  app.page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const database = await done(indexedDB.open('redito-in-step'));
    const steps = (await done(database.transaction('steps').objectStore('steps').getAll())) as {
      files: { tables: unknown[] }[];
    }[];
    database.close();
    return steps.flatMap(({ files }) => files.flatMap(({ tables }) => tables));
  });
const step = (app: App) => app.page.getByTestId('step');

describe('a file that is kept in step', () => {
  it('is read again when it has changed, and what was asked of it moves along', () =>
    withPickers({}, async (app) => {
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await app.page.getByRole('button', { name: 'keep a file in step' }).click();
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d\d:\d\d$/)
        .waitFor();
      expect([await names(app), await rowsOf(app, 'orders')]).toEqual([['orders'], 100]);
      expect(await seriousFindings(app.page)).toEqual([]);
      await app.screenshot('step');
      await app.page.goto(`${app.server.address}#/overview`);
      await app.page.getByText('from 100 orders of 5 customers').first().waitFor();
      await app.screenshot('step-overview');

      await write(app, 'orders.csv', csv(1, 150, 10));
      await expect.poll(() => rowsOf(app, 'orders')).toBe(150);
      await app.page.getByText('from 150 orders of 5 customers').first().waitFor();
      expect(await names(app)).toEqual(['orders']);
      await app.page.goto(`${app.server.address}#/tables`);
      await app.page.getByTestId('in-step').getByText('In step with orders.csv').waitFor();
      // What was replaced is gone for good: the workspace does not grow by what it had before.
      const stored = "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'raw'";
      expect(await app.run(async (redito, sql) => (await redito.query(sql)).rows, stored)).toEqual([[1]]);
    }));

  it('keeps its data while it cannot be read, says so, and goes on when it can', () =>
    withPickers({}, async (app) => {
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await app.page.getByRole('button', { name: 'keep a file in step' }).click();
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
      await write(app, 'orders.csv', '');
      await step(app)
        .getByText(/orders\.csv could not be read; the data are those of \d\d:\d\d\./)
        .waitFor();
      expect(await rowsOf(app, 'orders')).toBe(100);
      await app.screenshot('step-failed');
      await remove(app, 'orders.csv');
      await step(app).getByText('orders.csv is not there any more; its data stay.').waitFor();
      await write(app, 'orders.csv', csv(1, 120, 10));
      await expect.poll(() => rowsOf(app, 'orders')).toBe(120);
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
    }));

  it('is let go of when its table is something else by now, and when it is not wanted any more', () =>
    withPickers({}, async (app) => {
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await app.page.getByRole('button', { name: 'keep a file in step' }).click();
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
      await app.dropFiles({ name: 'more.csv', content: csv(101, 110, 20) });
      await app.page.getByRole('button', { name: 'Append to orders' }).click();
      await app.page.getByRole('dialog').getByRole('button', { name: 'Append', exact: true }).click();
      await expect.poll(() => rowsOf(app, 'orders')).toBe(110);
      await write(app, 'orders.csv', csv(1, 20, 10));
      await step(app)
        .getByText(/The table of orders\.csv is not what the file brought any more/)
        .waitFor();
      expect([await names(app), await rowsOf(app, 'orders')]).toEqual([['orders'], 110]);
      expect(await databases(app)).toEqual(['redito-in-step']);
      await step(app).getByRole('button', { name: 'Stop' }).click();
      await step(app).waitFor({ state: 'detached' });
      await expect.poll(() => databases(app)).toEqual([]);
    }));

  it('goes on after a reload, and is forgotten with everything else', () =>
    withPickers({}, async (app) => {
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await app.page.getByRole('button', { name: 'keep a file in step' }).click();
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
      await app.page.getByRole('button', { name: 'How it was read' }).click();
      await app.page.getByLabel('Type of order_id').selectOption({ label: 'Text' });
      await app.page.getByRole('button', { name: 'Read again like this' }).click();
      await app.page.getByText('orders.csv was read again.').first().waitFor();
      await expect.poll(() => keptTables(app)).toEqual(await tableIds(app));
      await app.page.reload();
      await app.run((redito) => redito.ready);
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
      await write(app, 'orders.csv', csv(1, 130, 10));
      await expect.poll(() => rowsOf(app, 'orders')).toBe(130);
      const type = 'SELECT DISTINCT typeof(order_id) FROM orders';
      expect(await app.run(async (redito, sql) => (await redito.query(sql)).rows, type)).toEqual([['VARCHAR']]);
      expect(await names(app)).toEqual(['orders']);
      await app.run((redito) => redito.reset());
      await step(app).waitFor({ state: 'detached' });
      expect([await databases(app), await names(app)]).toEqual([[], []]);
    }));

  it('waits for a person where the browser wants to be asked after a reload', () =>
    withPickers({}, async (app) => {
      await app.context.addInitScript(() => {
        let granted = false;
        const prototype = FileSystemFileHandle.prototype as unknown as Record<string, () => Promise<string>>;
        prototype.queryPermission = () => Promise.resolve(granted ? 'granted' : 'prompt');
        prototype.requestPermission = () => {
          granted = true;
          return Promise.resolve('granted');
        };
      });
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await app.page.getByRole('button', { name: 'keep a file in step' }).click();
      await step(app)
        .getByText(/^In step with orders\.csv · last read \d/)
        .waitFor();
      await app.page.reload();
      await step(app).getByText('orders.csv was kept in step when this workspace was last open.').waitFor();
      await write(app, 'orders.csv', csv(1, 130, 10));
      await app.screenshot('step-paused');
      await step(app).getByRole('button', { name: 'Resume' }).click();
      await expect.poll(() => rowsOf(app, 'orders')).toBe(130);
    }));
});

describe('a folder that is kept in step', () => {
  it('brings its new files in, reads again what has changed, and says what is gone', () =>
    withPickers({ locale: 'es-ES', colorScheme: 'dark' }, async (app) => {
      await app.start();
      await write(app, 'orders.csv', csv(1, 100, 10));
      await write(app, 'customers.csv', 'customer_id,city\nC0,Lima\nC1,Cusco\n');
      await write(app, 'notes.pdf', '%PDF');
      await app.page.getByRole('button', { name: 'mantener una carpeta al día' }).click();
      await step(app)
        .getByText(/^Al día con exports-of-a-shop: 2 archivos · última lectura: \d\d:\d\d$/)
        .waitFor();
      await expect.poll(async () => (await names(app)).sort()).toEqual(['customers', 'orders']);
      await write(app, 'visits.csv', 'customer_id,occurred_at,event\nC0,2024-01-01 10:00:00,visit\n');
      await write(app, 'customers.csv', 'customer_id,city\nC0,Lima\nC1,Cusco\nC2,Puno\n');
      await expect.poll(async () => (await names(app)).sort()).toEqual(['customers', 'orders', 'visits']);
      await expect.poll(() => rowsOf(app, 'customers')).toBe(3);
      await remove(app, 'visits.csv');
      await step(app).getByText('visits.csv ya no está; sus datos se quedan.').waitFor();
      expect(await rowsOf(app, 'visits')).toBe(1);
      await app.screenshot('step-folder');
    }));
});

describe('a browser without handles of files', () => {
  it('offers to read a table again from a file that is picked', () =>
    withApp({}, async (app) => {
      await app.context.addInitScript(() => {
        const given = window as unknown as Record<string, unknown>;
        given['showOpenFilePicker'] = undefined;
        given['showDirectoryPicker'] = undefined;
      });
      await app.start();
      expect(await app.page.getByRole('button', { name: /in step/ }).count()).toBe(0);
      await app.importFiles({ name: 'orders.csv', content: csv(1, 100, 10) });
      await app.page.goto(`${app.server.address}#/tables`);
      await app.page.getByRole('button', { name: 'Bring it anew' }).click();
      const [chooser] = await Promise.all([
        app.page.waitForEvent('filechooser'),
        app.page.getByRole('menuitem', { name: 'Read again…' }).click(),
      ]);
      await chooser.setFiles({ name: 'orders.csv', mimeType: '', buffer: Buffer.from(csv(1, 110, 10)) });
      await app.page.getByRole('dialog').getByText('100 rows become 110.').waitFor();
      await app.page.getByRole('dialog').getByRole('button', { name: 'Replace', exact: true }).click();
      await expect.poll(() => rowsOf(app, 'orders')).toBe(110);
    }));
});
