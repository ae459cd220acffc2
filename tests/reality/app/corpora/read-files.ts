import { basename, join } from 'node:path';
import type { FileOptions } from '../../../../src/core/file-options.ts';
import { withApp, type App } from '../../../e2e/harness/app.ts';
import { data } from './corpus.ts';

const LONGEST_MS = 30_000;
/** The page starts anew after so many files, so that none is read beside hundreds of tables. */
const FILES_PER_PAGE = 40;

export interface ReadTable {
  name: string;
  rows: number;
  columns: { name: string; type: string }[];
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  rejectedRows: number;
  notices: string[];
  /** Rows that a query counts; another number than `rows` is a poisoned workspace. */
  counted: number;
}

export interface Reading {
  file: string;
  outcome: 'loaded' | 'refused' | 'hangs' | 'dead';
  ms: number;
  tables: ReadTable[];
  refused: { code: string; message: string; hint: string }[];
  /** After it a query works and a refused file has left nothing. */
  isSound: boolean;
}

/** Brings files into the built app, one after the other as a script does, and tells what became of each and of the page. */
export async function readFiles(
  files: readonly string[],
  options: (file: string) => FileOptions | undefined = () => undefined,
  told: (reading: Reading) => void = () => undefined,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  while (readings.length < files.length) {
    const part = files.slice(readings.length, readings.length + FILES_PER_PAGE);
    await withApp({}, async (app) => {
      // What is broken in a file is no fault of the page; a page that dies of it is found below.
      app.allow(/^console:|^the page crashed|^error: .*RuntimeError/);
      await app.start();
      for (const file of part) {
        const reading = await readOne(app, file, options(file));
        readings.push(reading);
        told(reading);
        if (reading.outcome === 'dead' || reading.outcome === 'hangs' || !reading.isSound) break;
      }
    });
  }
  return readings;
}

async function readOne(app: App, file: string, options: FileOptions | undefined): Promise<Reading> {
  const started = performance.now();
  const nothing = { file, tables: [], refused: [], isSound: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), LONGEST_MS);
  });
  try {
    await app.holdFiles(join(data, file));
    const outcome = await Promise.race([app.run(importHeld, { name: basename(file), options }), late]);
    const ms = performance.now() - started;
    if (outcome === 'late') return { ...nothing, outcome: 'hangs', ms };
    const isRead = outcome.refused.length === 0;
    return { file, outcome: isRead ? 'loaded' : 'refused', ms, ...outcome };
  } catch (error) {
    console.error(`${file}: ${String(error)}`);
    return { ...nothing, outcome: 'dead', ms: performance.now() - started };
  } finally {
    clearTimeout(timer);
  }
}

/** Runs in the page. */
async function importHeld(
  redito: Window['redito'],
  { name, options }: { name: string; options?: FileOptions },
): Promise<Pick<Reading, 'tables' | 'refused' | 'isSound'>> {
  const before = (await redito.tables()).length;
  const files = [...document.querySelector<HTMLInputElement>('#held-by-test')!.files!];
  const { tables, refused } = await redito.import(files, options ? { [name]: options } : undefined);
  const read = [];
  for (const { name: table, rows, columns, source, notices, rejectedRows } of tables) {
    const counted = await redito.query(`SELECT count(*) FROM raw."${table.replaceAll('"', '""')}"`);
    read.push({
      name: table,
      rows,
      columns,
      encoding: source.encoding,
      delimiter: source.delimiter,
      sheet: source.sheet,
      rejectedRows,
      notices: notices.map(({ key }) => key),
      counted: Number(counted.rows[0]![0]),
    });
  }
  const { rows } = await redito.query('SELECT 41 + 1');
  const after = (await redito.tables()).length;
  const isSound =
    rows[0]![0] === 42 && after === before + tables.length && read.every((table) => table.rows === table.counted);
  return { tables: read, refused, isSound };
}

/** A table for people: every column as wide as its widest cell. */
export function printTable(title: string, rows: readonly (string | number)[][]): void {
  const cells = rows.map((row) => row.map(String));
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  console.log(`\n${title}\n${lines.join('\n')}`);
}
