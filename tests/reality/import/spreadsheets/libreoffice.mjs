import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { cache } from './reader.mjs';
import { parseCsv } from './grids.mjs';

/** Comma, quote, UTF-8, from the first line on, values as they are kept and not as they are shown, every sheet. */
const filter = (formulas) => `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,${formulas},false,-1`;

/** Whether LibreOffice is there to compare with. */
export function libreOfficeVersion() {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Workbooks that one start of LibreOffice converts; what it dies of is then tried alone. */
const BATCH = 40;

/**
 * What LibreOffice finds in workbooks, sheet by sheet: their paths below `folder`, and undefined for those that it does not
 * open. With `formulas` a formula stands in place of its value. Conversions are kept.
 */
export function convert(folder, names, formulas) {
  const waiting = names.filter((name) => !existsSync(logOf(name, formulas)));
  for (let from = 0; from < waiting.length; from += BATCH) {
    const batch = waiting.slice(from, from + BATCH);
    write(folder, batch, formulas);
    const left = batch.filter((name) => !existsSync(logOf(name, formulas)));
    for (const name of left) write(folder, [name], formulas, true);
  }
  return new Map(names.map((name) => [name, sheetsOf(logOf(name, formulas))]));
}

const folderOf = (name, formulas) => join(cache, formulas ? 'formulas' : 'values', name.replaceAll('/', '__'));
const logOf = (name, formulas) => join(folderOf(name, formulas), 'written.log');

/** Converts copies with names of their own, as those of several endings would overwrite each other. */
function write(folder, names, formulas, isLast = false) {
  const work = mkdtempSync(join(tmpdir(), 'redito-sheets-'));
  const copies = names.map((name, i) => join(work, `${i}${extname(name)}`));
  names.forEach((name, i) => copyFileSync(join(folder, name), copies[i]));
  const profile = `-env:UserInstallation=file://${join(cache, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', filter(formulas), '--outdir', work, ...copies];
  const { stdout } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 30_000 + names.length * 10_000 });
  const written = [...(stdout ?? '').matchAll(/^Writing sheet (.*?) -> (.*\.csv)$/gm)];
  names.forEach((name, i) => {
    const own = written.filter(([, , file]) => basename(file).startsWith(`${i}-`) || basename(file) === `${i}.csv`);
    if (own.length === 0 && !isLast) return;
    mkdirSync(folderOf(name, formulas), { recursive: true });
    const lines = own.map(([, sheet, file], at) => {
      const kept = join(folderOf(name, formulas), `${at}.csv`);
      copyFileSync(file, kept);
      return `${sheet}\t${kept}\n`;
    });
    writeFileSync(logOf(name, formulas), lines.join(''));
  });
  rmSync(work, { recursive: true, force: true });
}

function sheetsOf(log) {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  if (lines.length === 0) return undefined;
  return lines.map((line) => {
    const [name, file] = line.split('\t');
    return { name, rows: parseCsv(readFileSync(file, 'utf8')) };
  });
}
