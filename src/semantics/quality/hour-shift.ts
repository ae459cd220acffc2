const HOURS = 24;
/** Fewer times do not show a day's course. */
const FEWEST = 300;
/** Distance of two days' courses from which they differ, beyond what chance makes of it. */
const DIFFERENT = 0.04;
/** What may be left of the distance when one is moved by whole hours. */
const LEFT = 0.35;

/**
 * By how many whole hours one day's course lies later than another: the counts per hour differ, and hardly do once one of them
 * is moved round the clock. Distances are in total variation, compared with what samples of this size differ by chance.
 *
 * @param before,after counts per hour of the day, 24 each
 * @returns from −11 to 12; undefined when they are alike, differ in another way, or are too few
 */
export function hourShift(before: readonly number[], after: readonly number[]): number | undefined {
  const [a, b] = [sum(before), sum(after)];
  if (a < FEWEST || b < FEWEST) return undefined;
  const [p, q] = [before.map((count) => count / a), after.map((count) => count / b)];
  const noise = p.reduce((all, share, hour) => all + Math.sqrt(((share + q[hour]) / 2) * (1 / a + 1 / b)), 0) * 0.4;
  const still = distance(p, q, 0);
  if (still < DIFFERENT + 1.5 * noise) return undefined;
  let best = 0;
  for (let shift = 1; shift < HOURS; shift += 1) if (distance(p, q, shift) < distance(p, q, best)) best = shift;
  if (best === 0 || distance(p, q, best) > Math.max(1.5 * noise, LEFT * still)) return undefined;
  return best > HOURS / 2 ? best - HOURS : best;
}

/** Total variation between a course and another one moved back by some hours. */
function distance(p: readonly number[], q: readonly number[], shift: number): number {
  return p.reduce((all, share, hour) => all + Math.abs(share - q[(hour + shift) % HOURS]), 0) / 2;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** A period that begins with another course of the day than the periods before it. */
export interface Seam {
  /** Position of the period. */
  at: number;
  hours: number;
}

/** How many periods since the last seam say what is usual. */
const MEMORY = 6;

/** Seams between periods in a row, such as months. */
export function findSeams(periods: readonly (readonly number[])[]): Seam[] {
  const seams: Seam[] = [];
  let usual: (readonly number[])[] = [];
  periods.forEach((period, at) => {
    const before = Array.from({ length: HOURS }, (_, hour) => usual.reduce((all, counts) => all + counts[hour], 0));
    const hours = hourShift(before, period);
    if (hours !== undefined) {
      seams.push({ at, hours });
      usual = [];
    }
    usual = [...usual, period].slice(-MEMORY);
  });
  return seams;
}

/** Months, from 1, in which clocks are put forward or back; in the south it is the other way round. */
const CLOCKS_CHANGE = { spring: [3, 4], autumn: [10, 11] };

/**
 * Parts seams between months into those that daylight saving makes of times in UTC, one hour towards one side in March or April
 * and towards the other in October or November, and the others.
 * @param monthOf the month of a seam, 1 to 12
 */
export function partSeams(
  seams: readonly Seam[],
  monthOf: (at: number) => number,
): { daylight: Seam[]; others: Seam[] } {
  const towards = ({ at, hours }: Seam): number => {
    if (Math.abs(hours) !== 1) return 0;
    if (CLOCKS_CHANGE.spring.includes(monthOf(at))) return hours;
    return CLOCKS_CHANGE.autumn.includes(monthOf(at)) ? -hours : 0;
  };
  const hemisphere = Math.sign(seams.reduce((all, seam) => all + towards(seam), 0));
  const isDaylight = (seam: Seam): boolean => hemisphere !== 0 && towards(seam) === hemisphere;
  return { daylight: seams.filter(isDaylight), others: seams.filter((seam) => !isDaylight(seam)) };
}

/** Whether times say at what hour: dates are midnights. */
export function haveHours(counts: readonly number[]): boolean {
  return sum(counts) > 0 && counts.filter((count) => count > 0.01 * sum(counts)).length >= 4;
}
