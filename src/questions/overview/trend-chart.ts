import type { Row } from '../../core/json.ts';
import type { Period } from '../../core/periods.ts';
import type { Unit } from '../../core/units.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { withOpacity } from '../../ui/colour.ts';
import { tooltipHtml, type TooltipRow } from '../../ui/tooltip-html.ts';
import type { TrendRow } from './trend.ts';

type Series = Extract<NonNullable<ChartOption['series']>, readonly unknown[]>[number];

/** How a period is called on an axis. */
export function periodLabel(start: string, period: Period, chart: Pick<ChartContext, 'say' | 'date'>): string {
  if (period !== 'quarter') return chart.date(start, period === 'week' ? 'medium' : 'month');
  const quarter = Math.floor((Number(start.slice(5, 7)) - 1) / 3) + 1;
  return chart.say('overview.period.quarter', { quarter, year: start.slice(0, 4) });
}

/** A number of an axis without decimals that are zero. */
export function axisText(value: number, unit: Unit, chart: Pick<ChartContext, 'number'>): string {
  return chart.number(value, unit).replace(/[.,]0{1,2}(?=\D*$)/, '');
}

export interface Quantity {
  /** A column of the trend, or what is worked out of its row. */
  value(row: TrendRow): number | null;
  label: string;
  unit: Unit;
  colour: string;
  /** Columns of its interval. */
  interval?: { low: keyof TrendRow & string; high: keyof TrendRow & string };
}

/** Axes, baseline and tooltip that every chart over the periods has. */
export function trendFrame(
  rows: readonly TrendRow[],
  period: Period,
  quantities: readonly Quantity[],
  chart: ChartContext,
): ChartOption {
  const { unit } = quantities[0];
  return {
    grid: { top: 22, left: 2, right: quantities.length > 1 ? 84 : 12, bottom: 2 },
    xAxis: { type: 'category', data: rows.map((row) => periodLabel(row.period, period, chart)) },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => axisText(value, unit, chart) } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (hovered) => {
        const [first] = (Array.isArray(hovered) ? hovered : [hovered]) as { dataIndex: number }[];
        const row = rows[first?.dataIndex ?? 0];
        return tooltipHtml(
          periodLabel(row.period, period, chart),
          quantities.map((quantity) => tooltipRow(row, quantity, chart)),
          row.complete ? '' : chart.say('overview.chart.partial'),
        );
      },
    },
  };
}

function tooltipRow(
  row: TrendRow,
  { value, label, unit, colour, interval }: Quantity,
  chart: ChartContext,
): TooltipRow {
  const show = (number: unknown): string => (typeof number === 'number' ? chart.number(number, unit) : '–');
  const range = interval
    ? ` (${chart.say('ui.estimate.range', { low: show(row[interval.low]), high: show(row[interval.high]) })})`
    : '';
  const number = value(row);
  return { label, value: number === null ? '–' : show(number) + range, colour };
}

/** The periods of the baseline, shaded over their full width. */
export function baselineShade(rows: readonly TrendRow[], { theme, say }: ChartContext): Series[] {
  const first = rows.findIndex(({ baseline }) => baseline);
  const last = rows.findLastIndex(({ baseline }) => baseline);
  if (first < 0) return [];
  const renderItem: RenderItem = (params, api) => {
    const area = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
    const [width] = (api.size?.([1, 0]) ?? [0]) as number[];
    const left = Math.max(area.x, api.coord([first, 0])[0] - width / 2);
    const right = Math.min(area.x + area.width, api.coord([last, 0])[0] + width / 2);
    return {
      type: 'group',
      silent: true,
      children: [
        {
          type: 'rect',
          shape: { x: left, y: area.y, width: right - left, height: area.height },
          style: { fill: withOpacity(theme.ink, 0.06) },
        },
        {
          type: 'text',
          style: { text: say('overview.chart.baseline'), x: left + 2, y: area.y - 16, fill: theme.ink2, fontSize: 12 },
        },
      ],
    };
  };
  return [{ type: 'custom', silent: true, z: 0, tooltip: { show: false }, renderItem, data: [[first, 0]] }];
}

