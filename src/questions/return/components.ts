/** Where the difference of margin per customer comes from; adds up to it. */
export interface Components {
  /** More (or fewer) customers buy at all. */
  buyers: number;
  /** Those who buy do it more often. */
  frequency: number;
  /** An order brings more margin. */
  perOrder: number;
}

export const COMPONENTS = ['buyers', 'frequency', 'perOrder'] as const satisfies readonly (keyof Components)[];

/** Means per customer. */
export interface GroupMeans {
  active: number;
  orders: number;
  margin: number;
}

/**
 * Splits the difference of two groups' margin per customer = share of buyers × orders per buyer × margin per order among
 * the three: Shapley's value of the product, `shapley1953`, so that it does not matter which factor is changed first.
 * @returns undefined when nobody buys in one of the groups: its orders have no margin then
 * Accuracy: fixture `return.py`, the mean over all orders in which the factors can change.
 */
export function componentsOf(treated: GroupMeans, control: GroupMeans): Components | undefined {
  const [to, from] = [factorsOf(treated), factorsOf(control)];
  if (!to || !from) return undefined;
  const change = (i: number): number => {
    const [j, k] = [0, 1, 2].filter((other) => other !== i) as [number, number];
    const others = (to[j] * to[k] + from[j] * from[k]) / 3 + (to[j] * from[k] + from[j] * to[k]) / 6;
    return (to[i] - from[i]) * others;
  };
  return { buyers: change(0), frequency: change(1), perOrder: change(2) };
}

function factorsOf({ active, orders, margin }: GroupMeans): number[] | undefined {
  return active > 0 && orders > 0 ? [active, orders / active, margin / orders] : undefined;
}
