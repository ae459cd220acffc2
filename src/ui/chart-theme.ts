import type { ChartTheme } from './chart-context.ts';

export const CHART_FONT = "'Inter Variable', system-ui, sans-serif";

/** ECharts' own defaults in the colours and sizes of the product, so that builders state only what is theirs. */
export function baseTheme(theme: ChartTheme): Record<string, unknown> {
  // ECharts guesses the height of a line from a Chinese letter, which the font may lack.
  const label = { color: theme.ink2, fontSize: 12, lineHeight: 16, fontFamily: CHART_FONT };
  const axis = {
    axisTick: { show: false },
    axisLabel: { ...label, margin: 10 },
    nameTextStyle: label,
    nameGap: 28,
  };
  const valueAxis = {
    ...axis,
    axisLabel: { ...axis.axisLabel, hideOverlap: true },
    axisLine: { show: false },
    splitLine: { show: true, lineStyle: { color: theme.line, width: 1 } },
    splitNumber: 5,
  };
  return {
    color: [...theme.series],
    backgroundColor: 'transparent',
    textStyle: { ...label, fontWeight: 'normal' },
    grid: { left: 2, right: 12, top: 12, bottom: 2, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    categoryAxis: {
      ...axis,
      axisLine: { show: true, lineStyle: { color: theme.lineStrong, width: 1 } },
      splitLine: { show: false },
      splitArea: { show: false },
    },
    valueAxis,
    logAxis: valueAxis,
    timeAxis: {
      ...valueAxis,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.lineStrong } },
    },
    line: { symbol: 'circle', symbolSize: 6, showSymbol: false, lineStyle: { width: 2 }, emphasis: { disabled: true } },
    bar: { barMaxWidth: 44, barCategoryGap: '36%', itemStyle: { borderRadius: 2 }, emphasis: { disabled: true } },
    scatter: { symbolSize: 7, itemStyle: { opacity: 0.8 } },
    heatmap: { itemStyle: { borderColor: theme.surface, borderWidth: 2, borderRadius: 3 } },
    markLine: {
      symbol: 'none',
      label: { ...label, color: theme.ink2 },
      lineStyle: { color: theme.ink3, type: [4, 3], width: 1 },
    },
    label: { ...label, color: theme.ink },
    legend: { itemWidth: 14, itemHeight: 8, textStyle: label, icon: 'roundRect', inactiveColor: theme.ink3 },
    visualMap: { textStyle: label, itemWidth: 10 },
    tooltip: {
      confine: true,
      transitionDuration: 0.08,
      backgroundColor: theme.surface,
      borderColor: theme.lineStrong,
      borderWidth: 1,
      padding: [8, 10],
      textStyle: { ...label, color: theme.ink },
      extraCssText: 'border-radius:6px;box-shadow:var(--shadow-float);white-space:normal;max-width:280px;',
      axisPointer: {
        lineStyle: { color: theme.ink3, type: 'solid' },
        shadowStyle: { color: theme.ink, opacity: 0.05 },
      },
    },
    axisPointer: { lineStyle: { color: theme.lineStrong, type: 'solid', width: 1 } },
  };
}