/** More points than this are a line without dots. */
const MOST_DOTS = 36;

/** Whether lines can do without the periods that are not complete. */
export function hasCompletePeriods(rows: readonly TrendRow[]): boolean {
  return rows.filter(({ complete }) => complete).length >= 2;
}

interface LineForm {
  /** Its name stands at its end. */
  isNamed: boolean;
  narrow: boolean;
}

/** Complete periods only; without two of them all, dashed. A rate with its interval stands for itself in any period. */
function lineSeries(rows: readonly TrendRow[], quantity: Quantity, { isNamed, narrow }: LineForm): Series {
  const { value, label, colour, interval } = quantity;
  const isFull = interval !== undefined || hasCompletePeriods(rows);
  return {
    type: 'line',
    data: rows.map((row) => (row.complete || !isFull || interval ? value(row) : null)),
    lineStyle: { color: colour, width: 2, type: isFull ? 'solid' : [4, 4] },
    itemStyle: { color: colour },
    // A rate with its interval is a point of its own, also between periods without one.
    showSymbol: rows.length <= MOST_DOTS || interval !== undefined,
    showAllSymbol: true,
    symbolSize: narrow ? 4 : 6,
    labelLayout: { moveOverlap: 'shiftY' },
    z: 4,
    // While a line grows, ECharts would place the name at the first point, and there may be none.
    ...(isNamed
      ? { animation: false, endLabel: { show: true, color: colour, formatter: label, fontWeight: 600, lineHeight: 16 } }
      : {}),
  };
}

export function buildLinesOption(
  rows: readonly TrendRow[],
  period: Period,
  quantities: readonly Quantity[],
  chart: ChartContext,
): ChartOption {
  const isNamed = quantities.length > 1;
  return {
    ...trendFrame(rows, period, quantities, chart),
    series: [
      ...baselineShade(rows, chart),
      ...quantities.flatMap((quantity) => intervalSeries(rows, quantity)),
      ...quantities.map((quantity) => lineSeries(rows, quantity, { isNamed, narrow: chart.narrow })),
    ],
  };
}

/** A stroke per period from the low to the high end. */
function intervalSeries(rows: readonly TrendRow[], { interval, colour }: Quantity): Series[] {
  if (!interval) return [];
  const known = rows.flatMap((row, i) => {
    const [low, high] = [row[interval.low], row[interval.high]];
    return typeof low === 'number' && typeof high === 'number' ? [[i, low, high]] : [];
  });
  const renderItem: RenderItem = (_params, api) => {
    const [x, bottom] = api.coord([api.value(0), api.value(1)]);
    const [, top] = api.coord([api.value(0), api.value(2)]);
    const style = { stroke: withOpacity(colour, 0.5), lineWidth: 4, lineCap: 'round' as const };
    return { type: 'line', silent: true, shape: { x1: x, y1: bottom, x2: x, y2: top }, style };
  };
  // Both ends take part in the scale of the axis.
  return [
    {
      type: 'custom',
      silent: true,
      z: 2,
      tooltip: { show: false },
      encode: { x: 0, y: [1, 2] },
      renderItem,
      data: known,
    },
  ];
}

/** A bar per period; lighter where the period is not complete. */
export function buildRevenueOption(rows: readonly TrendRow[], period: Period, chart: ChartContext): ChartOption {
  const { theme } = chart;
  const revenue: Quantity = {
    value: ({ revenue: value }) => value,
    label: chart.say('overview.column.revenue'),
    unit: 'money',
    colour: theme.accent,
  };
  return {
    ...trendFrame(rows, period, [revenue], chart),
    series: [
      ...baselineShade(rows, chart),
      {
        type: 'bar',
        z: 3,
        data: rows.map((row) => ({
          value: revenue.value(row) ?? NaN,
          itemStyle: row.complete
            ? { color: theme.accent }
            : {
                color: withOpacity(theme.accent, 0.3),
                borderColor: theme.accent,
                borderWidth: 1,
                borderType: 'dashed' as const,
              },
        })),
      },
    ],
  };
}

export function asTrend(rows: readonly Row[]): TrendRow[] {
  return rows as unknown as TrendRow[];
}
