import type { CellValue } from 'hucre';
import { numberText, plainNumber } from './workbook-numbers.ts';
import type { SheetRow, Workbook } from './workbook.ts';

const BATCH = 2000;
const ERROR = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|GETTING_DATA|ERR!)$/;

/** A binary workbook of Excel 2007 and later, read whole. What is hidden in it is not told. */
export async function openXlsb(bytes: Uint8Array): Promise<Workbook> {
  const { readXlsb } = await import('hucre/xlsx');
  const { sheets } = await readXlsb(bytes);
  return {
    sheets: sheets.map(({ name, hidden, veryHidden }) => ({ name, hidden: hidden === true || veryHidden === true })),
    tables: [],
    async *rows(wanted) {
      for (const index of [...wanted].sort((a, b) => a - b)) {
        const all = sheets[index]?.rows ?? [];
        for (let from = 0; from < all.length; from += BATCH) {
          await Promise.resolve();
          const rows = Array.from(all.slice(from, from + BATCH), (cells, i) => sheetRow(index, from + i, cells ?? []));
          yield { rows, share: from / all.length };
        }
      }
    },
    merges: (index) =>
      Promise.resolve(
        (sheets[index]?.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
          top: startRow,
          left: startCol,
          bottom: endRow,
          right: endCol,
        })),
      ),
  };
}

function sheetRow(sheet: number, row: number, values: readonly CellValue[]): SheetRow {
  const errors: number[] = [];
  const cells = Array.from(values, (value, column) => {
    if (typeof value === 'string' && ERROR.test(value)) {
      errors.push(column);
      return '';
    }
    return cellText(value);
  });
  return { sheet, row, cells, errors, uncalculated: [] };
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return plainNumber(value);
  if (!(value instanceof Date)) return String(value);
  const serial = (value.getTime() - EPOCH) / DAY;
  return Number.isNaN(serial) ? '' : numberText(serial, 'date', false);
}
