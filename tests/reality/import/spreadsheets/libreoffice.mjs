import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './reader.mjs';
import { parseCsv } from './grids.mjs';

/** Comma, quote, UTF-8, from the first line on, values as they are kept and not as they are shown, every sheet. */
const filter = (formulas) =>
  `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,${formulas},false,false,-1`;

/** Whether LibreOffice is there to compare with. */
export function libreOfficeVersion() {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * What LibreOffice finds in a workbook, sheet by sheet; undefined when it does not open it. With `formulas` the formula
 * stands in place of its value. Conversions are kept.
 */
export function convert(path, name, formulas) {
  const folder = join(cache, formulas ? 'formulas' : 'values', name.replaceAll('/', '__'));
  const log = join(folder, 'written.log');
  if (!existsSync(log)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const profile = `-env:UserInstallation=file://${join(cache, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', filter(formulas), '--outdir', folder, path];
    const { stdout } = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 });
    writeFileSync(log, stdout ?? '');
  }
  const written = [...readFileSync(log, 'utf8').matchAll(/^Writing sheet (.*?) -> (.*\.csv)$/gm)];
  if (written.length === 0) return undefined;
  return written.map(([, sheet, file]) => ({ name: sheet, rows: parseCsv(readFileSync(file, 'utf8')) }));
}
