import type { Unit } from '../../core/units.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { sequentialColour, textOn, withOpacity } from '../../ui/colour.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import type { Cell } from './cohorts.ts';
import type { Period } from '../../core/periods.ts';
import { OTHER_GROUPS, type Measure } from './question.ts';

export interface Described {
  measure: Measure;
  period: Period;
}

/** A cell as it may be seen: what counts too few customers is null. */
export type ShownCell = Omit<Cell, 'size' | 'customers' | 'value'> &
  Record<'size' | 'customers' | 'value', number | null>;

/** What a cell shows: a share of age 0, or money per customer. */
export function shown({ share, value }: Pick<ShownCell, 'share' | 'value'>, measure: Measure): number | null {
  return measure === 'cumulativeRevenuePerCustomer' ? value : share;
}

export function text(value: number | null, measure: Measure, chart: ChartContext): string {
  if (value === null) return '–';
  if (measure === 'cumulativeRevenuePerCustomer') return chart.say('cohorts.cell.money', { value });
  return chart.say('cohorts.cell', { value });
}

export function cohortName(start: string, period: Period, chart: Pick<ChartContext, 'date'>): string {
  return chart.date(start, period === 'week' ? 'medium' : 'month');
}

export function groupName(group: string | null, chart: Pick<ChartContext, 'say'>): string {
  if (group === OTHER_GROUPS) return chart.say('cohorts.otherGroups');
  return group ?? chart.say('cohorts.unknownGroup');
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
  cells: readonly ShownCell[],
  { measure, period }: Described,
  chart: ChartContext,
): ChartOption {
  const { theme } = chart;
  const starts = [...new Set(cells.map(({ cohort }) => cohort))].sort();
  const sizes = new Map<string, number>();
  for (const { cohort, size } of cells) if (size !== null) sizes.set(cohort, size);
  const oldest = Math.max(...cells.map(({ age }) => age));
  const isShare = measure !== 'cumulativeRevenuePerCustomer';
  const scaled = cells.filter(({ age }) => age > 0 || !isShare).map((cell) => shown(cell, measure) ?? 0);
  const most = Math.max(0, ...scaled);
  const colour = (cell: ShownCell): string => {
    const value = shown(cell, measure);
    if (value === null || (isShare && cell.age === 0)) return theme.sunken;
    return sequentialColour(theme, most > 0 ? Math.max(0, value) / most : 0);
  };
  const rows = starts.map((start) => {
    const size = sizes.get(start);
    const name = cohortName(start, period, chart);
    return chart.narrow || size === undefined ? name : `${name}   ${chart.number(size, 'customers')}`;
  });
  return {
    grid: { top: 4, left: 8, right: 2, bottom: 2 },
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
        const amount = (value: number | null, unit: Unit) => (value === null ? '–' : chart.number(value, unit));
        return tooltipHtml(
          cohortName(cell.cohort, period, chart),
          [
            { label: chart.say('cohorts.column.size'), value: amount(cell.size, 'customers') },
            { label: chart.say('cohorts.column.age'), value: String(cell.age) },
            ...(isShare
              ? [
                  {
                    label: chart.say(`cohorts.value.${measure}`),
                    value: amount(cell.value, measure === 'revenue' ? 'money' : 'number'),
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
  cells: readonly ShownCell[],
  colour: (cell: ShownCell) => string,
  label: (cell: ShownCell) => string,
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
