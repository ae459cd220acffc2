import type { Json, Row } from '../core/json.ts';
import type { TableDisclosure } from '../core/question.ts';
import { total, withCompanions } from './companions.ts';
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
 * In rows that count too few customers all numbers but those that say which row it is are null, and in as many others as
 * keep a small count from coming out as the difference between a total and what is shown (`withCompanions`). Where all that
 * could go with it is not enough, nothing says which of them are small. Where the total is shown, or groups are compared, it
 * is all rows then.
 */
export function suppressTable(rows: readonly Row[], rule: TableDisclosure, smallest: number): Row[] {
  const few = new Set(rows.flatMap((row, i) => (countsFew(row, rule, smallest) ? [i] : [])));
  if (few.size === 0) return [...rows];
  const found = rule.isCompared ? undefined : withheldRows(rows, few, rule, smallest);
  if (!found) return withholdAll(rows, rule);
  return rows.map((row, i) => {
    if (found.silent.has(i)) return withoutNumbers(row, [], rule);
    return found.withheld.has(i) ? withoutNumbers(row, smallIn(row, rule, smallest), rule) : row;
  });
}

/** All rows without numbers, and without a word on which of them are small. */
export function withholdAll(rows: readonly Row[], rule: TableDisclosure): Row[] {
  return rows.map((row) => withoutNumbers(row, [], rule));
}

/** Whether a row counts too few customers, or too few who said yes or no. */
export function countsFew(row: Row, rule: TableDisclosure, smallest: number): boolean {
  if (smallIn(row, rule, smallest).length > 0) return true;
  return (rule.shares ?? []).some(({ share, of, where }) => {
    if (where && row[where.column] !== where.value) return false;
    const all = countIn(row, of);
    const yes = Math.round(countIn(row, share) * all);
    return isSmall(yes, smallest) || isSmall(all - yes, smallest);
  });
}

function smallIn(row: Row, { counts = [] }: TableDisclosure, smallest: number): string[] {
  return counts.filter((name) => isSmall(row[name], smallest));
}

interface Found {
  withheld: Set<number>;
  /** Those of them of which nothing is said, not even that they are small. */
  silent: Set<number>;
}

/** Which rows to withhold; undefined where, with all that could go with it, a total that is shown tells a small count. */
function withheldRows(
  rows: readonly Row[],
  few: ReadonlySet<number>,
  { counts = [], within }: TableDisclosure,
  smallest: number,
): Found | undefined {
  const withheld = new Set(few);
  const silent = new Set<number>();
  const groups = groupsOf(rows, within);
  for (const column of counts) {
    const sums = groups.map((group) => total(group.map((i) => countIn(rows[i]!, column))));
    const ofGroups = within === undefined ? undefined : withCompanions(sums, smallest);
    if (ofGroups?.isTold) return undefined;
    for (const [g, group] of groups.entries()) {
      if (ofGroups?.withheld.has(g)) {
        // The other table withholds their sum.
        group.forEach((i) => silent.add(i));
        continue;
      }
      const before = new Set([...group.keys()].filter((at) => withheld.has(group[at]!)));
      const own = withCompanions(
        group.map((i) => countIn(rows[i]!, column)),
        smallest,
        before,
      );
      if (own.isTold && within !== undefined) return undefined;
      own.withheld.forEach((at) => withheld.add(group[at]!));
      if (own.isTold) own.withheld.forEach((at) => silent.add(group[at]!));
    }
  }
  return { withheld, silent };
}

/** Rows by their value in a column; without one they are all together. */
function groupsOf(rows: readonly Row[], within: string | undefined): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, row] of rows.entries()) {
    const key = within === undefined ? '' : JSON.stringify(row[within] ?? null);
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  return [...groups.values()];
}

function countIn(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
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
