import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';

afterAll(closeBrowser);

const orders = { name: 'orders.csv', content: madeOrders(300, 4) };
const ragged = { name: 'ragged.csv', content: 'a;b\n1;2\n3\n4;5;6\n7;8\n9;10\n' };
const say = (key: keyof typeof en, values: Record<string, string> = {}): string =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), en[key]);

/** All that a script can see of a workspace. */
const everything = (app: App) =>
  app.run(async (redito) => {
    const tables = await redito.tables();
    const rows = [];
    for (const { name } of tables) {
      rows.push((await redito.query(`SELECT *, _row FROM raw."${name}" ORDER BY _row`)).rows);
    }
    return { tables, rows, mapping: await redito.mapping(), overview: (await redito.ask('overview')).status };
  });

/** Saves it, and keeps the file in the page. */
const save = (app: App) =>
  app.run(async (redito) => {
    const blob = await redito.save();
    Object.assign(window, { saved: blob });
    return { type: blob.type, size: blob.size };
  });

const openSaved = (app: App) => app.run((redito) => redito.open((window as unknown as { saved: Blob }).saved));

async function savedBytes(app: App): Promise<Buffer> {
  const text = await app.page.evaluate(async () => {
    const bytes = new Uint8Array(await (window as unknown as { saved: Blob }).saved.arrayBuffer());
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  });
  return Buffer.from(text, 'latin1');
}

async function goToSettings(app: App): Promise<void> {
  await app.page.goto(`${app.server.address}#/settings`);
  await app.page.getByRole('heading', { name: en['keeping.workspaces'] }).waitFor();
}

async function create(app: App, name: string): Promise<void> {
  await app.page.getByRole('button', { name: en['keeping.new'], exact: true }).click();
  await app.page.getByLabel(en['keeping.name'], { exact: true }).fill(name);
  await app.page.getByRole('button', { name: en['keeping.new.save'] }).click();
}

describe('a workspace as a file', () => {
  it('brings everything back after everything was forgotten', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders, ragged);
      await goToSettings(app);
      await app.page.getByLabel(en['settings.currency']).selectOption('PEN');
      await app.page.getByText(en['settings.saved']).waitFor();
      const before = await everything(app);
      expect(before.overview).toBe('answered');
      expect((await save(app)).type).toBe('application/x-redito');
      await app.run((redito) => redito.reset());
      expect(await app.run((redito) => redito.tables())).toEqual([]);
      await openSaved(app);
      expect(await everything(app)).toEqual(before);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect(await everything(app)).toEqual(before);
      expect(await app.page.getByLabel(en['settings.currency']).inputValue()).toBe('PEN');
    }));

  it('brings a sample back as a sample', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.run((redito) => redito.sample('online-shop', { seed: 3 }).then(() => undefined));
      const before = await app.run((redito) => redito.mapping());
      await save(app);
      await app.run((redito) => redito.reset());
      await openSaved(app);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
      await app.page.goto(`${app.server.address}#/truth`);
      await app.page.getByText(en['truth.reveal']).waitFor();
      await app.page.goto(`${app.server.address}#/data`);
      await app.page.getByRole('button', { name: en['data.sample.close'] }).click();
      await expect.poll(() => app.run((redito) => redito.tables())).toEqual([]);
    }));

  it('is saved on a page, and asked about and undone when it is dropped on another workspace', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      await app.start();
      await app.importFiles(orders);
      await goToSettings(app);
      const downloading = app.page.waitForEvent('download');
      await app.page.getByRole('button', { name: en['keeping.file.save'] }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^workspace-1-\d{4}-\d\d-\d\d\.redito$/);
      const content = readFileSync(await download.path());
      await app.run((redito) => redito.reset());
      await app.importFiles(ragged);
      await app.dropFiles({ name: 'mine.redito', content });
      await app.page.getByRole('dialog').getByText(en['keeping.file.ask.confirm']).click();
      await app.page.getByText(say('keeping.file.opened', { file: 'mine.redito' })).waitFor();
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      await app.screenshot('workspace-file-opened');
      await app.page.getByRole('button', { name: en['ui.undo'] }).click();
      await app.page.getByText(en['keeping.file.undone']).waitFor();
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['ragged']);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['ragged']);
    }));

  it('is refused in words when it is damaged, and changes nothing', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const before = await everything(app);
      await save(app);
      const bytes = await savedBytes(app);
      bytes[bytes.length >> 1]! ^= 1;
      await app.holdFiles({ name: 'damaged.redito', content: bytes });
      const refused = await app.run((redito) => {
        const [file] = document.querySelector<HTMLInputElement>('#held-by-test')!.files!;
        return redito.open(file!).then(
          () => undefined,
          ({ code, message, hint }) => ({ code, message, hint }),
        );
      });
      expect(refused).toEqual({
        code: 'workspace-file-broken',
        message: en['error.workspace-file-broken'],
        hint: en['error.workspace-file-broken.hint'],
      });
      expect(await everything(app)).toEqual(before);
      const imported = await app.importHeld();
      expect(imported.refused.map(({ code }) => code)).toEqual(['workspace-file']);
    }));
});

