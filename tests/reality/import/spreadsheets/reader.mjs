import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export const root = join(import.meta.dirname, '../../../..');
export const cache = join(root, '.cache/reality/spreadsheets');

/** The reader of workbooks as it runs in the browser's worker, made into one module that Node can load. */
export async function loadReader() {
  mkdirSync(cache, { recursive: true });
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'tests/reality/import/spreadsheets/reader-entry.ts'),
      outDir: join(cache, 'reader'),
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return import(`${pathToFileURL(join(cache, 'reader/reader-entry.js')).href}?${process.hrtime.bigint()}`);
}
