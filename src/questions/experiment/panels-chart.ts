import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { CHART_FONT } from '../../ui/chart-theme.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

export interface PanelRow {
  label: string;
  value: number;
  low: number;
  high: number;
}

/** Rows on one scale. */
export interface Panel {
  /** Left out where the rows say it. */
  title?: string;
  rows: PanelRow[];
  /** Draws the line of no effect; what holds it is muted. */
  hasZero: boolean;
  text: (value: number) => string;
  /** What the axis and the ends of intervals have instead, where the unit would take too much room. */
  axis?: (value: number) => string;
  /** Digits after the point that numbers beside an interval of this width are written with. */
  digits: (width: number) => number;
}

const ROW = 36;
const TITLE = 24;
const AXIS = 26;
const GAP = 14;
const TOP = 4;
/** A character of the chart's font on average, rather too wide. */
const CHARACTER = 6.2;
const MOST_LABEL = 240;

export function panelsHeight(panels: readonly Panel[]): number {
  return panels.reduce((sum, panel) => sum + heightOf(panel), TOP);
}

function heightOf({ title, rows }: Panel): number {
  return (title === undefined ? 0 : TITLE) + rows.length * ROW + AXIS + GAP;
}

/**
 * Panels below each other, each with a scale of its own: per row a dot, its interval, and both as text, which stands beside the
 * row where there is room and above it where there is not.
 */
export function buildPanelsOption(panels: readonly Panel[], chart: ChartContext): ChartOption {
  const { theme } = chart;
  const every = panels.flatMap((panel) => panel.rows.map((row, i) => ({ ...row, text: rangeText(panel, i, chart) })));
  const left = chart.narrow ? 18 : 30 + Math.min(MOST_LABEL, widthOf(every.map(({ label }) => label)));
  const right = chart.narrow ? 18 : 26 + widthOf(every.map(({ text }) => text));
  const tops = panels.map((_, i) => TOP + panels.slice(0, i).reduce((sum, panel) => sum + heightOf(panel), 0));
  return {
    graphic: panels.flatMap(({ title }, i) =>
      title === undefined
        ? []
        : [
            {
              type: 'text' as const,
              left: 0,
              top: tops[i],
              silent: true,
              style: { text: title, fill: theme.ink, fontSize: 12, fontWeight: 600, fontFamily: CHART_FONT },
            },
          ],
    ),
    grid: panels.map(({ title, rows }, i) => ({
      left,
      right,
      top: tops[i] + (title === undefined ? 0 : TITLE),
      height: rows.length * ROW,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: panels.map(({ text, axis = text, hasZero }, i) => ({
      type: 'value' as const,
      gridIndex: i,
      scale: !hasZero,
      splitNumber: chart.narrow ? 3 : 4,
      axisLabel: { formatter: (value: number) => withoutZeros(axis(value)) },
    })),
    yAxis: panels.map(({ rows }, i) => ({
      type: 'category' as const,
      gridIndex: i,
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisLabel: { show: !chart.narrow, interval: 0, width: left - 14, overflow: 'truncate' as const },
    })),
    tooltip: {
      formatter: (point) => {
        const { seriesIndex, dataIndex } = point as { seriesIndex: number; dataIndex: number };
        const panel = panels[seriesIndex];
        const { label } = panel.rows[dataIndex];
        return tooltipHtml(panel.title ?? '', [{ label, value: rangeText(panel, dataIndex, chart) }]);
      },
    },
    series: panels.map((panel, i) => ({
      type: 'custom' as const,
      xAxisIndex: i,
      yAxisIndex: i,
      renderItem: intervalRow(panel, chart),
      encode: { x: [0, 2, 3], y: 1 },
      data: panel.rows.map(({ value, low, high }, row) => [value, row, low, high]),
    })),
  };
}

function widthOf(texts: readonly string[]): number {
  return CHARACTER * Math.max(0, ...texts.map(({ length }) => length));
}

/** 30.0% on an axis is 30%. */
function withoutZeros(text: string): string {
  return text.replace(/[.,]0+(?=\D*$)/, '');
}

/** The value and its interval with equally many digits. */
function rangeText({ rows, text, axis = text, digits }: Panel, row: number, { say }: ChartContext): string {
  const { low, high } = rows[row];
  // Adding zero turns a rounded −0 into 0.
  const rounded = (number: number): number => Number(number.toFixed(digits(high - low))) + 0;
  return say('experiment.range', {
    value: text(rounded(rows[row].value)),
    low: axis(rounded(low)),
    high: axis(rounded(high)),
  });
}

function intervalRow(panel: Panel, chart: ChartContext): RenderItem {
  const { theme, narrow } = chart;
  return (params, api) => {
    const { value, low, high, label } = panel.rows[params.dataIndex];
    const at = (x: number) => api.coord([x, params.dataIndex]);
    const [x, middle] = at(value);
    const y = narrow ? middle + 9 : middle;
    const area = params.coordSys as unknown as { x: number; y: number; width: number; height: number };
    const holdsZero = panel.hasZero && low <= 0 && high >= 0;
    const colour = holdsZero ? theme.ink3 : theme.accent;
    const zero = at(0)[0];
    const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, lineWidth: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style: { stroke, lineWidth },
    });
    const ends = [low, high].map((end) => at(end)[0]);
    const text = rangeText(panel, params.dataIndex, chart);
    const edge = area.x + area.width;
    const room = area.width + 26 - widthOf([text]);
    return {
      type: 'group',
      children: [
        ...(panel.hasZero && params.dataIndex === 0
          ? [line(zero, area.y, zero, area.y + area.height, theme.ink2, 1)]
          : []),
        line(ends[0], y, ends[1], y, colour, 2),
        ...ends.map((end) => line(end, y - 4, end, y + 4, colour, 2)),
        { type: 'circle', shape: { cx: x, cy: y, r: 4 }, style: { fill: colour } },
        ...(narrow
          ? [
              written(label, { x: area.x - 16, y: middle - 8, fill: theme.ink, backdrop: theme.surface, width: room }),
              written(text, { x: edge + 14, y: middle - 8, fill: theme.ink2, backdrop: theme.surface, align: 'right' }),
            ]
          : [written(text, { x: edge + 14, y, fill: theme.ink2 })]),
      ],
    };
  };
}

interface Writing {
  x: number;
  y: number;
  fill: string;
  /** Covers the grid's lines. */
  backdrop?: string;
  align?: 'left' | 'right';
  /** Longer texts are cut. */
  width?: number;
}

function written(text: string, { backdrop, width, align = 'left', ...place }: Writing) {
  return {
    type: 'text' as const,
    silent: true,
    style: {
      ...place,
      ...{ text, align, verticalAlign: 'middle' as const, fontSize: 12, fontFamily: CHART_FONT },
      ...(backdrop !== undefined && { backgroundColor: backdrop, padding: [1, 0] }),
      ...(width !== undefined && { width, overflow: 'truncate' as const, ellipsis: '…' }),
    },
  };
}
