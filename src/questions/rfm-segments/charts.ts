import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import { buildGridOption } from './grid-chart.ts';
import { buildMovementOption, coursesOf, MOVEMENT_HEIGHT } from './movement-chart.ts';
import { buildSegmentsOption, segmentsHeight, sortedSegments, type ShownSegment } from './segments-chart.ts';

type Speech = Pick<ChartContext, 'say' | 'number' | 'date'>;

export const charts: BuildCharts = (answer, speech) => [
  segments(answer, speech),
  grid(answer, speech),
  ...movement(answer, speech),
];

export function rowsOf({ tables }: Pick<Answer, 'tables'>, name: string): Row[] {
  const table = tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}

/** Columns of the table of segments, without those of money when nothing was earned. */
export function segmentColumns(rows: readonly Row[], { say }: Pick<Speech, 'say'>): TableColumn[] {
  const earned = rows.some(({ revenueShare }) => revenueShare !== null);
  const columns: [string, Unit | undefined][] = [
    ['segment', undefined],
    ['customers', 'customers'],
    ['share', 'share'],
    ['revenue', 'money'],
    ...(earned ? [['revenueShare', 'share'] satisfies [string, Unit]] : []),
    ['medianRecencyDays', 'days'],
    ['meanFrequency', 'number'],
    ['meanMonetary', 'money'],
  ];
  return columns.map(([name, unit]) => ({ name, label: say(`rfm.column.${name}`), unit }));
}

function segments(answer: Answer, speech: Speech): ChartSpec {
  const { say } = speech;
  const rows = rowsOf(answer, 'segments');
  const shown = rows as unknown as ShownSegment[];
  const [first] = sortedSegments(shown);
  const hasFinding = first && first.share !== null && first.revenueShare !== null;
  const earned = shown.some(({ revenueShare }) => revenueShare !== null);
  return {
    id: 'segments',
    title: hasFinding
      ? say('rfm.chart.segments.finding', {
          segment: say(`rfm.segment.${first.segment}`),
          share: first.share,
          revenueShare: first.revenueShare,
        })
      : say('rfm.chart.segments'),
    subtitle: say(earned ? 'rfm.chart.segments.subtitle' : 'rfm.chart.segments.subtitle.noRevenue', {
      asOf: answer.parameters['asOf'],
    }),
    badge: 'counted',
    option: (chart) => buildSegmentsOption(shown, chart),
    rows: named(rows, ['segment'], speech),
    columns: segmentColumns(rows, speech),
    height: segmentsHeight(shown),
  };
}

function grid(answer: Answer, speech: Speech): ChartSpec {
  const { say } = speech;
  const rows = rowsOf(answer, 'grid');
  return {
    id: 'grid',
    title: say('rfm.chart.grid'),
    subtitle: say('rfm.chart.grid.subtitle'),
    badge: 'counted',
    option: (chart) => buildGridOption(rows, chart),
    rows: named(rows, ['segment'], speech),
    columns: [
      { name: 'r', label: say('rfm.column.r'), kind: 'number' },
      { name: 'fm', label: say('rfm.column.fm'), kind: 'number' },
      { name: 'segment', label: say('rfm.column.segment') },
      { name: 'customers', label: say('rfm.column.customers'), unit: 'customers' },
      { name: 'revenue', label: say('rfm.column.revenue'), unit: 'money' },
    ],
    height: Math.max(360, segmentsHeight(rowsOf(answer, 'segments') as unknown as ShownSegment[])),
  };
}

/** None without an earlier date; a check of the answer says why. */
function movement(answer: Answer, speech: Speech): ChartSpec[] {
  const { say } = speech;
  const rows = rowsOf(answer, 'movement');
  if (rows.length === 0) return [];
  const dates = { compareTo: String(answer.parameters['compareTo']), asOf: String(answer.parameters['asOf']) };
  const courses = coursesOf(rows);
  const withheld = rows.filter(({ customers }) => typeof customers !== 'number').length;
  const isDrawn = withheld < rows.length;
  return [
    {
      id: 'movement',
      title: courses
        ? say('rfm.chart.movement.finding', { ...dates, up: courses.up, down: courses.down })
        : say('rfm.chart.movement', dates),
      subtitle: isDrawn
        ? [
            say('rfm.chart.movement.subtitle', dates),
            // The totals of the flows say less then than their names promise.
            ...(withheld > 0 ? [say('rfm.chart.movement.withheld', { withheld })] : []),
          ].join(' ')
        : say('rfm.chart.movement.subtitle.table', dates),
      badge: 'counted',
      ...(isDrawn && { option: (chart: ChartContext) => buildMovementOption(rows, dates, chart) }),
      rows: named(rows, ['from_segment', 'to_segment'], speech),
      columns: [
        { name: 'from_segment', label: say('rfm.column.from_segment') },
        { name: 'to_segment', label: say('rfm.column.to_segment') },
        { name: 'customers', label: say('rfm.column.customers'), unit: 'customers' },
      ],
      height: MOVEMENT_HEIGHT,
    },
  ];
}

/** Rows with the names of segments in the current language. */
function named(rows: readonly Row[], columns: readonly string[], { say }: Speech): Row[] {
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(columns.map((name) => [name, say(`rfm.segment.${String(row[name])}`)])),
  }));
}
