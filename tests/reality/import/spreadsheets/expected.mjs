import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareGrids, isSame, normalised, parseCsv } from './grids.mjs';

/**
 * Compares with the CSV files of the corpus, `<workbook>.<number of the sheet>.csv`, which hold values as they are shown.
 * Returns the share of cells that are the same.
 */
export function compareExpected(corpus, read) {
  const rows = [];
  const different = [];
  for (const file of readdirSync(corpus).sort()) {
    const [, name, sheet] = /^(.*)\.(\d+)\.csv$/.exec(file) ?? [];
    const grid = read.get(name)?.grids?.[Number(sheet)];
    const text = grid ? readFileSync(join(corpus, file), 'utf8') : '';
    if (text.trim() === '') continue;
    const expected = parseCsv(text);
    const found = compareGrids(beginningLike(grid.rows, expected), expected, isAsShown);
    rows.push({ file, cells: found.cells, different: found.different.length });
    different.push(...found.different.map((cell) => ({ file, ...cell })));
  }
  const cells = rows.reduce((sum, row) => sum + row.cells, 0);
  console.log('Cells of workbooks against the CSV files of the corpus');
  console.table(rows);
  const share = cells === 0 ? 1 : 1 - different.length / cells;
  console.log(`${rows.length} files, ${cells} cells, ${(100 * share).toFixed(2)} % equal; those that are not:`);
  for (const { file, row, column, mine, other } of different) {
    console.log(`  ${file} R${row + 1}C${column + 1}: ${JSON.stringify(mine)} is shown as ${JSON.stringify(other)}`);
  }
  return share;
}

/** Excel leaves out the empty rows above the first that is filled. */
function beginningLike(rows, expected) {
  const first = Math.min(...rows.keys());
  if (first === 0 || !expected[0]?.some((cell) => cell !== '')) return rows;
  return new Map([...rows].map(([row, cells]) => [row - first, cells]));
}

/** What is shown is the value, rounded to the digits that are shown; a date without its time, a time without its seconds. */
function isAsShown(mine, shown) {
  const [ours, theirs] = [normalised(mine), normalised(shown)];
  if (isSame(ours, theirs)) return true;
  if (typeof ours === 'number') {
    const number = shownNumber(shown);
    return number !== undefined && Math.abs(ours - number.value) <= number.error;
  }
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{2,4})/.exec(shown);
  if (date) {
    const [, month, day, year] = date.map((part) => part.padStart(2, '0'));
    return String(ours)
      .slice(year.length === 2 ? 2 : 0)
      .startsWith(`${year}-${month}-${day}`);
  }
  const clock = /^(\d{1,2}):(\d\d)(?: ([AP]M))?$/.exec(shown);
  if (!clock) return false;
  const hour = clock[3] ? (Number(clock[1]) % 12) + (clock[3] === 'PM' ? 12 : 0) : Number(clock[1]);
  return String(ours).includes(`${String(hour).padStart(2, '0')}:${clock[2]}`);
}

function shownNumber(shown) {
  const bare = shown.replaceAll(/[$€,\s]/g, '');
  const found = /^(\()?(-?\d*\.?(\d*))(?:e([-+]?\d+))?(%)?(\))?$/i.exec(bare);
  if (!found || !/\d/.test(bare)) return undefined;
  const [, open, digits, decimals, exponent = '0', percent] = found;
  const scale = 10 ** Number(exponent) / (percent ? 100 : 1);
  return {
    value: Number(digits) * scale * (open ? -1 : 1),
    error: 0.500001 * 10 ** -decimals.length * scale,
  };
}
