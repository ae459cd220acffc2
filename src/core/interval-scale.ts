/** Where things stand on an interval's line, as percentages of its length. */
export interface IntervalPlaces {
  low: number;
  high: number;
  value: number;
  /** Left out when zero is too far away to show. */
  zero?: number;
  /** Of the value marked; one that is far away stands at the end of the line. */
  mark?: number;
}

/** Zero is shown when it is no further from the interval than the interval is wide. */
export function placeInterval(value: number, low: number, high: number, mark?: number): IntervalPlaces {
  const [start, end] = [Math.min(low, value), Math.max(high, value)];
  const width = end - start || Math.abs(value) || 1;
  const showsZero = start - width <= 0 && end + width >= 0;
  const from = Math.min(start - width * 0.4, showsZero ? -width * 0.15 : Infinity);
  const to = Math.max(end + width * 0.4, showsZero ? width * 0.15 : -Infinity);
  const place = (x: number): number => ((x - from) / (to - from)) * 100;
  const places = { low: place(low), high: place(high), value: place(value) };
  return {
    ...places,
    ...(showsZero && { zero: place(0) }),
    ...(mark !== undefined && { mark: Math.min(99, Math.max(1, place(mark))) }),
  };
}
