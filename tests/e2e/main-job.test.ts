import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { madeLabels, madeOrders } from './harness/made-shop.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

const words = { en, es };
const locales = { en: 'en-GB', es: 'es-ES' } as const;
const QUESTIONS = ['cohort-retention', 'lifetime-value', 'churn-risk'] as const;

async function bring(app: App, name: string, content: string): Promise<void> {
  await app.dropFiles({ name, content });
  await app.page.locator('[data-testid=import-line][data-status=done]', { hasText: name }).waitFor();
}

/** The page of a question, once its answer stands there. */
async function open(app: App, question: string): Promise<string> {
  await app.page.goto(`${app.server.address}#/${question}`);
  await settled(app.page);
  await app.page.locator('main figure svg, main .chart svg').first().waitFor();
  return app.page.locator('main h1').innerText();
}

describe('the main job', () => {
  it.each(['en', 'es'] as const)('drop, map, ask, reload and go offline, in %s', (language) =>
    withApp({ locale: locales[language] }, async (app) => {
      const say = words[language];
      const { page } = app;
      await app.start();
      expect(await seriousFindings(page)).toEqual([]);
      await bring(app, 'orders.csv', madeOrders(1200, 1));

      await page.getByRole('link', { name: say['page.mapping'], exact: true }).click();
      await page.locator('main h1').waitFor();
      expect(await app.run((redito) => redito.mapping())).toMatchObject({
        orders: {
          table: 'orders',
          columns: { customer_id: 'customer_id', ordered_at: 'order_date', amount: 'amount' },
        },
      });

      const verdicts: string[] = [];
      for (const question of QUESTIONS) {
        verdicts.push(await open(app, question));
        await app.screenshot(`${question}-${language}`);
        expect(await seriousFindings(page), question).toEqual([]);
      }
      for (const verdict of verdicts) expect(verdict.length).toBeGreaterThan(20);

      await page.goto(`${app.server.address}#/data`);
      await bring(app, 'customers.csv', madeLabels(800, 2));
      const labelled = await app.run((redito) =>
        redito.ask('churn-risk', { table: 'customers', target: 'churned', learners: ['logistic'] }),
      );
      expect(labelled.status === 'refused' ? labelled.message.text : labelled.status).toBe('answered');

      await page.reload();
      await app.run((redito) => redito.ready);
      expect((await app.run((redito) => redito.tables())).map(({ name }) => name)).toEqual(['orders', 'customers']);
      expect(await open(app, 'cohort-retention')).toBe(verdicts[0]);

      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await app.server.close();
      app.allow(/ERR_(FAILED|CONNECTION_REFUSED|INTERNET_DISCONNECTED)/);
      await page.reload();
      await app.run((redito) => redito.ready);
      expect(await open(app, 'lifetime-value')).toBe(verdicts[1]);
    }),
  );

  it('says the same numbers to a script in both languages', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles({ name: 'orders.csv', content: madeOrders(400, 3) });
      const numbers: unknown[] = [];
      const texts: (string | undefined)[] = [];
      for (const language of ['en', 'es'] as const) {
        const answer = await app.run((redito, code) => {
          redito.language(code);
          return redito.ask('cohort-retention');
        }, language);
        if (answer.status !== 'answered') throw new Error(answer.message.text);
        numbers.push(answer.estimates);
        texts.push(answer.verdict.text);
      }
      expect(numbers[0]).toEqual(numbers[1]);
      expect(texts[0]).not.toBe(texts[1]);
    }));
});
