import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import nativeUrl from '../../fixtures/files/native-values.json?url';
import { toErrorData } from '../../../src/core/errors.ts';
import type { FileOptions } from '../../../src/core/file-options.ts';
import { identifier, join, sql } from '../../../src/database/sql.ts';
import { en } from '../../../src/i18n/en.ts';
import type { ImportedTable } from '../../../src/workbench/contract.ts';
import { Importer, sharedFile } from '../../fixtures/files/importer.ts';

interface NativeTable {
  rows: number;
  columns: [name: string, type: string, md5: string | null][];
}

interface Baseline {
  file: string;
  isOk: boolean;
  rows: number;
  columns: number;
}

interface Outcome extends Baseline {
  /** `loaded`, or the code of the refusal. */
  outcome: string;
  shape: string;
  /** Columns whose values are not those of native DuckDB, with both types. */
  unlike: string[];
  ms: number;
}

const baseline: Baseline[] = ((await (await sharedFile('import-baseline-native.tsv'))?.text()) ?? '')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'))
  .map(([file, status, rows, columns]) => ({
    file: file!,
    isOk: status === 'OK',
    rows: Number(rows),
    columns: Number(columns),
  }));

/** `npm test` has time for every fourth, `npm run reality` for all. */
const everyNth = import.meta.env.REDITO_REALITY === 'whole' ? 1 : 4;

const SLOWEST_MS = 30_000;

/** Files that native DuckDB reads and that are refused, or are tables of another shape, and why. */
const reasons: [RegExp, string][] = [
  [/dict-page-offset-zero/, 'a field of its metadata is of another type than the format says'],
  [/nation\.dict-malformed/, 'a dictionary page is malformed, as its name says'],
  [/repeated_no_annotation/, 'its footer says that it has no rows'],
  [/empty\.parquet|column_chunk_key_value_metadata/, 'it has no rows'],
  [/bigdecimal/, 'decimals longer than the library for Parquet reads'],
  [/ARROW-GH-45185|ARROW-RS-GH-6229-LEVELS/, 'made to break readers'],
  [/hive-partitioning/, 'native DuckDB adds columns from the names of the folders, which a file alone does not have'],
];

/** Types of native DuckDB whose values are told in another way, and how. */
const toldOtherwise: [RegExp, string][] = [
  [/^VARIANT/, 'kept as the parts it is stored in'],
  [/^GEOMETRY/, 'kept as bytes (WKB)'],
  [
    /TIME WITH TIME ZONE|TIMESTAMP WITH TIME ZONE/,
    'the offset of a time of day is left out; instants become local times',
  ],
  [/^JSON/, 'kept as text'],
];

