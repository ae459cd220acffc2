import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { sequentialColour } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { column, GRID, named } from './marks-chart.ts';

const KEY = 'lifetime-value.chart.matrix';

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
      say(`${KEY}.recency`, { timeUnit }),
    ),
    yAxis: {
      type: 'category',
      data: frequencies.map(String),
      axisLine: { show: false },
      name: say(`${KEY}.frequency`),
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
        const title = `${frequency[i]} ${say(`${KEY}.frequency`)}, ${chart.number(Math.round(recency[i]), 'number')} ${say(`${KEY}.recency`, { timeUnit })}`;
        return tooltipHtml(title, [
          { label: say(`${KEY}.expected`), value: chart.number(expected[i], 'number') },
          { label: say(`${KEY}.alive`), value: chart.number(alive[i], 'share') },
          { label: say(`${KEY}.customers`), value: chart.number(customers[i], 'customers') },
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
