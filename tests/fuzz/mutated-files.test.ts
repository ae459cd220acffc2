import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser, withApp, type App } from '../e2e/harness/app.ts';
import { root } from '../run/prepare.mjs';
import { chanceOf, mutated } from './mutate.ts';

afterAll(closeBrowser);

/** `npm run fuzz` asks for more of them than `npm test`. */
const CASES = Number(process.env.REDITO_FUZZ ?? 300);
const FILES_AT_ONCE = 15;
/** The page starts anew after so many files, so that none comes in beside hundreds of tables. */
const FILES_PER_PAGE = 60;
const LONGEST_MS = 30_000 * FILES_AT_ONCE;

interface Seedling {
  name: string;
  bytes: Uint8Array;
}

const csv = [
  'id;cliente;fecha;importe;nota',
  ...Array.from({ length: 60 }, (_, i) => `${i};C${i % 9};0${1 + (i % 9)}/02/2024;${i}.234,50 €;"dijo ""sí"", ${i}"`),
  'Total;;;3.000,00 €;',
].join('\r\n');
const records = Array.from({ length: 40 }, (_, i) => ({
  id: i,
  who: { name: `n${i}`, tags: ['a', i] },
  at: '2024-01-02',
}));

async function seedlings(app: App): Promise<Seedling[]> {
  const workbook = await writeXlsx({
    sheets: [
      { name: 'Hoja', rows: [['id', 'fecha', 'importe'], ...records.map(({ id }) => [id, new Date(0), id / 4])] },
    ],
  });
  await app.importFiles({ name: 'kept.csv', content: csv });
  const saved = await app.run(async (redito) => [...new Uint8Array(await (await redito.save()).arrayBuffer())]);
  return [
    { name: 'ventas.csv', bytes: Buffer.from(csv, 'latin1') },
    { name: 'wide.csv', bytes: Buffer.from(`\uFEFF${csv}`, 'utf16le') },
    { name: 'records.json', bytes: strToU8(JSON.stringify(records)) },
    { name: 'lines.ndjson', bytes: strToU8(records.map((record) => JSON.stringify(record)).join('\n')) },
    { name: 'book.xlsx', bytes: workbook },
    { name: 'types.parquet', bytes: readFileSync(join(root, 'tests/fixtures/files/types.parquet')) },
    { name: 'types.arrow', bytes: readFileSync(join(root, 'tests/fixtures/files/arrow/types.arrow')) },
    { name: 'packed.csv.gz', bytes: gzipSync(csv) },
    { name: 'many.zip', bytes: zipSync({ 'a/ventas.csv': strToU8(csv), 'b.json': strToU8(JSON.stringify(records)) }) },
    { name: 'all.redito', bytes: new Uint8Array(saved) },
  ];
}

/** Runs in the page: what became of each file, and whether the workspace goes on. */
async function bringHeld(redito: Window['redito']): Promise<{ ended: string[]; untold: string[]; tables: number }> {
  const files = [...document.querySelector<HTMLInputElement>('#held-by-test')!.files!];
  const ended: string[] = [];
  const untold: string[] = [];
  const told = (file: string, code: unknown, message: string, hint: unknown): void => {
    ended.push(String(code));
    if (!code || code === 'unexpected' || !message || !hint) untold.push(`${file}: ${String(code)} ${message}`);
  };
  for (const file of files) {
    if (file.name.endsWith('.redito')) {
      await redito.open(file).then(
        () => ended.push('opened'),
        (error: Error & { code?: string; hint?: string }) => told(file.name, error.code, error.message, error.hint),
      );
    } else {
      const { tables, refused } = await redito.import([file]);
      tables.forEach(() => ended.push('loaded'));
      refused.forEach(({ code, message, hint }) => told(file.name, code, message, hint));
    }
    const { rows } = await redito.query('SELECT 41 + 1');
    if (rows[0]![0] !== 42) untold.push(`${file.name}: the workspace does not answer`);
  }
  return { ended, untold, tables: (await redito.tables()).length };
}

describe('files that were changed at random', () => {
  it(`are read or refused in words, and the workspace goes on (${CASES} cases)`, async () => {
    const outcomes = new Map<string, Map<string, number>>();
    const untold: string[] = [];
    for (let done = 0; done < CASES;) {
      await withApp({}, async (app) => {
        // A module that traps in a worker of its own is told as a refusal; the browser writes it down as well.
        app.allow(/^console:/);
        await app.start();
        const seeds = await seedlings(app);
        const end = Math.min(CASES, done + FILES_PER_PAGE);
        while (done < end) {
          const some = Array.from({ length: Math.min(FILES_AT_ONCE, end - done) }, (_, i) => {
            const { name, bytes } = seeds[(done + i) % seeds.length]!;
            return { name: `${done + i}-${name}`, content: mutated(bytes, chanceOf(done + i)) };
          });
          await app.holdFiles(...some);
          const result = await inTime(app.run(bringHeld), `cases ${done} to ${done + some.length - 1}`);
          untold.push(...result.untold);
          const kinds = some.map(({ name }) => name.replace(/^\d+-/, ''));
          if (result.ended.length === kinds.length) kinds.forEach((kind, i) => count(outcomes, kind, result.ended[i]!));
          else result.ended.forEach((code) => count(outcomes, 'with archives', code));
          done += some.length;
        }
      });
    }
    console.log(
      [...outcomes]
        .map(([kind, codes]) => `${kind}: ${[...codes].map((pair) => pair.join(' ')).join(', ')}`)
        .join('\n'),
    );
    expect(untold).toEqual([]);
    expect([...outcomes.values()].some((codes) => codes.has('loaded'))).toBe(true);
  });
});

function count(outcomes: Map<string, Map<string, number>>, kind: string, code: string): void {
  const codes = outcomes.get(kind) ?? new Map<string, number>();
  codes.set(code, (codes.get(code) ?? 0) + 1);
  outcomes.set(kind, codes);
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hang`)), LONGEST_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