describe('several workspaces', () => {
  it('are made, named, changed between and deleted, whatever they are called', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      await goToSettings(app);
      const hostile = `<img src=x onerror=alert(1)>\u202e../../etc "'; DROP TABLE raw.orders; -- ${'x'.repeat(10_000)}`;
      await create(app, hostile);
      await expect.poll(() => app.run((redito) => redito.tables())).toEqual([]);
      await app.page.getByRole('banner').getByText('<img src=x onerror=alert(1)>').waitFor();
      await app.importFiles(ragged);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['ragged']);
      await app.page.getByRole('button', { name: say('keeping.switch.named', { name: 'Workspace 1' }) }).click();
      await app.page.getByText(say('keeping.switched', { name: 'Workspace 1' })).waitFor();
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      await app.page.getByRole('button', { name: say('keeping.rename.named', { name: 'Workspace 1' }) }).click();
      await app.page.getByLabel(en['keeping.name'], { exact: true }).fill('Perú');
      await app.page.getByRole('button', { name: en['keeping.rename.save'], exact: true }).click();
      await app.page.getByRole('banner').getByText('Perú').waitFor();
      await app.screenshot('workspaces');
      await app.page.getByRole('button', { name: /^Delete the workspace “<img/ }).click();
      await app.page.getByRole('dialog').getByRole('button', { name: en['keeping.delete.confirm'] }).click();
      await expect.poll(() => app.page.getByRole('banner').getByText('Perú').count()).toBe(0);
      const files = await app.page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('redito');
        const names: string[] = [];
        for await (const name of folder.keys()) names.push(name);
        return names;
      });
      expect(files.filter((name) => name.startsWith('workspace-'))).toEqual([]);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
    }));

  it('are open in two tabs, each its own', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      await goToSettings(app);
      await create(app, 'Second');
      await app.page.getByRole('banner').getByText('Second').waitFor();
      await app.importFiles(ragged);
      await app.page.getByRole('button', { name: say('keeping.switch.named', { name: 'Workspace 1' }) }).click();
      await app.page.getByText(say('keeping.switched', { name: 'Workspace 1' })).waitFor();
      const other = await app.context.newPage();
      await other.goto(`${app.server.address}#/settings`);
      await other.getByText(en['elsewhere.title']).waitFor();
      await other.getByRole('button', { name: say('keeping.switch.named', { name: 'Second' }) }).click();
      await expect
        .poll(() => other.evaluate(async () => (await window.redito.tables()).map(({ name }) => name)))
        .toEqual(['ragged']);
      await other.reload();
      await other.evaluate(() => window.redito.ready);
      expect(await other.evaluate(async () => (await window.redito.tables()).map(({ name }) => name))).toEqual([
        'ragged',
      ]);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      await app.importFiles({ name: 'more.csv', content: 'x\n1\n2\n' });
      expect(await app.run((redito) => redito.query('SELECT count(*) FROM more').then(({ rows }) => rows))).toEqual([
        [2],
      ]);
    }));
});

