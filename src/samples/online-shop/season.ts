import { dayToIso } from '../../core/time.ts';
import { END, SERVICE, START } from './scenario.ts';

/** How much more or less is bought in January, February … than on average. */
const MONTHS = [0.92, 0.9, 0.95, 0.97, 1.0, 1.0, 0.95, 0.88, 0.98, 1.03, 1.24, 1.18];
/** Sunday to Saturday. */
const WEEKDAYS = [1.08, 1.02, 0.98, 0.96, 0.95, 0.98, 1.03];

const DAYS = END - START;
const factors = Float64Array.from({ length: DAYS }, (_, i) => {
  const month = Number(dayToIso(START + i).slice(5, 7)) - 1;
  // 1970-01-01 was a Thursday.
  return MONTHS[month] * WEEKDAYS[(START + i + 4) % 7];
});
/** Rates are those of the days before service came in: from these they can be found again. */
const base = factors.subarray(0, SERVICE.startDay - START);
const mean = base.reduce((sum, factor) => sum + factor, 0) / base.length;

/** Season-weighted days from START to the start of each day: chance knows no season in this time. */
const elapsed = new Float64Array(DAYS + 1);
for (let i = 0; i < DAYS; i++) elapsed[i + 1] = elapsed[i] + factors[i] / mean;

/** Season-weighted days since START; `day` in [START, END]. */
export function seasonTime(day: number): number {
  const i = Math.min(DAYS - 1, Math.floor(day - START));
  return elapsed[i] + (day - START - i) * (elapsed[i + 1] - elapsed[i]);
}

/** The day at which so many season-weighted days have passed; the inverse of `seasonTime`. */
export function dayAt(time: number): number {
  let low = 0;
  let high = DAYS;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (elapsed[middle] <= time) low = middle;
    else high = middle;
  }
  return START + low + (time - elapsed[low]) / (elapsed[low + 1] - elapsed[low]);
}
