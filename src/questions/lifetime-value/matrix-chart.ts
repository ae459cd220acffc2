import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { sequentialColour } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { column, GRID, named } from './marks-chart.ts';

/** The frequency–recency matrix: expected purchases by repeat purchases and time of the last one. */
export function buildMatrixOption(rows: readonly Row[], timeUnit: string, chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const [frequency, recency, expected, alive, customers] = [
    ...['frequency', 'recency', 'expected_purchases'],
    ...['p_alive', 'customers'],
  ].map((name) => column(rows, name));
  const frequencies = [...new Set(frequency)];
  const recencies = [...new Set(recency)].sort((x, y) => x - y);
  const most = Math.max(...expected);
  return {
    grid: { ...GRID, top: 40 },
    xAxis: named(
      {
        type: 'category',
        data: recencies.map((time) => chart.number(Math.round(time), 'number')),
        axisLine: { show: false },
      },
      say('lifetime-value.chart.matrix.recency', { timeUnit }),
    ),
    yAxis: {
      type: 'category',
      data: frequencies.map(String),
      axisLine: { show: false },
      name: say('lifetime-value.chart.matrix.frequency'),
      nameLocation: 'middle',
      nameGap: 30,
    },
    visualMap: {
      type: 'continuous',
      min: 0,
      max: most,
      calculable: false,
      orient: 'horizontal',
      top: 0,
      left: 0,
      itemHeight: 120,
      text: [chart.number(most, 'purchases'), '0'],
      inRange: { color: [sequentialColour(theme, 0), sequentialColour(theme, 0.5), sequentialColour(theme, 1)] },
    },
    tooltip: {
      trigger: 'item',
      formatter: (parameters) => {
        const i = (parameters as { dataIndex: number }).dataIndex;
        const title = `${frequency[i]} ${say('lifetime-value.chart.matrix.frequency')}, ${chart.number(Math.round(recency[i]), 'number')} ${say('lifetime-value.chart.matrix.recency', { timeUnit })}`;
        return tooltipHtml(title, [
          { label: say('lifetime-value.chart.matrix.expected'), value: chart.number(expected[i], 'number') },
          { label: say('lifetime-value.chart.matrix.alive'), value: chart.number(alive[i], 'share') },
          { label: say('lifetime-value.chart.matrix.customers'), value: chart.number(customers[i], 'customers') },
        ]);
      },
    },
    series: [
      {
        type: 'heatmap',
        data: rows.map((_, i) => [recencies.indexOf(recency[i]), frequencies.indexOf(frequency[i]), expected[i]]),
        itemStyle: { borderWidth: 1, borderRadius: 2, borderColor: theme.surface },
      },
    ],
  };
}
