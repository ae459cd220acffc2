import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

/** A row of the table `groups`; what may not be seen is null. */
export interface ShownGroup {
  variant: string;
  n: number | null;
  planned: number | null;
}

const ROW = 36;

export function groupsHeight(groups: readonly ShownGroup[]): number {
  return Math.max(96, groups.length * ROW + 8);
}

/** A bar per group with its size, and a mark where it was planned to end. */
export function buildGroupsOption(groups: readonly ShownGroup[], chart: ChartContext): ChartOption {
  const { theme } = chart;
  const size = (value: number | null): string => (value === null ? '–' : chart.number(Math.round(value), 'customers'));
  /** Beyond both the bar and its mark. */
  const labelOf = (n: number | null, show: boolean) => ({
    ...{ show, position: 'right' as const, distance: 10, formatter: size(n), color: theme.ink2 },
  });
  return {
    grid: { top: 4, left: 4, right: 72, bottom: 4 },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: groups.map(({ variant }) => variant),
      axisLabel: { width: chart.narrow ? 90 : 180, overflow: 'truncate' },
    },
    tooltip: {
      formatter: (point) => {
        const { variant, n, planned } = groups[(point as { dataIndex: number }).dataIndex];
        return tooltipHtml(variant, [
          { label: chart.say('experiment.column.n'), value: size(n) },
          { label: chart.say('experiment.column.planned'), value: size(planned) },
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 16,
        itemStyle: { color: theme.accent },
        data: groups.map(({ n, planned }) => ({ value: n ?? '-', label: labelOf(n, (n ?? 0) >= (planned ?? 0)) })),
      },
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [3, 26],
        itemStyle: { color: theme.ink, opacity: 1 },
        z: 4,
        data: groups.map(({ n, planned }, row) => ({
          value: [planned ?? '-', row],
          label: labelOf(n, (n ?? 0) < (planned ?? 0)),
        })),
      },
    ],
  };
}
