import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import { buildComparisonOption } from './comparison-chart.ts';
import { buildDrawsOption } from './draws-chart.ts';
import { buildMonthsOption } from './months-chart.ts';
import { buildWaterfallOption, stepName } from './waterfall-chart.ts';

/** Where the return comes from, when it pays, how sure it is, what a plain comparison would say, and the two groups. */
export const charts: BuildCharts = (answer, { say }) => {
  const level = Number(answer.parameters['level']);
  const windowDays = Number(answer.parameters['windowDays']);
  const [waterfall, months, bins, comparison, arms] = ['waterfall', 'months', 'histogram', 'comparison', 'arms'].map(
    (name) => rowsOf(answer, name),
  ) as [Row[], Row[], Row[], Row[], Row[]];
  const hasCosts = months.some(({ cost }) => cost !== null);
  const share = answer.estimates.find(({ name }) => name === 'probabilityPositive')?.value ?? 0;
  const money = (name: string, label: string) => ({
    name,
    label: say(`return.column.${label}`),
    unit: 'money' as const,
  });
  const range = [money('low', 'low'), money('high', 'high')];
  return [
    {
      id: 'waterfall',
      title: say('return.chart.waterfall.title'),
      subtitle: say('return.chart.waterfall.subtitle', { windowDays, level }),
      badge: 'measured',
      option: (chart) => buildWaterfallOption(waterfall, chart),
      rows: waterfall.map((row) => ({ ...row, step: stepName(String(row.step), String(row.kind), say) })),
      columns: [{ name: 'step', label: say('return.column.step') }, money('value', 'value'), ...range],
      height: 320,
    },
    {
      id: 'months',
      title: say(hasCosts ? 'return.chart.months.title' : 'return.chart.months.title.margin'),
      subtitle: say(hasCosts ? 'return.chart.months.subtitle' : 'return.chart.months.subtitle.margin', { level }),
      badge: 'measured',
      option: (chart) => buildMonthsOption(months, chart),
      rows: months,
      columns: [
        { name: 'day', label: say('return.column.day'), kind: 'number' },
        money('margin', 'gained'),
        ...range,
        ...(hasCosts ? [money('cost', 'cost')] : []),
      ],
      height: 320,
    },
    {
      id: 'draws',
      title: say('return.chart.draws.title'),
      subtitle: say('return.chart.draws.subtitle', { draws: bins.reduce((sum, { count }) => sum + Number(count), 0) }),
      badge: 'measured',
      option: (chart) => buildDrawsOption(bins, share, chart),
      rows: bins,
      columns: [...range, { name: 'count', label: say('return.chart.draws.count'), kind: 'number' }],
    },
    ...(comparison.length > 1 ? [compared()] : []),
    {
      id: 'arms',
      title: say('return.chart.arms.title'),
      subtitle: say('return.chart.arms.subtitle', { windowDays, level }),
      badge: 'measured',
      rows: arms,
      columns: [
        { name: 'variant', label: say('return.column.variant'), kind: 'text' },
        { name: 'customers', label: say('return.column.customers'), unit: 'customers' },
        ...triple('buyers', 'share'),
        ...triple('orders', 'number'),
        ...triple('margin', 'money'),
      ],
    },
  ];

  function compared(): ChartSpec {
    return {
      id: 'comparison',
      title: say('return.chart.comparison.title'),
      subtitle: say('return.chart.comparison.subtitle', { level }),
      badge: 'measured',
      ...(isShown(comparison) && { option: (chart: ChartContext) => buildComparisonOption(comparison, chart) }),
      rows: comparison.map((row) => ({ ...row, method: say(`return.method.${String(row.method)}`) })),
      columns: [
        { name: 'method', label: say('return.column.method') },
        money('value', 'value'),
        ...range,
        { name: 'customers', label: say('return.column.customers'), unit: 'customers' },
      ],
    };
  }

  /** A mean and the two ends of its interval. */
  function triple(name: string, unit: 'share' | 'number' | 'money') {
    return [
      { name, label: say(`return.column.${name}`), unit },
      { name: `${name}_low`, label: say('return.column.low'), unit },
      { name: `${name}_high`, label: say('return.column.high'), unit },
    ];
  }
};

/** Whether nothing of it is withheld. */
function isShown(rows: readonly Row[]): boolean {
  return rows.every(({ value }) => typeof value === 'number');
}

function rowsOf(answer: Answer, name: string): Row[] {
  const table = answer.tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}
