import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { dist, root } from '../run/prepare.mjs';
import { closeBrowser, withApp } from './harness/app.ts';

let directory = '';

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  directory = mkdtempSync(join(root, '.cache/update-'));
  cpSync(dist, directory, { recursive: true });
});

afterAll(async () => {
  await closeBrowser();
  rmSync(directory, { recursive: true, force: true });
});

/** A later build as it differs from the first: another page, so another hash in the list and another name of the whole. */
function deployAnother(): void {
  const page = join(directory, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<body>', '<body data-build="second">'));
  const worker = join(directory, 'service-worker.js');
  const code = readFileSync(worker, 'utf8');
  const changed = code
    .replace(/(url:.index\.html.,hash:.)[0-9a-f]{16}/, '$1feedfacefeedface')
    .replaceAll(/(?<!hash:.)\b[0-9a-f]{16}\b/g, '0123456789abcdef');
  expect(changed).not.toBe(code);
  writeFileSync(worker, changed);
}

describe('the store of a new build', () => {
  it('takes the unchanged files from the old one, which it replaces', () =>
    withApp({ build: directory }, async ({ page, context, start, run }) => {
      await start();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const [before] = await page.evaluate(() => caches.keys());
      deployAnother();
      const fetched: string[] = [];
      context.on('request', (request) => request.serviceWorker() && fetched.push(new URL(request.url()).pathname));
      await page.reload();
      await page.getByText(en['update.ready']).waitFor();
      expect(await page.locator('body').getAttribute('data-build')).toBeNull();
      await page.getByRole('button', { name: en['update.apply'] }).click();
      await page.locator('body[data-build=second]').waitFor();
      await run((redito) => redito.ready);
      await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
      expect(await page.evaluate(() => caches.keys())).not.toContain(before);
      expect(fetched.filter((path) => path.endsWith('.wasm'))).toEqual([]);
    }));
});
