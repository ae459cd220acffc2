/** Places whose counts add up to a number that is known. */
export interface KnownSum {
  places: readonly number[];
  sum: number;
}

interface Bounds {
  low: number;
  high: number;
}

/**
 * Hidden counts that follow from known sums, by elimination and by what the bounds of the others leave: those for which one
 * value is left. What is not `marked` may be any number from 0; what is, lies from 1 to `most`.
 */
export function foundBySubtraction(
  sums: readonly KnownSum[],
  { marked, most }: { marked: ReadonlySet<number>; most: number },
): Set<number> {
  const places = [...new Set(sums.flatMap((known) => known.places))];
  const bounds = new Map<number, Bounds>(
    places.map((place) => [place, marked.has(place) ? { low: 1, high: most } : { low: 0, high: Infinity }]),
  );
  const all = [...sums, ...eliminated(sums, places)];
  for (let isTighter = true; isTighter;) isTighter = all.map((known) => tighten(known, bounds)).includes(true);
  return new Set(places.filter((place) => bounds.get(place)!.low >= bounds.get(place)!.high));
}

function tighten({ places, sum }: KnownSum, bounds: Map<number, Bounds>): boolean {
  let isTighter = false;
  for (const place of places) {
    const own = bounds.get(place)!;
    let [low, high] = [sum, sum];
    for (const other of places) {
      if (other === place) continue;
      low -= bounds.get(other)!.high;
      high -= bounds.get(other)!.low;
    }
    const next = { low: Math.max(own.low, low), high: Math.min(own.high, high) };
    isTighter ||= next.low > own.low || next.high < own.high;
    bounds.set(place, next);
  }
  return isTighter;
}

const NOTHING = 1e-9;

/** The rows of the reduced echelon form that are plain sums again. */
function eliminated(sums: readonly KnownSum[], places: readonly number[]): KnownSum[] {
  const matrix = sums.map((known) => [...places.map((place) => (known.places.includes(place) ? 1 : 0)), known.sum]);
  let done = 0;
  for (let column = 0; column < places.length; column += 1) {
    const at = matrix.findIndex((row, i) => i >= done && Math.abs(row[column]!) > NOTHING);
    if (at < 0) continue;
    [matrix[done], matrix[at]] = [matrix[at]!, matrix[done]!];
    const lead = matrix[done]![column]!;
    const pivot = (matrix[done] = matrix[done]!.map((value) => value / lead));
    for (const [i, row] of matrix.entries()) {
      const factor = row[column]!;
      if (i !== done && factor !== 0) matrix[i] = row.map((value, c) => value - factor * pivot[c]!);
    }
    done += 1;
  }
  return matrix.flatMap((row) => {
    const isPlain = places.every((_, i) => Math.abs(row[i]! * (row[i]! - 1)) < NOTHING);
    const own = places.filter((_, i) => Math.abs(row[i]!) > NOTHING);
    return isPlain && own.length > 0 ? [{ places: own, sum: Math.round(row[places.length]! * 1e6) / 1e6 }] : [];
  });
}
