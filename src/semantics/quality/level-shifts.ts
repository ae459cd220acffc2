import { normalQuantile } from '../../statistics/normal-quantile.ts';
import { median } from './gaps.ts';

/** How likely a series without any shift shows one, when its weeks are independent. */
export const SHIFT_ALPHA = 0.01;
/** Weeks on either side that are compared. */
const WINDOW = 6;
const FEWEST_WEEKS = 20;
const YEAR = 52;
/** A change below this factor is none worth telling. */
const LEAST_FACTOR = 1.3;
/** Share of the change that has to happen from one fortnight to the next: a trend does not jump. */
const AT_ONCE = 0.4;
/** Share of the change that has to last: a season comes back. */
const LASTING = 0.6;
/**
 * Standard deviation of the difference of two medians of six independent normal values (0.655 of theirs), once a slope has been
 * taken away that twelve weeks on either side show.
 */
const DETRENDED_DIFFERENCE = 0.78;
const SLOPE_WINDOW = 12;
const MAD_TO_SIGMA = 1.4826;

export interface LevelShift {
  /** Position of the first week on the new level. */
  at: number;
  /** New level over the old one. */
  factor: number;
}

/**
 * Sudden and lasting shifts of the level of a weekly series: the medians of the six weeks before and after are compared on the
 * logarithm, less the slope that both sides have (Sen's), on the scale of a robust estimate of the noise (two-window median test for edges, `friedGather2007`). The noise is the
 * larger one of the MADs of differences over one week and over six, so that weeks which depend on each other widen it. Beyond
 * the test, a shift has to happen at once (a trend does not), to last (a season does not), not to have come in the same weeks of the year before and to be of 30% or more.
 *
 * @param counts per week, complete weeks only
 * @returns the largest first, at least six weeks apart; none in fewer than 20 weeks
 * False alarms over a whole series: at most SHIFT_ALPHA with independent weeks (Bonferroni over all weeks); what they are with
 * trends, seasons and autocorrelation is simulated in `tests/simulate/quality.test.ts`.
 */
export function findLevelShifts(counts: readonly number[]): LevelShift[] {
  const { length } = counts;
  if (length < FEWEST_WEEKS) return [];
  const levels = counts.map((count) => Math.log(count + 0.5));
  const noise = noiseOf(levels);
  const tests = length - 2 * WINDOW + 1;
  // The noise itself is an estimate: the fewer the weeks, the wider.
  const wider = 1 + 10 / length;
  const limit = Math.max(
    normalQuantile(1 - SHIFT_ALPHA / (2 * tests)) * wider * DETRENDED_DIFFERENCE * noise,
    Math.log(LEAST_FACTOR),
  );
  const found: LevelShift[] = [];
  for (let at = WINDOW; at <= length - WINDOW; at += 1) {
    const raw = median(levels.slice(at, at + WINDOW)) - median(levels.slice(at - WINDOW, at));
    const change = raw - WINDOW * slopeAround(levels, at);
    if (Math.abs(change) < limit) continue;
    if (cameLastYear(levels, at, change)) continue;
    const atOnce = median(levels.slice(at, at + 2)) - median(levels.slice(at - 2, at));
    const lasting = median(levels.slice(at)) - median(levels.slice(0, at));
    if (atOnce / change < AT_ONCE || lasting / change < LASTING) continue;
    found.push({ at, factor: Math.exp(change) });
  }
  return strongest(found);
}

/** Christmas comes every year. */
function cameLastYear(levels: readonly number[], at: number, change: number): boolean {
  const middle = at - YEAR;
  for (let week = Math.max(WINDOW, middle - 2); week <= middle + 2; week += 1) {
    const then = median(levels.slice(week, week + WINDOW)) - median(levels.slice(week - WINDOW, week));
    if (then / change > LASTING) return true;
  }
  return false;
}

/** Theil and Sen's slope per week on both sides, each by itself: the shift between them is no part of it. */
function slopeAround(levels: readonly number[], at: number): number {
  const slopes: number[] = [];
  for (const side of [levels.slice(Math.max(0, at - SLOPE_WINDOW), at), levels.slice(at, at + SLOPE_WINDOW)]) {
    for (let i = 0; i < side.length; i += 1) {
      for (let j = i + 1; j < side.length; j += 1) slopes.push((side[j] - side[i]) / (j - i));
    }
  }
  return median(slopes);
}

function noiseOf(levels: readonly number[]): number {
  return Math.max(...[1, WINDOW].map((lag) => spreadOfDifferences(levels, lag)));
}

/** The standard deviation of one week that differences over a lag show. */
function spreadOfDifferences(levels: readonly number[], lag: number): number {
  const differences = levels.slice(lag).map((level, i) => level - levels[i]);
  const middle = median(differences);
  return (MAD_TO_SIGMA * median(differences.map((difference) => Math.abs(difference - middle)))) / Math.SQRT2;
}

function strongest(found: readonly LevelShift[]): LevelShift[] {
  const size = ({ factor }: LevelShift): number => Math.abs(Math.log(factor));
  const kept: LevelShift[] = [];
  for (const shift of [...found].sort((a, b) => size(b) - size(a) || a.at - b.at)) {
    if (kept.every(({ at }) => Math.abs(at - shift.at) >= WINDOW)) kept.push(shift);
  }
  return kept;
}
