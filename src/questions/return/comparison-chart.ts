import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { CHART_FONT } from '../../ui/chart-theme.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

/** One line per method: the effect per customer with its interval, and zero. */
export function buildComparisonOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const names = rows.map(({ method }) => say(`return.method.${String(method)}`));
  const money = (value: number) => chart.number(value, 'money');
  const colours = [theme.accent, theme.warn];
  return {
    grid: { top: 8, left: 4, right: 16, bottom: 4, outerBoundsContain: 'all' },
    xAxis: {
      type: 'value',
      boundaryGap: ['8%', '8%'],
      axisLabel: { formatter: (value: number) => money(value).replace(/[.,]00(?=\D*$)/, '') },
      splitNumber: chart.narrow ? 3 : 5,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLabel: { width: chart.narrow ? 96 : 190, overflow: 'break', color: theme.ink },
    },
    tooltip: {
      formatter: (point) => {
        const i = (point as { dataIndex: number }).dataIndex;
        const row = rows[i];
        return tooltipHtml(names[i], [
          { label: say('return.column.value'), value: money(Number(row.value)) },
          {
            label: say('return.column.range'),
            value: say('ui.estimate.range', { low: money(Number(row.low)), high: money(Number(row.high)) }),
          },
        ]);
      },
    },
    series: [
      {
        type: 'custom',
        data: rows.map((row, i) => [i, Number(row.low), Number(row.high), Number(row.value)]),
        encode: { x: [1, 2, 3], y: 0 },
        renderItem: (params, api) => {
          const at = (value: number) => api.coord([value, api.value(0)]) as [number, number];
          const [low, high, middle] = [1, 2, 3].map((i) => at(Number(api.value(i)))) as [number, number][];
          const colour = colours[params.dataIndex % colours.length];
          const y = low![1];
          const area = params.coordSys as unknown as { y: number; height: number };
          const zero = at(0)[0];
          return {
            type: 'group',
            children: [
              {
                type: 'line',
                ignore: params.dataIndex > 0,
                shape: { x1: zero, x2: zero, y1: area.y, y2: area.y + area.height },
                style: { stroke: theme.ink2, lineWidth: 1 },
              },
              {
                type: 'rect',
                shape: { x: low![0], y: y - 4, width: high![0] - low![0], height: 8, r: 4 },
                style: { fill: colour, opacity: 0.35 },
              },
              { type: 'circle', shape: { cx: middle![0], cy: y, r: 5 }, style: { fill: colour } },
              {
                type: 'text',
                silent: true,
                style: {
                  text: money(Number(api.value(3))),
                  x: middle![0],
                  y: y - 10,
                  align: 'center',
                  verticalAlign: 'bottom',
                  fill: theme.ink,
                  backgroundColor: theme.surface,
                  padding: [1, 3],
                  fontSize: 13,
                  fontWeight: 600,
                  fontFamily: CHART_FONT,
                },
              },
            ],
          };
        },
      },
    ],
  };
}
