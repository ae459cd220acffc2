import { isoToDay } from '../../core/time.ts';

export interface CostEntry {
  category: string;
  /** ISO date. */
  day: string;
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
  /** Last day with a cost that counts. */
  last: string;
}

/**
 * Counts what was spent until the last customer's window was over, whenever it began.
 * @param share of the treated customers that are looked at: costs are taken to be equal for each
 * @returns undefined when nothing was
 */
export function countCosts(
  entries: readonly CostEntry[],
  { start, end, share }: { start: string; end: string; share: number },
): Costs | undefined {
  const counted = entries.filter(({ day }) => day < end);
  if (counted.length === 0) return undefined;
  const byCategory = new Map<string, number>();
  for (const { category, amount } of counted) {
    byCategory.set(category, (byCategory.get(category) ?? 0) + amount * share);
  }
  const sum = (list: readonly CostEntry[]) => list.reduce((total, { amount }) => total + amount, 0);
  return {
    total: sum(counted) * share,
    byCategory: [...byCategory]
      .map(([category, amount]) => ({ category, amount }))
      .sort((a, b) => b.amount - a.amount || a.category.localeCompare(b.category)),
    entries: counted.map(({ day, amount }) => ({
      days: Math.max(0, isoToDay(day) - isoToDay(start)),
      amount: amount * share,
    })),
    later: sum(entries) - sum(counted),
    last: counted.at(-1)!.day,
  };
}
