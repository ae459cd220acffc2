import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { sequentialColour, textOn, withOpacity } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import type { Cell } from './cohorts.ts';
import type { Measure, Period } from './question.ts';

/** A point of the weighted mean, as the answer's table `curve` holds it. */
export interface CurvePoint {
  group?: string | null;
  age: number;
  mean: number;
  low: number | null;
  high: number | null;
}

export interface Described {
  measure: Measure;
  period: Period;
}

/** What a cell shows: a share of age 0, or money per customer. */
function shown({ share, value }: Pick<Cell, 'share' | 'value'>, measure: Measure): number | null {
  return measure === 'cumulativeRevenuePerCustomer' ? value : share;
}

function text(value: number | null, measure: Measure, chart: ChartContext): string {
  if (value === null) return '–';
  if (measure === 'cumulativeRevenuePerCustomer') return chart.number(value, 'money');
  return chart.say('cohorts.cell', { value });
}

export function cohortName(start: string, period: Period, chart: Pick<ChartContext, 'date'>): string {
  return chart.date(start, period === 'week' ? 'medium' : 'month');
}

const ROW = 26;
const MOST_HEIGHT = 760;

/** Rows keep their height until there are many. */
export function heatmapHeight(cohorts: number): number {
  return Math.min(MOST_HEIGHT, Math.max(160, cohorts * ROW + 48));
}

/**
 * A row per cohort, a column per age; darker is more. Periods that have not passed are hatched. Age 0, which is all by
 * definition, takes no part in the scale.
 */
export function buildHeatmapOption(
  cells: readonly Cell[],
  { measure, period }: Described,
  chart: ChartContext,
): ChartOption {
  const { theme } = chart;
  const starts = [...new Set(cells.map(({ cohort }) => cohort))].sort();
  const sizes = new Map(cells.map(({ cohort, size }) => [cohort, size]));
  const oldest = Math.max(...cells.map(({ age }) => age));
  const isShare = measure !== 'cumulativeRevenuePerCustomer';
  const scaled = cells.filter(({ age }) => age > 0 || !isShare).map((cell) => shown(cell, measure) ?? 0);
  const most = Math.max(0, ...scaled);
  const colour = (cell: Cell): string => {
    const value = shown(cell, measure);
    if (value === null || (isShare && cell.age === 0)) return theme.sunken;
    return sequentialColour(theme, most > 0 ? Math.max(0, value) / most : 0);
  };
  const rows = starts.map((start) => {
    const size = chart.number(sizes.get(start) ?? 0, 'customers');
    return chart.narrow ? cohortName(start, period, chart) : `${cohortName(start, period, chart)}   ${size}`;
  });
  return {
    grid: { top: 26, left: 2, right: 2, bottom: 2 },
    xAxis: {
      type: 'category',
      position: 'top',
      data: Array.from({ length: oldest + 1 }, (_, age) => String(age)),
      axisLine: { show: false },
    },
    yAxis: { type: 'category', inverse: true, data: rows, axisLine: { show: false } },
    tooltip: {
      formatter: (point) => {
        const cell = cells[(point as { dataIndex: number }).dataIndex];
        return tooltipHtml(
          cohortName(cell.cohort, period, chart),
          [
            { label: chart.say('cohorts.column.size'), value: chart.number(cell.size, 'customers') },
            { label: chart.say('cohorts.column.age'), value: String(cell.age) },
            ...(isShare
              ? [
                  {
                    label: chart.say(`cohorts.value.${measure}`),
                    value: chart.number(cell.value, measure === 'revenue' ? 'money' : 'number'),
                  },
                ]
              : []),
            {
              label: chart.say(isShare ? 'cohorts.column.share' : `cohorts.value.${measure}`),
              value: text(shown(cell, measure), measure, chart),
            },
          ],
          cell.complete ? '' : chart.say('cohorts.unfinished'),
        );
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: heatmapCell(cells, colour, (cell) => text(shown(cell, measure), measure, chart), chart),
        data: cells.map(({ cohort, age }) => [age, starts.indexOf(cohort)]),
      },
    ],
  };
}

const LEAST_LABEL = { width: 32, height: 16 };

