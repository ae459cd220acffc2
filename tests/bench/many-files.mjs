import { withApp } from './app.mjs';
import { processorTime } from './browser-processes.mjs';
import { median, seconds } from './median.mjs';
import { makePieces, makeTexts } from './texts.mjs';

const RUNS = 3;
const LIMIT = 2;

/** Bringing in 100 files of 1 MB at once, against one that holds their rows. */
export async function manyFiles() {
  const plain = (await makeTexts())['utf-8'];
  const pieces = makePieces(plain);
  const one = [];
  const many = [];
  const used = new Map([
    [one, []],
    [many, []],
  ]);
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [times, file] of [
      [one, plain],
      [many, pieces],
    ]) {
      const [time, processor] = await withApp(async (app) => {
        await app.open();
        const before = processorTime(app.profile);
        return [await app.importFile(file), processorTime(app.profile) - before];
      });
      // The first run fills the caches of the disk.
      if (run === 0) continue;
      times.push(time);
      used.get(times).push(processor);
    }
  }
  const ratios = many.map((time, run) => time / one[run]);
  return [
    {
      name: '100 files of 1 MB against one of 100 MB',
      text: `${median(ratios).toFixed(2)} ×`,
      target: `≤ ${LIMIT} ×`,
      met: median(ratios) <= LIMIT,
      detail: `run by run ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; ${many.map(seconds).join(', ')} against ${one.map(seconds).join(', ')}; processor time of the whole browser ${(median(used.get(many)) / median(used.get(one))).toFixed(2)} ×`,
    },
  ];
}
