import { BINS_PER_DECADE, type MagnitudeBin } from './magnitude-histogram.ts';

/** By how much one unit is larger than the other. */
const FACTORS = [100, 1_000];
/** Share of the smaller unit from which it is one, and the fewest values. */
const LEAST_SHARE = 0.005;
const FEWEST_VALUES = 20;
/** How many values may lie in the gap, as a share of the smaller of the two groups. */
const GAP_SHARE = 0.02;
/** Half a factor of two: how wide the gap is at least, in bins. */
const GAP_BINS = 15;
/**
 * Largest distance between the distributions when the larger values are divided (Kolmogorov’s): where fractions speak for two
 * units as well, and where nothing but the distance does.
 */
const FURTHEST = { supported: 0.2, alone: 0.08 };

export interface UnitMixture {
  /** Values of this size and more are in the smaller unit, as cents are. */
  limit: number;
  divisor: number;
  /** How many values are at or above the limit. */
  count: number;
}

/**
 * Whether a column holds two units, such as euros and cents: its magnitudes fall into two groups with a gap between them, a
 * factor of 100 or 1000 apart, that have the same distribution once the larger ones are divided; all the more where the
 * smaller ones have fractions and the larger ones none.
 *
 * @param bins positive values by magnitude, ascending
 */
export function findUnitMixture(bins: readonly MagnitudeBin[]): UnitMixture | undefined {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  for (const { low, high, start } of splits(bins)) {
    const [few, many] = [low, high].map(countOf).sort((a, b) => a - b);
    if (few < FEWEST_VALUES || few < LEAST_SHARE * total || many === 0) continue;
    for (const divisor of FACTORS) {
      const apart = distance(low, high, Math.log10(divisor) * BINS_PER_DECADE, few);
      if (apart > (lostFractions(low, high) ? FURTHEST.supported : FURTHEST.alone)) continue;
      return { limit: 10 ** (start / BINS_PER_DECADE), divisor, count: countOf(high) };
    }
  }
  return undefined;
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

/** Kolmogorov's distance, less what chance makes of it in samples of this size. */
function distance(low: readonly MagnitudeBin[], high: readonly MagnitudeBin[], shift: number, few: number): number {
  const [lows, highs] = [countOf(low), countOf(high)];
  const ends = [...low.map(({ bin }) => bin), ...high.map(({ bin }) => bin - shift)];
  let furthest = 0;
  for (const end of ends) {
    const below = low.reduce((sum, { bin, count }) => sum + (bin <= end ? count : 0), 0) / lows;
    const above = high.reduce((sum, { bin, count }) => sum + (bin - shift <= end ? count : 0), 0) / highs;
    furthest = Math.max(furthest, Math.abs(below - above));
  }
  return furthest - 1 / Math.sqrt(few);
}

/** Euros have a fraction, cents have none. */
function lostFractions(low: readonly MagnitudeBin[], high: readonly MagnitudeBin[]): boolean {
  const share = (bins: readonly MagnitudeBin[]): number =>
    bins.reduce((sum, { whole }) => sum + whole, 0) / countOf(bins);
  return share(low) < 0.8 && share(high) > 0.99;
}
