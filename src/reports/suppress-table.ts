import type { Json, Row } from '../core/json.ts';
import type { TableDisclosure } from '../core/question.ts';
import { isSmall } from './small-counts.ts';

/**
 * On a row that was suppressed: its columns that count too few customers, and the others that went with them. A symbol,
 * so that rows that are copied keep it and nothing takes it for a column.
 */
const WITHHELD = Symbol('withheld');

interface Mark {
  counts: readonly string[];
  others: readonly string[];
}

function markOf(row: Row): Mark | undefined {
  return (row as { [WITHHELD]?: Mark })[WITHHELD];
}

/** Columns of a row whose count is withheld because it is too small. */
export function smallColumns(row: Row): readonly string[] {
  return markOf(row)?.counts ?? [];
}

/** What stands in a row for a number that was withheld: a count, or what went with it; undefined for others. */
export function withheldText(row: Row, column: string, smallest: number): string | undefined {
  const mark = markOf(row);
  if (mark?.counts.includes(column)) return `<${smallest}`;
  return mark?.others.includes(column) ? '•' : undefined;
}

export function numbersWithheld(row: Row): number {
  const mark = markOf(row);
  return mark ? mark.counts.length + mark.others.length : 0;
}

/**
 * In rows where a counting column is from 1 to `smallest` − 1, all numbers but those that say which row it is are null.
 * A single small count in a column would come out as the difference between a total and the others: the row with the
 * next smallest count goes with it.
 */
export function suppressTable(rows: readonly Row[], rule: TableDisclosure, smallest: number): Row[] {
  const { counts = [] } = rule;
  if (counts.length === 0) return [...rows];
  const small = rows.map((row) => counts.filter((name) => isSmall(row[name], smallest)));
  const withheld = new Set(small.flatMap((names, i) => (names.length > 0 ? [i] : [])));
  if (withheld.size === 0) return [...rows];
  for (const column of counts) {
    const telling = [...withheld].filter((i) => countIn(rows[i]!, column) > 0);
    if (telling.length !== 1 || !small[telling[0]!]!.includes(column)) continue;
    const companion = smallestIn(rows, column, withheld);
    if (companion !== undefined) withheld.add(companion);
  }
  return rows.map((row, i) => (withheld.has(i) ? withoutNumbers(row, small[i]!, rule) : row));
}

function countIn(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

function smallestIn(rows: readonly Row[], column: string, except: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  for (const [i, row] of rows.entries()) {
    const count = countIn(row, column);
    if (count > 0 && !except.has(i) && (best === undefined || count < countIn(rows[best]!, column))) best = i;
  }
  return best;
}

function withoutNumbers(row: Row, small: readonly string[], { kept = [] }: TableDisclosure): Row {
  const gone = Object.keys(row).filter((name) => isNumeric(row[name]) && !kept.includes(name));
  const mark: Mark = { counts: small, others: gone.filter((name) => !small.includes(name)) };
  const hidden = Object.fromEntries([...small, ...gone].map((name) => [name, null]));
  return { ...row, ...hidden, [WITHHELD]: mark } as Row;
}

/** Lists and records may hold numbers. */
function isNumeric(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'object' && value !== null);
}
