import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { line, named, numbers, plainNumbers, roomForName, whiskers } from './marks-chart.ts';
import { featureMessage } from './question.ts';

/** What a column is called: those of behaviour have words, those of a table their own name. */
export function featureName(feature: string, behaviour: boolean, { say }: Pick<ChartContext, 'say'>): string {
  const named = behaviour ? featureMessage(feature) : undefined;
  return named ? say(named.key, named.values) : feature;
}

const MOST_FEATURES = 12;

/** Permutation importance, the largest at the top. */
export function buildImportanceOption(
  importance: readonly Row[],
  behaviour: boolean,
  chart: ChartContext,
): ChartOption {
  const rows = importance
    .slice(0, chart.narrow ? 8 : MOST_FEATURES)
    .map((row) => ({
      ...numbers(row, 'importance', 'low', 'high'),
      label: featureName(String(row.feature), behaviour, chart),
    }))
    .reverse();
  const { theme, say } = chart;
  return {
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items) => {
        const { label, importance: lost, low, high } = rows[(Array.isArray(items) ? items[0] : items).dataIndex];
        const range = { low: chart.number(low, 'number'), high: chart.number(high, 'number') };
        return tooltipHtml(label, [
          { label: say('churn-risk.axis.importance'), value: chart.number(lost, 'number') },
          { label: say('churn-risk.tip.interval'), value: say('churn-risk.tip.range', range) },
        ]);
      },
    },
    xAxis: { type: 'value', axisLabel: plainNumbers(chart) },
    yAxis: {
      type: 'category',
      data: rows.map(({ label }) => label),
      axisLine: { show: false },
      axisLabel: { width: chart.narrow ? 140 : 200, overflow: 'break', lineHeight: 14 },
    },
    series: [
      { type: 'bar', barMaxWidth: 14, data: rows.map((row) => row.importance), itemStyle: { color: theme.series[0] } },
      {
        type: 'custom',
        silent: true,
        renderItem: whiskers(theme.ink, true),
        data: rows.map(({ low, high }, i) => [i, low, high]),
        encode: { y: 0, x: [1, 2] },
        z: 3,
      },
    ],
  };
}

/** Training and validation loss per epoch. */
export function buildLossOption(losses: readonly Row[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const series = (name: 'training' | 'validation', colour: string) => ({
    ...line(
      losses.map((row) => [Number(row.epoch), Number(row[name])]),
      colour,
    ),
    name: say(`churn-risk.line.${name}`),
    endLabel: { show: true, formatter: say(`churn-risk.line.${name}`), color: colour },
    labelLayout: { moveOverlap: 'shiftY' as const },
  });
  return {
    grid: { right: 96, ...roomForName },
    tooltip: {
      trigger: 'axis',
      formatter: (items) => {
        const list = Array.isArray(items) ? items : [items];
        const epoch = `${say('churn-risk.axis.epoch')} ${String((list[0].value as number[])[0])}`;
        const values = list.map(({ seriesName, value, color }) => ({
          label: seriesName ?? '',
          value: chart.number((value as number[])[1], 'number'),
          colour: String(color),
        }));
        return tooltipHtml(epoch, values);
      },
    },
    xAxis: named({ type: 'value', min: 1, minInterval: 1 }, say('churn-risk.axis.epoch'), 30),
    yAxis: { type: 'value', scale: true, axisLabel: plainNumbers(chart) },
    series: [series('training', theme.series[0]), series('validation', theme.series[1])],
  };
}
