import { afterAll, describe, expect, it } from 'vitest';
import { seriousFindings } from './harness/accessibility.ts';
import { closeBrowser, withApp, type App } from './harness/app.ts';

afterAll(closeBrowser);

const rows = Array.from({ length: 30 }, (_, i) => `C${i % 7};0${1 + (i % 9)}/0${1 + (i % 6)}/2024;${i},50 €;café`);
const sales = (name: string): { name: string; content: Uint8Array } => ({
  name,
  content: Buffer.from(
    `Ventas\nid;cliente;fecha;importe;nota\n${rows.map((row, i) => `${i};${row}`).join('\n')}\n`,
    'latin1',
  ),
});

const valuesOf = (app: App, sql: string): Promise<unknown[][]> =>
  app.run(async (redito, text) => (await redito.query(text)).rows, sql);

const read = (app: App, count: number) =>
  app.page.waitForFunction(
    (expected) => document.querySelectorAll('[data-testid=import-line][data-status=done]').length === expected,
    count,
  );

describe('how a file is read', () => {
  it('is asked where the data leave it open; the answer is read again, and can be undone', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.dropFiles(sales('ventas.csv'));
      await read(app, 1);
      const day = 'SELECT CAST(fecha AS VARCHAR) FROM ventas ORDER BY _row LIMIT 1 OFFSET 1';
      expect(await valuesOf(app, day)).toEqual([['2024-02-02']]);
      const third = 'SELECT CAST(fecha AS VARCHAR) FROM ventas ORDER BY _row LIMIT 1 OFFSET 7';
      expect(await valuesOf(app, third)).toEqual([['2024-02-08']]);
      await app.page.getByRole('button', { name: 'March the fourth' }).click();
      await app.page.getByText('ventas.csv was read again.').waitFor();
      expect(await valuesOf(app, third)).toEqual([['2024-08-02']]);
      expect(await app.run((redito) => redito.tables().then((tables) => tables.map(({ name }) => name)))).toEqual([
        'ventas',
      ]);
      await app.page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => valuesOf(app, third)).toEqual([['2024-02-08']]);
    }));

  it('is shown and decided in a dialog, and remembered for files with the same columns', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.dropFiles(sales('ventas.csv'));
      await read(app, 1);
      await app.page.getByRole('button', { name: 'How it was read' }).click();
      const dialog = app.page.getByRole('dialog');
      await dialog.getByRole('row').nth(3).waitFor();
      expect(await seriousFindings(app.page)).toEqual([]);
      expect(await dialog.getByLabel('Encoding').inputValue()).toBe('windows-1252');
      expect(await dialog.getByRole('radio', { checked: true }).locator('xpath=..').textContent()).toContain('cliente');
      await dialog.getByLabel('Type of id').selectOption({ label: 'Text' });
      await dialog.getByLabel('Words for “missing”').fill('café');
      await dialog.getByLabel('Words for “missing”').press('Enter');
      await expect.poll(() => dialog.getByRole('cell', { name: 'missing' }).count()).toBeGreaterThan(5);
      await app.screenshot('reading-dialog');
      await dialog.getByRole('button', { name: 'Read again like this' }).click();
      await app.page.getByText('ventas.csv was read again.').waitFor();
      const kinds = 'SELECT typeof(id), count(nota) FROM ventas GROUP BY 1';
      expect(await valuesOf(app, kinds)).toEqual([['VARCHAR', 0]]);

      await app.dropFiles(sales('febrero.csv'));
      await read(app, 2);
      expect(await valuesOf(app, kinds.replace('ventas', 'febrero'))).toEqual([['VARCHAR', 0]]);
      await app.page.getByText('Read as you decided for files with these columns before.').first().waitFor();
    }));

  it('is shown before a file comes in, when that is wanted', () =>
    withApp({ locale: 'es-ES' }, async (app) => {
      await app.start();
      await app.page.getByLabel('Ver cada archivo antes de importarlo').check();
      await app.dropFiles(sales('ventas.csv'));
      const dialog = app.page.getByRole('dialog');
      await dialog.getByRole('row').nth(3).waitFor();
      await dialog.getByRole('button', { name: 'Cancelar' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await app.run((redito) => redito.tables())).toEqual([]);

      await app.dropFiles(sales('ventas.csv'), { name: 'otra.csv', content: 'a,b\n1,2\n' });
      await dialog.getByRole('row').nth(3).waitFor();
      await dialog.getByLabel('Fechas').selectOption('mdy');
      await expect.poll(() => dialog.getByRole('cell', { name: '2024-08-02' }).count()).toBe(1);
      await dialog.getByRole('button', { name: 'Importar así' }).click();
      await app.page.getByRole('heading', { name: 'Cómo se lee otra.csv' }).waitFor();
      await dialog.getByRole('button', { name: 'Importar así' }).click();
      await read(app, 2);
      expect(await valuesOf(app, 'SELECT CAST(max(fecha) AS VARCHAR) FROM ventas')).toEqual([['2024-09-06']]);
    }));

  it('brings two thousand columns in', () =>
    withApp({}, async (app) => {
      await app.start();
      const line = (cell: (i: number) => string): string => Array.from({ length: 2000 }, (_, i) => cell(i)).join(',');
      const content = [line((i) => `c${i}`), ...Array.from({ length: 50 }, (_, r) => line((i) => String(i * r)))].join(
        '\n',
      );
      const { tables, refused } = await app.importFiles({ name: 'wide.csv', content });
      expect([tables.map((table) => [table.rows, table.columns.length]), refused]).toEqual([[[50, 2000]], []]);
    }));
});
