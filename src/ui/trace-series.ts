export interface TracePoint {
  series: string;
  x: number;
  y: number;
}

export interface TraceLine {
  series: string;
  points: { x: number; y: number }[];
  /** SVG path on a field of `width` × `height`. */
  path: string;
  last: { x: number; y: number };
}

/** The points of each series as a line; all lines share their scales. */
export function traceLines(trace: readonly TracePoint[], width: number, height: number): TraceLine[] {
  const finite = trace.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  if (finite.length === 0) return [];
  const [xs, ys] = [finite.map((point) => point.x), finite.map((point) => point.y)];
  const x = scale(Math.min(...xs), Math.max(...xs), 0, width);
  const y = scale(Math.min(...ys), Math.max(...ys), height, 0);
  return [...new Set(finite.map((point) => point.series))].map((series) => {
    const points = finite.filter((point) => point.series === series);
    const placed = points.map((point) => ({ x: x(point.x), y: y(point.y) }));
    const path = placed
      .map((place, index) => `${index ? 'L' : 'M'}${place.x.toFixed(1)} ${place.y.toFixed(1)}`)
      .join('');
    return { series, points, path, last: placed.at(-1)! };
  });
}

function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const width = high - low;
  return (value) => (width === 0 ? (from + to) / 2 : from + ((value - low) / width) * (to - from));
}