describe('a second tab', () => {
  it('looks at a copy of what the first one has, and takes it over when asked', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(orders);
      const before = await everything(app);
      const second = await app.context.newPage();
      await second.goto(app.server.address);
      await second.getByRole('button', { name: en['elsewhere.look'] }).click();
      await second.getByText(en['read-only.label'], { exact: true }).waitFor();
      const seen = await second.evaluate(async () => {
        const { redito } = window;
        const refusedWith = (work: Promise<unknown>) =>
          work.then(
            () => 'done',
            ({ code }) => String(code),
          );
        return {
          tables: await redito.tables(),
          mapping: await redito.mapping(),
          overview: (await redito.ask('overview')).status,
          rows: (await redito.query('SELECT count(*) FROM business.orders')).rows,
          refused: [
            await refusedWith(redito.map({})),
            await refusedWith(redito.sample('online-shop')),
            await refusedWith(redito.createWorkspace('x')),
            await refusedWith(redito.reset()),
            ...(await redito.import([new File(['a,b\n1,2\n3,4\n'], 'more.csv')])).refused.map(({ code }) => code),
          ],
          saved: (await redito.save()).size > 0,
        };
      });
      expect(seen).toEqual({
        ...{ tables: before.tables, mapping: before.mapping, overview: 'answered', rows: [[before.rows[0]!.length]] },
        refused: Array.from({ length: 5 }, () => 'read-only'),
        saved: true,
      });
      // The first one goes on meanwhile, and the copy stays as it was.
      await app.importFiles(ragged);
      expect((await second.evaluate(() => window.redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      await second.getByRole('button', { name: en['elsewhere.use-here'] }).click();
      await app.page.getByRole('heading', { name: en['handed-over.title'] }).waitFor();
      await expect
        .poll(() => second.evaluate(async () => (await window.redito.tables()).map(({ name }) => name)))
        .toEqual(['orders', 'ragged']);
      expect(await second.getByText(en['read-only.label'], { exact: true }).count()).toBe(0);
    }));
});

describe('a disk that is full from the start', () => {
  it('lets a second tab hear why the first one cannot make a copy, and the first one goes on', () =>
    withApp({ onDisk: true }, async (app) => {
      app.allow(/console:/);
      await app.start();
      await app.importFiles(orders);
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      const second = await app.context.newPage();
      await second.goto(app.server.address);
      await second.getByRole('button', { name: en['elsewhere.look'] }).click();
      await second.getByRole('alert').getByText(en['error.disk-full']).waitFor();
      await second.screenshot({ path: '.cache/screens/copy-without-room.png' });
      expect(await second.getByText(en['elsewhere.not-given']).count()).toBe(0);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await second.getByRole('button', { name: en['elsewhere.look'] }).click();
      await second.getByText(en['read-only.label'], { exact: true }).waitFor();
    }));

  it('is told in words by the first page that this browser opens', () =>
    withApp({ onDisk: true, serviceWorkers: 'block' }, async (app) => {
      app.allow(/console:|serviceWorker|Service Worker/i);
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await app.page.goto(app.server.address);
      await app.page.getByRole('heading', { name: en['error.disk-full'] }).waitFor();
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await app.page.getByRole('button', { name: en['shell.reload'] }).click();
      await app.page.getByRole('heading', { name: en['error.disk-full'] }).waitFor({ state: 'detached' });
      await app.run((redito) => redito.ready);
    }));
});

describe('a window without storage', () => {
  it('works in memory and says so; what is saved is a file', () =>
    withApp({ serviceWorkers: 'block' }, async (app) => {
      app.allow(/serviceWorker|Service Worker/i);
      // As in a private window of a browser that has no storage there, in every thread.
      await app.context.route(/worker-[^/]*\.js$/, async (route) => {
        const response = await fetch(route.request().url());
        const denied = 'Promise.reject(new DOMException("", "SecurityError"))';
        await route.fulfill({
          headers: Object.fromEntries(response.headers),
          body: `StorageManager.prototype.getDirectory = () => ${denied};\n${await response.text()}`,
        });
      });
      await app.start();
      await app.page.getByText(en['storage.memory']).first().waitFor();
      await app.importFiles(orders);
      const before = await everything(app);
      expect(before.overview).toBe('answered');
      expect(await app.run(async (redito) => (await redito.query('SELECT sum(amount) > 0 FROM orders')).rows)).toEqual([
        [true],
      ]);
      await app.page.goto(`${app.server.address}#/settings`);
      await app.page.getByText(en['settings.storage.memory']).waitFor();
      await app.screenshot('settings-in-memory');
      await save(app);
      await app.run((redito) => redito.reset());
      expect(await app.run((redito) => redito.tables())).toEqual([]);
      await openSaved(app);
      expect(await everything(app)).toEqual(before);
    }));
});

describe('a workspace whose log is damaged', () => {
  it('opens as it was last saved, and goes on', () =>
    withApp({}, async (app) => {
      app.allow(/favicon\.ico/);
      await app.start();
      await app.importFiles(orders);
      const before = await everything(app);
      // Of the same origin, and without the app.
      await app.page.goto(`${app.server.address}manifest.webmanifest`);
      await app.page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('redito');
        const log = await folder.getFileHandle('workspace.db.wal');
        // It says of itself that it holds something that no log holds.
        const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i === 0 ? 100 : 0));
        for (let isWritten = false; !isWritten;) {
          try {
            const stream = await log.createWritable();
            await stream.write(bytes);
            await stream.close();
            isWritten = true;
          } catch (error) {
            // The worker of the page before lets go of it a moment later.
            if ((error as DOMException).name !== 'NoModificationAllowedError') throw error;
          }
        }
      });
      await app.start();
      expect(await everything(app)).toEqual(before);
      await app.importFiles(ragged);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders', 'ragged']);
    }));
});

