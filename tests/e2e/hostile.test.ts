import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

const corpus = join(import.meta.dirname, '../../../shared/data/import_naughty_strings/blns.json');
const NAUGHTY: string[] = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as string[]) : [];
/** Each would leave a mark on the page, or open a dialog, or send something. */
const PAYLOADS = [
  '<img src=x onerror="window.owned=1">',
  '<script>window.owned=1</script>',
  '"><svg onload=window.owned=1>',
  "';window.owned=1;//",
  '</text><foreignObject><iframe src=javascript:parent.owned=1>',
  '{{constructor.constructor("window.owned=1")()}}',
  '<a href="javascript:window.owned=1">x</a>',
  '<link rel=stylesheet href=https://outside.invalid/a.css>',
  '=HYPERLINK("https://outside.invalid/","x")',
  'invoice\u202Efdp.exe',
  'zero\u200Bwidth',
  'x'.repeat(10_000),
  '__proto__',
  'constructor',
];
const NAMES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  ...PAYLOADS.filter((text) => !text.startsWith('__') && text !== 'constructor'),
];
const VALUES = [...PAYLOADS, ...NAUGHTY.filter((text) => text.trim() !== '' && !text.includes('\0')).slice(0, 400)];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Orders whose customers, channels and columns are hostile; days are spread, so that every question has something to say. */
function hostileOrders(): string {
  const lines = [['order_id', 'customer_id', 'order_date', 'amount', 'channel', ...NAMES].map(quoted).join(',')];
  let order = 0;
  for (let customer = 0; customer < 400; customer += 1) {
    const name = `${VALUES[customer % VALUES.length]!} ${customer}`;
    for (let i = 0; i <= customer % 4; i += 1) {
      const day = new Date(Date.UTC(2023, 0, 1 + ((customer * 7 + i * 41) % 700))).toISOString().slice(0, 10);
      const channel = PAYLOADS[customer % 7]!;
      lines.push(
        [
          `o${(order += 1)}`,
          name,
          day,
          String(10 + (order % 90)),
          channel,
          ...NAMES.map((_, n) => String((customer + n) % 10)),
        ]
          .map(quoted)
          .join(','),
      );
    }
  }
  // Some come twice, which the quality page shows; one record cannot be used, and is listed.
  lines.push(...lines.slice(1, 30));
  lines.splice(300, 0, [...PAYLOADS, ...PAYLOADS, ...PAYLOADS].map(quoted).join(','));
  return `${lines.join('\n')}\n`;
}

/** An experiment whose arms and metrics are hostile. */
function hostileExperiment(): string {
  const lines = [['visitor', 'variant', '<img src=x onerror="window.owned=1">', '__proto__'].map(quoted).join(',')];
  for (let i = 0; i < 900; i += 1) {
    lines.push(
      [`v${i}`, ['control', PAYLOADS[0]!, PAYLOADS[2]!][i % 3]!, String(i % 7 === 0 ? 1 : 0), String(i % 11)]
        .map(quoted)
        .join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

async function nothingHappened({ page }: App, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    owned: 'owned' in window,
    elements: document.querySelectorAll(
      'img[src="x"], iframe, main script, [onerror], [onload], a[href^="javascript:"]',
    ).length,
    polluted: Object.keys(Object.prototype),
    turned: /[\u202A-\u202E]/.test(document.querySelector('main')?.textContent ?? ''),
  }));
  expect(found, where).toEqual({ owned: false, elements: 0, polluted: [], turned: false });
}

/** Moves over every chart, so that their tooltips come. */
async function hoverCharts({ page }: App): Promise<void> {
  for (const chart of await page.locator('.chart[role=img]').all()) {
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (!box) continue;
    for (const at of [0.25, 0.5, 0.75]) await page.mouse.move(box.x + box.width * at, box.y + box.height * 0.5);
  }
}

async function go(app: App, hash: string): Promise<void> {
  await app.page.goto(`${app.server.address}#/${hash}`);
  await settled(app.page);
}

const FILE = '"><img src=x onerror=window.owned=1>\u202Evsc.csv';

