import type { Row } from '../../../src/core/json.ts';
import type { ChartContext } from '../../../src/ui/chart-context.ts';
import type { ChartOption } from '../../../src/ui/chart-engine.ts';
import { sequentialColour, textOn, withOpacity } from '../../../src/ui/colour.ts';
import { tooltipHtml } from '../../../src/ui/tooltip-html.ts';

const steps = [
  ['Churn avoided', 412],
  ['Larger baskets', 159],
  ['Service saved', 166],
  ['Tools', -186],
  ['Team', -94],
  ['Incentives', -39],
] as const;

export function waterfallOption({ theme }: ChartContext): ChartOption {
  let sum = 0;
  const bars = steps.map(([, value]) => {
    sum += value;
    return { base: Math.min(sum, sum - value), size: Math.abs(value), value };
  });
  return {
    grid: { top: 24 },
    xAxis: {
      type: 'category',
      data: [...steps.map(([name]) => name), 'Net return'],
      axisLabel: { interval: 0, width: 62, overflow: 'break' },
    },
    yAxis: { type: 'value' },
    tooltip: {
      trigger: 'item',
      formatter: (item) =>
        tooltipHtml('<img src=x onerror=alert(1)>', [
          { label: 'net', value: String((item as { value: unknown }).value) },
        ]),
    },
    series: [
      {
        type: 'bar',
        stack: 's',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: [...bars.map((bar) => bar.base), 0],
      },
      {
        type: 'bar',
        stack: 's',
        data: [
          ...bars.map((bar) => ({ value: bar.size, itemStyle: { color: bar.value > 0 ? theme.accent : theme.loss } })),
          { value: sum, itemStyle: { color: theme.ink } },
        ],
        label: {
          show: true,
          position: 'top',
          fontWeight: 600,
          formatter: ({ dataIndex }) => String(bars[dataIndex]?.value ?? sum),
        },
      },
    ],
  };
}

export const curveRows: Row[] = Array.from({ length: 41 }, (_, index) => {
  const share = index / 40;
  const value = 1_420_000 * share * Math.exp(-2 * share);
  return { share, value, low: value * 0.8 - 20_000 * share, high: value * 1.15 + 60_000 * share };
});

export function bandOption({ theme, number }: ChartContext): ChartOption {
  const of = (name: string): [number, number][] => curveRows.map((row) => [Number(row['share']), Number(row[name])]);
  return {
    xAxis: {
      type: 'value',
      axisLabel: { formatter: (value: number) => `${value * 100}%` },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', axisLabel: { formatter: (value: number) => number(value, 'money') } },
    tooltip: { trigger: 'axis' },
    series: [
      { type: 'line', stack: 'band', silent: true, lineStyle: { opacity: 0 }, data: of('low') },
      {
        type: 'line',
        stack: 'band',
        silent: true,
        lineStyle: { opacity: 0 },
        areaStyle: { color: withOpacity(theme.accent, 0.14) },
        data: curveRows.map((row) => [Number(row['share']), Number(row['high']) - Number(row['low'])]),
      },
      { type: 'line', data: of('value'), color: theme.accent, lineStyle: { width: 2.5 } },
    ],
  };
}

export const heatmapRows: Row[] = Array.from({ length: 6 }, (_, cohort) =>
  Array.from({ length: 9 - cohort }, (_, age) => ({
    cohort: `2026-0${cohort + 1}-01`,
    age,
    share: Math.round((age === 0 ? 100 : 70 * Math.exp(-age / 9)) + (cohort % 3)) / 100,
  })),
).flat();

export function heatmapOption({ theme, date }: ChartContext): ChartOption {
  const cohorts = [...new Set(heatmapRows.map((row) => String(row['cohort'])))];
  return {
    xAxis: {
      type: 'category',
      position: 'top',
      axisLine: { show: false },
      data: Array.from({ length: 9 }, (_, age) => age),
    },
    yAxis: {
      type: 'category',
      inverse: true,
      axisLine: { show: false },
      data: cohorts.map((iso) => date(iso, 'month')),
    },
    series: [
      {
        type: 'heatmap',
        label: { show: true, formatter: ({ value }) => String(Math.round((value as number[])[2]! * 100)) },
        data: heatmapRows.map((row) => {
          const share = Math.min(Number(row['share']), 1);
          const color = sequentialColour(theme, share);
          return {
            value: [Number(row['age']), cohorts.indexOf(String(row['cohort'])), share],
            itemStyle: { color },
            label: { color: textOn(color, theme) },
          };
        }),
      },
    ],
  };
}
