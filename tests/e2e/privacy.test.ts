import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Build, ProofRecord } from '../../src/app/pages/proof/proof-record.ts';
import { dist } from '../run/prepare.mjs';
import { closeBrowser, withApp } from './harness/app.ts';

afterAll(closeBrowser);

/** What the policy reports of the attempts below. A prefetch is stopped without a report: that nothing left shows it. */
const STOPPED_AND_REPORTED = [
  ...['http://outside.invalid/', 'wss://outside.invalid/'],
  ...['', 'beacon', 'image', 'events', 'stylesheet', 'preload', 'modulepreload', 'script', 'module'].map(
    (path) => `https://outside.invalid/${path}`,
  ),
];

describe('the policy', () => {
  it('stands in the page and in the headers of everything served', () =>
    withApp({}, async ({ page, server, start }) => {
      const headers = new Map<string, string | undefined>();
      page.context().on('response', async (response) => {
        headers.set(response.url(), (await response.allHeaders())['content-security-policy']);
      });
      await start();
      const inPage = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
      expect(inPage).toContain("default-src 'none'");
      expect(inPage).not.toContain('frame-ancestors');
      expect(headers.size).toBeGreaterThan(3);
      for (const [url, policy] of headers) {
        if (url.startsWith(server.address)) expect(policy, url).toBe(`${inPage}; frame-ancestors 'none'`);
      }
    }));

  it('stops whatever the page loads or sends, and nothing leaves', () =>
    withApp({}, async ({ page, start, allow }) => {
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      await page.evaluate(async () => {
        const stopped = new Set<string>();
        Object.assign(window, { stopped });
        document.addEventListener('securitypolicyviolation', ({ blockedURI }) => stopped.add(blockedURI));
        const outside = 'https://outside.invalid/';
        await fetch(outside, { mode: 'no-cors' }).catch(() => undefined);
        await fetch('http://outside.invalid/', { method: 'POST', mode: 'no-cors', body: 'x' }).catch(() => undefined);
        navigator.sendBeacon(`${outside}beacon`, 'x');
        new Image().src = `${outside}image`;
        new WebSocket('wss://outside.invalid/').onerror = () => undefined;
        new EventSource(`${outside}events`).onerror = () => undefined;
        for (const rel of ['prefetch', 'stylesheet', 'preload', 'modulepreload']) {
          document.head.append(
            Object.assign(document.createElement('link'), { rel, href: `${outside}${rel}`, as: 'script' }),
          );
        }
        document.body.append(Object.assign(document.createElement('script'), { src: `${outside}script` }));
      });
      // As text: the test runner would rewrite an import.
      await page.evaluate("import('https://outside.invalid/module').catch(() => undefined)");
      const stopped = () => page.evaluate(() => [...(window as unknown as { stopped: Set<string> }).stopped]);
      await expect.poll(stopped).toEqual(expect.arrayContaining(STOPPED_AND_REPORTED));
    }));

  it('stops workers too', () =>
    withApp({}, async ({ page, start, allow }) => {
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      for (const worker of page.workers()) {
        const outcome = await worker.evaluate(() =>
          fetch('https://outside.invalid/', { mode: 'no-cors' }).then(
            () => 'left',
            () => 'stopped',
          ),
        );
        expect(outcome).toBe('stopped');
      }
      expect(page.workers().length).toBeGreaterThan(0);
    }));

  it('stops the service worker', () =>
    withApp({}, async ({ page, context, start, allow }) => {
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const [worker] = context.serviceWorkers();
      const outcome = await worker!.evaluate(() =>
        fetch('https://outside.invalid/', { mode: 'no-cors' }).then(
          () => 'left',
          () => 'stopped',
        ),
      );
      expect(outcome).toBe('stopped');
    }));
});

