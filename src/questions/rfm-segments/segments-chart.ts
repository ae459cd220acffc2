import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import type { SegmentRow } from './tables.ts';

/** A row of the table as it may leave the page: counts that are too small are withheld. */
export type ShownSegment = { [K in keyof SegmentRow]: SegmentRow[K] | (K extends 'segment' ? never : null) };

/** Segments with customers, those that bring most revenue first. */
export function sortedSegments(rows: readonly ShownSegment[]): ShownSegment[] {
  const size = ({ revenueShare, share }: ShownSegment): number => revenueShare ?? share ?? -Infinity;
  return rows.filter(({ customers }) => customers !== 0).sort((a, b) => size(b) - size(a));
}

const ROW = 40;

export function segmentsHeight(rows: readonly ShownSegment[]): number {
  return Math.max(120, sortedSegments(rows).length * ROW + 8);
}

/** Two bars per segment, its share of customers and of revenue; without revenue one. Given room the first row names them. */
export function buildSegmentsOption(rows: readonly ShownSegment[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const sorted = sortedSegments(rows);
  const names = sorted.map(({ segment }) => say(`rfm.segment.${segment}`));
  const hasRevenue = sorted.some(({ revenueShare }) => revenueShare !== null);
  const bars = (what: 'share' | 'revenueShare', label: string, color: string) => ({
    type: 'bar' as const,
    barWidth: 13,
    barGap: '15%',
    itemStyle: { color },
    data: sorted.map((row, i) => ({
      value: row[what] ?? '-',
      label: {
        show: true,
        position: (row[what] ?? 0) < 0 ? ('left' as const) : ('right' as const),
        formatter: labelOf(row[what], i === 0 && !chart.narrow ? label : undefined, chart),
        color: theme.ink2,
      },
    })),
  });
  return {
    grid: { top: 4, left: 4, right: chart.narrow ? 56 : 148, bottom: 4 },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: names, axisLine: { lineStyle: { color: theme.lineStrong } } },
    tooltip: { trigger: 'axis', formatter: (points) => tooltip(sorted[indexOf(points)], chart) },
    series: [
      bars('share', 'rfm.chart.segments.customers', theme.ink3),
      ...(hasRevenue ? [bars('revenueShare', 'rfm.chart.segments.revenue', theme.accent)] : []),
    ],
  };
}

function labelOf(share: number | null, label: string | undefined, { say, number }: ChartContext): string {
  if (share === null) return '–';
  const text = number(share, 'share');
  return label ? say(label, { share: text }) : text;
}

function indexOf(points: unknown): number {
  return (points as { dataIndex: number }[])[0].dataIndex;
}

function tooltip(row: ShownSegment, { say, number }: ChartContext): string {
  const line = (column: keyof ShownSegment, unit: 'customers' | 'share' | 'money' | 'days' | 'number') => {
    const value = row[column];
    return { label: say(`rfm.column.${column}`), value: typeof value === 'number' ? number(value, unit) : '–' };
  };
  return tooltipHtml(
    say(`rfm.segment.${row.segment}`),
    [
      line('customers', 'customers'),
      line('share', 'share'),
      line('revenue', 'money'),
      line('revenueShare', 'share'),
      line('medianRecencyDays', 'days'),
      line('meanFrequency', 'number'),
      line('meanMonetary', 'money'),
    ],
    say(`rfm.about.${row.segment}`),
  );
}