describe('a disk without room', () => {
  it('refuses in words to open a file, and leaves what there was', () =>
    withApp({ onDisk: true }, async (app) => {
      app.allow(/console:/);
      await app.start();
      const line = (_: unknown, i: number): string => `${i},${Math.sin(i)},${Math.cos(i)}`;
      const numbers = `id,x,y\n${Array.from({ length: 200_000 }, line).join('\n')}\n`;
      await app.importFiles({ name: 'numbers.csv', content: numbers });
      await save(app);
      await app.run((redito) => redito.reset());
      await app.importFiles(ragged);
      // What is done behind the scenes of an import needs room too.
      await app.run((redito) => redito.query('SELECT count(*) FROM ragged'));
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      const used = await app.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + (1 << 18) });
      const refused = await app.run((redito) =>
        redito.open((window as unknown as { saved: Blob }).saved).then(
          () => 'opened',
          ({ code, message, hint }: { code: string; message: string; hint: string }) =>
            message && hint ? code : 'without words',
        ),
      );
      expect(refused).toMatch(/^(storage-full|disk-full|workspace-broken)$/);
      const names = async () => (await app.run((redito) => redito.tables())).map(({ name }) => name);
      expect(await names()).toEqual(['ragged']);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await openSaved(app);
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect(await names()).toEqual(['numbers']);
    }));

  it.each([
    ['nothing', -50_000_000],
    ['hardly anything', 1_000_000],
    ['some of them', 6_000_000],
  ])('has what was called brought in, and nothing else, when it has room for %s of many files', (_, room) =>
    withApp({ onDisk: true }, async (app) => {
      app.allow(/console:/);
      await app.start();
      // What the browser stores by itself for the next start would take of the room.
      await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const line = (_: unknown, i: number): string => `${i},${Math.sin(i)},${Math.cos(i)}`;
      const content = `id,x,y\n${Array.from({ length: 40_000 }, line).join('\n')}\n`;
      await app.importFiles({ name: 'first.csv', content });
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      const used = await app.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + room });
      const files = Array.from({ length: 8 }, (_, i) => ({ name: `part-${i}.csv`, content }));
      const outcome = await app.importFiles(...files);
      expect(outcome.tables.length + outcome.refused.length).toBe(files.length);
      expect(new Set(outcome.refused.map(({ code }) => code))).toEqual(new Set(['storage-full']));
      const told = ['first', ...outcome.tables.map(({ name }) => name)];
      const shown = app.page.locator('[data-testid=import-line][data-status=done] a');
      expect((await shown.allTextContents()).sort()).toEqual(told.toSorted());
      const names = async () => (await app.run((redito) => redito.tables())).map(({ name }) => name);
      expect(await names()).toEqual(told);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      await app.page.reload();
      await app.run((redito) => redito.ready);
      expect(await names()).toEqual(told);
      for (const name of told) {
        const { rows } = await app.run((redito, table) => redito.query(`SELECT count(*), sum(id) FROM ${table}`), name);
        expect([name, ...rows[0]!.map(Number)]).toEqual([name, 40_000, (40_000 * 39_999) / 2]);
      }
      const { tables: more } = await app.importFiles({ name: 'more.csv', content });
      expect(more.map(({ name, rows }) => [name, rows])).toEqual([['more', 40_000]]);
    }),
  );

  it('says why nothing is open any more when what it has stopped cannot be opened again, and opens it on demand', () =>
    withApp({ onDisk: true, serviceWorkers: 'block' }, async (app) => {
      app.allow(/console:|serviceWorker|Service Worker/i);
      // Only the first engine of a page comes.
      await app.context.route(/workbench\.worker-[^/]*\.js$/, async (route) => {
        const response = await fetch(route.request().url());
        const onlyOne = `let engines = 0;
          const Found = Worker;
          Worker = class extends Found {
            constructor(address, options) {
              const isEngine = String(address).includes('engine.worker');
              super(isEngine && engines++ > 0 ? '/gone.js' : address, options);
            }
          };`;
        await route.fulfill({
          headers: Object.fromEntries(response.headers),
          body: `${onlyOne}\n${await response.text()}`,
        });
      });
      await app.start();
      const content = `id,x\n${Array.from({ length: 40_000 }, (_, i) => `${i},${Math.sin(i)}`).join('\n')}\n`;
      await app.importFiles({ name: 'first.csv', content });
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      const used = await app.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used });
      const { tables, refused } = await app.importFiles(
        ...Array.from({ length: 3 }, (_, i) => ({ name: `part-${i}.csv`, content })),
      );
      expect([tables, refused.length]).toEqual([[], 3]);
      for (const { message, hint } of refused) expect(message && hint).toBeTruthy();
      await app.page.getByRole('heading', { name: en['error.engine-failed'] }).waitFor();
      await app.screenshot('not-opened-again');
      await app.page.getByRole('button', { name: en['shell.reload'] }).click();
      await app.page.getByRole('heading', { name: en['error.engine-failed'] }).waitFor({ state: 'detached' });
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['first']);
    }));
});