/** What Chromium lets out past every policy: for frames and forms the host's name, otherwise all of it. */
const WAYS_PAST_THE_POLICY = [
  /\bRTCPeerConnection\b/,
  /\bwindow\.open\(/,
  /\bcreateElement\((["'`])(iframe|form)\1\)/,
  /\blocation\.(assign|replace)\(/,
];

describe('the built code', () => {
  it('has nothing of what a policy cannot stop', () => {
    const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    const found = scripts.flatMap((name) => {
      const code = readFileSync(join(dist, 'assets', name), 'utf8');
      return WAYS_PAST_THE_POLICY.filter((way) => way.test(code)).map((way) => `${name}: ${way.source}`);
    });
    expect(found).toEqual([]);
  });
});

describe('the service worker', () => {
  it('answers the path of DuckDB’s extensions with 404', () =>
    withApp({}, async ({ page, start, allow }) => {
      allow(/404/);
      await start();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const status = await page.evaluate(
        async () => (await fetch('./duckdb-extensions/v1.5.6/wasm_eh/json.wasm')).status,
      );
      expect(status).toBe(404);
    }));
});

describe('the page “See the proof”', () => {
  it('shows the policy, no request to other origins, and that the browser stops one', () =>
    withApp({}, async ({ page, server, start, allow, screenshot }) => {
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      await page.goto(`${server.address}#/proof`);
      await page.getByTestId('break-out').click();
      await page.getByText('The browser refused before anything left, because of the rule connect-src.').waitFor();
      expect(await page.getByTestId('foreign-count').getAttribute('data-count')).toBe('0');
      await screenshot('proof');
    }));

  it('counts what is asked for inside a worker', () =>
    withApp({}, async ({ page, server, start, allow }) => {
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      await page.goto(`${server.address}#/proof`);
      const own = page.locator('dd.number').nth(2);
      await expect.poll(async () => Number(await own.textContent())).toBeGreaterThan(0);
      for (const worker of page.workers()) {
        const before = Number((await own.textContent())!.replace(/\D/g, ''));
        await worker.evaluate(() => fetch('/icon.svg').then((response) => response.text()));
        await expect.poll(async () => Number((await own.textContent())!.replace(/\D/g, ''))).toBeGreaterThan(before);
      }
      expect(page.workers().length).toBeGreaterThan(1);
      // Stopped in a worker, it is counted as stopped, and not as gone.
      await page.workers()[0]!.evaluate(() => fetch('https://outside.invalid/', { mode: 'no-cors' }).catch(() => 0));
      await expect.poll(() => page.locator('dd.number').nth(1).textContent()).toBe('1');
      expect(await page.getByTestId('foreign-count').getAttribute('data-count')).toBe('0');
    }));

  it('gives a record whose name holds its SHA-256, with everything but names and values', () =>
    withApp({ acceptDownloads: true }, async (app) => {
      const { page, server, start, allow } = app;
      allow(/outside\.invalid|Content Security Policy|Refused to/);
      await start();
      await app.importFiles({ name: 'secret-name.csv', content: 'hidden_column,b\nhidden value,2\nx,3\n' });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.goto(`${server.address}#/proof`);
      await page.getByTestId('break-out').click();
      await page.getByText('The browser refused before anything left').waitFor();
      const waiting = page.waitForEvent('download');
      await page.getByTestId('proof-record').click();
      const file = await waiting;
      const bytes = readFileSync(await file.path());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(file.suggestedFilename()).toBe(`redito-proof-${sha256}.json`);
      expect(await page.getByTestId('proof-hash').textContent()).toBe(sha256);
      const text = bytes.toString('utf8');
      expect(text).not.toMatch(/secret|hidden/);
      const record = JSON.parse(text) as ProofRecord;
      expect(record).toMatchObject({
        requests: { foreign: [] },
        breakOut: { stoppedBy: 'connect-src' },
        tables: [{ rows: 2, columns: 2, hash: expect.stringMatching(/^[0-9a-f]{16}$/) as string }],
      });
      expect(record.requests.threads).toMatchObject({ page: expect.any(Number), engine: expect.any(Number) });
      // The files are those that are served.
      const { files } = record.build as Build;
      expect(files.length).toBeGreaterThan(10);
      for (const { url, hash } of files) {
        expect(
          createHash('sha256')
            .update(readFileSync(join(dist, url)))
            .digest('hex')
            .slice(0, 16),
          url,
        ).toBe(hash);
      }
    }));
});
