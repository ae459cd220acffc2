import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync, strToU8 } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { root } from '../run/prepare.mjs';
import { closeBrowser, withApp, type App } from './harness/app.ts';

afterAll(closeBrowser);

const archive = {
  name: 'folders.zip',
  content: readFileSync(join(root, 'tests/fixtures/files/archives/folders.zip')),
};

/** A folder on the disk for as long as `work` runs. */
async function withFolder(files: Record<string, string>, work: (folder: string) => Promise<void>): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'redito-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(parent, 'shop', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    await work(join(parent, 'shop'));
  } finally {
    rmSync(parent, { recursive: true });
  }
}

const shop = {
  'orders.csv': 'id,amount\n1,2.5\n2,3\n',
  '2024/may/visits.json': '[{"who":"a"},{"who":"b"}]',
  '2024/torn.json': '[{"who":',
  '.hidden/secret.csv': 'a,b\n1,2\n',
  'logo.png': 'no picture',
};

const sources = async (app: App): Promise<Record<string, string>> =>
  Object.fromEntries((await app.run((redito) => redito.tables())).map(({ name, source }) => [name, source.file]));

/** As the browser does it for a drag from the desktop, folders included. */
async function drag(app: App, path: string): Promise<void> {
  const devtools = await app.context.newCDPSession(app.page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  }
}

async function paste(app: App, html: string, text: string): Promise<void> {
  await app.page.evaluate(
    ([markup, plain]) => {
      const clipboardData = new DataTransfer();
      if (markup) clipboardData.setData('text/html', markup);
      if (plain) clipboardData.setData('text/plain', plain);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text] as const,
  );
}

async function ended(app: App): Promise<void> {
  await app.page.getByRole('button', { name: en['data.clear'] }).waitFor({ timeout: 120_000 });
}

