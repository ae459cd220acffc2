import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareExpected } from './expected.mjs';
import { compareGrids } from './grids.mjs';
import { convert, libreOfficeVersion } from './libreoffice.mjs';
import { cache, loadReader, root } from './reader.mjs';
import { reasonOf } from './reasons.mjs';

const corpus = join(root, '../shared/data/import_sheetjs');
const WORKBOOK = /\.(xlsx|xlsm|xlsb|xls|ods|xls5)$/i;
const FORMATS = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods'];

/**
 * Reads every workbook of the corpus and compares each cell with what LibreOffice finds there, and with the CSV files that
 * come with the corpus. Returns whether at least 97 % of the cells of xlsx, xls and ods are the same.
 */
export async function spreadsheets() {
  if (!existsSync(corpus)) {
    console.log('spreadsheets: skipped, import_sheetjs is not there');
    return true;
  }
  const names = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => WORKBOOK.test(name))
    .sort();
  const read = await readAll(names);
  const version = libreOfficeVersion();
  if (!version) console.log('spreadsheets: the comparison with LibreOffice is skipped, as it is not there');
  const isGood = version ? compareAll(names, read, version) : true;
  compareExpected(corpus, read);
  return isGood;
}

async function readAll(names) {
  const { readGrids } = await loadReader();
  const read = new Map();
  for (const name of names) {
    try {
      const file = new File([readFileSync(join(corpus, name))], basename(name));
      read.set(name, { grids: await readGrids(file) });
    } catch (error) {
      read.set(name, { refusal: error.code ?? `spreadsheet-broken (${error.message})` });
    }
  }
  return read;
}

function compareAll(names, read, version) {
  const theirs = convert(corpus, names, false);
  const found = [];
  for (const name of names) {
    const { grids, refusal } = read.get(name);
    const sheets = theirs.get(name);
    if (!sheets) continue;
    if (!grids) {
      found.push({ name, cells: 0, different: [], refusal: refusal ?? 'format-foreign' });
      continue;
    }
    const compared = sheets.map((sheet, index) => {
      const own = grids.find((grid) => grid.name === sheet.name);
      const result = compareGrids(own?.rows ?? new Map(), sheet.rows);
      return { ...result, different: result.different.map((cell) => ({ ...cell, sheet: sheet.name, index })) };
    });
    const cells = compared.reduce((sum, one) => sum + one.cells, 0);
    found.push({ name, cells, different: compared.flatMap((one) => one.different) });
  }
  giveReasons(found);
  return printTable(found, version);
}

/** What LibreOffice calculates itself shows in a second conversion, which has the formulas. */
function giveReasons(found) {
  const differing = found.filter(({ different }) => different.length > 0).map(({ name }) => name);
  const formulas = convert(corpus, differing, true);
  for (const { name, different } of found) {
    const bytes = different.length > 0 ? readFileSync(join(corpus, name)) : undefined;
    for (const cell of different) {
      const formula = formulas.get(name)?.[cell.index]?.rows[cell.row]?.[cell.column] ?? '';
      cell.reason = reasonOf({ ...cell, name, formula, bytes });
    }
  }
}

function printTable(found, version) {
  const rows = FORMATS.map((format) => {
    const files = found.filter(({ name, refusal }) => !refusal && formatOf(name) === format);
    const cells = files.reduce((sum, file) => sum + file.cells, 0);
    const different = files.reduce((sum, file) => sum + file.different.length, 0);
    return {
      format,
      files: files.length,
      'all cells equal': files.filter((file) => file.different.length === 0).length,
      cells,
      different,
      'equal %': cells === 0 ? '' : ((100 * (cells - different)) / cells).toFixed(2),
    };
  });
  console.log(`Cells of workbooks against ${version}`);
  console.table(rows);
  console.log('Refused, though LibreOffice opens them');
  for (const { name, refusal } of found) if (refusal) console.log(`  ${refusal}: ${name}`);
  console.log('Cells that differ, by reason');
  const all = found.flatMap(({ name, different }) => different.map((cell) => ({ name, ...cell })));
  console.table(countBy(all.map(({ reason }) => reason)));
  const list = join(cache, 'different.tsv');
  writeFileSync(list, all.map(lineOf).join(''));
  console.log(`Every one of them: ${list}`);
  const required = rows.filter(({ format }) => ['xlsx', 'xls', 'ods'].includes(format));
  const unexplained = all.filter(({ reason }) => reason.startsWith('?')).length;
  if (unexplained > 0) console.log(`${unexplained} cells have no reason yet`);
  return required.every(({ cells, different }) => different <= cells * 0.03) && unexplained === 0;
}

const lineOf = ({ name, sheet, row, column, mine, other, reason }) =>
  `${[name, sheet, `R${row + 1}C${column + 1}`, reason, JSON.stringify(mine), JSON.stringify(other)].join('\t')}\n`;

function formatOf(name) {
  const ending = name.split('.').at(-1).toLowerCase();
  return ending === 'xls5' ? 'xls' : ending;
}

function countBy(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await spreadsheets()) ? 0 : 1;
