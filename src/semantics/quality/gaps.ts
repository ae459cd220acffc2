/** Expected number of gaps that chance alone reports in a whole series. */
export const GAP_ALPHA = 0.01;
/** How many days of the same weekday, before and after, say what is usual. */
const NEIGHBOURS = 8;
/** Fewer of them, near an end, say nothing by themselves. */
const FEWEST_NEIGHBOURS = 3;
/** A series shorter than this has no usual day. */
const FEWEST_DAYS = 28;
/** Median of a χ² variable with one degree of freedom. */
const CHI_SQUARE_MEDIAN = 0.4549364;

/** Days in a row on which nothing happened although something should have. */
export interface Gap {
  /** Positions in the series. */
  from: number;
  to: number;
  /** How many things were to be expected. */
  expected: number;
}

/**
 * Days without anything where the weekday usually has some. A day's usual count is the median of its weekday in the eight weeks
 * before or in those after, whichever is lower; the chance of a run of empty days is that of a negative binomial distribution with that mean, whose
 * dispersion is the median of (x − m)² / m over all days. Reported are runs so unlikely that a whole series is expected to show
 * GAP_ALPHA of them (Bonferroni).
 *
 * @param counts of every day from the first to the last, 0 for the empty ones
 * @returns in the order of time; none in a series of less than four weeks
 * Assumes that days are independent given what is usual. Simulated in `tests/simulate/quality.test.ts`.
 */
export function findGaps(counts: readonly number[]): Gap[] {
  if (counts.length < FEWEST_DAYS) return [];
  const usual = counts.map((_, day) => usualCount(counts, day));
  const dispersion = dispersionOf(counts, usual);
  const limit = Math.log(counts.length / GAP_ALPHA);
  const gaps: Gap[] = [];
  let day = 0;
  while (day < counts.length) {
    if (counts[day] > 0) {
      day += 1;
      continue;
    }
    const start = day;
    while (day < counts.length && counts[day] === 0) day += 1;
    const days = range(start, day).filter((one) => usual[one] > 0);
    const surprise = days.reduce((sum, one) => sum - logOfNothing(usual[one], dispersion), 0);
    if (surprise <= limit) continue;
    gaps.push({ from: days[0], to: days.at(-1)!, expected: days.reduce((sum, one) => sum + usual[one], 0) });
  }
  return gaps;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** The lower one of what is usual before and after: where a log sets in or ends, both are needed. */
function usualCount(counts: readonly number[], day: number): number {
  const sides = [-7, 7].map((step) => {
    const same: number[] = [];
    for (let at = day + step; same.length < NEIGHBOURS && at >= 0 && at < counts.length; at += step)
      same.push(counts[at]);
    return same;
  });
  const known = sides.filter(({ length }) => length >= FEWEST_NEIGHBOURS);
  return known.length > 0 ? Math.min(...known.map(median)) : median(sides.flat());
}

function dispersionOf(counts: readonly number[], usual: readonly number[]): number {
  const squares = counts.flatMap((count, day) => (usual[day] > 0 ? [(count - usual[day]) ** 2 / usual[day]] : []));
  return squares.length > 0 ? Math.max(1, median(squares) / CHI_SQUARE_MEDIAN) : 1;
}

/** Logarithm of the chance that a negative binomial count of this mean and variance-to-mean ratio is zero. */
function logOfNothing(mean: number, dispersion: number): number {
  return dispersion < 1.000001 ? -mean : (-mean * Math.log(dispersion)) / (dispersion - 1);
}

/** @returns 0 of nothing */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
