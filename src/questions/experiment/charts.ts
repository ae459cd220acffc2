import { isTableRef, type Answer } from '../../core/answer.ts';
import type { Row } from '../../core/json.ts';
import type { BuildCharts, ChartSpec } from '../../ui/chart-spec.ts';
import type { TableColumn } from '../../ui/table-columns.ts';
import { buildGroupsOption, groupsHeight, type ShownGroup } from './groups-chart.ts';
import { buildPanelsOption, panelsHeight, type Panel } from './panels-chart.ts';
import { isBusinessMetric } from './question.ts';

type Speech = Parameters<BuildCharts>[1];

/** Relative and absolute effects, the groups' means and sizes, all numbers. Without effects where none is to be read. */
export const charts: BuildCharts = (answer, speech) => {
  const isBroken = answer.checks.some(({ id, status }) => id === 'sample-ratio' && status === 'failed');
  const arms = armsSpec(answer, speech);
  const groups = groupsSpec(answer, speech);
  if (isBroken) return [groups, arms];
  return [relativeSpec(answer, speech), absoluteSpec(answer, speech), arms, groups, metricsSpec(answer, speech)];
};

function relativeSpec(answer: Answer, speech: Speech): ChartSpec {
  const rows = rowsOf(answer, 'metrics').filter(({ relative }) => typeof relative === 'number');
  const isSeveral = variantsOf(answer) > 1;
  const panel: Panel = {
    rows: rows.map((row) => ({
      label: isSeveral ? `${metricLabel(row, speech)} · ${String(row.variant)}` : metricLabel(row, speech),
      ...numbers(row, 'relative', 'relative_low', 'relative_high'),
    })),
    hasZero: true,
    text: (value) => speech.number(value, 'share'),
    digits: () => 3,
  };
  return {
    ...described('relative', answer, speech),
    ...panelsOf(rows.length > 0 ? [panel] : []),
    empty: speech.say('experiment.relative.empty'),
    rows: named(rows, speech),
    columns: [
      ...namesOf(answer, speech),
      ...columns(['relative', 'relative_low', 'relative_high'], speech, { unit: 'share' }),
      ...columns(['relative_delta_low', 'relative_delta_high'], speech, { unit: 'share' }),
    ],
  };
}

function absoluteSpec(answer: Answer, speech: Speech): ChartSpec {
  const rows = rowsOf(answer, 'metrics').filter(({ low }) => typeof low === 'number');
  const panels = byMetric(rows, speech, {
    hasZero: true,
    isTitled: variantsOf(answer) > 1,
    text: (row) => (value) => difference(value, row, speech),
    axis: (row) => (row.unit === 'share' ? (value) => speech.number(100 * value, 'number') : undefined),
    names: ['absolute', 'low', 'high'],
  });
  return {
    ...described('absolute', answer, speech),
    ...panelsOf(panels),
    rows: named(rows, speech),
    columns: [
      ...namesOf(answer, speech),
      ...columns(['n', 'n_control'], speech, { unit: 'customers' }),
      ...columns(['absolute', 'low', 'high'], speech, byRow(difference, speech)),
      ...columns(['degreesOfFreedom'], speech),
    ],
  };
}

function armsSpec(answer: Answer, speech: Speech): ChartSpec {
  const rows = rowsOf(answer, 'arms');
  const panels = byMetric(
    rows.filter(({ low }) => typeof low === 'number'),
    speech,
    {
      hasZero: false,
      isTitled: true,
      text: (row) => (value) => mean(value, row, speech),
      names: ['mean', 'low', 'high'],
    },
  );
  return {
    ...described('arms', answer, speech),
    ...panelsOf(panels),
    rows: named(rows, speech),
    columns: [
      ...namesOf(answer, speech, true),
      ...columns(['n'], speech, { unit: 'customers' }),
      ...columns(['sum', 'sumOfSquares'], speech),
      ...columns(['mean', 'low', 'high'], speech, byRow(mean, speech)),
    ],
  };
}

function groupsSpec(answer: Answer, speech: Speech): ChartSpec {
  const rows = rowsOf(answer, 'groups');
  const groups = rows as unknown as ShownGroup[];
  return {
    ...described('groups', answer, speech),
    badge: 'counted',
    option: (chart) => buildGroupsOption(groups, chart),
    height: groupsHeight(groups),
    rows,
    columns: [
      { name: 'variant', label: speech.say('experiment.column.variant') },
      ...columns(['n', 'planned'], speech, { unit: 'customers' }),
    ],
  };
}

