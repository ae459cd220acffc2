import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../run/prepare.mjs';
import { closeBrowser, withApp, type App, type TestFile } from './harness/app.ts';
import { madeOrders } from './harness/made-shop.ts';

afterAll(closeBrowser);

const PNG = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
]);
const good = { name: 'good.csv', content: 'customer,date,amount\na,2026-01-01,1\nb,2026-01-02,2\n' };

const ordersMapping = (table: string) => ({
  orders: { table, columns: { customer_id: 'customer', ordered_at: 'date', amount: 'amount' } },
});

async function refusal(app: App, file: TestFile): Promise<{ code: string; message: string; hint: string }> {
  const { tables, refused } = await app.importFiles(file);
  expect(tables.map(({ source }) => source)).toEqual([]);
  expect(refused.length).toBe(1);
  return refused[0];
}

const realParquet = join(root, '../shared/data/online_retail/online_retail.parquet');
const protectedBook = join(root, 'tests/fixtures/files/protected.xlsx');

function badFiles(): TestFile[] {
  const files: TestFile[] = [
    { name: 'empty.csv', content: '' },
    { name: 'picture.csv', content: PNG },
    { name: 'noise.xlsx', content: 'PK\u0003\u0004 not a workbook' },
    { name: 'broken.json', content: 'these are no records' },
    { name: 'broken.csv.gz', content: new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]) },
  ];
  if (existsSync(realParquet)) {
    files.push({ name: 'truncated.parquet', content: readFileSync(realParquet).subarray(0, 200_000) });
  }
  if (existsSync(protectedBook)) files.push({ name: 'protected.xlsx', content: readFileSync(protectedBook) });
  return files;
}

