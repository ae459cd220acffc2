import { cpus } from 'node:os';
import { ensureBuilt, ensureInstalled, isNodeRecent } from './prepare.mjs';

if (!isNodeRecent() || !ensureInstalled() || !(await ensureBuilt())) process.exit(1);

const { makeFiles } = await import('../bench/data.mjs');
const { cohorts } = await import('../bench/cohorts.mjs');
const { encodings } = await import('../bench/encodings.mjs');
const { longestTasks } = await import('../bench/main-thread.mjs');
const { largeCsv, largeParquet } = await import('../bench/memory.mjs');
const { manyFiles } = await import('../bench/many-files.mjs');
const { demoSteps, sampleOpening } = await import('../bench/sample.mjs');
const { previews } = await import('../bench/previews.mjs');
const { quality } = await import('../bench/quality.mjs');
const { scriptSize, warmStart } = await import('../bench/start.mjs');
const { storeCsv, storeParquet } = await import('../bench/store.mjs');

const benchmarks = {
  scriptSize,
  warmStart,
  sampleOpening,
  demoSteps,
  storeCsv,
  storeParquet,
  encodings,
  manyFiles,
  previews,
  largeCsv,
  largeParquet,
  cohorts,
  longestTasks,
  quality,
};
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(1);
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores. Making the files.`);
const files = await makeFiles();
let failed = false;
for (const [name, measure] of Object.entries(benchmarks)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  try {
    for (const { name: what, text, target, met, detail } of await measure(files)) {
      const mark = target ? (met ? '✓' : '✗') : '·';
      console.log(`${mark} ${what.padEnd(60)} ${text.padStart(12)}  ${target}`);
      if (detail) console.log(`    ${detail}`);
    }
  } catch (error) {
    failed = true;
    console.log(`✗ ${name} could not be measured: ${error.stack}`);
  }
}
// A missed target is for people to judge on a quiet machine; only what could not be measured is an error.
process.exit(failed ? 1 : 0);
