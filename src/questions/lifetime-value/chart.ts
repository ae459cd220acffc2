import type { Row } from '../../core/json.ts';
import { dayToIso } from '../../core/time.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { withOpacity } from '../../ui/colour.ts';
import { tooltipHtml, type TooltipRow } from '../../ui/tooltip-html.ts';
import { column, endLabel, GRID, named, plain, shareAxis, whiskers } from './marks-chart.ts';

/** The index of the point a tooltip is about. */
function indexOf(parameters: unknown): number {
  const first = (Array.isArray(parameters) ? parameters[0] : parameters) as { dataIndex: number };
  return first.dataIndex;
}

/**
 * Cumulative repeat purchases: counted; of the model up to the end of observation; forecast from there with its
 * prediction band. The end of observation is a line; what comes after it and is counted is the holdout.
 */
export function buildTrackingOption(rows: readonly Row[], level: number, chart: ChartContext): ChartOption {
  const { theme, say, narrow } = chart;
  const dates = rows.map((row) => String(row.date));
  const [actual, expected, forecast] = ['actual', 'expected', 'forecast'].map((name) => column(rows, name));
  const [low, high] = ['forecast_low', 'forecast_high'].map((name) => column(rows, name));
  const end = rows.findLastIndex(({ phase }) => phase === 'calibration');
  const points = (values: number[], keep: (i: number) => boolean = () => true) =>
    values.flatMap((value, i) => (Number.isFinite(value) && keep(i) ? [[dates[i], value]] : []));
  const line = (name: string, data: (string | number)[][], colour: string, dashed: boolean = false) => ({
    type: 'line' as const,
    name,
    data,
    lineStyle: { color: colour, width: 2, type: dashed ? ([5, 4] as number[]) : ('solid' as const) },
    itemStyle: { color: colour },
  });
  const band = { type: 'line' as const, stack: 'band', silent: true, symbol: 'none', lineStyle: { opacity: 0 } };
  const whole = (value: number) => chart.number(Math.round(value), 'purchases');
  return {
    grid: { ...GRID, right: narrow ? 12 : 76 },
    xAxis: {
      type: 'time',
      axisLabel: { formatter: (time: number) => chart.date(dayToIso(time / 86_400_000), 'month') },
    },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: whole } },
    tooltip: {
      trigger: 'axis',
      formatter: (parameters) => {
        const first = (Array.isArray(parameters) ? parameters[0] : parameters) as { value: (string | number)[] };
        const i = dates.indexOf(String(first.value[0]));
        const lines: TooltipRow[] = [];
        if (Number.isFinite(actual[i]))
          lines.push({
            label: say('lifetime-value.chart.tracking.actual'),
            value: whole(actual[i]),
            colour: theme.ink,
          });
        if (i <= end)
          lines.push({
            label: say('lifetime-value.chart.tracking.expected'),
            value: whole(expected[i]),
            colour: theme.accent,
          });
        if (i > end) {
          lines.push({
            label: say('lifetime-value.chart.tracking.forecast'),
            value: whole(forecast[i]),
            colour: theme.accent,
          });
          const range = say('ui.estimate.range', { low: whole(low[i]), high: whole(high[i]) });
          lines.push({ label: say('lifetime-value.chart.tracking.interval', { level }), value: range });
        }
        return tooltipHtml(chart.date(dates[i], 'medium'), lines);
      },
    },
    series: [
      { ...band, data: points(low) },
      {
        ...band,
        data: points(high).map(([date, value], i) => [date, Number(value) - Number(points(low)[i][1])]),
        areaStyle: { color: withOpacity(theme.accent, 0.18) },
      },
      line(
        say('lifetime-value.chart.tracking.expected'),
        points(expected, (i) => i <= end),
        theme.accent,
      ),
      {
        ...line(say('lifetime-value.chart.tracking.forecast'), points(forecast), theme.accent, true),
        ...(narrow
          ? {}
          : {
              endLabel: endLabel(say('lifetime-value.chart.tracking.forecast'), theme.accent),
              labelLayout: { moveOverlap: 'shiftY' },
            }),
        markLine: {
          silent: true,
          data: [{ xAxis: dates[end] }],
          label: {
            formatter: say('lifetime-value.chart.tracking.end'),
            position: 'insideEndTop',
            rotate: 0,
            align: 'right',
            padding: [0, 6, 0, 0],
          },
        },
      },
      {
        ...line(say('lifetime-value.chart.tracking.actual'), points(actual), theme.ink),
        ...(narrow
          ? {}
          : {
              endLabel: endLabel(
                say('lifetime-value.chart.tracking.actual'),
                theme.ink,
                rows.at(-1)?.phase === 'holdout' ? 0 : 14,
              ),
              labelLayout: { moveOverlap: 'shiftY' },
            }),
      },
    ],
  };
}

