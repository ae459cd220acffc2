import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, normalize } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { BROWSER_FLAGS, findBrowser } from './find-browser.mjs';
import { headersFor, readHeaderRules } from './headers.mjs';

const root = join(import.meta.dirname, '../..');
const data = join(root, '../shared/data');
const headers = headersFor(readHeaderRules(join(root, 'public/_headers')), '/*');
const policy = headers['Content-Security-Policy'] ?? '';

/**
 * Modules and workers come under the strict policy. Only the documents of the test runner get a looser one:
 * it starts from inline scripts and shows the tests in a frame.
 */
function runnersDocuments(): Plugin {
  const looser = policy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'; frame-src 'self'");
  return {
    name: 'redito:runners-documents',
    enforce: 'pre',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const destination = request.headers['sec-fetch-dest'];
        if (destination === 'document' || destination === 'iframe') {
          const setHeader = response.setHeader.bind(response);
          response.setHeader = (name, value) =>
            setHeader(name, name.toLowerCase() === 'content-security-policy' ? looser : value);
        }
        next();
      });
    },
  };
}

/** Vite warns once for each of the hundreds of sources that DuckDB's source maps name and its package lacks. */
function withoutSourceMapWarnings(): Plugin {
  return {
    name: 'redito:without-source-map-warnings',
    configResolved({ logger }) {
      const warnOnce = logger.warnOnce.bind(logger);
      logger.warnOnce = (message, options) => {
        if (!message.includes('source file outside its package')) warnOnce(message, options);
      };
    },
  };
}

/** Tests in the browser fetch the public data sets from `/shared-data/…`; 404 without them. */
function sharedData(): Plugin {
  return {
    name: 'redito:shared-data',
    configureServer(server) {
      server.middlewares.use('/shared-data', (request, response) => {
        const path = normalize(decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/'));
        const file = join(data, path);
        if (!existsSync(file) || !statSync(file).isFile()) {
          response.statusCode = 404;
          response.end();
          return;
        }
        response.setHeader('Content-Length', statSync(file).size);
        response.setHeader('Content-Type', 'application/octet-stream');
        createReadStream(file).pipe(response);
      });
    },
  };
}

/**
 * Every library our files import. Vite bundles them beforehand: one that is found in the middle of a run would reload the page
 * under test, and what workers import is not seen from the tests.
 */
function librariesImported(...folders: string[]): string[] {
  const statement =
    /^\s*(?:import|export)\s(?!type\b)[^'"`;]*['"]([^.'"][^'"]*)['"]|\bimport\(\s*['"]([^.'"][^'"]*)['"]/gm;
  const files = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const found = files.flatMap((text) => [...text.matchAll(statement)].map(([, from, lazy]) => from ?? lazy ?? ''));
  const notBundled = /^(node:|svelte|vitest|parquet-wasm|@duckdb\/node|@fontsource)|[?]|\.(css|wasm)$/;
  const isInstalled = (name: string) =>
    existsSync(join(root, 'node_modules', /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '-'));
  const bundled = found.filter((name) => name && !notBundled.test(name) && isInstalled(name));
  return [...new Set(bundled)].sort();
}

const shared = {
  root,
  cacheDir: join(root, '.cache/vite-test'),
  publicDir: join(root, 'public'),
};

const svelteCompiler = () => svelte({ configFile: join(root, 'svelte.config.js') });

function inNode(name: string, include: string[], timeout: number): TestProjectInlineConfiguration {
  return {
    ...shared,
    plugins: [svelteCompiler()],
    test: {
      name,
      root,
      include,
      environment: 'node',
      setupFiles: [join(root, 'tests/run/bound-properties.ts')],
      // By itself the runner leaves a core free, which is half of a small machine.
      maxWorkers: Math.max(1, availableParallelism()),
      testTimeout: timeout,
      hookTimeout: timeout,
    },
  };
}

/** Tests of the built app: it is built first, and they share the machine with nobody. */
function withBuild(project: TestProjectInlineConfiguration): TestProjectInlineConfiguration {
  const globalSetup = [join(root, 'tests/e2e/harness/global-setup.ts')];
  // Asks of a page that reloads take seconds on a busy machine, and the runner's one second leaves no second look.
  const expect = { poll: { timeout: 30_000, interval: 100 } };
  return { ...project, test: { ...project.test, globalSetup, expect, fileParallelism: false } };
}

function inBrowser(name: string, include: string[], timeout: number): TestProjectInlineConfiguration {
  return {
    ...shared,
    cacheDir: join(root, `.cache/vite-test-${name}`),
    plugins: [runnersDocuments(), sharedData(), withoutSourceMapWarnings(), svelteCompiler()],
    worker: { format: 'es' },
    server: { headers },
    optimizeDeps: {
      include: librariesImported('src', 'tests/browser', 'tests/reality'),
      // Finds its WASM beside itself.
      exclude: ['parquet-wasm'],
    },
    test: {
      name,
      root,
      include,
      testTimeout: timeout,
      hookTimeout: timeout,
      fileParallelism: false,
      expect: { poll: { timeout: 10_000 } },
      env: { REDITO_REALITY: process.env.REDITO_REALITY ?? '' },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        api: { host: 'localhost' },
        provider: playwright({ launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS } }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  root,
  cacheDir: join(root, '.cache/vite-test'),
  test: {
    root,
    projects: [
      inNode('unit', ['tests/unit/**/*.test.ts'], 30_000),
      inBrowser('browser', ['tests/browser/**/*.test.ts'], 60_000),
      inNode('reality', ['tests/reality/*.test.ts', 'tests/reality/!(app|browser)/**/*.test.ts'], 300_000),
      withBuild(inNode('reality-app', ['tests/reality/app/**/*.test.ts'], 4 * 3_600_000)),
      inBrowser('reality-browser', ['tests/reality/browser/**/*.test.ts'], 300_000),
      inNode('simulate', ['tests/simulate/**/*.test.ts'], 3_600_000),
      withBuild(inNode('fuzz', ['tests/fuzz/**/*.test.ts'], 4 * 3_600_000)),
      withBuild(inNode('e2e', ['tests/e2e/**/*.test.ts'], 180_000)),
    ],
  },
});
