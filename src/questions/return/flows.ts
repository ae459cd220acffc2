import type { Flow } from './cash-flow.ts';
import type { Costs } from './costs.ts';
import type { Slices } from './slices.ts';

/**
 * Margin and costs as payments: what was spent up to the start on the first day; then each slice's margin less its costs in
 * the middle of the slice.
 * @param bySlice margin per treated customer
 */
export function flowsOf(
  bySlice: readonly number[],
  { treated, costs, slices }: { treated: number; costs: Costs; slices: Slices },
): Flow[] {
  const spent = new Array<number>(slices.count + 1).fill(0);
  for (const { days, amount } of costs.entries) {
    const slice = days === 0 ? 0 : 1 + Math.min(slices.count - 1, Math.floor(days / slices.days));
    spent[slice] += amount;
  }
  return [
    { days: 0, amount: -spent[0] },
    ...bySlice.map((margin, k) => ({ days: middleOf(k, slices), amount: treated * margin - spent[k + 1] })),
  ];
}

export function middleOf(slice: number, { days }: Slices): number {
  return (slice + 0.5) * days;
}
