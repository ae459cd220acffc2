import type { Row } from '../../core/json.ts';

/** Draws that fall between two amounts. */
export interface Bin {
  low: number;
  high: number;
  count: number;
}

const BINS = 48;

/** Bins narrower than this share of the largest amount would have edges that floating point cannot tell apart. */
const FINEST = 2 ** -40;

/**
 * Equal bins over the draws; zero is always an edge, so that what lies below it can be told apart. Draws that differ by no more
 * than rounding are taken as one amount, in bins of at least 1.
 */
export function binDraws(values: readonly number[], bins: number = BINS): Bin[] {
  if (values.length === 0) return [];
  let [least, most] = [values[0], values[0]];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const finest = Math.max(-least, most) * FINEST;
  const equal = (most - least) / bins;
  const width = equal > finest ? equal : Math.max(1, finest);
  const first = Math.floor(least / width);
  const count = Math.floor(most / width) - first + 1;
  const found = Array.from({ length: count }, (_, i) => ({
    ...{ low: (first + i) * width, high: (first + i + 1) * width, count: 0 },
  }));
  for (const value of values) found[Math.min(count - 1, Math.floor(value / width) - first)].count += 1;
  return found;
}

/** The draws of the net return as a histogram. */
export function histogramRows(draws: readonly Row[]): Row[] {
  return binDraws(draws.map((row) => Number(row.netReturn))).map((bin) => ({ ...bin }));
}
