import { withApp } from './app.mjs';
import { median, seconds } from './median.mjs';
import { makeTexts } from './texts.mjs';

const RUNS = 5;
const LIMIT = 1.6;

/** Storing the same rows as UTF-8, which the database reads by itself, and in encodings that have to be rewritten for it. */
export async function encodings() {
  const texts = await makeTexts();
  const times = { 'utf-8': [], 'windows-1252': [], 'utf-16le': [] };
  for (let run = 0; run <= RUNS; run += 1) {
    for (const encoding of Object.keys(times)) {
      const time = await withApp(async (app) => {
        await app.open();
        return app.importFile(texts[encoding]);
      });
      // The first run fills the caches of the disk.
      if (run > 0) times[encoding].push(time);
    }
  }
  const { 'utf-8': plain, ...others } = times;
  return Object.entries(others).map(([encoding, rewritten]) => {
    const ratios = rewritten.map((time, run) => time / plain[run]);
    return {
      name: `storing 100 MB of CSV in ${encoding} against UTF-8`,
      text: `${median(ratios).toFixed(2)} ×`,
      target: `≤ ${LIMIT} ×`,
      met: median(ratios) <= LIMIT,
      detail: `run by run ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}; ${rewritten.map(seconds).join(', ')} against ${plain.map(seconds).join(', ')}`,
    };
  });
}
