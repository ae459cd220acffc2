import type { Row } from '../../core/json.ts';
import type { Unit } from '../../core/units.ts';
import type { Period } from '../../core/periods.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { BETTER_LOW } from './question.ts';
import { axisText } from './trend-chart.ts';

/** A number with its sign; a minus that is one. */
export function signed(value: number, unit: Unit, chart: Pick<ChartContext, 'number'>): string {
  const text = chart.number(Math.abs(value), unit);
  const isZero = text === chart.number(0, unit);
  return isZero ? text : `${value > 0 ? '+' : '−'}${text}`;
}

interface Change {
  name: string;
  /** Below the name. */
  note: string;
  /** Length of the bar; null: none. */
  value: number | null;
  text: string;
  isGood: boolean;
}

/** Bars to both sides of zero, each with its amount. */
function buildChangesOption(
  changes: readonly Change[],
  axis: (value: number) => string,
  chart: ChartContext,
): ChartOption {
  const { theme } = chart;
  const lengths = changes.map(({ value }) => value ?? 0);
  const roomierSide = Math.max(...lengths) >= -Math.min(...lengths) ? 'right' : 'left';
  const sideOf = (length: number) => (length === 0 ? roomierSide : length < 0 ? 'left' : 'right');
  return {
    grid: { top: 8, left: chart.narrow ? 2 : 12, right: 12, bottom: 2 },
    xAxis: {
      type: 'value',
      // Room for the amounts beside the bars.
      boundaryGap: [lengths.some((length) => length < 0) ? '24%' : 0, '24%'],
      axisLabel: { formatter: axis },
      splitNumber: chart.narrow ? 3 : 5,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: changes.map(({ name }) => name),
      axisLine: { show: false },
      axisLabel: { interval: 0, ...changeLabels(changes, chart) },
      // Its texts cover the line of zero.
      z: 6,
    },
    tooltip: {
      formatter: (point) => {
        const { name, note, text } = changes[(point as { dataIndex: number }).dataIndex];
        return tooltipHtml(name, [{ label: note, value: text }]);
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        markLine: {
          silent: true,
          data: [{ xAxis: 0 }],
          label: { show: false },
          lineStyle: { color: theme.ink2, type: 'solid' },
        },
        data: changes.map(({ value, text, isGood }) => ({
          value: value ?? 0,
          itemStyle: { color: isGood ? theme.accent : theme.loss },
          label: {
            show: true,
            position: sideOf(value ?? 0) as 'left' | 'right',
            formatter: text,
            fontWeight: 600 as const,
          },
        })),
      },
    ],
  };
}

/** Beside its bar; where there is little room above it, so that bars have the whole width. */
function changeLabels(changes: readonly Change[], { theme, narrow }: ChartContext) {
  const text = { fontSize: 12, lineHeight: 16, backgroundColor: theme.surface };
  const rich = {
    name: { ...text, color: theme.ink },
    note: { ...text, color: theme.ink3, ...(narrow && { padding: [0, 0, 0, 10] }) },
  };
  const formatter = (name: string, i: number): string => {
    const note = changes[i]?.note ?? '';
    return `{name|${name}}${narrow || note === '' ? '' : '\n'}{note|${note}}`;
  };
  if (!narrow) return { rich, formatter, margin: 14 };
  const above = { inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, 9, 0] } as const;
  return { rich, formatter, ...above, padding: [...above.padding] };
}

/** What made the average order change: money per order. */
export function buildAverageOrderOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const changes = rows.map(({ component, contribution, before, after }): Change => {
    const unit: Unit = component === 'items' ? 'number' : 'money';
    const isKnown = typeof before === 'number' && typeof after === 'number';
    const value = typeof contribution === 'number' ? contribution : null;
    return {
      name: chart.say(`overview.component.${String(component)}`),
      note: isKnown ? fromTo(before, after, unit, chart) : '',
      value,
      text: value === null ? '–' : signed(value, 'money', chart),
      isGood: (value ?? 0) >= 0,
    };
  });
  return buildChangesOption(changes, (value) => axisText(value, 'money', chart), chart);
}

/** Each metric relative to the baseline; a score has points instead of a share. */
export function buildComparisonOption(rows: readonly Row[], period: Period, chart: ChartContext): ChartOption {
  const changes = rows.map((row): Change => {
    const [metric, unit] = [String(row.metric), row.unit as Unit];
    const [value, before, change, relative] = [row.value, row.baseline, row.change, row.changeRelative];
    const points = typeof change === 'number' ? signed(change, unit, chart) : '–';
    return {
      name: chart.say(`overview.compared.${metric}`, { period }),
      note: typeof value === 'number' && typeof before === 'number' ? fromTo(before, value, unit, chart) : '',
      value: typeof relative === 'number' ? relative : null,
      text: typeof relative === 'number' ? signed(relative, 'share', chart) : points + intervalOf(row, unit, chart),
      isGood: BETTER_LOW.includes(metric) ? Number(change) <= 0 : Number(change) >= 0,
    };
  });
  return buildChangesOption(changes, (value) => axisText(value, 'share', chart), chart);
}

function intervalOf({ changeLow, changeHigh }: Row, unit: Unit, chart: ChartContext): string {
  if (typeof changeLow !== 'number' || typeof changeHigh !== 'number') return '';
  const [low, high] = [changeLow, changeHigh].map((end) => signed(end, unit, chart));
  return ` (${chart.say('ui.estimate.range', { low, high })})`;
}

function fromTo(before: number, after: number, unit: Unit, chart: ChartContext): string {
  return chart.say('overview.chart.from-to', { before: chart.number(before, unit), after: chart.number(after, unit) });
}

/** Rows keep their height. */
export function changesHeight(rows: readonly Row[]): number {
  return 44 + rows.length * 48;
}
