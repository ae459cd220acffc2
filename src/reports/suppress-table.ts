import type { Json, Row } from '../core/json.ts';
import type { TableDisclosure } from '../core/question.ts';
import { countsFew, smallIn, withheldRows } from './withheld-rows.ts';

/**
 * On a row that was suppressed: its columns that count too few customers, and the others that went with them. A symbol,
 * so that rows that are copied keep it and nothing takes it for a column.
 */
const WITHHELD = Symbol('withheld');

interface Mark {
  counts: readonly string[];
  others: readonly string[];
  /** Its own numbers are shown: only columns that run on from row to row went. */
  isShown?: true;
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

/** Whether a row's own numbers are gone. */
export function isWithheld(row: Row): boolean {
  const mark = markOf(row);
  return mark !== undefined && mark.isShown !== true;
}

/**
 * In rows that count too few customers all numbers but those that say which row it is are null, and in as many others as
 * keep a small count from coming out as the difference between a total and what is shown (`withCompanions`). Where all that
 * could go with it is not enough, nothing says which of them are small. Where the total is shown, or groups are compared, it
 * is all rows then.
 */
export function suppressTable(rows: readonly Row[], rule: TableDisclosure, smallest: number): Row[] {
  const few = new Set(rows.flatMap((row, i) => (countsFew(row, rule, smallest, rows[i - 1]) ? [i] : [])));
  if (few.size === 0) return [...rows];
  const found = rule.isCompared ? undefined : withheldRows(rows, few, rule, smallest);
  if (!found) return withholdAll(rows, rule);
  return rows.map((row, i) => {
    if (found.silent.has(i)) return withoutNumbers(row, [], rule);
    if (found.withheld.has(i)) return withoutNumbers(row, smallIn(row, rule, smallest), rule);
    return withoutRunning(row, rule);
  });
}

/** All rows without numbers, and without a word on which of them are small. */
export function withholdAll(rows: readonly Row[], rule: TableDisclosure): Row[] {
  return rows.map((row) => withoutNumbers(row, [], rule));
}

/** As it is, less the numbers of the rows that have to go. */
export function withholdRows(rows: readonly Row[], goes: (row: Row) => boolean, rule: TableDisclosure): Row[] {
  return rows.map((row) => (goes(row) && !isWithheld(row) ? withoutNumbers(row, [], rule) : row));
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

function withoutRunning(row: Row, { running = [] }: TableDisclosure): Row {
  const gone = running.filter((name) => typeof row[name] === 'number');
  if (gone.length === 0) return row;
  const hidden = Object.fromEntries(gone.map((name) => [name, null]));
  return { ...row, ...hidden, [WITHHELD]: { counts: [], others: gone, isShown: true } satisfies Mark } as Row;
}
