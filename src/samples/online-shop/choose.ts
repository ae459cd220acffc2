import type { Random } from '../../statistics/random.ts';

/** An index, each with its share; the shares add up to 1. */
export function choose(random: Random, shares: readonly number[]): number {
  let rest = random.uniform();
  for (let i = 0; i < shares.length - 1; i++) {
    rest -= shares[i];
    if (rest < 0) return i;
  }
  return shares.length - 1;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.integer(items.length)];
}
