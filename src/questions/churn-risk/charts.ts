import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import { buildCalibrationOption, buildGainOption, buildLiftOption, buildRocOption } from './chart.ts';
import { buildImportanceOption, buildLossOption, featureName } from './model-chart.ts';

type Speech = Parameters<BuildCharts>[1];

/** How well the ranking finds leavers, whether its probabilities hold, what it leans on, how it learned, the models. */
export const charts: BuildCharts = (answer, speech) => {
  const { say } = speech;
  const level = Number(answer.parameters['level']);
  const [deciles, roc, calibration, loss, models] = ['deciles', 'roc', 'calibration', 'loss', 'models'].map((name) =>
    rowsOf(answer, name),
  );
  const gain = deciles[2]?.['cumulativeGain'];
  const measured = (id: string, title: string, rows: Row[]) => ({
    ...card(id, title, rows, speech, level),
    badge: 'measured' as const,
  });
  return [
    {
      ...measured('lift', say('churn-risk.chart.lift', { lift: estimateOf(answer, 'liftTop10') }), deciles),
      option: (chart) => buildLiftOption(deciles, chart),
    },
    {
      ...measured(
        'gain',
        typeof gain === 'number'
          ? say('churn-risk.chart.gain', { gain, share: 0.3 })
          : say('churn-risk.chart.gain.plain'),
        deciles,
      ),
      option: (chart) => buildGainOption(deciles, chart),
    },
    {
      ...measured('roc', say('churn-risk.chart.roc', { auc: estimateOf(answer, 'auc') }), named(roc, 'model', say)),
      option: (chart) => buildRocOption(roc, chart),
      height: 300,
    },
    {
      ...measured('calibration', say('churn-risk.chart.calibration'), calibration),
      option: (chart) => buildCalibrationOption(calibration, chart),
      height: 300,
    },
    importanceOf(answer, speech, level),
    ...(loss.length > 0
      ? [
          {
            ...card('loss', say('churn-risk.chart.loss'), named(loss, 'learner', say), speech, level),
            badge: 'modelled',
            option: (chart) => buildLossOption(loss, chart),
            height: 340,
          } satisfies ChartSpec,
        ]
      : []),
    card('models', say('churn-risk.chart.models'), named(models, 'model', say), speech, level),
  ];
};

function card(
  id: string,
  title: string,
  rows: Row[],
  { say }: Speech,
  level: number,
): Pick<ChartSpec, 'id' | 'title' | 'subtitle' | 'rows' | 'columns'> {
  return {
    id,
    title,
    subtitle: say(`churn-risk.chart.${id}.subtitle`, { level }),
    rows,
    columns: columnsOf(rows, say),
  };
}

function importanceOf(answer: Answer, speech: Speech, level: number): ChartSpec {
  const behaviour = 'current' in answer.tables && answer.parameters['table'] === undefined;
  const importance = rowsOf(answer, 'importance');
  const rows = importance.map((row) => ({ ...row, feature: featureName(String(row['feature']), behaviour, speech) }));
  return {
    ...card('importance', speech.say('churn-risk.chart.importance'), rows, speech, level),
    badge: 'modelled',
    option: (chart) => buildImportanceOption(importance, behaviour, chart),
    height: 340,
  };
}

/** The same rows with words for the models. */
function named(rows: readonly Row[], column: string, say: Speech['say']): Row[] {
  return rows.map((row) => ({ ...row, [column]: say(`churn-risk.model.${String(row[column])}`) }));
}

function estimateOf({ estimates }: Answer, wanted: string): number {
  return estimates.find(({ name }) => name === wanted)?.value ?? 0;
}

function rowsOf(answer: Answer, name: string): Row[] {
  const table = answer.tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}

const UNITS: Record<string, Unit> = {
  rows: 'customers',
  positives: 'customers',
  rate: 'share',
  cumulativeGain: 'share',
  predicted: 'share',
  observed: 'share',
  falsePositiveRate: 'share',
  truePositiveRate: 'share',
};

/** The interval of a tenth or a group of customers is one of shares. */
const SHARES = new Set(['rate', 'observed']);

function columnsOf(rows: readonly Row[], say: Speech['say']): TableColumn[] {
  const names = Object.keys(rows[0] ?? {});
  const ofShares = names.some((name) => SHARES.has(name));
  return names.map((name) => {
    const unit = ofShares && (name === 'low' || name === 'high') ? 'share' : UNITS[name];
    return { name, label: say(`churn-risk.column.${name}`), ...(unit && { unit }) };
  });
}
