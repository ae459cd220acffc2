import { afterAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';

afterAll(closeBrowser);

interface Order {
  id: number;
  amount: number;
}

/** Orders of two customers, a day after the other; amounts are whole. */
const csv = (orders: readonly Order[]): string =>
  `order_id,customer_id,order_date,amount\n${orders
    .map(({ id, amount }) => `${id},C${id % 2},2024-01-${String(1 + (id % 28)).padStart(2, '0')},${amount}.50`)
    .join('\n')}\n`;
const from = (first: number, last: number): Order[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ id: first + i, amount: 10 * (first + i) }));

const JANUARY = from(1, 40);
/** The last ten of January once more, two of them with other amounts, and twenty new ones. */
const FEBRUARY = [...from(31, 60)].map((order) => (order.id > 38 && order.id <= 40 ? { ...order, amount: 7 } : order));

const valuesOf = (app: App, sql: string): Promise<unknown[][]> =>
  app.run(async (redito, text) => (await redito.query(text)).rows, sql);
const state = async (app: App, table = 'orders'): Promise<unknown[]> =>
  (await valuesOf(app, `SELECT count(*), sum(amount), count(DISTINCT _row) FROM ${table}`))[0]!;
const names = (app: App): Promise<string[]> =>
  app.run(async (redito) => (await redito.tables()).map(({ name }) => name));
const read = (app: App, count: number) =>
  app.page.waitForFunction(
    (expected) => document.querySelectorAll('[data-testid=import-line][data-status=done]').length === expected,
    count,
  );

const sumOf = (orders: readonly Order[]): number => orders.reduce((sum, { amount }) => sum + amount + 0.5, 0);
const dialogOf = (app: App) => app.page.getByRole('dialog');

async function withJanuary(app: App): Promise<void> {
  await app.start();
  await app.dropFiles({ name: 'orders.csv', content: csv(JANUARY) });
  await read(app, 1);
  expect(await app.run(async (redito) => (await redito.mapping()).orders?.table)).toBe('orders');
}