/** Customers by number of repeat purchases: counted beside expected with its prediction interval. */
export function buildRepeatPurchasesOption(rows: readonly Row[], level: number, chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const [actual, expected, low, high] = ['actual', 'expected', 'expected_low', 'expected_high'].map((name) =>
    column(rows, name),
  );
  const labels = rows.map(({ purchases, or_more: orMore }) =>
    orMore === true ? say('lifetime-value.chart.repeatPurchases.orMore', { purchases }) : String(purchases),
  );
  const whole = (value: number) => chart.number(Math.round(value), 'customers');
  const names = {
    actual: say('lifetime-value.chart.repeatPurchases.actual'),
    expected: say('lifetime-value.chart.repeatPurchases.expected'),
  };
  return {
    grid: { ...GRID, top: 34 },
    legend: { top: 0, left: 0, data: [names.actual, names.expected] },
    xAxis: named({ type: 'category', data: labels }, say('lifetime-value.chart.repeatPurchases.purchases')),
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: whole } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (parameters) => {
        const i = indexOf(parameters);
        const range = say('ui.estimate.range', { low: whole(low[i]), high: whole(high[i]) });
        return tooltipHtml(`${labels[i]} ${say('lifetime-value.chart.repeatPurchases.purchases')}`, [
          { label: names.actual, value: whole(actual[i]), colour: theme.ink3 },
          { label: names.expected, value: whole(expected[i]), colour: theme.accent },
          { label: say('lifetime-value.chart.tracking.interval', { level }), value: range },
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        name: names.actual,
        data: actual,
        itemStyle: { color: theme.ink3 },
        barCategoryGap: '30%',
        barGap: '10%',
        barMaxWidth: 60,
      },
      { type: 'bar', name: names.expected, data: expected, itemStyle: { color: theme.accent }, barMaxWidth: 60 },
      {
        type: 'custom',
        silent: true,
        renderItem: whiskers(theme.ink, 0.183),
        data: rows.map((_, i) => [i, low[i], high[i]]),
        encode: { x: 0, y: [1, 2] },
        z: 5,
      },
    ],
  };
}

/** What a customer of each tenth is expected to bring, with the prediction interval of the tenth's mean. */
export function buildDecileOption(rows: readonly Row[], level: number, chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const valued = rows.some(({ clv }) => clv !== undefined);
  const customers = column(rows, 'customers');
  const perCustomer = (name: string) => column(rows, name).map((total, i) => total / customers[i]);
  const [mean, low, high] = valued
    ? ['clv', 'clv_low', 'clv_high'].map((name) => column(rows, name))
    : ['expected_purchases', 'purchases_low', 'purchases_high'].map(perCustomer);
  const unit = valued ? 'money' : 'purchases';
  return {
    grid: GRID,
    xAxis: named(
      { type: 'category', data: rows.map(({ decile }) => String(decile)) },
      say('lifetime-value.chart.decile.axis'),
    ),
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: (value: number) => plain(chart.number(value, unit)) } },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      formatter: (parameters) => {
        const i = indexOf(parameters);
        const range = say('ui.estimate.range', { low: chart.number(low[i], unit), high: chart.number(high[i], unit) });
        return tooltipHtml(say('lifetime-value.chart.decile.label', { decile: i + 1 }), [
          { label: say('lifetime-value.chart.decile.value'), value: chart.number(mean[i], unit), colour: theme.accent },
          { label: say('lifetime-value.chart.decile.interval', { level }), value: range },
          { label: say('lifetime-value.chart.decile.customers'), value: chart.number(customers[i], 'customers') },
        ]);
      },
    },
    series: [
      { type: 'bar', data: mean, itemStyle: { color: theme.accent } },
      {
        type: 'custom',
        silent: true,
        renderItem: whiskers(theme.ink),
        data: rows.map((_, i) => [i, low[i], high[i]]),
        encode: { x: 0, y: [1, 2] },
        z: 5,
      },
    ],
  };
}

/** Lorenz-like curve, best customers first: share of what is expected, and of what was bought in the holdout. */
export function buildConcentrationOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const [customers, expected, actual] = ['share_customers', 'share_expected', 'share_actual'].map((name) =>
    column(rows, name),
  );
  const curve = (values: number[], colour: string, name: string, at: number, position: 'top' | 'bottom') => ({
    type: 'line' as const,
    data: values.map((value, i) => ({
      value: [customers[i], value],
      ...(i === at ? { symbolSize: 0.1, label: { show: true, formatter: name, position, color: colour } } : {}),
    })),
    showSymbol: true,
    symbolSize: 0.1,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
  });
  const share = (value: number) => chart.number(value, 'share');
  const counted = actual.some(Number.isFinite);
  return {
    grid: GRID,
    xAxis: named(shareAxis(chart), say('lifetime-value.chart.concentration.customers')),
    yAxis: shareAxis(chart),
    tooltip: {
      trigger: 'axis',
      formatter: (parameters) => {
        const i = indexOf(parameters);
        const lines = [
          {
            label: say('lifetime-value.chart.concentration.expected'),
            value: share(expected[i]),
            colour: theme.accent,
          },
        ];
        if (counted)
          lines.push({
            label: say('lifetime-value.chart.concentration.actual'),
            value: share(actual[i]),
            colour: theme.ink,
          });
        return tooltipHtml(`${share(customers[i])} · ${say('lifetime-value.chart.concentration.customers')}`, lines);
      },
    },
    series: [
      curve(expected, theme.accent, say('lifetime-value.chart.concentration.expected'), 35, 'top'),
      ...(counted ? [curve(actual, theme.ink, say('lifetime-value.chart.concentration.actual'), 50, 'bottom')] : []),
      {
        type: 'line',
        silent: true,
        showSymbol: true,
        symbolSize: 0.1,
        data: [
          [0, 0],
          {
            value: [0.7, 0.7],
            symbolSize: 0.1,
            label: {
              show: true,
              position: 'bottom',
              formatter: say('lifetime-value.chart.concentration.equal'),
              color: theme.ink2,
            },
          },
          [1, 1],
        ],
        lineStyle: { color: theme.ink3, width: 1, type: [4, 3] },
        tooltip: { show: false },
      },
    ],
  };
}
