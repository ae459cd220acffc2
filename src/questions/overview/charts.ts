import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Json, Row } from '../../core/json.ts';
import type { Period } from '../../core/periods.ts';
import { addDays } from '../../core/time.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import { buildAverageOrderOption, buildComparisonOption, changesHeight } from './change-chart.ts';
import { asTrend, buildLinesOption, buildRevenueOption, hasCompletePeriods, type Quantity } from './trend-chart.ts';
import type { TrendRow } from './trend.ts';

type Words = Pick<ChartContext, 'say' | 'number' | 'date'>;

/** Revenue, who buys, the average order and why it changed, retention and recommendation over time, and the baseline. */
export const charts: BuildCharts = (answer, speech) => {
  const { say } = speech;
  const period = answer.parameters.period as Period;
  const level = Number(answer.parameters.level);
  const trend = asTrend(rowsOf(answer, 'trend'));
  const table = {
    rows: rowsOf(answer, 'trend'),
    columns: trendColumns(trend, period, speech),
    badge: 'counted' as const,
  };
  const has = (name: keyof TrendRow): boolean => trend.some((row) => typeof row[name] === 'number');
  const lines = (id: string, quantities: (chart: ChartContext) => Quantity[]): ChartSpec => ({
    ...table,
    id,
    title: say(`overview.chart.${id}`, { period }),
    subtitle: say(`overview.chart.${id}.subtitle`, { level, periods: hasCompletePeriods(trend) ? 'complete' : 'all' }),
    option: (chart) => buildLinesOption(trend, period, quantities(chart), chart),
  });
  return [
    {
      ...table,
      id: 'revenue',
      title: say('overview.chart.revenue', { period }),
      subtitle: say('overview.chart.revenue.subtitle', {
        periods: trend.every(({ complete }) => complete) ? 'complete' : 'all',
      }),
      option: (chart) => buildRevenueOption(trend, period, chart),
    },
    lines('customers', ({ theme }) => [
      {
        ...{ unit: 'customers', colour: theme.series[0], label: say('overview.chart.returning') },
        value: ({ customers, newCustomers }) => (customers === null ? null : customers - newCustomers),
      },
      {
        ...{ unit: 'customers', colour: theme.series[1], label: say('overview.chart.new') },
        value: ({ newCustomers }) => newCustomers,
      },
    ]),
    lines('averageOrder', ({ theme }) => [
      {
        ...{ unit: 'money', colour: theme.accent, label: say('overview.chart.averageOrder') },
        value: ({ averageOrder }) => averageOrder,
      },
    ]),
    ...changeSpec(rowsOf(answer, 'averageOrder'), speech),
    ...(has('retention')
      ? [
          lines('retention', ({ theme }) => [
            {
              ...{ unit: 'share', colour: theme.accent, label: say('overview.column.retention') },
              value: ({ retention }) => retention,
            },
          ]),
        ]
      : []),
    ...(has('nps')
      ? [
          {
            ...lines('nps', ({ theme }) => [
              {
                ...{ unit: 'points', colour: theme.accent, label: say('overview.column.nps') },
                value: ({ nps }) => nps,
                interval: { low: 'nps_low', high: 'nps_high' },
              },
            ]),
            badge: 'measured' as const,
          },
        ]
      : []),
    ...comparisonSpec(rowsOf(answer, 'comparison'), period, speech),
  ];
};

function rowsOf({ tables }: Answer, name: string): Row[] {
  const table = tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}

/** Without columns that say nothing. */
function trendColumns(rows: readonly TrendRow[], period: Period, { say }: Words): TableColumn[] {
  const column = (name: keyof TrendRow & string, rest: Partial<TableColumn> = {}): TableColumn => ({
    name,
    label: say(`overview.column.${name}`),
    ...rest,
  });
  const survey = [
    column('answers', { kind: 'number' }),
    column('nps', { unit: 'points' }),
    column('nps_low', { unit: 'points' }),
    column('nps_high', { unit: 'points' }),
  ];
  return [
    column('period', { kind: period === 'month' ? 'month' : 'date' }),
    column('complete'),
    column('customers', { unit: 'customers' }),
    column('newCustomers', { unit: 'customers' }),
    column('orders', { unit: 'orders' }),
    column('revenue', { unit: 'money' }),
    column('averageOrder', { unit: 'money' }),
    column('repeatShare', { unit: 'share' }),
    column('retention', { unit: 'share' }),
    ...(rows.some(({ answers }) => answers !== null) ? survey : []),
    ...(rows.some(({ baseline }) => baseline) ? [column('baseline')] : []),
  ];
}

function changeSpec(given: Row[], { say }: Words): ChartSpec[] {
  if (given.length === 0) return [];
  const [first] = given;
  // The mean price moves with the mix of products too, and may so move against the part of the prices.
  const rows = given.map((row) => (row.component === 'price' ? { ...row, before: null, after: null } : row));
  const [after, before] = [Number(first.averageOrder), Number(first.averageOrderBefore)];
  const change = after - before;
  const direction = Math.abs(change) < 0.005 ? 'same' : change > 0 ? 'more' : 'less';
  const column = (name: string, unit?: TableColumn['unit']): TableColumn => ({
    name,
    label: say(`overview.column.${name}`),
    ...(unit ? { unit } : {}),
  });
  return [
    {
      id: 'change',
      title: say('overview.chart.change', { direction, change: Math.abs(change) }),
      subtitle: say('overview.chart.change.subtitle', {
        ...{ from: first.from, to: lastDay(first.to), after },
        ...{ beforeFrom: first.beforeFrom, beforeTo: lastDay(first.beforeTo), before },
      }),
      badge: 'counted',
      option: (chart) => buildAverageOrderOption(rows, chart),
      rows: rows.map((row) => ({ ...row, component: say(`overview.component.${String(row.component)}`) })),
      columns: [
        column('component'),
        column('contribution', 'money'),
        column('before', 'number'),
        column('after', 'number'),
      ],
      height: changesHeight(rows),
    },
  ];
}

function comparisonSpec(rows: Row[], period: Period, { say }: Words): ChartSpec[] {
  if (rows.length === 0) return [];
  const [{ from, to, baselineFrom, baselineTo }] = rows;
  const column = (name: string, rest: Partial<TableColumn> = { unit: 'number' }): TableColumn => ({
    name,
    label: say(`overview.column.${name}`),
    ...rest,
  });
  return [
    {
      id: 'comparison',
      title: say('overview.chart.comparison'),
      subtitle: say('overview.chart.comparison.subtitle', {
        ...{ from, to: lastDay(to), baselineFrom, baselineTo: lastDay(baselineTo) },
      }),
      badge: 'counted',
      option: (chart) => buildComparisonOption(rows, period, chart),
      rows: rows.map((row) => ({
        ...row,
        metric: say(`overview.compared.${String(row.metric)}`, { period }),
        unit: say(`overview.unit.${String(row.unit)}`),
      })),
      columns: [
        column('metric', {}),
        column('unit', {}),
        column('value'),
        column('baseline'),
        column('change'),
        column('changeRelative', { unit: 'share' }),
        ...(rows.some(({ changeLow }) => changeLow !== null) ? [column('changeLow'), column('changeHigh')] : []),
      ],
      height: changesHeight(rows),
    },
  ];
}

function lastDay(exclusive: Json | undefined): string {
  return addDays(String(exclusive), -1);
}
