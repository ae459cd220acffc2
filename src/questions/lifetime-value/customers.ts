import type { Histories } from './histories.ts';

/** The calibration's summary of each customer, one entry per customer; times in the question's unit. */
export interface Customers {
  id: (string | null)[];
  /** Repeat purchases; purchases of one day are one. */
  frequency: Float64Array;
  recency: Float64Array;
  observed: Float64Array;
  /** Mean amount of the repeat purchases; 0 when there are none. */
  meanAmount: Float64Array;
  /** Day of the first purchase, counted from 1970-01-01. */
  firstDay: Float64Array;
  /** Purchases after the calibration; 0 when there is no holdout. */
  holdoutPurchases: Float64Array;
}

/** Customers whose future is the same as far as the models can tell: equal in all that the models read. */
export interface Groups {
  frequency: Float64Array;
  recency: Float64Array;
  observed: Float64Array;
  meanAmount: Float64Array;
  /** Customers of group g: `members[start[g]]` up to, not including, `members[start[g + 1]]`. */
  start: Uint32Array;
  members: Uint32Array;
}

/** Groups equal customers, in ascending order of observed, then frequency, then recency, then mean amount. */
export function groupCustomers(
  customers: Pick<Customers, 'frequency' | 'recency' | 'observed' | 'meanAmount'>,
): Groups {
  const columns = [customers.observed, customers.frequency, customers.recency, customers.meanAmount];
  const length = customers.frequency.length;
  const compare = (i: number, j: number) => {
    for (const column of columns) if (column[i] !== column[j]) return column[i] - column[j];
    return 0;
  };
  const members = Uint32Array.from({ length }, (_, i) => i).sort((i, j) => compare(i, j) || i - j);
  const start: number[] = [];
  members.forEach((entry, k) => {
    if (k === 0 || compare(members[k - 1], entry) !== 0) start.push(k);
  });
  const first = Uint32Array.from(start, (k) => members[k]);
  const pick = (column: Float64Array) => Float64Array.from(first, (entry) => column[entry]);
  return {
    frequency: pick(customers.frequency),
    recency: pick(customers.recency),
    observed: pick(customers.observed),
    meanAmount: pick(customers.meanAmount),
    start: Uint32Array.from([...start, length]),
    members,
  };
}

export function sizeOf({ start }: Groups, group: number): number {
  return start[group + 1] - start[group];
}

/** What the purchase model reads of the groups: groups that differ only in amounts stay apart, which changes nothing. */
export function historiesOf(groups: Groups): Histories {
  const { frequency, recency, observed } = groups;
  return { frequency, recency, observed, weight: frequency.map((_, g) => sizeOf(groups, g)) };
}

/** How often each value occurs. */
export function countBy(values: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  values.forEach((value) => counts.set(value, (counts.get(value) ?? 0) + 1));
  return counts;
}
