import type { Row } from '../../core/json.ts';

/** Draws that fall between two amounts. */
export interface Bin {
  low: number;
  high: number;
  count: number;
}

const BINS = 48;

/** Equal bins over the draws; zero is always an edge, so that what lies below it can be told apart. */
export function binDraws(values: readonly number[], bins: number = BINS): Bin[] {
  if (values.length === 0) return [];
  let [least, most] = [values[0], values[0]];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const width = (most - least) / bins || 1;
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
