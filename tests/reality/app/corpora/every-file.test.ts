import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../../e2e/harness/app.ts';
import { root } from '../../../run/prepare.mjs';
import { corpusFiles, groupBy, isThere, isWhole, nativeReadings, stratified } from './corpus.ts';
import { printTable, readFiles, type Reading } from './read-files.ts';
import { REASONS } from './reasons.ts';

const SAMPLED = 200;
/** What became of each file, a line each, for those who want to look closer. */
const kept = join(root, '.cache/corpora.jsonl');

describe.skipIf(!isThere)('every file of the corpora', () => {
  let readings: Reading[];

  beforeAll(async () => {
    const files = isWhole ? corpusFiles() : stratified(corpusFiles(), SAMPLED);
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(kept, '');
    // Native DuckDB keeps objects in a column of their own.
    const options = (file: string) => (/json/i.test(file) ? ({ nested: 'text' } as const) : undefined);
    readings = await readFiles(files, options, (reading) => appendFileSync(kept, `${JSON.stringify(reading)}\n`));
    printOutcomes(readings, Math.max(...readings.map(({ ms }) => ms)));
  });

  afterAll(closeBrowser);

  it('is read or refused with a reason and a hint, within 30 s, and the page and the workspace go on', () => {
    const bad = readings.filter(({ outcome, isSound, refused }) => {
      const isTold = refused.every(({ code, message, hint }) => code !== 'unexpected' && message && hint);
      return outcome === 'hangs' || outcome === 'dead' || !isSound || !isTold;
    });
    expect(bad).toEqual([]);
  });

  it('has as many rows and columns as native DuckDB reads, unless there is a reason', () => {
    const byFile = new Map(readings.map((reading) => [reading.file, reading]));
    const compared = nativeReadings().filter(
      ({ file, isRead, rows, columns }) =>
        isRead &&
        rows >= 2 &&
        columns >= 2 &&
        file.startsWith('import_') &&
        !file.includes('/afl/') &&
        byFile.has(file),
    );
    const others = compared.filter(({ file, rows, columns }) => {
      const [table] = byFile.get(file)!.tables;
      return table?.rows !== rows || table.columns.length !== columns;
    });
    const share = 1 - others.length / compared.length;
    printTable(`Rows and columns as native DuckDB: ${compared.length - others.length} of ${compared.length}`, [
      ['file', 'native', 'here', 'reason'],
      ...others.map(({ file, rows, columns }) => {
        const { tables, refused } = byFile.get(file)!;
        const here = tables[0] ? `${tables[0].rows} × ${tables[0].columns.length}` : `${refused[0]?.code}`;
        return [file, `${rows} × ${columns}`, here, REASONS[file] ?? '?'];
      }),
    ]);
    expect(others.filter(({ file }) => !(file in REASONS)).map(({ file }) => file)).toEqual([]);
    // A part of them has more of the rare ones: a file of each kind.
    if (isWhole) expect(share).toBeGreaterThanOrEqual(0.95);
  });
});

function printOutcomes(all: readonly Reading[], slowest: number): void {
  const folders = groupBy(all, ({ file }) => file.split('/')[0]!);
  const count = (some: readonly Reading[], what: Reading['outcome']): number =>
    some.filter(({ outcome }) => outcome === what).length;
  const line = (name: string, some: readonly Reading[]): (string | number)[] => [
    name,
    some.length,
    ...(['loaded', 'refused', 'hangs', 'dead'] as const).map((what) => count(some, what)),
    some.filter(({ isSound }) => !isSound).length,
  ];
  printTable(`Files of the corpora (slowest ${(slowest / 1000).toFixed(1)} s)`, [
    ['corpus', 'files', 'loaded', 'refused', 'hangs', 'dead', 'poisoned'],
    ...[...folders].map(([folder, some]) => line(folder, some)),
    line('all', all),
  ]);
  const codes = groupBy(
    all.flatMap(({ refused }) => refused.map(({ code }) => code)),
    (code) => code,
  );
  printTable('Refused', [
    ['code', 'files'],
    ...[...codes].map(([code, some]) => [code, some.length]).sort((a, b) => Number(b[1]) - Number(a[1])),
  ]);
}
