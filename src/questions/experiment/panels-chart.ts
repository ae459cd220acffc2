import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

export interface PanelRow {
  label: string;
  value: number;
  low: number;
  high: number;
}

/** Rows on one scale. */
export interface Panel {
  /** Left out where there is only one. */
  title?: string;
  rows: PanelRow[];
  /** Draws the line of no effect; what holds it is muted. */
  hasZero: boolean;
  text: (value: number) => string;
}

const ROW = 28;
const TITLE = 24;
const AXIS = 26;
const GAP = 14;
const TOP = 4;

export function panelsHeight(panels: readonly Panel[]): number {
  return panels.reduce((sum, panel) => sum + heightOf(panel), TOP);
}

function heightOf({ title, rows }: Panel): number {
  return (title === undefined ? 0 : TITLE) + rows.length * ROW + AXIS + GAP;
}

/** Panels below each other, each with a scale of its own: per row a dot, its interval, and both as text where there is room. */
export function buildPanelsOption(panels: readonly Panel[], chart: ChartContext): ChartOption {
  const { theme } = chart;
  const [left, right] = chart.narrow ? [136, 24] : [190, 176];
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
              style: { text: title, fill: theme.ink, fontSize: 12, fontWeight: 600 },
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
    xAxis: panels.map(({ text, hasZero }, i) => ({
      type: 'value' as const,
      gridIndex: i,
      scale: !hasZero,
      splitNumber: chart.narrow ? 3 : 5,
      axisLabel: { formatter: (value: number) => withoutZeros(text(value)) },
    })),
    yAxis: panels.map(({ rows }, i) => ({
      type: 'category' as const,
      gridIndex: i,
      inverse: true,
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisLabel: { interval: 0, width: left - 14, overflow: 'truncate' as const },
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

/** 30.0% on an axis is 30%. */
function withoutZeros(text: string): string {
  return text.replace(/[.,]0+(?=\D*$)/, '');
}

function rangeText({ rows, text }: Panel, row: number, { say }: ChartContext): string {
  const { value, low, high } = rows[row];
  return say('experiment.range', { value: text(value), low: text(low), high: text(high) });
}

function intervalRow(panel: Panel, chart: ChartContext): RenderItem {
  const { theme } = chart;
  return (params, api) => {
    const { value, low, high } = panel.rows[params.dataIndex];
    const at = (x: number) => api.coord([x, params.dataIndex]);
    const [x, y] = at(value);
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
    return {
      type: 'group',
      children: [
        ...(panel.hasZero && params.dataIndex === 0
          ? [line(zero, area.y, zero, area.y + area.height, theme.ink2, 1)]
          : []),
        line(ends[0], y, ends[1], y, colour, 2),
        ...ends.map((end) => line(end, y - 4, end, y + 4, colour, 2)),
        { type: 'circle', shape: { cx: x, cy: y, r: 4 }, style: { fill: colour } },
        ...(chart.narrow
          ? []
          : [beside(rangeText(panel, params.dataIndex, chart), area.x + area.width + 12, y, theme.ink2)]),
      ],
    };
  };
}

function beside(text: string, x: number, y: number, fill: string) {
  return {
    type: 'text' as const,
    silent: true,
    style: { text, x, y, fill, align: 'left' as const, verticalAlign: 'middle' as const, fontSize: 12 },
  };
}
