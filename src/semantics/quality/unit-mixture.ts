import { BINS_PER_DECADE, type MagnitudeBin } from './magnitude-histogram.ts';

/** By how much one unit is larger than the other. */
const FACTORS = [100, 1_000];
/** Share of the smaller unit from which it is one, and the fewest values. */
const LEAST_SHARE = 0.005;
const FEWEST_VALUES = 50;
/** How many values may lie in the gap, as a share of the smaller of the two groups. */
const GAP_SHARE = 0.02;
/** Half a factor of two: how wide the gap is at least, in bins. */
const GAP_BINS = 15;
/**
 * How far the middle of the divided values may surely be from that of the others, in powers of ten, and by how much more than
 * chance explains the distributions may differ (Kolmogorov’s distance): where fractions speak for two units as well, and where
 * nothing but the likeness does.
 */
const ALIKE = { supported: { middle: 0.06, shape: 0.1 }, alone: { middle: 0.03, shape: 0.05 } };
/** How many times one group may surely be as wide as the other. */
const ALIKE_WIDTH = 1.5;
/** Standard errors up to which a difference may be larger than it looks: 97.7% of the time it is not. */
const SURE = 2;
/** Kolmogorov’s distance at 1%. */
const KOLMOGOROV = 1.628;

export interface UnitMixture {
  /** Values of this size and more are in the smaller unit, as cents are. */
  limit: number;
  divisor: number;
  /** How many values are at or above the limit. */
  count: number;
}

/**
 * Whether a column holds two units, such as euros and cents: its magnitudes fall into two groups with a gap between them, a
 * factor of 100 or 1000 apart, that have the same distribution once the larger ones are divided. That has to be shown: the
 * confidence limits of middle and width lie within bounds, so that few values show nothing. Where the smaller ones have fractions
 * the larger ones have none.
 *
 * @param bins positive values by magnitude, ascending
 * Other customers with other amounts are taken for another unit where they happen to lie within those bounds. Simulated in
 * `tests/simulate/quality.test.ts`.
 */
export function findUnitMixture(bins: readonly MagnitudeBin[]): UnitMixture | undefined {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  for (const { low, high, start } of splits(bins)) {
    const [few, many] = [low, high].map(countOf).sort((a, b) => a - b);
    if (few < FEWEST_VALUES || few < LEAST_SHARE * total || many === 0) continue;
    const bounds = boundsFor(low, high);
    for (const divisor of bounds ? FACTORS : []) {
      if (areAlike(low, high, Math.log10(divisor) * BINS_PER_DECADE, bounds!))
        return { limit: 10 ** (start / BINS_PER_DECADE), divisor, count: countOf(high) };
    }
  }
  return undefined;
}

interface Bounds {
  middle: number;
  shape: number;
}

/** @returns undefined for larger values with fractions among smaller ones with fractions: they are no cents */
function boundsFor(low: readonly MagnitudeBin[], high: readonly MagnitudeBin[]): Bounds | undefined {
  if (wholeShare(low) >= 0.8) return ALIKE.alone;
  return wholeShare(high) > 0.99 ? ALIKE.supported : undefined;
}

function areAlike(
  low: readonly MagnitudeBin[],
  high: readonly MagnitudeBin[],
  shift: number,
  { middle, shape }: Bounds,
): boolean {
  const [a, b] = [momentsOf(low), momentsOf(high)];
  const apart =
    Math.abs(b.mean - shift - a.mean) + SURE * Math.hypot(a.spread / Math.sqrt(a.n), b.spread / Math.sqrt(b.n));
  if (apart > middle * BINS_PER_DECADE) return false;
  const wider = Math.abs(Math.log(b.spread / a.spread)) + SURE * Math.sqrt(1 / (2 * a.n) + 1 / (2 * b.n));
  if (!(wider <= Math.log(ALIKE_WIDTH))) return false;
  return distance(low, high, shift) - KOLMOGOROV * Math.sqrt(1 / a.n + 1 / b.n) <= shape;
}

/** Of the logarithms, in bins. */
function momentsOf(bins: readonly MagnitudeBin[]): { n: number; mean: number; spread: number } {
  const n = countOf(bins);
  const mean = bins.reduce((sum, { bin, count }) => sum + bin * count, 0) / n;
  return { n, mean, spread: Math.sqrt(bins.reduce((sum, { bin, count }) => sum + count * (bin - mean) ** 2, 0) / n) };
}

function countOf(bins: readonly MagnitudeBin[]): number {
  return bins.reduce((sum, { count }) => sum + count, 0);
}

/** Every way to part the values at a stretch of (nearly) empty bins. */
function* splits(
  bins: readonly MagnitudeBin[],
): Generator<{ low: readonly MagnitudeBin[]; high: readonly MagnitudeBin[]; start: number }> {
  for (let i = 1; i < bins.length; i += 1) {
    if (bins[i].bin - bins[i - 1].bin >= GAP_BINS)
      yield { low: bins.slice(0, i), high: bins.slice(i), start: bins[i].bin };
  }
  const [first, last] = [bins[0]?.bin ?? 0, bins.at(-1)?.bin ?? 0];
  for (let at = first + GAP_BINS; at + GAP_BINS < last; at += 5) {
    const inside = countOf(bins.filter(({ bin }) => bin >= at && bin < at + GAP_BINS));
    if (inside === 0) continue;
    const low = bins.filter(({ bin }) => bin < at + GAP_BINS / 2);
    const high = bins.filter(({ bin }) => bin >= at + GAP_BINS / 2);
    if (inside <= GAP_SHARE * Math.min(countOf(low), countOf(high)))
      yield { low, high, start: at + Math.ceil(GAP_BINS / 2) };
  }
}

/** Kolmogorov's distance. */
function distance(low: readonly MagnitudeBin[], high: readonly MagnitudeBin[], shift: number): number {
  const [lows, highs] = [countOf(low), countOf(high)];
  const ends = [...low.map(({ bin }) => bin), ...high.map(({ bin }) => bin - shift)];
  let furthest = 0;
  for (const end of ends) {
    const below = low.reduce((sum, { bin, count }) => sum + (bin <= end ? count : 0), 0) / lows;
    const above = high.reduce((sum, { bin, count }) => sum + (bin - shift <= end ? count : 0), 0) / highs;
    furthest = Math.max(furthest, Math.abs(below - above));
  }
  return furthest;
}

function wholeShare(bins: readonly MagnitudeBin[]): number {
  return bins.reduce((sum, { whole }) => sum + whole, 0) / countOf(bins);
}
