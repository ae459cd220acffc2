import type { Row } from '../core/json.ts';
import type { TableDisclosure } from '../core/question.ts';
import { total, withCompanions } from './companions.ts';
import { foundBySubtraction } from './found-by-subtraction.ts';
import { cohortsOf, hiddenCohorts } from './hidden-cohorts.ts';
import { isSmall } from './small-counts.ts';

/** Whether a row counts too few customers, or too few who said yes or no, or who are one thing and not the other. */
export function countsFew(row: Row, rule: TableDisclosure, smallest: number, before?: Row): boolean {
  if (smallIn(row, rule, smallest).length > 0) return true;
  const { shares = [], differences = [] } = rule;
  const isOfFew = shares.some(({ share, of, where, isOfRowBefore }) => {
    if (where && row[where.column] !== where.value) return false;
    const all = countIn(isOfRowBefore ? (before ?? {}) : row, of);
    const yes = Math.round(countIn(row, share) * all);
    return typeof row[share] === 'number' && (isSmall(yes, smallest) || isSmall(all - yes, smallest));
  });
  return (
    isOfFew || differences.some(({ all, part }) => isSmall(whole(countIn(row, all) - countIn(row, part)), smallest))
  );
}

/** Counts that were shared out carry the noise of their fractions. */
function whole(count: number): number {
  return Math.round(count * 1e6) / 1e6;
}

/** Columns of a row that count too few. */
export function smallIn(row: Row, { counts = [] }: TableDisclosure, smallest: number): string[] {
  return counts.filter((name) => isSmall(row[name], smallest));
}

export interface Found {
  withheld: Set<number>;
  /** Those of them of which nothing is said, not even that they are small. */
  silent: Set<number>;
}

/** Which rows to withhold; undefined where, with all that could go with it, a total that is shown tells a small count. */
export function withheldRows(
  rows: readonly Row[],
  few: ReadonlySet<number>,
  rule: TableDisclosure,
  smallest: number,
): Found | undefined {
  const silent = cohortRows(rows, rule, smallest);
  const found = { withheld: new Set([...few, ...silent]), silent };
  const partitions = rule.within?.map((columns) => groupsOf(rows, columns)) ?? [[[...rows.keys()]]];
  // What one set of totals asks for may leave a small count to another one.
  for (let size = -1; size !== found.withheld.size;) {
    size = found.withheld.size;
    for (const groups of partitions) if (!goTogether(rows, groups, found, rule, smallest)) return undefined;
    if (partitions.length > 1 && !resistSubtraction(rows, partitions, found, rule, smallest)) return undefined;
  }
  return found;
}

/** Withholds more of each group until its sum tells no small count; false where all of it is not enough. */
function goTogether(
  rows: readonly Row[],
  groups: readonly number[][],
  { withheld, silent }: Found,
  rule: TableDisclosure,
  smallest: number,
): boolean {
  const isAddedUp = rule.within !== undefined;
  for (const counts of addedUp(rows, rule)) {
    const sums = groups.map((group) => whole(total(group.map((i) => counts[i]!))));
    const ofGroups = isAddedUp ? withCompanions(sums, smallest) : undefined;
    if (ofGroups?.isTold) return false;
    for (const [g, group] of groups.entries()) {
      if (ofGroups?.withheld.has(g)) {
        // The other table withholds their sum.
        for (const i of group) {
          silent.add(i);
          withheld.add(i);
        }
        continue;
      }
      const before = new Set([...group.keys()].filter((at) => withheld.has(group[at]!)));
      const own = withCompanions(
        group.map((i) => counts[i]!),
        smallest,
        before,
      );
      if (own.isTold && isAddedUp) return false;
      own.withheld.forEach((at) => withheld.add(group[at]!));
      if (own.isTold) own.withheld.forEach((at) => silent.add(group[at]!));
    }
  }
  return true;
}

/** Withholds one more where sums of several kinds, taken together, tell a small count; false where there is none to go. */
function resistSubtraction(
  rows: readonly Row[],
  partitions: readonly number[][][],
  { withheld, silent }: Found,
  rule: TableDisclosure,
  smallest: number,
): boolean {
  for (const counts of addedUp(rows, rule)) {
    const groups = partitions.flatMap((partition) => {
      const sums = partition.map((group) => total(group.map((i) => counts[i]!)));
      const hidden = withCompanions(sums, smallest).withheld;
      return partition.filter((_, g) => !hidden.has(g));
    });
    const told = (): number[] => {
      const marked = new Set([...withheld].filter((i) => isSmall(counts[i], smallest) && !silent.has(i)));
      const sums = [...groups, [...rows.keys()]].map((group) => {
        const places = group.filter((i) => withheld.has(i));
        return { places, sum: whole(total(places.map((i) => counts[i]!))) };
      });
      const asked = [...withheld].filter((i) => isSmall(counts[i], smallest));
      return [...foundBySubtraction(asked, sums, { marked, most: smallest - 1 })];
    };
    if (smallest <= 2 || told().length === 0) continue;
    // Not to say which are small may be enough.
    withheld.forEach((i) => silent.add(i));
    const [first] = told();
    if (first === undefined) continue;
    const beside = groups.filter((group) => group.includes(first)).flat();
    const next = beside.filter((i) => counts[i]! > 0 && !withheld.has(i)).sort((a, b) => counts[a]! - counts[b]!)[0];
    if (next === undefined) return false;
    withheld.add(next);
  }
  return true;
}

/** What each row counts, by a column or by what follows from two of them: all of it adds up to totals. */
function addedUp(
  rows: readonly Row[],
  { counts = [], differences = [], shares = [], repeated }: TableDisclosure,
): number[][] {
  // How many there are of a cohort is the same in all of its rows: `cohortRows` has seen to it.
  const plain = counts.filter((name) => name !== repeated?.count).map((name) => rows.map((row) => countIn(row, name)));
  const others = differences.map(({ all, part }) => rows.map((row) => whole(countIn(row, all) - countIn(row, part))));
  const parts = shares.flatMap(({ share, of, where, isOfRowBefore }) => {
    if (where || isOfRowBefore) return [];
    const yes = rows.map((row) => Math.round(countIn(row, share) * countIn(row, of)));
    return [yes, rows.map((row, i) => countIn(row, of) - yes[i]!)];
  });
  return [...plain, ...others, ...parts];
}

function cohortRows(rows: readonly Row[], { repeated }: TableDisclosure, smallest: number): Set<number> {
  if (!repeated) return new Set();
  const hidden = hiddenCohorts(cohortsOf(rows, repeated), smallest);
  return new Set(hidden.flatMap((block) => block.flatMap((cohort) => cohort.rows)));
}

/** Rows by their values in some columns; without any they are all together. */
function groupsOf(rows: readonly Row[], columns: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, row] of rows.entries()) {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null));
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
