import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import { buildHeatmapOption, groupName, heatmapHeight, type ShownCell } from './chart.ts';
import { buildCurvesOption, type CurvePoint } from './curves-chart.ts';
import type { Period } from '../../core/periods.ts';
import type { Measure } from './question.ts';

type Say = Parameters<BuildCharts>[1]['say'];

/** A heatmap per group, or one of everyone; then the weighted means by age. */
export const charts: BuildCharts = (answer, speech) => {
  const measure = answer.parameters.measure as Measure;
  const period = answer.parameters.period as Period;
  const cells = rowsOf(answer, 'cells') as unknown as ShownCell[];
  const groups = groupsOf(answer);
  const parts = groups.length > 0 ? groups.map((group) => cells.filter((cell) => cell.group === group)) : [cells];
  const heatmaps = parts.map((shown, i): ChartSpec => {
    const title = speech.say(`cohorts.heatmap.title.${measure}`, { period });
    const group = groups.length > 0 ? groupName(groups[i], speech) : undefined;
    return {
      id: `heatmap-${i}`,
      title: group === undefined ? title : speech.say('cohorts.heatmap.ofGroup', { title, group }),
      subtitle: speech.say('cohorts.heatmap.subtitle'),
      badge: 'counted',
      option: (chart) => buildHeatmapOption(shown, { measure, period }, chart),
      rows: shown as unknown as Row[],
      columns: cellColumns(measure, period, groups.length > 0, speech.say),
      height: heatmapHeight(new Set(shown.map(({ cohort }) => cohort)).size),
    };
  });
  return [...heatmaps, curves(answer, cells, groups.length > 0, speech.say)];
};

/** The groups that are compared, in the order of the answer; none when everyone is one group. */
export function groupsOf(answer: Answer): (string | null)[] {
  const cells = rowsOf(answer, 'cells') as unknown as ShownCell[];
  return [...new Set(cells.flatMap(({ group }) => (group === undefined ? [] : [group])))];
}

function curves(answer: Answer, cells: readonly ShownCell[], isGrouped: boolean, say: Say): ChartSpec {
  const measure = answer.parameters.measure as Measure;
  const period = answer.parameters.period as Period;
  const points = rowsOf(answer, 'curve');
  return {
    id: 'curves',
    title: say(`cohorts.curves.title.${measure}`),
    subtitle: say(isGrouped ? 'cohorts.curves.subtitleGroups' : 'cohorts.curves.subtitle', {
      level: answer.parameters.level,
    }),
    badge: 'measured',
    option: (chart) => buildCurvesOption(cells, points as unknown as CurvePoint[], { measure, period }, chart),
    rows: points,
    columns: curveColumns(measure, isGrouped, say),
    height: 320,
  };
}

function cellColumns(measure: Measure, period: Period, isGrouped: boolean, say: Say): TableColumn[] {
  const counted: TableColumn = { name: 'customers', label: say('cohorts.value.customers'), unit: 'customers' };
  const unit = measure === 'customers' || measure === 'orders' ? 'number' : 'money';
  return [
    { name: 'cohort', label: say('cohorts.column.cohort'), kind: period === 'week' ? 'date' : 'month' },
    ...groupColumn(isGrouped, say),
    { name: 'size', label: say('cohorts.column.size'), unit: 'customers' },
    { name: 'age', label: say('cohorts.column.age'), kind: 'number' },
    counted,
    ...(measure === 'customers' ? [] : [{ name: 'value', label: say(`cohorts.value.${measure}`), unit } as const]),
    { name: 'share', label: say('cohorts.column.share'), unit: 'share' },
    { name: 'complete', label: say('cohorts.column.complete') },
  ];
}

function curveColumns(measure: Measure, isGrouped: boolean, say: Say): TableColumn[] {
  const unit = measure === 'cumulativeRevenuePerCustomer' ? 'money' : 'share';
  return [
    ...groupColumn(isGrouped, say),
    { name: 'age', label: say('cohorts.column.age'), kind: 'number' },
    { name: 'mean', label: say('cohorts.column.mean'), unit },
    { name: 'low', label: say('cohorts.column.low'), unit },
    { name: 'high', label: say('cohorts.column.high'), unit },
    { name: 'cohorts', label: say('cohorts.column.cohorts'), kind: 'number' },
    { name: 'customers', label: say('cohorts.column.size'), unit: 'customers' },
    { name: 'active', label: say('cohorts.value.customers'), unit: 'customers' },
  ];
}

function groupColumn(isGrouped: boolean, say: Say): TableColumn[] {
  return isGrouped ? [{ name: 'group', label: say('cohorts.column.group') }] : [];
}

function rowsOf(answer: Answer, name: string): Row[] {
  const table = answer.tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}
