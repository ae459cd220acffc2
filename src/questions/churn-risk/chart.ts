import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { chance, line, named, numbers, plainNumbers, roomForName, shares, whiskers } from './marks-chart.ts';

/** Lift by tenth of customers with intervals, and the average as a line. */
export function buildLiftOption(deciles: readonly Row[], chart: ChartContext): ChartOption {
  const rows = deciles.map((row) => numbers(row, 'decile', 'rate', 'lift', 'low', 'high'));
  const reference = rows.find(({ lift }) => lift > 0);
  const baseRate = reference ? reference.rate / reference.lift : NaN;
  const { theme, say } = chart;
  return {
    grid: roomForName,
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (items) => {
        const row = rows[(Array.isArray(items) ? items[0] : items).dataIndex];
        const range = { low: chart.number(row.low, 'share'), high: chart.number(row.high, 'share') };
        return tooltipHtml(say('churn-risk.tip.decile', { decile: row.decile }), [
          { label: say('churn-risk.tip.lift'), value: chart.number(row.lift, 'number') },
          { label: say('churn-risk.tip.rate'), value: chart.number(row.rate, 'share') },
          { label: say('churn-risk.tip.interval'), value: say('churn-risk.tip.range', range) },
        ]);
      },
    },
    xAxis: named(
      { type: 'category', data: rows.map(({ decile }) => String(decile)) },
      say('churn-risk.axis.decile'),
      30,
    ),
    yAxis: { type: 'value', min: 0, axisLabel: plainNumbers(chart) },
    series: [
      {
        type: 'bar',
        data: rows.map(({ lift }) => lift),
        itemStyle: { color: theme.series[0] },
        markLine: {
          silent: true,
          data: [{ yAxis: 1 }],
          label: { formatter: say('churn-risk.line.average'), position: 'insideEndTop' },
        },
      },
      {
        type: 'custom',
        silent: true,
        renderItem: whiskers(theme.ink, false),
        data: rows.map(({ low, high }, i) => [i, low / baseRate, high / baseRate]),
        encode: { x: 0, y: [1, 2] },
        z: 3,
      },
    ],
  };
}

/** Cumulative gain: leavers found when customers are contacted in the order of risk. */
export function buildGainOption(deciles: readonly Row[], chart: ChartContext): ChartOption {
  const gains = [0, ...deciles.map((row) => numbers(row, 'cumulativeGain').cumulativeGain)];
  const { theme, say } = chart;
  return {
    grid: roomForName,
    tooltip: {
      trigger: 'axis',
      formatter: (items) => {
        const [item] = Array.isArray(items) ? items : [items];
        const [contacted, found] = item.value as number[];
        return tooltipHtml('', [
          { label: say('churn-risk.axis.contacted'), value: chart.number(contacted, 'share') },
          { label: say('churn-risk.axis.found'), value: chart.number(found, 'share'), colour: theme.series[0] },
        ]);
      },
    },
    xAxis: named(shares(chart), say('churn-risk.axis.contacted'), 30),
    yAxis: shares(chart),
    series: [
      line(
        gains.map((gain, i) => [i / 10, gain]),
        theme.series[0],
        { label: say('churn-risk.line.model'), at: 4, where: 'left', symbols: true },
      ),
      chance(chart, say('churn-risk.line.chance')),
    ],
  };
}

/** ROC curves of the models and of the best single column. */
export function buildRocOption(roc: readonly Row[], chart: ChartContext): ChartOption {
  const models = [...new Set(roc.map((row) => String(row.model)))];
  const { theme, say } = chart;
  const colours = modelColours(chart);
  return {
    legend: { top: 0, left: 0, data: models.map((model) => say(`churn-risk.model.${model}`)) },
    grid: { top: chart.narrow ? 56 : 34, ...roomForName },
    tooltip: {
      trigger: 'item',
      formatter: (item) => {
        const { seriesName, value, color } = Array.isArray(item) ? item[0] : item;
        const [alarmed, found] = value as number[];
        return tooltipHtml(seriesName ?? '', [
          { label: say('churn-risk.axis.found'), value: chart.number(found, 'share'), colour: String(color) },
          { label: say('churn-risk.axis.alarmed'), value: chart.number(alarmed, 'share') },
        ]);
      },
    },
    xAxis: named(shares(chart), say('churn-risk.axis.alarmed'), 30),
    yAxis: shares(chart),
    series: [
      ...models.map((model) => {
        const points = roc
          .filter((row) => row.model === model)
          .map((row) => [Number(row.falsePositiveRate), Number(row.truePositiveRate)]);
        return {
          ...line(points, colours[model] ?? theme.ink3),
          name: say(`churn-risk.model.${model}`),
          ...(model === 'singleColumn' && { lineStyle: { color: colours[model], width: 2, type: 'dashed' as const } }),
        };
      }),
      chance(chart, ''),
    ],
  };
}

/** Reliability diagram with Wilson intervals. */
export function buildCalibrationOption(bins: readonly Row[], chart: ChartContext): ChartOption {
  const all = bins.map((row) => numbers(row, 'rows', 'predicted', 'observed', 'low', 'high'));
  const rows = all.filter(({ observed }) => Number.isFinite(observed));
  const { theme, say } = chart;
  const top = Math.min(
    1,
    Math.ceil(5 * Math.max(0.2, ...rows.map(({ high, predicted }) => Math.max(high, predicted)))) / 5,
  );
  const axis = { ...shares(chart), max: top };
  return {
    grid: roomForName,
    tooltip: {
      trigger: 'item',
      formatter: (item) => {
        const row = rows[(Array.isArray(item) ? item[0] : item).dataIndex];
        const range = { low: chart.number(row.low, 'share'), high: chart.number(row.high, 'share') };
        return tooltipHtml('', [
          { label: say('churn-risk.axis.predicted'), value: chart.number(row.predicted, 'share') },
          {
            label: say('churn-risk.axis.observed'),
            value: chart.number(row.observed, 'share'),
            colour: theme.series[0],
          },
          { label: say('churn-risk.tip.interval'), value: say('churn-risk.tip.range', range) },
          { label: say('churn-risk.tip.customers'), value: chart.number(row.rows, 'customers') },
        ]);
      },
    },
    xAxis: named(axis, say('churn-risk.axis.predicted'), 30),
    yAxis: axis,
    series: [
      {
        ...chance(chart, ''),
        data: [
          [0, 0],
          [top, top],
        ],
      },
      {
        type: 'custom',
        silent: true,
        renderItem: whiskers(theme.ink2, false),
        data: rows.map(({ predicted, low, high }) => [predicted, low, high]),
        encode: { x: 0, y: [1, 2] },
      },
      {
        type: 'scatter',
        symbolSize: 9,
        itemStyle: { color: theme.series[0], opacity: 1 },
        data: rows.map(({ predicted, observed }) => [predicted, observed]),
        z: 3,
      },
    ],
  };
}

function modelColours({ theme }: ChartContext): Record<string, string> {
  return { logistic: theme.series[0], network: theme.series[1], singleColumn: theme.ink3 };
}