describe('a file that comes again', () => {
  it('lands beside the table of its name, takes its place when that is wanted, and gives it back', () =>
    withApp({}, async (app) => {
      await withJanuary(app);
      const before = await app.run((redito) => redito.mapping());
      await app.dropFiles({ name: 'orders.csv', content: csv(FEBRUARY).replaceAll(/^(.*?),(.*?),/gm, '$1,$2,"x",') });
      await read(app, 2);
      expect(await names(app)).toEqual(['orders', 'orders_2']);
      await app.page.getByText('There is a table “orders” from a file of this name.').waitFor();
      await app.screenshot('again-offer');
      await app.page.getByRole('button', { name: 'Replace orders' }).click();
      await dialogOf(app).getByText('40 rows become 30.').waitFor();
      expect(await seriousFindings(app.page)).toEqual([]);
      await app.screenshot('again-replace');
      await dialogOf(app).getByRole('button', { name: 'Replace', exact: true }).click();
      await app.page.getByText('orders.csv has taken the place of “orders”.').waitFor();
      expect([await names(app), await state(app)]).toEqual([['orders'], [30, sumOf(FEBRUARY), 30]]);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
      await app.page.getByRole('button', { name: 'Undo' }).click();
      await app.page.getByText('“orders” is as it was.').waitFor();
      expect([await names(app), await state(app)]).toEqual([
        ['orders', 'orders_2'],
        [40, sumOf(JANUARY), 40],
      ]);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
    }));

  it('says what the mapping would lose, and leaves all as it was when that is not wanted', () =>
    withApp({}, async (app) => {
      await withJanuary(app);
      await app.dropFiles({ name: 'orders.csv', content: 'order_id,customer_id\n1,C1\n2,C2\n' });
      await read(app, 2);
      await app.page.getByRole('button', { name: 'Replace orders' }).click();
      await dialogOf(app).getByText('Gone: order_date, amount').waitFor();
      await dialogOf(app)
        .getByText(/Orders: Date of order, Amount would lose their sources, and the table would lose this role/)
        .waitFor();
      await dialogOf(app).getByRole('button', { name: 'Replace all the same' }).waitFor();
      await app.screenshot('again-replace-lost');
      await dialogOf(app).getByRole('button', { name: 'Cancel' }).click();
      await dialogOf(app).waitFor({ state: 'detached' });
      await app.page.getByRole('button', { name: 'Keep both' }).click();
      await app.page.getByRole('button', { name: 'Replace orders' }).waitFor({ state: 'detached' });
      expect([await names(app), await state(app)]).toEqual([
        ['orders', 'orders_2'],
        [40, sumOf(JANUARY), 40],
      ]);
    }));

  it('goes behind the rows that are there: what they hold is left out, and what has another value is asked', () =>
    withApp({ locale: 'es-ES', colorScheme: 'dark' }, async (app) => {
      await withJanuary(app);
      const asked = await app.run((redito) => redito.ask('overview'));
      await app.dropFiles({ name: 'febrero.csv', content: csv(FEBRUARY) });
      await read(app, 2);
      await app.page.getByText('Ya hay una tabla «orders» con las mismas columnas.').waitFor();
      await app.page.getByRole('button', { name: 'Añadir a orders' }).click();
      const dialog = dialogOf(app);
      await dialog.getByText('De 30 filas del archivo, 20 son nuevas.').waitFor();
      expect(await dialog.getByRole('definition').allTextContents()).toEqual([
        'nuevas: van detrás de las que hay',
        'ya están: se omiten',
        'con una clave que ya está y otros valores',
      ]);
      expect(await dialog.getByRole('term').allTextContents()).toEqual(['20', '8', '2']);
      await dialog.getByText('«orders» tendrá 60 filas.').waitFor();
      expect(await seriousFindings(app.page)).toEqual([]);
      await app.screenshot('again-append');
      await dialog.getByText('Una fila se reconoce por order_id').click();
      await dialog.getByLabel('order_id').uncheck();
      await dialog.getByText('De 30 filas del archivo, 22 son nuevas.').waitFor();
      // As two quick clicks do: the second comes before the first has been looked at.
      await dialog.getByRole('checkbox').evaluateAll((boxes) => {
        for (const box of boxes.slice(0, 2)) (box as HTMLInputElement).click();
      });
      await dialog.getByText('Una fila se reconoce por order_id + customer_id').waitFor();
      await dialog.getByText('De 30 filas del archivo, 20 son nuevas.').waitFor();
      await dialog.getByLabel('customer_id').uncheck();
      await dialog.getByText('Tomar las nuevas').click();
      await dialog.getByRole('button', { name: 'Añadir', exact: true }).click();
      await app.page.getByText('febrero.csv se ha añadido a «orders».').waitFor();
      const all = [...JANUARY.slice(0, 38), ...FEBRUARY.filter(({ id }) => id > 38)];
      expect([await names(app), await state(app)]).toEqual([['orders'], [60, sumOf(all), 60]]);
      const moved = await app.run((redito) => redito.ask('overview'));
      expect(moved).not.toMatchObject({ estimates: (asked as { estimates: unknown }).estimates });
      await app.page
        .getByText(/Se añadió febrero\.csv: 20 filas eran nuevas, 8 ya estaban, 2 con otros valores/)
        .first()
        .waitFor();
      await app.page.getByRole('button', { name: 'Deshacer' }).click();
      await app.page.getByText('«orders» está como estaba.').waitFor();
      expect([await names(app), await state(app)]).toEqual([
        ['orders', 'febrero'],
        [40, sumOf(JANUARY), 40],
      ]);
      expect(await app.run((redito) => redito.ask('overview'))).toMatchObject({
        estimates: (asked as { estimates: unknown }).estimates,
      });
    }));

  it('is refused in words when its values fit no column that is there', () =>
    withApp({}, async (app) => {
      await withJanuary(app);
      await app.dropFiles({ name: 'march.csv', content: csv(FEBRUARY).replace('2024-01-04', 'soon') });
      await read(app, 2);
      await app.page.getByRole('button', { name: 'Append to orders' }).click();
      await dialogOf(app)
        .getByText(/“order_date” is date in “orders” and varchar in the file: “soon” fits no type/)
        .waitFor();
      expect(await dialogOf(app).getByRole('button', { name: 'Append', exact: true }).isDisabled()).toBe(true);
      await app.screenshot('again-append-refused');
      await dialogOf(app).getByRole('button', { name: 'Cancel' }).click();
      expect(await names(app)).toEqual(['orders', 'march']);
    }));

  it('is picked for a table, and goes again when it is not wanted', () =>
    withApp({}, async (app) => {
      await withJanuary(app);
      const before = await app.run((redito) => redito.mapping());
      await app.page.goto(`${app.server.address}#/tables?table=orders`);
      const pick = async (item: string): Promise<void> => {
        await app.page.getByRole('button', { name: 'Bring it anew' }).click();
        const [chooser] = await Promise.all([
          app.page.waitForEvent('filechooser'),
          app.page.getByRole('menuitem', { name: item }).click(),
        ]);
        await chooser.setFiles({ name: 'feb.csv', mimeType: '', buffer: Buffer.from(csv(FEBRUARY)) });
      };
      await pick('Append a file…');
      await dialogOf(app).getByText('Of 30 rows in the file, 20 are new.').waitFor();
      await dialogOf(app).getByRole('button', { name: 'Cancel' }).click();
      await expect.poll(() => names(app)).toEqual(['orders']);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
      await pick('Replace with another file…');
      await dialogOf(app).getByRole('button', { name: 'Replace', exact: true }).click();
      await app.page.getByText('feb.csv has taken the place of “orders”.').waitFor();
      expect([await names(app), await state(app)]).toEqual([['orders'], [30, sumOf(FEBRUARY), 30]]);
      await app.screenshot('again-tables');
      await app.page.getByRole('button', { name: 'Undo' }).click();
      await app.page.getByText('“orders” is as it was.').waitFor();
      expect([await names(app), await state(app)]).toEqual([['orders'], [40, sumOf(JANUARY), 40]]);
      expect(await app.run((redito) => redito.mapping())).toEqual(before);
    }));

  it('is shown without any harm by what its names and values say', () =>
    withApp({}, async (app) => {
      await app.start();
      const mark = '<img src=x onerror=window.owned=1>';
      const name = `"><svg onload=window.owned=1>\u202Evsc.csv`;
      const content = (last: string): string =>
        `id,__proto__,${mark},when\n1,a,${mark},2024-01-01\n2,b,${mark},${last}\n`;
      await app.dropFiles({ name, content: content('2024-01-02') });
      await read(app, 1);
      await app.dropFiles({ name, content: content(mark) });
      await read(app, 2);
      for (const [button, shown] of [
        [/^Replace/, 'Other type: when'],
        [/^Append to/, 'fits no type that holds both'],
      ] as const) {
        await app.page.getByRole('button', { name: button }).click();
        await dialogOf(app).getByText(shown).waitFor();
        const found = await app.page.evaluate(() => ({
          owned: 'owned' in window,
          elements: document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length,
          turned: /[\u202A-\u202E]/.test(document.querySelector('[role=dialog]')?.textContent ?? ''),
        }));
        expect(found).toEqual({ owned: false, elements: 0, turned: false });
        await dialogOf(app).getByRole('button', { name: 'Cancel' }).click();
        await dialogOf(app).waitFor({ state: 'detached' });
      }
      await app.dropFiles({ name: 'clean.csv', content: content(mark).replace('1,a', '3,a') });
      await read(app, 3);
      // The lines above offer to append as well, and this one only when the tables have been listed anew.
      await app.page
        .locator('[data-testid=import-line]', { hasText: 'clean.csv' })
        .getByRole('button', { name: /^Append to/ })
        .click();
      await dialogOf(app).getByRole('button', { name: 'Append', exact: true }).click();
      await app.page
        .getByText(/was appended to/)
        .first()
        .waitFor();
      expect(await app.page.evaluate(() => 'owned' in window)).toBe(false);
    }));
});
