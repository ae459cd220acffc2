import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';

/** One series of lines. */
type LineSeries = Extract<NonNullable<ChartOption['series']>, { type?: 'line' }>;

interface ShareAxis {
  type: 'value';
  min: number;
  max: number;
  axisLabel: { formatter: (value: number) => string };
}

/** Fields of a row as numbers; what may not be seen is NaN. */
export function numbers<K extends string>(row: Row, ...names: K[]): Record<K, number> {
  return Object.fromEntries(names.map((name) => [name, row[name] === null ? NaN : Number(row[name])])) as Record<
    K,
    number
  >;
}

/** A line from low to high; data are [along the category or x axis, low, high]. */
export function whiskers(colour: string, lying: boolean): RenderItem {
  return (_params, api) => {
    const [at, low, high] = [api.value(0), api.value(1), api.value(2)];
    if (!Number.isFinite(Number(low)) || !Number.isFinite(Number(high))) return null;
    const [from, to] = lying
      ? [api.coord([low, at]), api.coord([high, at])]
      : [api.coord([at, low]), api.coord([at, high])];
    const shape = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
    return { type: 'line', shape, style: { stroke: colour, lineWidth: 1.5, fill: undefined } };
  };
}

/** An axis of shares, from none to all. */
export const shares = (chart: ChartContext): ShareAxis => ({
  type: 'value',
  min: 0,
  max: 1,
  axisLabel: { formatter: (value: number) => chart.number(value, 'share').replace(/[.,]0(?=\D*$)/, '') },
});

/** Labels of an axis in the language's own form. */
export function plainNumbers(chart: ChartContext): { formatter: (value: number) => string } {
  return { formatter: (value) => chart.number(value, 'number') };
}

/** Keeps the name of the horizontal axis inside the chart. */
export const roomForName = { bottom: 24 };

/** An axis with its name along it. */
export function named(axis: object, name: string, gap: number): object {
  return { ...axis, name, nameLocation: 'middle', nameGap: gap };
}

interface DirectLabel {
  label: string;
  /** Which point carries it. */
  at: number;
  where: 'left' | 'right';
  symbols: boolean;
}

/** A line through points, labelled at one of them. */
export function line(points: number[][], colour: string, direct?: DirectLabel): LineSeries {
  const data = points.map((value, i) =>
    direct?.at === i
      ? { value, label: { show: true, formatter: direct.label, position: direct.where, color: colour } }
      : { value },
  );
  return {
    type: 'line',
    data,
    showSymbol: direct?.symbols ?? false,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
  };
}

/** The diagonal: what a ranking that knows nothing gives. */
export function chance({ theme }: ChartContext, label: string): LineSeries {
  return {
    type: 'line',
    silent: true,
    showSymbol: false,
    data: [
      [0, 0],
      [1, 1],
    ],
    lineStyle: { color: theme.ink3, width: 1, type: [4, 3] },
    itemStyle: { color: theme.ink3 },
    tooltip: { show: false },
    ...(label && {
      endLabel: { show: true, formatter: label, color: theme.ink2, align: 'right', offset: [-8, 22] },
    }),
  };
}
