import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { withOpacity } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { extentOf } from './question.ts';

/** The draws of the net return; those below zero in the colour of a loss. */
export function buildDrawsOption(bins: readonly Row[], share: number, chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const money = (value: number) => chart.number(value, 'money').replace(/[.,]\d{2}(?=\D*$)/, '');
  return {
    grid: { top: 28, left: 4, right: 14, bottom: 4, outerBoundsContain: 'all' },
    xAxis: {
      type: 'value',
      min: Number(bins[0]?.low ?? 0),
      max: Number(bins.at(-1)?.high ?? 1),
      splitLine: { show: false },
      splitNumber: chart.narrow ? 3 : 5,
      axisLabel: { formatter: money, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: { type: 'value', show: false },
    tooltip: {
      formatter: (point) => {
        const bin = bins[(point as { dataIndex: number }).dataIndex];
        const range = say('ui.estimate.range', { low: money(Number(bin.low)), high: money(Number(bin.high)) });
        return tooltipHtml(range, [
          { label: say('return.chart.draws.count'), value: chart.number(Number(bin.count), 'rows') },
        ]);
      },
    },
    series: [
      {
        type: 'custom',
        data: bins.map(({ low, high, count }) => [Number(low), Number(high), Number(count)]),
        encode: { x: [0, 1], y: 2 },
        renderItem: (_params, api) => {
          const [low, high, count] = [0, 1, 2].map((i) => Number(api.value(i))) as [number, number, number];
          const [left, top] = api.coord([low, count]) as [number, number];
          const [right, bottom] = api.coord([high, 0]) as [number, number];
          const fill = low < 0 ? withOpacity(theme.loss, 0.75) : withOpacity(theme.accent, 0.75);
          return {
            type: 'rect',
            shape: { x: left, y: top, width: Math.max(1, right - left - 1), height: bottom - top },
            style: { fill },
          };
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.ink, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
          label: {
            formatter: say('return.chart.draws.positive', { share, extent: extentOf(share) }),
            position: 'end',
            color: theme.ink,
            ...beside(bins),
          },
        },
      },
    ],
  };
}

/** The label of zero leans inwards where zero is near an end of the axis. */
function beside(bins: readonly Row[]): { align?: 'left' | 'right' } {
  const [low, high] = [Number(bins[0]?.low ?? 0), Number(bins.at(-1)?.high ?? 1)];
  const place = -low / (high - low);
  if (place < 0.25) return { align: 'left' };
  return place > 0.75 ? { align: 'right' } : {};
}
