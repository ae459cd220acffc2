import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { es } from '../../src/i18n/es.ts';
import { crmFile, ordersOfBoth, webFile } from '../fixtures/people/two-shops.ts';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';
import { settled } from './harness/settled.ts';

afterAll(closeBrowser);

const files = [
  { name: 'crm.csv', content: crmFile() },
  { name: 'web.csv', content: webFile() },
  { name: 'orders.csv', content: ordersOfBoth() },
];

/** Buyers as a question counts them, and whether its answer says that people were joined up. */
const buyersOf = (app: App) =>
  app.run(async (redito) => {
    const answer = await redito.ask('cohort-retention');
    if (answer.status !== 'answered') throw new Error(answer.message.text);
    const assumptions = answer.evidence.assumptions.map(({ key }) => key);
    return {
      customers: answer.estimates.find(({ name }) => name === 'customers')!.value,
      isSaid: assumptions.includes('people.assumption'),
      inputs: answer.evidence.inputs.map(({ table }) => table),
    };
  });

const tableNames = (app: App) => app.run(async (redito) => (await redito.tables()).map(({ name }) => name));

async function matched({ page, server }: App): Promise<void> {
  await page.goto(`${server.address}#/people`);
  await page.getByTestId('people-setup').getByRole('button').click();
  await page.getByTestId('people-effect').getByRole('table').waitFor();
}

const review = ({ page }: App) => page.getByTestId('people-review');

/** Decides on the pair that is looked at by a key, and waits for the next one. */
async function press(app: App, key: string, waiting: number): Promise<void> {
  await app.page.keyboard.press(key);
  await review(app)
    .getByText(en['people.review.open'].replace('{count, number, integer}', String(waiting)))
    .waitFor();
}

describe('joining up people', () => {
  it('is done from two dropped files to answers that count a person once, and undone', () =>
    withApp({ onDisk: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.dropFiles(...files);
      await expect.poll(() => app.run((redito) => redito.mapping())).toHaveProperty('orders');
      const before = await buyersOf(app);
      expect(before).toMatchObject({ customers: 216, isSaid: false });

      await matched(app);
      await page.getByRole('heading', { level: 1, name: /90 pairs are one person each; 6 more wait/ }).waitFor();
      for (const [tier, joined] of [
        ['email-clean', 30],
        ['phone-clean', 30],
        ['name-birth', 30],
        ['name-like', 0],
      ] as const) {
        expect(await page.locator(`[data-tier=${tier}] td`).first().textContent()).toBe(String(joined));
      }
      await page.getByText(/240 records in two tables are 150 people/).waitFor();
      await page.locator('[data-business=orders]').getByText('126').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await app.screenshot('people');

      await review(app).getByRole('button', { name: en['people.review.same'] }).focus();
      await press(app, 's', 5);
      await press(app, 'd', 4);
      await press(app, 'u', 5);
      await press(app, 'd', 4);
      expect(await buyersOf(app)).toEqual(before);
      await page.locator('[data-business=orders]').getByText('125').waitFor();
      await page.getByTestId('people-effect').getByRole('button', { name: en['people.apply'] }).click();
      await page.getByText(en['people.applied']).waitFor();
      const after = await buyersOf(app);
      expect(after).toMatchObject({ customers: 125, isSaid: true });
      expect(after.inputs).toContain('people_matches');
      const decided = await app.run((redito) =>
        redito.query('SELECT decided_by, count(*) AS pairs FROM people_matches GROUP BY 1 ORDER BY 1'),
      );
      expect(decided.rows).toEqual([
        ['analyst', 1],
        ['rule', 90],
      ]);

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: en['people.matches.file'] }).click(),
      ]);
      const saved = readFileSync(await file.path(), 'utf8');
      expect(saved.trim().split('\r\n')).toHaveLength(92);
      expect(saved).toContain('left_id');
      // Neither an id nor an address, a phone or a name; digits in the middle of a hash are none.
      expect(saved).not.toMatch(/\bC10\d\d\b|\b700\d\d\b|@|\b610\d{6}\b|Garc/);

      await page.reload();
      await app.run((redito) => redito.ready);
      expect(await buyersOf(app)).toEqual(after);
      await page
        .getByRole('heading', { level: 1, name: /91 pairs of “crm” and “web” count as one person each/ })
        .waitFor();
      await review(app).getByText('Decided (2)').click();
      await expect.poll(() => review(app).getByRole('listitem').count()).toBe(2);

      await page.getByTestId('people-effect').getByRole('button', { name: en['people.undo'] }).click();
      await page.getByText(en['people.undone']).waitFor();
      expect(await buyersOf(app)).toEqual(before);
      expect(await tableNames(app)).toEqual(['crm', 'web', 'orders']);
    }));

  it('goes into a workspace file with what was decided, and out of it', () =>
    withApp({ onDisk: true }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles(...files);
      await matched(app);
      await page.getByRole('button', { name: /Take all alike: a name/ }).click();
      await page.locator('[data-business=orders]').getByText('120').waitFor();
      await page.getByTestId('people-effect').getByRole('button', { name: en['people.apply'] }).click();
      await page.getByText(en['people.applied']).waitFor();
      const joined = await buyersOf(app);
      expect(joined.customers).toBe(120);
      await app.run(async (redito) => {
        const saved = await redito.save();
        await redito.createWorkspace('Second');
        await redito.open(saved);
      });
      expect(await buyersOf(app)).toEqual(joined);
      await page.goto(`${app.server.address}#/people`);
      await settled(page);
      // The pairs are in no file: they are found again, and what was decided holds.
      await page.getByText(en['people.effect.notMatched']).waitFor();
      await page.getByTestId('people-setup').getByRole('button').click();
      await page.getByText(en['people.tiers.give']).waitFor();
      await page.getByTestId('people-effect').getByRole('button', { name: en['people.undo'] }).click();
      await page.getByText(en['people.undone']).waitFor();
      expect((await buyersOf(app)).customers).toBe(216);
    }));

  it('ends with the table of matches, which comes back from the bin', () =>
    withApp({}, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles(...files);
      await matched(app);
      await page.getByTestId('people-effect').getByRole('button', { name: en['people.apply'] }).click();
      await page.getByText(en['people.applied']).waitFor();
      await page.goto(`${app.server.address}#/tables?table=people_matches`);
      await page.getByRole('button', { name: en['tables.drop'] }).click();
      await page.getByText(en['tables.dropped'].replace('{table}', 'people_matches')).waitFor();
      expect((await buyersOf(app)).customers).toBe(216);
      await page.getByRole('button', { name: en['ui.undo'] }).last().click();
      await page.getByText(en['tables.restored'].replace('{table}', 'people_matches')).waitFor();
      expect((await buyersOf(app)).customers).toBe(126);
    }));

  it.each([390, 2560])('fits a window of %i px, in Spanish and in the dark', (width) =>
    withApp({ viewport: { width, height: 900 }, colorScheme: 'dark', locale: 'es-ES' }, async (app) => {
      const { page } = app;
      await app.start();
      await app.importFiles(...files);
      await matched(app);
      await review(app).getByRole('button', { name: es['people.review.same'] }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBeLessThanOrEqual(window!);
      await app.screenshot(`people-es-dark-${width}`);
    }),
  );
});
