import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../run/find-browser.mjs';
import { dist } from '../run/prepare.mjs';
import { serve } from '../run/serve.mjs';
import { folder } from './data.mjs';

/** The built app in a browser with a profile on the disk: a private one would keep its storage in memory. */
export async function withApp(work) {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const server = await serve(dist);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findOrInstallBrowser(),
    args: BROWSER_FLAGS,
    viewport: { width: 1500, height: 960 },
    locale: 'en-GB',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(600_000);
  const app = {
    page,
    address: server.address,
    profile,
    /** @param {string} hash a page of the app */
    async open(hash = '') {
      await page.goto(server.address + hash);
      await page.evaluate('redito.ready');
    },
    /** One or several files of the disk at once, by the interface for scripts. @returns milliseconds */
    async importFile(file) {
      await hold(page, file);
      const { elapsed, refused } = await page.evaluate(async () => {
        const files = [...document.querySelector('#held-by-bench').files];
        const started = performance.now();
        const { refused } = await window.redito.import(files);
        return { elapsed: performance.now() - started, refused };
      });
      if (refused.length > 0) throw new Error(`${refused[0].code}: ${refused[0].message}`);
      return elapsed;
    },
    /** As a person does it. */
    async dropFile(file) {
      await hold(page, file);
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        for (const held of document.querySelector('#held-by-bench').files) dataTransfer.items.add(held);
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document
            .querySelector('main')
            .dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      });
    },
  };
  try {
    return await work(app);
  } finally {
    await context.close();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function hold(page, file) {
  await page.evaluate(() => {
    document.querySelector('#held-by-bench')?.remove();
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      id: 'held-by-bench',
      multiple: true,
      hidden: true,
    });
    document.body.append(input);
  });
  await page.locator('#held-by-bench').setInputFiles(file);
}
