import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { withOpacity } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

/** Margin gained so far with its interval, against what has been spent so far, where that is known; it pays where they cross. */
export function buildMonthsOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const of = (name: string) => rows.map((row) => [Number(row.day), Number(row[name])]);
  const money = (value: number) => chart.number(value, 'money');
  const whole = (value: number) => money(value).replace(/[.,]\d{2}(?=\D*$)/, '');
  const hasCosts = rows.some(({ cost }) => cost !== null);
  const lows = of('low');
  const hidden = {
    ...{ type: 'line' as const, stack: 'band', stackStrategy: 'all' as const },
    ...{ silent: true, symbol: 'none', lineStyle: { opacity: 0 } },
  };
  /** Beside the line's end; where there is little room above it. */
  const label = (text: string, color: string) => ({
    endLabel: {
      ...{ show: true, formatter: text, color, distance: 6, fontWeight: 600 as const },
      ...(chart.narrow && { align: 'right' as const, offset: [-10, -12] }),
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
  });
  return {
    grid: { top: 12, left: 4, right: chart.narrow ? 14 : 104, bottom: 4, outerBoundsContain: 'all' },
    xAxis: {
      type: 'value',
      max: Number(rows.at(-1)?.day ?? 1),
      splitNumber: 3,
      name: say('return.chart.months.day'),
      nameLocation: 'middle',
      nameGap: 28,
      splitLine: { show: false },
      axisLabel: { formatter: (day: number) => String(Math.round(day)) },
    },
    yAxis: { type: 'value', axisLabel: { formatter: whole } },
    tooltip: {
      trigger: 'axis',
      formatter: (points) => {
        const row =
          rows[
            (Array.isArray(points) ? (points[0] as { dataIndex: number }) : (points as { dataIndex: number })).dataIndex
          ];
        const range = say('ui.estimate.range', { low: money(Number(row.low)), high: money(Number(row.high)) });
        return tooltipHtml(`${Math.round(Number(row.day))} ${say('return.chart.months.day')}`, [
          { label: say('return.column.gained'), value: money(Number(row.margin)), colour: theme.accent },
          { label: say('return.column.range'), value: range },
          ...(hasCosts
            ? [{ label: say('return.column.cost'), value: money(Number(row.cost)), colour: theme.loss }]
            : []),
        ]);
      },
    },
    series: [
      { ...hidden, data: lows },
      {
        ...hidden,
        data: of('high').map(([day, high], i) => [day!, high! - lows[i][1]]),
        areaStyle: { color: withOpacity(theme.accent, 0.16) },
      },
      {
        type: 'line',
        data: of('margin'),
        symbol: 'circle',
        symbolSize: 5,
        lineStyle: { color: theme.accent, width: 2 },
        itemStyle: { color: theme.accent },
        ...label(say('return.chart.months.margin'), theme.accent),
      },
      ...(hasCosts
        ? [
            {
              ...{ type: 'line' as const, step: 'end' as const, data: of('cost'), symbol: 'none' },
              lineStyle: { color: theme.loss, width: 2, type: [5, 4] },
              itemStyle: { color: theme.loss },
              ...label(say('return.chart.months.cost'), theme.loss),
            },
          ]
        : []),
    ],
  };
}
