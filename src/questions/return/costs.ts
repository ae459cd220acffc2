import { isoToDay } from '../../core/time.ts';

export interface CostEntry {
  category: string;
  /** ISO date; null where none is known. */
  day: string | null;
  amount: number;
}

/** What an initiative has cost, as far as its window reaches. */
export interface Costs {
  total: number;
  /** The largest first. */
  byCategory: { category: string; amount: number }[];
  /** Days after the first assignment, never below 0. */
  entries: { days: number; amount: number }[];
  /** Dated after the window, and left out. */
  later: number;
  /** Part of the total that has no date. */
  undated: number;
  /** Last day with a cost that counts; left out where none has a date. */
  last?: string;
  /** A category comes back on another day, as what goes on costing money does. */
  recurs: boolean;
}

/**
 * Counts what was spent until the last customer's window was over, whenever it began; what has no date as spent at the
 * start.
 * @param share of the treated customers that are looked at: costs are taken to be equal for each
 * @returns undefined when nothing was
 */
export function countCosts(
  entries: readonly CostEntry[],
  { start, end, share }: { start: string; end: string; share: number },
): Costs | undefined {
  const counted = entries.filter(({ day }) => day === null || day < end);
  if (counted.length === 0) return undefined;
  const byCategory = new Map<string, number>();
  const daysOf = new Map<string, Set<string>>();
  for (const { category, day, amount } of counted) {
    byCategory.set(category, (byCategory.get(category) ?? 0) + amount * share);
    if (day !== null) daysOf.set(category, (daysOf.get(category) ?? new Set()).add(day));
  }
  const sum = (list: readonly CostEntry[]) => list.reduce((total, { amount }) => total + amount, 0);
  const last = counted.flatMap(({ day }) => day ?? []).at(-1);
  return {
    total: sum(counted) * share,
    byCategory: [...byCategory]
      .map(([category, amount]) => ({ category, amount }))
      .sort((a, b) => b.amount - a.amount || a.category.localeCompare(b.category)),
    entries: counted.map(({ day, amount }) => ({
      days: day === null ? 0 : Math.max(0, isoToDay(day) - isoToDay(start)),
      amount: amount * share,
    })),
    later: sum(entries) - sum(counted),
    undated: sum(counted.filter(({ day }) => day === null)) * share,
    ...(last !== undefined && { last }),
    recurs: [...daysOf.values()].some((days) => days.size > 1),
  };
}
