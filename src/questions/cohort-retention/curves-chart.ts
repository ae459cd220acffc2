import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { withOpacity } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { groupName, shown, text, type Described, type ShownCell } from './chart.ts';
import type { Period } from '../../core/periods.ts';
import type { Measure } from './question.ts';

/** A point of the weighted mean, as the answer's table `curve` holds it. */
export interface CurvePoint {
  group?: string | null;
  age: number;
  /** Null when it counts too few customers to be seen. */
  mean: number | null;
  low: number | null;
  high: number | null;
}

type SeenPoint = CurvePoint & { mean: number };

/** The weighted mean with its interval over age; behind it every cohort, or a line for each group. */
export function buildCurvesOption(
  cells: readonly ShownCell[],
  curve: readonly CurvePoint[],
  { measure, period }: Described,
  chart: ChartContext,
): ChartOption {
  const { theme } = chart;
  const isShare = measure !== 'cumulativeRevenuePerCustomer';
  // At age 0 everyone is there by definition; the curves start where something can be learned.
  const from = isShare ? 1 : 0;
  const points = curve.filter((point): point is SeenPoint => point.age >= from && point.mean !== null);
  const oldest = Math.max(from + 1, ...points.map(({ age }) => age));
  const groups = [...new Set(points.map(({ group }) => group))];
  const isGrouped = groups.length > 1 || groups[0] !== undefined;
  const format = (value: number): string => text(value, measure, chart);
  const means = groups.flatMap((group, i) => {
    const own = points.filter((point) => point.group === group);
    const name = isGrouped ? groupName(group ?? null, chart) : chart.say('cohorts.mean');
    return [band(own, theme.series[i], isGrouped ? 0.1 : 0.16), ...meanLines(own, theme.series[i], name)];
  });
  return {
    grid: { top: 12, left: 2, right: isGrouped ? 104 : 56, bottom: 30 },
    xAxis: {
      type: 'value',
      min: from,
      max: oldest,
      interval: Math.ceil((oldest - from) / (chart.narrow ? 6 : 12)),
      splitLine: { show: false },
      name: chart.say('cohorts.axis.age', { period }),
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: { type: 'value', axisLabel: { formatter: format } },
    tooltip: {
      trigger: 'axis',
      formatter: (hovered) => curveTooltip(hovered as unknown as { value: number[] }[], points, chart, format, period),
    },
    series: [...(isGrouped ? [] : cohortLines(cells, measure, from, chart)), ...means],
  };
}

function cohortLines(cells: readonly ShownCell[], measure: Measure, from: number, { theme }: ChartContext) {
  const starts = [...new Set(cells.map(({ cohort }) => cohort))];
  return starts.map((start) => ({
    type: 'line' as const,
    silent: true,
    tooltip: { show: false },
    data: cells
      .filter(({ cohort, age, complete }) => cohort === start && age >= from && complete)
      .map((cell) => [cell.age, shown(cell, measure) ?? NaN]),
    lineStyle: { color: theme.ink3, width: 1, opacity: 0.35 },
    itemStyle: { color: theme.ink3 },
  }));
}

/** More points than this are a line without dots. */
const MOST_DOTS = 24;

/** Solid while there is an interval; dashed where one cohort is left, whose value says nothing of others. */
function meanLines(points: readonly SeenPoint[], colour: string, name: string) {
  const lastSure = points.findLastIndex(({ low }) => low !== null);
  const solid = points.slice(0, lastSure + 1);
  const dashed = points.slice(Math.max(0, lastSure));
  const shared = {
    type: 'line' as const,
    z: 4,
    showSymbol: points.length <= MOST_DOTS,
    itemStyle: { color: colour },
    labelLayout: { moveOverlap: 'shiftY' as const },
  };
  const endLabel = { show: true, color: colour, formatter: name, fontWeight: 600, lineHeight: 16 };
  const line = (part: readonly SeenPoint[]) => part.map(({ age, mean }) => [age, mean]);
  const isDashed = dashed.length > 1;
  return [
    {
      ...shared,
      data: line(solid),
      symbolSize: 6,
      lineStyle: { color: colour, width: 2.5 },
      ...(isDashed ? {} : { endLabel }),
    },
    ...(isDashed
      ? [
          {
            ...shared,
            data: line(dashed),
            symbolSize: 4,
            lineStyle: { color: colour, width: 1.5, type: [4, 4] },
            endLabel,
          },
        ]
      : []),
  ];
}

function band(points: readonly CurvePoint[], colour: string, opacity: number) {
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const renderItem: RenderItem = (_params, api) => {
    const edge = [
      ...known.map(({ age, high }) => api.coord([age, high!])),
      ...[...known].reverse().map(({ age, low }) => api.coord([age, low!])),
    ];
    return { type: 'polygon', silent: true, shape: { points: edge }, style: { fill: withOpacity(colour, opacity) } };
  };
  return {
    type: 'custom' as const,
    silent: true,
    z: 2,
    clip: true,
    tooltip: { show: false },
    renderItem,
    data: known.length > 1 ? [[known[0].age, known[0].high!]] : [],
  };
}

function curveTooltip(
  hovered: { value: number[] }[],
  points: readonly SeenPoint[],
  chart: ChartContext,
  format: (value: number) => string,
  period: Period,
): string {
  const age = hovered[0]?.value[0];
  const rows = points
    .filter((point) => point.age === age)
    .map(({ group, mean, low, high }) => ({
      label: group === undefined ? chart.say('cohorts.mean') : groupName(group, chart),
      value: low === null || high === null ? format(mean) : `${format(mean)} (${format(low)} – ${format(high)})`,
    }));
  return tooltipHtml(`${chart.say('cohorts.axis.age', { period })}: ${age ?? ''}`, rows);
}
