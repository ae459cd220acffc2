import { afterAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

const words = { en, es };
const locales = { en: 'en-GB', es: 'es-ES' } as const;
const QUESTIONS = [
  'overview',
  'rfm-segments',
  'experiment?initiative=AI+recommender',
  'return?initiative=AI+recommender',
  'return?initiative=Spring+discount&windowDays=30',
];

async function openSample(app: App): Promise<void> {
  await app.start();
  await app.page.getByTestId('open-sample-online-shop').click();
  await expect
    .poll(() => app.run((redito) => redito.mapping().then((mapping) => Object.keys(mapping).length)), {
      timeout: 60_000,
    })
    .toBe(12);
  await app.page.locator('main [role=progressbar]').waitFor({ state: 'detached' });
}

async function go({ page, server }: App, hash: string): Promise<string> {
  await page.goto(`${server.address}#/${hash}`);
  await settled(page);
  return page.locator('main h1').innerText();
}

function estimate(answer: Answer, name: string) {
  const found = answer.estimates.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no ${name} among ${answer.estimates.map((known) => known.name).join(', ')}`);
  return found;
}

describe('the sample “Online shop”', () => {
  it.each(['en', 'es'] as const)(
    'opens from the landing page, answers and keeps its truth to itself, in %s',
    (language) =>
      withApp({ locale: locales[language] }, async (app) => {
        const say = words[language];
        const { page } = app;
        await openSample(app);
        expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual([
          ...['customers', 'orders', 'order_items', 'products', 'events', 'touches', 'conversations', 'surveys'],
          ...['subscriptions', 'initiatives', 'assignments', 'costs'],
        ]);
        for (const hash of QUESTIONS) {
          expect((await go(app, hash)).length, hash).toBeGreaterThan(20);
          expect(await seriousFindings(page), hash).toEqual([]);
          await app.screenshot(`sample-${hash.replace(/\W+/g, '-')}-${language}`);
        }
        await page.getByRole('link', { name: say['page.truth'], exact: true }).click();
        await settled(page);
        expect(await page.getByText(say['truth.hidden'], { exact: true }).count()).toBeGreaterThan(30);
        expect(await page.getByText(say['truth.inside'], { exact: true }).count()).toBe(0);
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByTestId('reveal-truth').click();
        await page.getByText(say['truth.inside'], { exact: true }).first().waitFor();
        expect(await page.getByText(say['truth.hidden'], { exact: true }).count()).toBe(0);
        expect(await seriousFindings(page)).toEqual([]);
        await app.screenshot(`sample-truth-${language}`);

        await page.reload();
        await app.run((redito) => redito.ready);
        await go(app, 'truth');
        expect(await page.getByTestId('reveal-truth').count()).toBe(0);
      }),
  );

  it('finds in scripts what is true, and the same of the same seed', () =>
    withApp({}, async (app) => {
      await app.start();
      const shop = (seed: number) =>
        app.run(async (redito, given) => {
          const { tables, truth } = await redito.sample('online-shop', { seed: given });
          const answer = await redito.ask('return', { initiative: 'AI recommender' });
          if (answer.status !== 'answered') throw new Error(answer.message.text);
          return { names: tables.map(({ name }) => name), truth, answer };
        }, seed);
      const first = await shop(7);
      const margin = estimate(first.answer, 'incrementalMargin');
      expect(first.truth['recommender.incrementalMargin']).toBeGreaterThan(margin.interval!.low);
      expect(first.truth['recommender.incrementalMargin']).toBeLessThan(margin.interval!.high);
      expect(estimate(first.answer, 'cost').value).toBeCloseTo(first.truth['recommender.cost']!, 6);
      const other = await shop(8);
      const again = await shop(7);
      expect(again.names).toEqual(first.names);
      expect(again.truth).toEqual(first.truth);
      const content = ({ answer }: typeof first) => answer.evidence.inputs.map(({ table, hash }) => [table, hash]);
      expect(content(again)).toEqual(content(first));
      expect(content(other)).not.toEqual(content(first));
      const values = ({ answer }: typeof first) => answer.estimates;
      expect(values(again)).toEqual(values(first));
    }));

  it('takes the roles of what was there before, and gives them back', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles({
        name: 'orders.csv',
        content: 'customer_id,order_date,amount\na,2024-01-01,5\nb,2024-02-01,7\n',
      });
      const before = await app.run((redito) => redito.mapping());
      await page.goto(`${app.server.address}#/data`);
      await page.getByTestId('open-sample-online-shop').click();
      await page.getByRole('button', { name: en['data.sample.undo'] }).waitFor({ timeout: 60_000 });
      const mapping = await app.run((redito) => redito.mapping());
      expect(mapping.orders?.table).toBe('orders_2');
      await page.getByRole('button', { name: en['data.sample.undo'] }).click();
      await expect.poll(() => app.run((redito) => redito.mapping())).toEqual(before);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders']);
    }));

  it('leaves nothing behind when it is cancelled or the tab goes while it is made, and opens afterwards', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      const button = page.getByTestId('open-sample-online-shop');
      await button.click();
      await page.getByRole('button', { name: en['ui.cancel'] }).click();
      await button.waitFor();
      const raw = () =>
        app.run((redito) =>
          redito
            .query("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'raw'")
            .then(({ rows }) => Number(rows[0]![0])),
        );
      expect(await raw()).toBe(0);
      expect(await app.run((redito) => redito.mapping())).toEqual({});

      await button.click();
      await page.locator('main [role=progressbar][aria-valuenow]').waitFor();
      await page.reload();
      await app.run((redito) => redito.ready);
      expect(await raw()).toBe(0);
      expect(await app.run((redito) => redito.tables())).toEqual([]);
      const { tables } = await app.run((redito) => redito.sample('online-shop'));
      expect(tables).toHaveLength(12);
    }));

  it('says that the disk is full, keeps what there was and opens once there is room', () =>
    withApp({ onDisk: true }, async (app) => {
      app.allow(/console:/);
      await app.start();
      await app.importFiles({ name: 'mine.csv', content: 'customer_id,order_date,amount\na,2024-01-01,5\n' });
      const before = await app.run((redito) => redito.mapping());
      const devtools = await app.context.newCDPSession(app.page);
      const origin = new URL(app.server.address).origin;
      const used = await app.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + (1 << 20) });
      const code = await app.run((redito) =>
        redito.sample('online-shop').then(
          () => 'opened',
          (error: { code: string }) => error.code,
        ),
      );
      expect(code).toMatch(/^(storage-full|disk-full|workspace-broken)$/);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['mine']);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin });
      expect((await app.run((redito) => redito.sample('online-shop'))).tables).toHaveLength(12);
    }));

  it('rejects a sample that there is not, and a seed that is none', () =>
    withApp({}, async (app) => {
      await app.start();
      const codes = await app.run(async (redito) => {
        const code = (work: Promise<unknown>) =>
          work.then(
            () => 'none',
            (error: { code: string }) => error.code,
          );
        return [await code(redito.sample('bank')), await code(redito.sample('online-shop', { seed: 1.5 }))];
      });
      expect(codes).toEqual(['sample-unknown', 'parameter-invalid']);
      expect(await app.run((redito) => redito.tables())).toEqual([]);
    }));
});