describe('a workspace of hostile files', () => {
  it('is walked through, with charts, exports and a report, and nothing runs, leaves or breaks', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      const { refused, tables } = await app.importFiles(
        { name: FILE, content: hostileOrders() },
        { name: 'variants.csv', content: hostileExperiment() },
      );
      expect(refused).toEqual([]);
      const columns = tables[0]!.columns.map(({ name }) => name);
      expect(columns).toEqual(
        expect.arrayContaining(['__proto__', 'constructor', 'hasOwnProperty', 'toString', PAYLOADS[0]]),
      );
      const table = tables[0]!.name;
      const experiment = `experiment?table=${tables[1]!.name}&variant=variant`;
      const pages = [
        'data',
        `tables?table=${table}`,
        'mapping',
        'quality',
        'sql',
        'proof',
        'settings',
        'overview',
        'rfm-segments',
        'cohort-retention',
        'lifetime-value',
        experiment,
      ];
      for (const name of [...pages, `cohort-retention?groupBy=channel`]) {
        await go(app, name);
        await hoverCharts(app);
        await nothingHappened(app, name);
        await app.screenshot(`hostile-${name.split('?')[0]}`);
      }
      await go(app, 'quality');
      await page.getByText(en['quality.finding.examples'], { exact: true }).first().click();
      await nothingHappened(app, 'rows of a finding');
      await app.screenshot('hostile-finding');
      await go(app, `tables?table=${table}`);
      await page.locator('main details > summary').click();
      await page.getByRole('grid').getByText(en['notice.rejected.too-many-columns']).waitFor();
      await nothingHappened(app, 'rejected records');
      await go(app, 'data');
      await page.getByRole('button', { name: en['reading.open'] }).first().click();
      await page.getByRole('dialog').getByRole('table').first().waitFor();
      await nothingHappened(app, 'reading dialog');
      await app.screenshot('hostile-reading');
      const names = await app.run(async (redito, name) => {
        const { rows } = await redito.query(`SELECT "__proto__", "constructor", "toString" FROM "${name}" LIMIT 1`);
        return rows[0]!.length;
      }, table);
      expect(names).toBe(3);
      const html = await app.run(async (redito) => {
        const answers = await Promise.all(
          ['overview', 'rfm-segments', 'cohort-retention'].map((id) =>
            redito.ask(id, id === 'cohort-retention' ? { groupBy: 'channel' } : {}),
          ),
        );
        const answered = answers.filter(({ status }) => status === 'answered');
        return (await redito.report(answered as never, { format: 'html' })).text();
      });
      await page.evaluate((text) => {
        // As a browser reads it, without running it.
        const report = new DOMParser().parseFromString(text, 'text/html');
        const bad = report.querySelectorAll(
          'script, iframe, object, embed, [onerror], [onload], a[href^="javascript:"], img[src="x"]',
        );
        if (bad.length > 0) throw new Error(`${bad.length} elements of the report: ${bad[0]!.outerHTML.slice(0, 200)}`);
      }, html);
    }));

  it('keeps its names in view at 390 and 1280 pixels, in both languages', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      const { tables } = await app.importFiles({ name: FILE, content: hostileOrders() });
      for (const [language, width] of [
        ['en', 1280],
        ['es', 390],
      ] as const) {
        await app.run((redito, code) => redito.language(code as never), language);
        await page.setViewportSize({ width, height: 900 });
        for (const name of [`tables?table=${tables[0]!.name}`, 'mapping', 'cohort-retention?groupBy=channel', 'sql']) {
          await go(app, name);
          await app.screenshot(`hostile-${name.split('?')[0]}-${width}`);
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
    }));
});

describe('the SQL page', () => {
  it('asks before it makes a table of a query, and takes it back', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: 'a,b\n1,x\n2,y\n3,z\n' });
      await go(app, 'sql');
      await page.locator('.cm-content').fill('CREATE TABLE best AS SELECT * FROM orders WHERE a > 1');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Make the table “best” from this query?').waitFor();
      await app.screenshot('make-table');
      expect(await app.run(async (redito) => (await redito.tables()).length)).toBe(1);
      await dialog.getByRole('button', { name: 'Make the table' }).click();
      await page.getByText('Table “best” made: 2 rows.').waitFor();
      expect(await app.run(async (redito) => (await redito.tables()).map(({ name, rows }) => [name, rows]))).toEqual([
        ['orders', 3],
        ['best', 2],
      ]);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => app.run(async (redito) => (await redito.tables()).length)).toBe(1);
    }));

  it('cancels a query that does not stop by itself, and the workspace is there', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: 'a,b\n1,x\n2,y\n3,z\n' });
      await go(app, 'sql');
      await page
        .locator('.cm-content')
        .fill('SELECT sum(len(list_transform(range(100000), lambda x: x * y))) FROM range(100000000) t(y)');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: 'Cancel' }).first().click();
      const start = Date.now();
      const rows = await app.run(async (redito) => {
        for (;;) {
          try {
            return (await redito.query('SELECT count(*) FROM orders')).rows;
          } catch (error) {
            // It is being opened again.
            if ((error as { code: string }).code !== 'workspace-closed') throw error;
          }
        }
      });
      expect(rows).toEqual([[3]]);
      expect(Date.now() - start).toBeLessThan(12_000);
    }));

  it('says before it saves raw values, and in the file’s name', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: 'a,b\n1,=1+1\n' });
      await go(app, 'sql');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: 'Save all as CSV' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('dialog').getByRole('button', { name: 'Save raw values as CSV' }).click();
      const file = await waiting;
      expect(file.suggestedFilename()).toBe('result-raw-values-for-own-use.csv');
      expect(readFileSync(await file.path(), 'utf8')).toContain("'=1+1");
    }));
});
