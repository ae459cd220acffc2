import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, defineConfig, type Plugin } from 'vite';
import { headersFor, readHeaderRules } from './tests/run/headers.mjs';

const root = import.meta.dirname;
const securityHeaders = headersFor(readHeaderRules(join(root, 'public/_headers')), '/*');
const policy = securityHeaders['Content-Security-Policy'] ?? '';

/** For hosts that send no headers. A `<meta>` cannot say frame-ancestors; in development the page is left to the headers. */
function policyInPage(): Plugin {
  const content = policy.replace(/;\s*frame-ancestors[^;]*/, '');
  return {
    name: 'redito:policy-in-page',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

const NOT_PRECACHED = new Set(['_headers', 'service-worker.js']);

function shortHash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** Every file of the build as the service worker stores it: address and content hash. */
function listBuild(directory: string): { url: string; hash: string }[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      url: relative(directory, file).split(sep).join('/'),
      hash: shortHash(readFileSync(file)),
    }))
    .filter(({ url }) => !NOT_PRECACHED.has(url))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Builds `src/service-worker.ts` once everything else is written, with the list of what there is to store. */
function serviceWorker(): Plugin {
  let outDir = '';
  return {
    name: 'redito:service-worker',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = listBuild(outDir);
        await build({
          root,
          configFile: false,
          logLevel: 'warn',
          define: {
            __FILES__: JSON.stringify(files),
            __BUILD__: JSON.stringify(shortHash(JSON.stringify([files, securityHeaders]))),
            __SECURITY_HEADERS__: JSON.stringify(securityHeaders),
          },
          build: {
            target: TARGET,
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            lib: {
              entry: join(root, 'src/service-worker.ts'),
              formats: ['iife'],
              name: 'serviceWorker',
              fileName: () => 'service-worker.js',
            },
          },
        });
      },
    },
  };
}

/** How long plugins take is nothing to warn of. */
const checks = { pluginTimings: false };

const TARGET = ['chrome120', 'edge120', 'firefox128', 'safari17.4'];

export default defineConfig({
  root,
  // Relative addresses: the build can stand in any folder of a static host.
  base: './',
  // Without a fallback page an unknown address is a 404, as DuckDB needs it for its extensions.
  appType: 'mpa',
  cacheDir: join(root, '.cache/vite'),
  plugins: [svelte({ configFile: join(root, 'svelte.config.js') }), policyInPage(), serviceWorker()],
  worker: { format: 'es', rolldownOptions: { checks } },
  build: {
    target: TARGET,
    // A font or an image as data: in CSS would need a weaker policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  server: { host: 'localhost', headers: securityHeaders },
  preview: { host: 'localhost', headers: securityHeaders },
});