describe('bad input', () => {
  it('gets a clear message in both languages, leaves nothing, and the next file works', () =>
    withApp({}, async (app) => {
      app.allow(/console:/);
      await app.start();
      for (const file of badFiles()) {
        const { name } = file as { name: string };
        const texts: string[] = [];
        for (const language of ['en', 'es'] as const) {
          await app.run((redito, code) => redito.language(code), language);
          const { code, message, hint } = await refusal(app, file);
          expect(code, name).not.toBe('unexpected');
          expect(message, name).toContain(name);
          expect(hint.length, name).toBeGreaterThan(10);
          texts.push(message);
        }
        expect(texts[0], name).not.toBe(texts[1]);
        expect(await app.run((redito) => redito.tables()), name).toEqual([]);
      }
      const { tables } = await app.importFiles(good);
      expect(tables.map(({ rows }) => rows)).toEqual([2]);
    }));

  it('says that a file is gone', () =>
    withApp({}, async (app) => {
      app.allow(/console:/);
      await app.start();
      const folder = mkdtempSync(join(tmpdir(), 'redito-'));
      const file = join(folder, 'gone.csv');
      writeFileSync(file, good.content);
      await app.holdFiles(file);
      rmSync(folder, { recursive: true });
      const { refused } = await app.importHeld();
      expect(refused[0]).toMatchObject({ file: 'gone.csv', code: 'file-gone' });
      expect((await app.importFiles(good)).tables.length).toBe(1);
    }));

  it('says that the disk is full, keeps what there was and goes on', () =>
    withApp({ onDisk: true }, async (app) => {
      app.allow(/console:/);
      await app.start();
      await app.importFiles(good);
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      const used = await app.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + (1 << 20) });
      const line = (_: unknown, i: number): string => `${i},${Math.sin(i)},${Math.cos(i)}`;
      const large = `id,x,y\n${Array.from({ length: 300_000 }, line).join('\n')}\n`;
      // Where the engine hits the wall decides whether it can tell what it was.
      expect((await refusal(app, { name: 'large.csv', content: large })).code).toMatch(
        /^(storage-full|workspace-broken)$/,
      );
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      const { tables, refused } = await app.importFiles({ name: 'large.csv', content: large });
      expect(refused).toEqual([]);
      expect(tables[0]).toMatchObject({ rows: 300_000 });
      await app.page.reload();
      expect((await app.run(async (redito) => (await redito.ready, redito.tables()))).map(({ name }) => name)).toEqual([
        'good',
        'large',
      ]);
    }));

  it.each([
    ['a table without dates', 'customer,colour\na,red\nb,blue\n', 'cohort-retention', {}, undefined],
    [
      'every customer bought once',
      `customer,date,amount\n${Array.from({ length: 200 }, (_, i) => `c${i},2026-0${1 + (i % 6)}-1${i % 9},${i}`).join('\n')}\n`,
      'lifetime-value',
      {},
      ordersMapping('t'),
    ],
    [
      '20 rows',
      `customer,date,amount\n${Array.from({ length: 20 }, (_, i) => `c${i % 8},2026-0${1 + (i % 6)}-11,${i}`).join('\n')}\n`,
      'lifetime-value',
      {},
      ordersMapping('t'),
    ],
    [
      '20 rows to learn from',
      `x,churned\n${Array.from({ length: 20 }, (_, i) => `${i},${i % 2 ? 'Yes' : 'No'}`).join('\n')}\n`,
      'churn-risk',
      { table: 't', target: 'churned' },
      undefined,
    ],
    [
      'a label with one class',
      `x,churned\n${Array.from({ length: 400 }, (_, i) => `${i},No`).join('\n')}\n`,
      'churn-risk',
      { table: 't', target: 'churned' },
      undefined,
    ],
  ] as const)('%s: a refusal in both languages', (_, content, question, parameters, mapping) =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({ name: 't.csv', content });
      if (mapping) await app.run((redito, given) => redito.map(given), mapping);
      const texts: (string | undefined)[] = [];
      for (const language of ['en', 'es'] as const) {
        const result = await app.run(
          (redito, [code, id, given]) => {
            redito.language(code as 'en' | 'es');
            return redito.ask(id as string, given as Record<string, never>);
          },
          [language, question, parameters] as const,
        );
        if (result.status !== 'refused') throw new Error(`answered: ${result.verdict.text}`);
        expect(result.message.text?.length).toBeGreaterThan(15);
        expect(result.remedy.text?.length).toBeGreaterThan(10);
        texts.push(result.message.text);
      }
      expect(texts[0]).not.toBe(texts[1]);
      expect((await app.run((redito) => redito.tables())).length).toBe(1);
    }),
  );

  it('offers the groups to choose from, however they are called, and answers with the one that was chosen', () =>
    withApp({ viewport: { width: 390, height: 844 } }, async (app) => {
      const { page, server } = app;
      await app.start();
      const names = ['before', `<img src=x onerror=alert(1)>${'x'.repeat(10_000)}`];
      const rows = Array.from({ length: 60 }, (_, i) => `c${i},mail,${names[i % 2]},2026-01-01,${i % 7}`);
      await app.importFiles({
        name: 'tests.csv',
        content: `customer_id,initiative,variant,assigned_at,spend\n${rows.join('\n')}\n`,
      });
      await page.goto(`${server.address}#/experiment`);
      await page.locator('[data-state=refused]').waitFor();
      await app.screenshot('refused-long-names');
      const wide = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await wide()).toBe(0);
      await page.getByRole('button', { name: 'before', exact: true }).click();
      await page.locator('main h1').waitFor({ timeout: 60_000 });
      expect(page.url()).toContain('control=before');
    }));

  it('names an unknown question, an unknown parameter and an invalid one', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(100, 5) });
      const code = (id: string, parameters: Record<string, unknown>) =>
        app.run(
          (redito, [question, given]) =>
            redito
              .ask(question as string, given as Record<string, never>)
              .then(() => 'answered')
              .catch((error: { code: string; hint: string }) => (error.hint ? error.code : 'no hint')),
          [id, parameters] as const,
        );
      expect(await code('horoscope', {})).toBe('question-unknown');
      expect(await code('cohort-retention', { perod: 'week' })).toBe('parameter-unknown');
      expect(await code('cohort-retention', { period: 'year' })).toBe('parameter-invalid');
    }));
});
