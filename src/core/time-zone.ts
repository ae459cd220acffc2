/** From `fromMs` (since 1970, UTC) on, clocks in the zone are `offsetMs` ahead of UTC. */
export interface ZoneOffset {
  fromMs: number;
  offsetMs: number;
}

const HOUR = 3_600_000;
const STEP = 10 * 24 * HOUR;

/**
 * The offsets of a time zone in the years asked for, in order; the first one begins at −∞. Rules are those of `Intl`.
 * @throws RangeError for a zone that `Intl` does not know.
 */
export function zoneOffsets(timeZone: string, fromYear: number = 1900, toYear: number = 2100): ZoneOffset[] {
  const offsetAt = offsetReader(timeZone);
  const start = Date.UTC(fromYear, 0, 1);
  const end = Date.UTC(toYear + 1, 0, 1);
  const offsets: ZoneOffset[] = [{ fromMs: -Infinity, offsetMs: offsetAt(start) }];
  for (let low = start; low < end; low += STEP) {
    let before = offsets[offsets.length - 1]!.offsetMs;
    if (offsetAt(low + STEP) === before) continue;
    const change = firstChange(offsetAt, low, low + STEP, before);
    before = offsetAt(change);
    offsets.push({ fromMs: change, offsetMs: before });
  }
  return offsets;
}

/** Converts instants to the zone's local time; consecutive instants are mostly close, so the last interval is tried first. */
export function localTimeConverter(offsets: readonly ZoneOffset[]): (ms: number) => number {
  let last = 0;
  return (ms) => {
    const holds = ms >= offsets[last]!.fromMs && (last + 1 === offsets.length || ms < offsets[last + 1]!.fromMs);
    if (!holds) last = intervalOf(offsets, ms);
    return ms + offsets[last]!.offsetMs;
  };
}

function intervalOf(offsets: readonly ZoneOffset[], ms: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]!.fromMs <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}

function firstChange(offsetAt: (ms: number) => number, low: number, high: number, before: number): number {
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetReader(timeZone: string): (ms: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const part = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
    const read = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
    const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
    return local - Math.floor(ms / 1000) * 1000;
  };
}
