import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  chromium,
  errors,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import type { Redito } from '../../../src/app/scripting.ts';
import { BROWSER_FLAGS, findOrInstallBrowser } from '../../run/find-browser.mjs';
import { dist, root } from '../../run/prepare.mjs';
import { serve, type Served } from '../../run/serve.mjs';
import { startRecorder } from './recorder.ts';

const screens = join(root, '.cache/screens');

/** A file on the disk, or one made here. */
export type TestFile = string | { name: string; content: string | Uint8Array };

export interface App {
  page: Page;
  context: BrowserContext;
  server: Served;
  /** Goes to the app and waits until work can start. */
  start(): Promise<void>;
  /** Runs in the page, with `window.redito` and an argument that is plain data. */
  run<T, A = undefined>(work: (redito: Redito, argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Through the interface for scripts. */
  importFiles(...files: TestFile[]): ReturnType<Redito['import']>;
  /** `importFiles` in two steps: what happens to a file between being chosen and being read. */
  holdFiles(...files: TestFile[]): Promise<void>;
  importHeld(): ReturnType<Redito['import']>;
  /** As a person does it; resolves once the drop has happened. */
  dropFiles(...files: TestFile[]): Promise<void>;
  screenshot(name: string): Promise<void>;
  /** Takes back a problem that the test brings about on purpose. */
  allow(problem: RegExp): void;
}

export interface AppOptions extends BrowserContextOptions {
  /** Folder under which the build is served. */
  base?: string;
  /** Folder of the build, if it is not `dist`. */
  build?: string;
  /** With a profile on the disk: a private one keeps its storage in memory and has no quota. */
  onDisk?: boolean;
}

let browser: Promise<Browser> | undefined;

const launching = () => ({ executablePath: findOrInstallBrowser(), args: BROWSER_FLAGS });

function launch(): Promise<Browser> {
  browser ??= chromium.launch(launching());
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/**
 * The built app in a fresh browser profile on a server of its own. Fails when anything wanted to leave the origin, when the policy
 * was violated, and for every error of the page or in its console that was not allowed.
 */
export async function withApp(options: AppOptions, body: (app: App) => Promise<void>): Promise<void> {
  const { base = '/', build = dist, onDisk = false, ...contextOptions } = options;
  const [server, recorder] = await Promise.all([serve(build, { base }), startRecorder()]);
  const profile = onDisk ? mkdtempSync(join(tmpdir(), 'redito-profile-')) : undefined;
  const settings = {
    viewport: { width: 1500, height: 960 },
    locale: 'en-GB',
    ...contextOptions,
  };
  const proxy = { server: recorder.address, bypass: new URL(server.address).host };
  const context = profile
    ? await chromium.launchPersistentContext(profile, { ...launching(), ...settings })
    : await (await launch()).newContext({ ...settings, proxy });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const problems = watch(context, page, server.address);
  await context.addInitScript(tellViolations);
  const allowed: RegExp[] = [];
  try {
    await body(appOf(page, context, server, allowed));
    const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
    expect(unexpected, 'problems in the page').toEqual([]);
    expect(recorder.seen, 'requests that left').toEqual([]);
  } catch (error) {
    await capture(page, `failed-${expect.getState().currentTestName ?? 'test'}`).catch(() => undefined);
    if (problems.length > 0) console.error(`Problems in the page:\n${problems.join('\n')}`);
    throw error;
  } finally {
    await context.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
    await Promise.all([server.close(), recorder.close()]);
  }
}

function watch(context: BrowserContext, page: Page, address: string): string[] {
  const problems: string[] = [];
  const origin = new URL(address).origin;
  context.on('request', (request) => {
    const url = new URL(request.url());
    const held = ['data:', 'blob:'].includes(url.protocol);
    if (!held && url.origin !== origin) problems.push(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.stack ?? error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('crash', () => problems.push('the page crashed'));
  return problems;
}

/** Runs in every page before its own scripts: what the policy stops there, or in a worker, is an error. */
function tellViolations(): void {
  const tell = (where: string, uri: string, directive: string): void =>
    console.error(`violation of the Content Security Policy in ${where}: ${directive} ${uri}`);
  document.addEventListener('securitypolicyviolation', (event) =>
    tell('the page', event.blockedURI, event.effectiveDirective),
  );
  new BroadcastChannel('redito-requests').addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const told = data as { thread?: string; blocked?: { url: string; directive: string }[] };
    for (const { url, directive } of told.blocked ?? []) tell(String(told.thread), url, directive);
  });
}

function appOf(page: Page, context: BrowserContext, server: Served, allowed: RegExp[]): App {
  const run: App['run'] = async (work, argument) => {
    // After a link to another address the page stands before its scripts have run.
    await page.waitForFunction(() => 'redito' in window, undefined, { polling: 50 });
    return page.evaluate(`(${work.toString()})(window.redito, ${JSON.stringify(argument ?? null)})`);
  };
  const importHeld = (): ReturnType<Redito['import']> =>
    run((redito) => redito.import([...document.querySelector<HTMLInputElement>('#held-by-test')!.files!]));
  return {
    page,
    context,
    server,
    run,
    async start() {
      await page.goto(server.address);
      await run((redito) => redito.ready);
    },
    async importFiles(...files) {
      await hold(page, files);
      return importHeld();
    },
    holdFiles: (...files) => hold(page, files),
    importHeld,
    async dropFiles(...files) {
      await hold(page, files);
      await page.evaluate(dropHeld);
    },
    screenshot: (name) => capture(page, name),
    allow: (problem) => void allowed.push(problem),
  };
}

/** Puts files into an input of the test's own: so they reach the page as files of the disk do. */
async function hold(page: Page, files: readonly TestFile[]): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('#held-by-test')?.remove();
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'held-by-test' });
    input.hidden = true;
    document.body.append(input);
  });
  const input = page.locator('#held-by-test');
  if (files.every((file) => typeof file === 'string')) return input.setInputFiles(files);
  await input.setInputFiles(
    files.map((file) => {
      if (typeof file === 'string')
        throw new RangeError(`${basename(file)}: files of the disk and made ones do not mix`);
      return { name: file.name, mimeType: '', buffer: Buffer.from(file.content) };
    }),
  );
}

function dropHeld(): void {
  const { files } = document.querySelector<HTMLInputElement>('#held-by-test')!;
  const dataTransfer = new DataTransfer();
  for (const file of files!) dataTransfer.items.add(file);
  const target = document.querySelector('main') ?? document.body;
  for (const type of ['dragenter', 'dragover', 'drop']) {
    target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
}

/**
 * For people to look at, no test reads it. On a machine with much else to do the browser now and then does not come to drawing one;
 * what the page itself fails to do shows in the next thing that is waited for.
 */
export async function capture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  mkdirSync(screens, { recursive: true });
  try {
    const path = join(screens, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 120)}.png`);
    await page.screenshot({ path, fullPage });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    console.warn(`No picture of ${name}: ${error.message}`);
  }
}
