import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { CHART_FONT } from '../../ui/chart-theme.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { NOT_YET, SEGMENTS, STAGES, stageOf, type Segment, type Stage } from './question.ts';

type Place = Segment | Stage | typeof NOT_YET;

interface Flow {
  from: Place;
  to: Place;
  customers: number;
  course: Course;
}

/** Nearer to the last purchase, further from it, or neither. */
type Course = 'up' | 'down' | 'level';

/** A row's course by the stages of its two segments; new customers have none. */
function courseOf({ from_segment: from, to_segment: to }: Row): Course {
  if (from === NOT_YET) return 'level';
  const step = STAGES.indexOf(stageOf[to as Segment]) - STAGES.indexOf(stageOf[from as Segment]);
  return step === 0 ? 'level' : step < 0 ? 'up' : 'down';
}

/** Customers by course; undefined where one of the counts is withheld. */
export function coursesOf(rows: readonly Row[]): Record<Course, number> | undefined {
  const sums = { up: 0, down: 0, level: 0 };
  for (const row of rows) {
    if (typeof row.customers !== 'number') return undefined;
    sums[courseOf(row)] += row.customers;
  }
  return sums;
}

/** Where there is little room segments are put together by stage. */
function flowsOf(rows: readonly Row[], byStage: boolean): Flow[] {
  const flows = new Map<string, Flow>();
  const place = (segment: unknown): Place => {
    if (segment === NOT_YET) return NOT_YET;
    return byStage ? stageOf[segment as Segment] : (segment as Segment);
  };
  for (const row of rows) {
    if (typeof row.customers !== 'number') continue;
    const [from, to] = [place(row.from_segment), place(row.to_segment)];
    const flow = flows.get(`${from} ${to}`);
    if (flow) flow.customers += row.customers;
    else flows.set(`${from} ${to}`, { from, to, customers: row.customers, course: courseOf(row) });
  }
  return [...flows.values()];
}

export const MOVEMENT_HEIGHT = 520;

/** Customers flow from their segment at the earlier date to that of the later one, in the order of `SEGMENTS`. */
export function buildMovementOption(
  rows: readonly Row[],
  { compareTo, asOf }: { compareTo: string; asOf: string },
  chart: ChartContext,
): ChartOption {
  const { theme, say, narrow } = chart;
  const flows = flowsOf(rows, narrow);
  const order: readonly Place[] = [...(narrow ? STAGES : SEGMENTS), NOT_YET];
  const nameOf = (place: Place): string => say(narrow ? `rfm.stage.${place}` : `rfm.segment.${place}`);
  const colours = { up: theme.accent, down: theme.loss, level: theme.ink3 };
  const count = (customers: number): string => chart.number(customers, 'customers');
  const nodes = (['from', 'to'] as const).flatMap((side, depth) =>
    order.flatMap((place) => {
      const members = flows.filter((flow) => flow[side] === place);
      if (members.length === 0) return [];
      const customers = members.reduce((sum, flow) => sum + flow.customers, 0);
      const text = `${nameOf(place)}  ${count(customers)}`;
      return [{ name: idOf(side, place), place, text, customers, depth }];
    }),
  );
  const heading = (iso: string) => ({
    ...{ text: chart.date(iso), fill: theme.ink2 },
    ...{ fontSize: 12, fontWeight: 600, fontFamily: CHART_FONT },
    // The letters of the font are taller than ECharts takes them for.
    lineHeight: 18,
  });
  const margin = narrow ? 4 : 158;
  return {
    graphic: [
      { type: 'text', left: 0, top: 0, silent: true, style: heading(compareTo) },
      // A bold text is wider than it is measured.
      { type: 'text', right: 8, top: 0, silent: true, style: heading(asOf) },
    ],
    tooltip: {
      formatter: (point) => {
        const { dataType, dataIndex } = point as { dataType?: string; dataIndex: number };
        if (dataType !== 'edge') return tooltipHtml(nodes[dataIndex].text);
        const { from, to, customers } = flows[dataIndex];
        return tooltipHtml(`${nameOf(from)} → ${nameOf(to)}`, [
          { label: say('rfm.column.customers'), value: count(customers) },
        ]);
      },
    },
    series: [
      {
        type: 'sankey',
        ...{ left: margin, right: margin, top: 30, bottom: 4 },
        ...{ nodeWidth: 10, nodeGap: 16, draggable: false, layoutIterations: 0 },
        data: nodes.map(({ name, place, text, depth }) => ({
          name,
          depth,
          itemStyle: { color: place === NOT_YET ? theme.lineStrong : theme.ink2, borderWidth: 0 },
          label: {
            formatter: text,
            color: theme.ink,
            // Beside the flows where there is room, on them where there is not.
            position: (depth === 0) === narrow ? ('right' as const) : ('left' as const),
          },
        })),
        links: flows.map(({ from, to, customers, course }) => ({
          source: idOf('from', from),
          target: idOf('to', to),
          value: customers,
          lineStyle: { color: colours[course], opacity: course === 'level' ? 0.16 : 0.42, curveness: 0.5 },
        })),
        emphasis: { focus: 'adjacency' },
      },
    ],
  };
}

function idOf(side: 'from' | 'to', place: Place): string {
  return `${side} ${place}`;
}
