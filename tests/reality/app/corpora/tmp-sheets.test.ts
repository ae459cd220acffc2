import { appendFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { closeBrowser } from '../../../e2e/harness/app.ts';
import { corpusFiles } from './corpus.ts';
import { readFiles } from './read-files.ts';
afterAll(closeBrowser);
it('sheets', async () => {
  const files = corpusFiles().filter((f) => f.startsWith('import_sheetjs') && !/\.(csv|txt|prn|md)$/i.test(f));
  writeFileSync('/tmp/sheets/app.jsonl', '');
  const readings = await readFiles(files, undefined, (r) => appendFileSync('/tmp/sheets/app.jsonl', JSON.stringify(r) + '\n'));
  expect(readings.filter((r) => r.outcome === 'hangs' || r.outcome === 'dead' || !r.isSound || r.refused.some((x) => x.code === 'unexpected'))).toEqual([]);
}, 1_500_000);
