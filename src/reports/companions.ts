import { isSmall } from './small-counts.ts';

/** Counts whose sum may be known, and what is withheld of them. */
export interface Companions {
  /** The small ones, those that were withheld before, and those that go with them. */
  withheld: Set<number>;
  /** All that can go with them does, and their sum still tells a small one. */
  isTold: boolean;
}

/**
 * Withholds the small counts, and the next smallest with them until the sum of what is withheld, which is a total less what
 * is shown, leaves two values at least to every small one. Equal counts go together: which go does not depend on their order.
 * @param before withheld for other reasons
 */
export function withCompanions(
  counts: readonly number[],
  smallest: number,
  before: ReadonlySet<number> = new Set(),
): Companions {
  const withheld = new Set(before);
  counts.forEach((count, i) => isSmall(count, smallest) && withheld.add(i));
  const all = [...withheld].map((i) => counts[i]!).filter((count) => count > 0);
  const small = all.filter((count) => isSmall(count, smallest)).length;
  if (small === 0) return { withheld, isTold: false };
  const others = all.length - small;
  let sum = total(all);
  let companions = 0;
  const shown = [...counts.keys()]
    .filter((i) => counts[i]! > 0 && !withheld.has(i))
    .sort((one, other) => counts[one]! - counts[other]!);
  let next = 0;
  const nextCount = () => (next < shown.length ? counts[shown[next]!]! : Infinity);
  while (tells({ sum, small, others, companions, next: nextCount() }, smallest)) {
    const count = nextCount();
    if (count === Infinity) return { withheld, isTold: true };
    for (; nextCount() === count; next++) {
      withheld.add(shown[next]!);
      companions += 1;
      sum += count;
    }
  }
  return { withheld, isTold: false };
}

interface Hidden {
  sum: number;
  /** How many of what is withheld are known to be from 1 to `smallest` − 1. */
  small: number;
  /** How many are `smallest` or more. */
  others: number;
  /** How many are `smallest` or more, and less than the next one, as the next smallest are taken. */
  companions: number;
  /** The smallest that is shown. */
  next: number;
}

/** Whether the sum leaves a small count but one value. Below 2 there is one value only, whatever the sum. */
function tells({ sum, small, others, companions, next }: Hidden, smallest: number): boolean {
  const largest = smallest - 1;
  const room = others > 0 ? Infinity : companions > 0 ? companions * (next - 1) : 0;
  const low = Math.max(1, sum - (small - 1) * largest - room);
  const high = Math.min(largest, sum - (small - 1) - (others + companions) * smallest);
  return high <= low && largest > 1;
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
