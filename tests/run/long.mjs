import { ensureBuilt, ensureInstalled, isNodeRecent, root, runNode } from './prepare.mjs';
import { findOrInstallBrowser } from './find-browser.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * npm run reality           every file of the corpora in ../shared/data, and the workbooks against LibreOffice
 * npm run fuzz [-- <cases>]  files changed at random, 10,000 of them
 * What `npm test` has time for is a part of each.
 */

if (!isNodeRecent() || !ensureInstalled() || !(await ensureBuilt())) process.exit(1);

const browser = findOrInstallBrowser();

async function vitest(project, environment) {
  const parameters = ['node_modules/vitest/vitest.mjs', 'run', '--config=tests/run/vitest.config.ts'];
  const status = await runNode([...parameters, `--project=${project}`], { REDITO_BROWSER: browser, ...environment });
  return status === 0;
}

async function reality() {
  if (!existsSync(join(root, '../shared/data'))) {
    console.log('reality: skipped, there is no ../shared/data here.');
    return true;
  }
  const results = [];
  for (const project of ['reality', 'reality-browser', 'reality-app']) {
    results.push(await vitest(project, { REDITO_REALITY: 'whole' }));
  }
  const { spreadsheets } = await import('../reality/import/spreadsheets/run.mjs');
  results.push(await spreadsheets());
  return results.every(Boolean);
}

const [what, cases = '10000'] = process.argv.slice(2);
const isGood = what === 'fuzz' ? await vitest('fuzz', { REDITO_FUZZ: cases }) : await reality();
process.exit(isGood ? 0 : 1);
