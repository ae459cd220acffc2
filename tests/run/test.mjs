import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBuilt, ensureInstalled, isNodeRecent, root, runNode } from './prepare.mjs';
import { findOrInstallBrowser } from './find-browser.mjs';

const results = join(root, '.cache/test-results');

/** A step that either holds or not counts as one test. */
async function step(name, run) {
  announce(name);
  const passed = await run();
  return { name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

const tool =
  (...parameters) =>
  async () =>
    (await runNode(parameters)) === 0;

/** The longest takes 15 minutes, and twice that on a slow machine; one that hangs is to say so and let the others run. */
const SUITE_MINUTES = 50;

/** Counts come from the reporter's file; a suite that ends badly without a failed test has crashed, and that is a failure. */
async function suite(name, project, ...selection) {
  announce(name);
  const report = join(results, `${name}.json`);
  const status = await runNode(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config=tests/run/vitest.config.ts',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...selection,
    ],
    { REDITO_BROWSER: browser },
    { minutes: SUITE_MINUTES },
  );
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = counts;
  const crashed = status !== 0 && numFailedTests === 0;
  return {
    name: crashed ? `${name} (crashed)` : name,
    passed: numPassedTests,
    failed: numFailedTests + (crashed ? 1 : 0),
    skipped: numPendingTests + numTodoTests,
    failures: failuresOf(counts),
  };
}

/** `<file> > <test>: <first lines of its message>`, for the end of the output, which is all that some hosts keep. */
function failuresOf({ testResults = [] }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${file}: ${headOf(message)}`];
    return failed.map((test) => `${file} > ${test.fullName}: ${headOf(test.failureMessages.join('\n'))}`);
  });
}

function headOf(message) {
  const isOurs = (line) => !/^\s+at .*(node_modules|<anonymous>)/.test(line);
  return stripVTControlCharacters(message).split('\n').filter(isOurs).slice(0, 12).join('\n    ').slice(0, 1500);
}

function announce(name) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(2, 60 - name.length))}`);
}

function sum(outcomes, field) {
  return outcomes.reduce((total, outcome) => total + outcome[field], 0);
}

/** Nothing can be run: that is one failure, said as the last line says it. */
function giveUp(reason) {
  if (reason) console.error(reason);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}

function browserOrGiveUp() {
  try {
    return findOrInstallBrowser();
  } catch (error) {
    return giveUp(error.message);
  }
}

if (!isNodeRecent() || !ensureInstalled()) giveUp();
const browser = browserOrGiveUp();
console.log(`Browser: ${browser}`);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

// Each keeps one core busy, and prints little when all is well.
const outcomes = await Promise.all([
  step(
    'lint',
    tool('node_modules/eslint/bin/eslint.js', '--config=tests/run/eslint.config.js', '--max-warnings=0', '.'),
  ),
  step(
    'format',
    tool(
      'node_modules/prettier/bin/prettier.cjs',
      '--config=tests/run/prettier.json',
      '--ignore-path=tests/run/prettierignore',
      '--log-level=warn',
      '--check',
      '.',
    ),
  ),
  step(
    'types',
    tool(
      'node_modules/svelte-check/bin/svelte-check',
      '--tsconfig=./tsconfig.json',
      '--fail-on-warnings',
      '--output=human',
    ),
  ),
]);
outcomes.push(
  await suite('architecture', 'unit', 'tests/unit/architecture'),
  await suite('unit', 'unit', '--exclude=tests/unit/architecture*'),
  await suite('browser', 'browser'),
  await step('build', ensureBuilt),
  await suite('e2e', 'e2e'),
  await suite('fuzz', 'fuzz'),
);
if (existsSync(join(root, '../shared/data'))) {
  outcomes.push(await suite('reality', 'reality'));
  for (const part of ['browser', 'app']) {
    if (existsSync(join(root, 'tests/reality', part))) outcomes.push(await suite(`reality-${part}`, `reality-${part}`));
  }
} else {
  console.log('\nreality: skipped, there is no ../shared/data here.');
}

announce('all suites');
for (const { name, passed, failed, skipped } of outcomes) {
  const mark = failed ? '✗' : '✓';
  console.log(`${mark} ${name.padEnd(24)} ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
for (const failure of outcomes.flatMap(({ failures = [] }) => failures)) console.log(`\nFAILED ${failure}`);
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((field) => sum(outcomes, field));
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
