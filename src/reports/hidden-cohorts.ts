import type { Row } from '../core/json.ts';
import type { RepeatedCount } from '../core/question.ts';
import { withCompanions } from './companions.ts';
import { isSmall } from './small-counts.ts';

/** Customers who came together, and the rows that tell of them. */
export interface CohortRows {
  /** What is the same in the rows that other tables keep apart. */
  apart: string;
  size: number;
  /** In how many rows it is complete: another table adds it up as long. */
  complete: number;
  rows: number[];
}

/** In the order of the rows. */
export function cohortsOf(rows: readonly Row[], { count, by, apart, complete }: RepeatedCount): CohortRows[] {
  const cohorts = new Map<string, CohortRows>();
  for (const [i, row] of rows.entries()) {
    const of = (columns: readonly string[]): string => JSON.stringify(columns.map((name) => row[name] ?? null));
    const size = row[count];
    const cohort = cohorts.get(of(by)) ?? { apart: of(apart), size: 0, complete: 0, rows: [] };
    if (typeof size === 'number') cohort.size = size;
    if (row[complete] === true) cohort.complete += 1;
    cohort.rows.push(i);
    cohorts.set(of(by), cohort);
  }
  return [...cohorts.values()];
}

/**
 * Small cohorts, each with as many of those next to it, longer or shorter complete, as keep its size from coming out of
 * their sum. Sums that go on by one cohort at a time are told in between, so the cohorts of a block follow one another.
 */
export function hiddenCohorts(cohorts: readonly CohortRows[], smallest: number): CohortRows[][] {
  const apart = new Set(cohorts.map((cohort) => cohort.apart));
  return [...apart].flatMap((name) => {
    const order = cohorts.filter((cohort) => cohort.apart === name).sort((a, b) => b.complete - a.complete);
    const hidden = new Set<number>();
    for (const [i, { size }] of order.entries()) if (isSmall(size, smallest)) hidden.add(i);
    for (;;) {
      const blocks = blocksOf(hidden);
      const told = blocks.find((block) =>
        isTold(
          block.map((i) => order[i]!.size),
          smallest,
        ),
      );
      const next = told && neighbourOf(told, order);
      if (next === undefined) return blocks.map((block) => block.map((i) => order[i]!));
      hidden.add(next);
    }
  });
}

function isTold(sizes: readonly number[], smallest: number): boolean {
  return withCompanions(sizes, smallest, new Set(sizes.keys())).isTold;
}

/** The smaller one of the two beside a block. */
function neighbourOf(block: readonly number[], order: readonly CohortRows[]): number | undefined {
  const beside = [block[0]! - 1, block.at(-1)! + 1].filter((i) => i in order);
  return beside.sort((a, b) => order[a]!.size - order[b]!.size)[0];
}

/** Places that follow one another. */
function blocksOf(places: ReadonlySet<number>): number[][] {
  const blocks: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = blocks.at(-1);
    if (last?.at(-1) === place - 1) last.push(place);
    else blocks.push([place]);
  }
  return blocks;
}
