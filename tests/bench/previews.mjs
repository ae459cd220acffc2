import { createWriteStream, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { writeXlsx } from 'hucre';
import { withApp } from './app.mjs';
import { folder } from './data.mjs';
import { median, seconds } from './median.mjs';

const RUNS = 3;
const RECORDS = 2_000_000;
const SHEET_ROWS = 300_000;

/** How long the first rows of a large file take to be seen, as the dialog before the import shows them, against the import. */
export async function previews() {
  const files = { 'a list of 2,000,000 JSON records': await jsonFile(), 'a sheet of 300,000 rows': await sheetFile() };
  const lines = [];
  for (const [name, file] of Object.entries(files)) {
    const times = await withApp(async (app) => {
      const looks = [];
      for (let run = 0; run <= RUNS; run += 1) looks.push(await lookAt(app, file));
      return { looks: looks.slice(1), whole: await app.importFile(file) };
    });
    lines.push({
      name: `the first rows of ${name}`,
      text: seconds(median(times.looks)),
      target: '',
      met: false,
      detail: `${times.looks.map(seconds).join(', ')}; all of it comes in in ${seconds(times.whole)}`,
    });
  }
  return lines;
}

/** As a person does it who looks before: from the drop until rows are there. @returns milliseconds */
async function lookAt({ page, open, dropFile }, file) {
  await open();
  await page.reload();
  await page.evaluate('redito.ready');
  await page.locator('main .before input').check();
  const started = performance.now();
  await dropFile(file);
  await page.getByRole('dialog').getByRole('row').nth(3).waitFor();
  return performance.now() - started;
}

async function jsonFile() {
  const file = join(folder, 'records.json');
  if (existsSync(file)) return file;
  const out = createWriteStream(`${file}.part`);
  out.write('[');
  for (let i = 0; i < RECORDS; i += 1) {
    const record = JSON.stringify({
      order_id: i,
      customer_id: `C${i % 99991}`,
      amount: (i % 9973) / 100,
      town: 'Bogotá',
    });
    if (!out.write(i === 0 ? record : `,\n${record}`)) await new Promise((resolve) => out.once('drain', resolve));
  }
  out.end(']');
  await finished(out);
  renameSync(`${file}.part`, file);
  return file;
}

async function sheetFile() {
  const file = join(folder, 'sheet.xlsx');
  if (existsSync(file)) return file;
  const rows = Array.from({ length: SHEET_ROWS }, (_, i) => [i, `C${i % 9973}`, (i % 9973) / 100]);
  const bytes = await writeXlsx({
    sheets: [{ name: 'Orders', rows: [['order_id', 'customer_id', 'amount'], ...rows] }],
  });
  writeFileSync(file, bytes);
  return file;
}
