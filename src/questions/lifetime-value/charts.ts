import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { BuildCharts } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import {
  buildConcentrationOption,
  buildDecileOption,
  buildRepeatPurchasesOption,
  buildTrackingOption,
} from './chart.ts';
import { buildMatrixOption } from './matrix-chart.ts';

type Say = Parameters<BuildCharts>[1]['say'];

/** What was counted and expected over time, the tenths, their share, the matrix, the fit, and the parameters. */
export const charts: BuildCharts = (answer, { say }) => {
  const level = Number(answer.parameters['level']);
  const timeUnit = String(answer.parameters['timeUnit']);
  const ahead = { level, timeUnit, horizon: Number(answer.parameters['horizon']) };
  const counted = estimateOf(answer, 'actualPurchases') !== undefined;
  const [tracking, decile, concentration, matrix, repeatPurchases, parameters] = [
    ...['tracking', 'decile', 'concentration', 'matrix', 'repeatPurchases', 'parameters'],
  ].map((name) => rowsOf(answer, name));
  const columns = (rows: readonly Row[]) => columnsOf(rows, timeUnit, say);
  const valued = isValued(answer);
  return [
    {
      id: 'tracking',
      title: trackingTitle(answer, say),
      subtitle: say('lifetime-value.chart.tracking.subtitle', { level }),
      badge: 'modelled',
      option: (chart) => buildTrackingOption(tracking, level, chart),
      rows: tracking,
      columns: columns(tracking),
      height: 300,
    },
    {
      id: 'decile',
      title: decileTitle(decile[0], valued, say),
      subtitle: say(
        valued ? 'lifetime-value.chart.decile.subtitle' : 'lifetime-value.chart.decile.purchases.subtitle',
        ahead,
      ),
      badge: 'modelled',
      option: (chart) => buildDecileOption(decile, level, chart),
      rows: decile,
      columns: columns(decile),
    },
    {
      id: 'concentration',
      title: concentrationTitle(concentration[20], valued, say),
      subtitle: say(
        counted ? 'lifetime-value.chart.concentration.subtitle.actual' : 'lifetime-value.chart.concentration.subtitle',
      ),
      badge: 'modelled',
      option: (chart) => buildConcentrationOption(concentration, chart),
      rows: concentration,
      columns: columns(concentration),
    },
    {
      id: 'matrix',
      title: say('lifetime-value.chart.matrix'),
      subtitle: say('lifetime-value.chart.matrix.subtitle', ahead),
      badge: 'modelled',
      option: (chart) => buildMatrixOption(matrix, timeUnit, chart),
      rows: matrix,
      columns: columns(matrix),
      height: 340,
    },
    {
      id: 'repeatPurchases',
      title: say('lifetime-value.chart.repeatPurchases'),
      subtitle: say('lifetime-value.chart.repeatPurchases.subtitle', { level }),
      badge: 'modelled',
      option: (chart) => buildRepeatPurchasesOption(repeatPurchases, level, chart),
      rows: repeatPurchases,
      columns: columns(repeatPurchases),
      height: 340,
    },
    {
      id: 'parameters',
      title: say('lifetime-value.table.parameters'),
      subtitle: say('lifetime-value.table.parameters.subtitle', { level }),
      rows: parameters,
      columns: columns(parameters),
    },
  ];
};

function isValued({ estimates }: Answer): boolean {
  return estimates.some(({ name }) => name === 'totalValue');
}

function trackingTitle(answer: Answer, say: Say): string {
  const expected = estimateOf(answer, 'expectedHoldout');
  const actual = estimateOf(answer, 'actualPurchases');
  if (expected === undefined || actual === undefined) return say('lifetime-value.chart.tracking');
  return say('lifetime-value.chart.tracking.holdout', { expected, actual });
}

/** A number that counts too few customers to be seen is null, and the title does without it. */
function decileTitle(best: Row | undefined, valued: boolean, say: Say): string {
  const { clv, expected_purchases: purchases, customers } = best ?? {};
  if (!valued && typeof purchases === 'number' && typeof customers === 'number') {
    return say('lifetime-value.chart.decile.purchases', { purchases: purchases / customers });
  }
  if (valued && typeof clv === 'number') return say('lifetime-value.chart.decile', { value: clv });
  return say('lifetime-value.chart.decile.plain');
}

function concentrationTitle(topFifth: Row | undefined, valued: boolean, say: Say): string {
  const share = topFifth?.['share_expected'];
  if (typeof share !== 'number') return say('lifetime-value.chart.concentration.plain');
  return say(valued ? 'lifetime-value.chart.concentration' : 'lifetime-value.chart.concentration.purchases', { share });
}

function estimateOf({ estimates }: Answer, wanted: string): number | undefined {
  return estimates.find(({ name }) => name === wanted)?.value;
}

function rowsOf(answer: Answer, name: string): Row[] {
  const table = answer.tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}

const UNITS: Record<string, Unit> = {
  customers: 'customers',
  p_alive: 'share',
  share_customers: 'share',
  share_expected: 'share',
  share_actual: 'share',
  clv: 'money',
  clv_low: 'money',
  clv_high: 'money',
  value: 'money',
  value_low: 'money',
  value_high: 'money',
};

function columnsOf(rows: readonly Row[], timeUnit: string, say: Say): TableColumn[] {
  return Object.keys(rows[0] ?? {}).map((name) => ({
    name,
    label: say(`lifetime-value.column.${name}`, { timeUnit }),
    unit: UNITS[name],
  }));
}
