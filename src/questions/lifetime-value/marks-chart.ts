import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { RenderItem } from '../../ui/chart-engine.ts';

/** A column as numbers; missing values are NaN. */
export function column(rows: readonly Row[], name: string): number[] {
  return rows.map((row) => (typeof row[name] === 'number' ? row[name] : NaN));
}

/** Room for the names of axes. */
export const GRID = { outerBoundsContain: 'all' as const };

/** A name along a horizontal axis. */
export function named<const A extends object>(
  axis: A,
  name: string,
): A & { name: string; nameLocation: 'middle'; nameGap: number } {
  return { ...axis, name, nameLocation: 'middle', nameGap: 30 };
}

/** A vertical line with caps from low to high; data are [position on the category axis, low, high]; none where they are NaN. */
export function whiskers(colour: string, shift: number = 0): RenderItem {
  const cap = 4;
  return (_parameters, api) => {
    if (!Number.isFinite(Number(api.value(1)))) return null;
    const at = (value: number) => {
      const [x, y] = api.coord([api.value(0), value]);
      return [x + shift * (api.size ? Number((api.size([1, 0]) as number[])[0]) : 0), y];
    };
    const [x, low] = at(Number(api.value(1)));
    const high = at(Number(api.value(2)))[1];
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke: colour, lineWidth: 1.5 },
    });
    return {
      type: 'group',
      children: [line(x, low, x, high), line(x - cap, low, x + cap, low), line(x - cap, high, x + cap, high)],
    };
  };
}

/** An axis of shares, from none to all. */
export function shareAxis(chart: ChartContext): ShareAxis {
  return {
    type: 'value',
    min: 0,
    max: 1,
    axisLabel: { formatter: (value: number) => plain(chart.number(value, 'share')) },
  };
}

interface ShareAxis {
  type: 'value';
  min: number;
  max: number;
  axisLabel: { formatter: (value: number) => string };
}

interface EndLabel {
  show: true;
  formatter: string;
  color: string;
  distance: number;
  offset: number[];
}

/** The end of a line carries its name, moved down by some pixels. */
export function endLabel(text: string, colour: string, down: number = 0): EndLabel {
  return { show: true, formatter: text, color: colour, distance: 6, offset: [0, down] };
}

/** A number on an axis without its one or two decimals where they are zero. */
export function plain(text: string): string {
  return text.replace(/[.,]0{1,2}(?=\D*$)/, '');
}