describe.skipIf(baseline.length === 0)('importFile with the public files of other formats', () => {
  let importer: Importer;
  let native: Record<string, NativeTable>;
  beforeAll(async () => {
    importer = await Importer.open();
    native = (await (await fetch(nativeUrl)).json()) as Record<string, NativeTable>;
  });
  afterAll(() => importer.close());

  async function bringAll(files: readonly Baseline[], options: FileOptions): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const known of files) {
      const file = await sharedFile(known.file);
      if (!file) continue;
      const started = performance.now();
      const found = await bring(known, file, options);
      outcomes.push({ ...known, ...found, ms: performance.now() - started });
    }
    return outcomes;
  }

  async function bring(
    known: Baseline,
    file: File,
    options: FileOptions,
  ): Promise<Omit<Outcome, keyof Baseline | 'ms'>> {
    try {
      const [table] = await importer.import(file, options);
      const shape = `${table!.rows}x${table!.columns.length}`;
      const unlike = await unlikeNative(table!, native[known.file]);
      await importer.database.run(sql`DROP TABLE ${identifier('raw', table!.name)}`);
      importer.taken.delete(table!.name);
      return { outcome: 'loaded', shape, unlike };
    } catch (error) {
      return { outcome: toErrorData(error).code, shape: '', unlike: [] };
    }
  }

  async function unlikeNative(table: ImportedTable, expected: NativeTable | undefined): Promise<string[]> {
    if (!expected || expected.columns.length !== table.columns.length) return [];
    const digests = table.columns.map(
      ({ name }) => sql`md5(string_agg(coalesce(${identifier(name)}::VARCHAR, '∅'), '|' ORDER BY _row))[:8]`,
    );
    const { rows } = await importer.database.table(sql`SELECT ${join(digests)} FROM ${identifier('raw', table.name)}`);
    return expected.columns.flatMap(([name, type, md5], i) =>
      md5 === rows[0]![i] ? [] : [`${type} (${name}, here ${table.columns[i]!.type})`],
    );
  }

  const hasTexts = (code: string): boolean => `error.${code}` in en && `error.${code}.hint` in en;
  const isReasoned = (outcome: Outcome): boolean => reasons.some(([file]) => file.test(outcome.file));

  function check(outcomes: readonly Outcome[], table: string): void {
    const refused = outcomes.filter(({ outcome }) => outcome !== 'loaded');
    const counts = new Map<string, number>();
    for (const { outcome, isOk } of outcomes) {
      const row = `${outcome}, native ${isOk ? 'reads it' : 'does not'}`;
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const proper = outcomes.filter(({ isOk, rows, columns }) => isOk && rows >= 2 && columns >= 2);
    const same = proper.filter(({ rows, columns, shape }) => shape === `${rows}x${columns}`);
    const others = outcomes.filter(({ isOk, rows, columns, shape }) => isOk && shape !== `${rows}x${columns}`);
    console.info(
      [
        `${table}: ${outcomes.length} files`,
        ...[...counts].sort().map(([row, count]) => `  ${count} ${row}`),
        `  same shape as native: ${same.length} of ${proper.length} with at least two rows and two columns`,
        ...others.map((o) => `  ${o.file}: ${o.outcome} ${o.shape}, native ${o.rows}x${o.columns}`),
      ].join('\n'),
    );
    expect(refused.filter(({ outcome }) => !hasTexts(outcome))).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > SLOWEST_MS)).toEqual([]);
    expect(same.length / proper.length).toBeGreaterThanOrEqual(0.95);
  }

  it('loads or refuses every Parquet file, with the values of native DuckDB', async () => {
    const outcomes = await bringAll(
      baseline.filter(({ file }) => /\.parquet/.test(file)).filter((_, i) => i % everyNth === 0),
      {},
    );
    check(outcomes, 'Parquet');
    const unlike = outcomes.flatMap(({ file, unlike: columns }) => columns.map((column) => `${file}: ${column}`));
    const alike = outcomes.filter((o) => o.outcome === 'loaded' && native[o.file] && o.unlike.length === 0);
    console.info(`  equal to native in every value: ${alike.length}; told otherwise: ${unlike.length} columns`);
    const unexplained = unlike.filter((line) => {
      const type = line.slice(line.indexOf(': ') + 2);
      return !toldOtherwise.some(([told]) => told.test(type)) && !/int96|bug4903/.test(line);
    });
    expect(unexplained).toEqual([]);
    expect(outcomes.filter((o) => o.isOk && o.outcome !== 'loaded' && !isReasoned(o))).toEqual([]);
    expect((await importer.importText('after.csv', 'a,b\n1,2\n')).rows).toBe(1);
  }, 1_800_000);

  it('loads or refuses every JSON file, objects in objects kept as they are in native DuckDB', async () => {
    const outcomes = await bringAll(
      baseline.filter(({ file }) => /\.(json|ndjson|jsonl|geojson)(\.gz)?$/.test(file)),
      { nested: 'text' },
    );
    check(outcomes, 'JSON');
    expect((await importer.importText('after-json.csv', 'a,b\n1,2\n')).rows).toBe(1);
  }, 600_000);
});