describe('bringing files', () => {
  it('makes a table of every file in a dropped archive, and says what was passed over', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.dropFiles(archive);
      const line = app.page.getByTestId('import-line');
      await expect.poll(() => line.getAttribute('data-status')).toBe('done');
      expect(await sources(app)).toEqual({
        may: 'folders.zip/2024/may.csv',
        june: 'folders.zip/2024/north/june.csv',
        may_2: 'folders.zip/2023/may.csv',
      });
      expect(await line.innerText()).toContain('2024/north/june.csv');
      expect(await line.innerText()).toContain('4 files without a table were passed over: readme.txt');
      await app.screenshot('bring-archive');
    }));

  it('gives a script every member’s table or refusal', () =>
    withApp({}, async (app) => {
      await app.start();
      const content = zipSync({ 'a/good.csv': strToU8('x,y\n1,2\n'), 'a/torn.parquet': strToU8('PAR1 torn') });
      const { tables, refused } = await app.importFiles({ name: 'two.zip', content });
      expect(tables.map(({ name, source }) => [name, source.file])).toEqual([['good', 'two.zip/a/good.csv']]);
      expect(refused.map(({ file, code }) => [file, code])).toEqual([['two.zip/a/torn.parquet', 'parquet-broken']]);
      expect(refused[0]!.message).toContain('two.zip/a/torn.parquet');
    }));

  it.each([
    ['dropped', drag],
    ['chosen', (app: App, folder: string) => app.page.locator('#import-folder').setInputFiles(folder)],
  ])('brings in all files of a folder that was %s, by where they lie', (_how, bring) =>
    withApp({}, (app) =>
      withFolder(shop, async (folder) => {
        await app.start();
        await bring(app, folder);
        await ended(app);
        expect(await sources(app)).toEqual({ orders: 'shop/orders.csv', visits: 'shop/2024/may/visits.json' });
        const refused = app.page.locator('[data-testid=import-line][data-status=refused]');
        expect(await refused.innerText()).toContain('shop/2024/torn.json');
        const passedOver = await app.page.getByTestId('passed-over').innerText();
        expect(passedOver).toContain('logo.png');
        expect(passedOver).toMatch(/\.hidden|secret\.csv/);
      }),
    ),
  );

  it('shows a folder of many files as a sum with a few lines, and brings in each of them', () =>
    withApp({}, (app) => {
      const many = Object.fromEntries(Array.from({ length: 34 }, (_, i) => [`part-${i}.csv`, `a,b\n${i},2\n`]));
      return withFolder(many, async (folder) => {
        await app.start();
        await app.page.locator('#import-folder').setInputFiles(folder);
        await ended(app);
        expect((await app.run((redito) => redito.tables())).length).toBe(34);
        expect(await app.page.getByTestId('import-line').count()).toBe(30);
        expect(await app.page.getByTestId('import-summary').innerText()).toBe('34 files read, none refused.');
        await app.screenshot('bring-many');
        await app.page.getByRole('button', { name: 'Show all 34 files' }).click();
        expect(await app.page.getByTestId('import-line').count()).toBe(34);
      });
    }));

  it('keeps the order of many files that are on their way at once, and all that it called brought in', () =>
    withApp({ onDisk: true }, async (app) => {
      await app.start();
      const rows = (count: number): string =>
        `id,amount\n${Array.from({ length: count }, (_, i) => `${i + 1},2.5`).join('\n')}\n`;
      // One that is large and one that is refused, with small ones before and behind; most have the same name.
      const files = Array.from({ length: 12 }, (_, i) => ({
        name: i === 7 ? 'torn.json' : 'orders.csv',
        content: i === 3 ? rows(500_000) : i === 7 ? '[{"id":' : rows(i + 1),
      }));
      const outcome = await app.importFiles(...files);
      expect(outcome.refused.map(({ file }) => file)).toEqual(['torn.json']);
      const counts = files.flatMap((_, i) => (i === 7 ? [] : [i === 3 ? 500_000 : i + 1]));
      const stands = counts.map((count, i) => [i === 0 ? 'orders' : `orders_${i + 1}`, count]);
      const tables = (): Promise<unknown[][]> =>
        app.run(async (redito) => (await redito.tables()).map(({ name, rows: count }) => [name, count]));
      expect(await tables()).toEqual(stands);
      // Nothing is written when a tab is killed.
      const devtools = await app.context.newCDPSession(app.page);
      const crashed = app.page.waitForEvent('crash');
      void devtools.send('Page.crash').catch(() => undefined);
      await crashed;
      app.allow(/crashed/);
      const again = await app.context.newPage();
      await again.goto(app.server.address);
      const kept = await again.evaluate(async () => {
        await window.redito.ready;
        return (await window.redito.tables()).map(({ name, rows: count }) => [name, count]);
      });
      expect(kept).toEqual(stands);
    }));

  it('says of a folder without data that it has none', () =>
    withApp({}, (app) =>
      withFolder({ 'logo.png': 'x', 'readme.md': 'x' }, async (folder) => {
        await app.start();
        await drag(app, folder);
        await app.page.getByText('The folder shop holds no file with a table.').waitFor();
      }),
    ));

  it('makes a table of what was copied from a page, and runs and loads nothing in it', () =>
    withApp({}, async (app) => {
      await app.start();
      const html = `<meta charset="utf-8"><img src="https://example.org/spy.png" onerror="window.hurt = true">
        <link rel="stylesheet" href="https://example.org/spy.css"><script>window.hurt = true</script>
        <table><thead><tr><th>Shop</th><th>Note</th></tr></thead>
        <tr><td rowspan="2" title=">" onclick="window.hurt = true">North</td><td>first<br>line, "quoted"</td></tr><tr><td><b>second</b></td></tr></table>`;
      await paste(app, html, 'Shop Note\nNorth first\nline');
      await ended(app);
      const { rows } = await app.run((redito) => redito.query('SELECT * EXCLUDE _row FROM pasted ORDER BY _row'));
      expect(rows).toEqual([
        ['North', 'first line, "quoted"'],
        ['North', 'second'],
      ]);
      expect(await app.page.evaluate(() => 'hurt' in window)).toBe(false);
    }));

  it('takes the cells of a spreadsheet as it copies them, quotation marks and all', () =>
    withApp({}, async (app) => {
      await app.start();
      await paste(app, '<table><tr><td>ignored</td></tr></table>', 'id\tamount\r\n1\t2.5\r\n2\t3\r\n');
      await ended(app);
      const { rows } = await app.run((redito) => redito.query('SELECT * EXCLUDE _row FROM pasted ORDER BY _row'));
      expect(rows).toEqual([
        [1, 2.5],
        [2, 3],
      ]);
      await app.screenshot('bring-paste');
    }));
});