function metricsSpec(answer: Answer, speech: Speech): ChartSpec {
  const rows = rowsOf(answer, 'metrics');
  return {
    ...described('metrics', answer, speech),
    rows: named(rows, speech),
    columns: [
      ...namesOf(answer, speech),
      ...columns(['absolute', 'low', 'high'], speech, byRow(difference, speech)),
      ...columns(['relative', 'relative_low', 'relative_high'], speech, { unit: 'share' }),
      ...columns(['pValue', 'pAdjusted'], speech, byRow(probability, speech)),
    ],
    // Names of metrics may take three lines.
    height: Math.min(640, 72 + 72 * rows.length),
  };
}

function described(
  id: string,
  answer: Answer,
  { say }: Speech,
): Pick<ChartSpec, 'id' | 'title' | 'subtitle' | 'badge'> {
  const { control, level } = answer.parameters;
  return {
    id,
    title: say(`experiment.${id}.title`, { control }),
    subtitle: say(`experiment.${id}.subtitle`, { level }),
    badge: 'measured',
  };
}

function panelsOf(panels: readonly Panel[]): Pick<ChartSpec, 'option' | 'height'> {
  return { option: (chart) => buildPanelsOption(panels, chart), height: Math.max(120, panelsHeight(panels)) };
}

type ColumnForm = Pick<TableColumn, 'unit' | 'kind' | 'text'>;

interface PanelForm {
  hasZero: boolean;
  /** A metric stands above its rows, which are variants; otherwise it is the row. */
  isTitled: boolean;
  text: (row: Row) => (value: number) => string;
  axis?: (row: Row) => ((value: number) => string) | undefined;
  /** Columns of the value and of the ends of its interval. */
  names: [string, string, string];
}

function byMetric(rows: readonly Row[], speech: Speech, { hasZero, isTitled, text, axis, names }: PanelForm): Panel[] {
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  return metrics.map((metric): Panel => {
    const own = rows.filter((row) => row.metric === metric);
    const label = metricLabel(own[0], speech);
    return {
      ...(isTitled && { title: label }),
      rows: own.map((row) => ({ label: isTitled ? String(row.variant) : label, ...numbers(row, ...names) })),
      hasZero,
      text: text(own[0]),
      axis: axis?.(own[0]),
      digits: (width) => digitsOf(own[0], width),
    };
  });
}

/** Digits that an interval of this width is worth: two places within it. */
function digitsOf({ unit }: Row, width: number): number {
  if (unit === 'money') return 2;
  const places = Math.max(0, 1 - Math.floor(Math.log10(width)));
  return Number.isFinite(places) ? Math.min(10, places) : 4;
}

/** In the unit of its metric; shares differ by percentage points. */
function difference(value: number, { unit }: Row, speech: Speech): string {
  if (unit === 'share') return speech.say('experiment.points', { value: 100 * value });
  return speech.number(value, unit === 'money' ? 'money' : 'number');
}

function mean(value: number, { unit }: Row, speech: Speech): string {
  return speech.number(value, unit === 'share' || unit === 'money' ? unit : 'number');
}

const TINY_P = 0.0001;

function probability(p: number, _: Row, { say }: Speech): string {
  return p < TINY_P ? say('experiment.p.tiny', { p: TINY_P }) : say('experiment.p', { p });
}

function numbers(row: Row, value: string, low: string, high: string): { value: number; low: number; high: number } {
  return { value: Number(row[value]), low: Number(row[low]), high: Number(row[high]) };
}

function metricLabel({ metric }: Row, { say }: Speech): string {
  const name = String(metric);
  return isBusinessMetric(name) ? say(`experiment.label.${name}`) : name;
}

function variantsOf(answer: Answer): number {
  return new Set(rowsOf(answer, 'metrics').map(({ variant }) => variant)).size;
}

/** The only variant there is needs no column. */
function namesOf(answer: Answer, { say }: Speech, isAlways = false): TableColumn[] {
  const names = isAlways || variantsOf(answer) > 1 ? ['metric', 'variant'] : ['metric'];
  return names.map((name) => ({ name, label: say(`experiment.column.${name}`), kind: 'text' }));
}

function named(rows: readonly Row[], speech: Speech): Row[] {
  return rows.map((row) => ({ ...row, metric: metricLabel(row, speech) }));
}

/** Numbers whose form follows from their row: every metric has a unit of its own. */
function byRow(text: (value: number, row: Row, speech: Speech) => string, speech: Speech): ColumnForm {
  return { kind: 'number', text: (value, row) => text(value, row, speech) };
}

function columns(names: readonly string[], { say }: Speech, shown: ColumnForm = { kind: 'number' }): TableColumn[] {
  return names.map((name) => ({ name, label: say(`experiment.column.${name}`), ...shown }));
}

function rowsOf(answer: Answer, name: string): Row[] {
  const table = answer.tables[name];
  return table === undefined || isTableRef(table) ? [] : table;
}