function heatmapCell(
  cells: readonly Cell[],
  colour: (cell: Cell) => string,
  label: (cell: Cell) => string,
  { theme }: ChartContext,
): RenderItem {
  return (params, api) => {
    const cell = cells[params.dataIndex];
    const [x, y] = api.coord([api.value(0), api.value(1)]);
    const [width, height] = (api.size?.([1, 1]) ?? [0, 0]) as number[];
    const shape = {
      x: x - width / 2 + 1,
      y: y - height / 2 + 1,
      width: Math.max(1, width - 2),
      height: Math.max(1, height - 2),
    };
    const fill = colour(cell);
    const ink = textOn(fill, theme);
    const hasRoom = shape.width >= LEAST_LABEL.width && shape.height >= LEAST_LABEL.height;
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { ...shape, r: 3 }, style: { fill } },
        ...(cell.complete ? [] : hatching(shape, withOpacity(ink, 0.28))),
        {
          type: 'text',
          silent: true,
          style: {
            text: hasRoom ? label(cell) : '',
            x,
            y,
            fill: ink,
            align: 'center',
            verticalAlign: 'middle',
            fontSize: 12,
          },
        },
      ],
    };
  };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const HATCH_STEP = 7;

/** Diagonals x + y = constant, cut to the box. */
function hatching({ x, y, width, height }: Box, stroke: string) {
  const lines = [];
  for (let reach = HATCH_STEP; reach < width + height; reach += HATCH_STEP) {
    const [x1, x2] = [x + Math.max(0, reach - height), x + Math.min(width, reach)];
    const shape = { x1, y1: y + Math.min(height, reach), x2, y2: y + Math.max(0, reach - width) };
    lines.push({ type: 'line' as const, silent: true, shape, style: { stroke, lineWidth: 1 } });
  }
  return lines;
}

/** The weighted mean with its interval over age; behind it every cohort, or a line for each group. */
export function buildCurvesOption(
  cells: readonly Cell[],
  curve: readonly CurvePoint[],
  { measure, period }: Described,
  chart: ChartContext,
): ChartOption {
  const { theme } = chart;
  const isShare = measure !== 'cumulativeRevenuePerCustomer';
  // At age 0 everyone is there by definition; the curves start where something can be learned.
  const from = isShare ? 1 : 0;
  const points = curve.filter(({ age }) => age >= from);
  const groups = [...new Set(points.map(({ group }) => group))];
  const isGrouped = groups.length > 1 || groups[0] !== undefined;
  const format = (value: number): string => text(value, measure, chart);
  const means = groups.flatMap((group, i) => {
    const own = points.filter((point) => point.group === group);
    const name = isGrouped ? groupName(group ?? null, chart) : chart.say('cohorts.mean');
    return [band(own, theme.series[i]), meanLine(own, theme.series[i], name, format)];
  });
  return {
    grid: { top: 12, left: 2, right: isGrouped ? 96 : 56, bottom: 30 },
    xAxis: {
      type: 'value',
      min: from,
      max: Math.max(from + 1, ...points.map(({ age }) => age)),
      minInterval: 1,
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

export function groupName(group: string | null, chart: Pick<ChartContext, 'say'>): string {
  return group ?? chart.say('cohorts.unknownGroup');
}

function cohortLines(cells: readonly Cell[], measure: Measure, from: number, { theme }: ChartContext) {
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

function meanLine(points: readonly CurvePoint[], colour: string, name: string, format: (value: number) => string) {
  return {
    type: 'line' as const,
    name,
    z: 4,
    showSymbol: true,
    symbolSize: 6,
    data: points.map(({ age, mean }) => [age, mean]),
    lineStyle: { color: colour, width: 2.5 },
    itemStyle: { color: colour },
    endLabel: {
      show: true,
      color: colour,
      formatter: () => `${name}\n${format(points[points.length - 1]?.mean ?? 0)}`,
    },
  };
}

function band(points: readonly CurvePoint[], colour: string) {
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  const renderItem: RenderItem = (_params, api) => {
    const edge = [
      ...known.map(({ age, high }) => api.coord([age, high!])),
      ...[...known].reverse().map(({ age, low }) => api.coord([age, low!])),
    ];
    return { type: 'polygon', silent: true, shape: { points: edge }, style: { fill: withOpacity(colour, 0.16) } };
  };
  return {
    type: 'custom' as const,
    silent: true,
    z: 2,
    tooltip: { show: false },
    renderItem,
    data: known.length > 1 ? [[known[0].age, known[0].high!]] : [],
  };
}

function curveTooltip(
  hovered: { value: number[] }[],
  points: readonly CurvePoint[],
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
