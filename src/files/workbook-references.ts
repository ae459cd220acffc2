import { MOST_COLUMNS, MOST_ROWS, type CellRange } from './workbook.ts';

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

/** `A1:C5`, or `A1` for one cell; undefined for what is no place in a sheet. */
export function rangeOf(reference: string): CellRange | undefined {
  const [first, last = first] = reference.split(':');
  const from = REFERENCE.exec(first ?? '');
  const to = REFERENCE.exec(last ?? '');
  if (!from || !to) return undefined;
  const range = {
    top: Number(from[2]) - 1,
    left: columnOf(from[1]!),
    bottom: Number(to[2]) - 1,
    right: columnOf(to[1]!),
  };
  const isInSheet = range.top >= 0 && range.bottom < MOST_ROWS && range.right < MOST_COLUMNS;
  return isInSheet && range.top <= range.bottom && range.left <= range.right ? range : undefined;
}

/** The number of the column at the beginning of a reference: 0 for `A1`, 27 for `AB12`; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const letter = reference.charCodeAt(i) & ~0x20;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
