import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption, RenderItem } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';

/** Categories that have a name of their own; others are shown as they are written. */
const NAMED = new Set([
  'buyers',
  'frequency',
  'perOrder',
  'margin',
  'technology',
  'team',
  'incentive',
  'media',
  'other',
]);

export function stepName(step: string, kind: string, say: ChartContext['say']): string {
  if (kind === 'total') return say('return.step.total');
  return NAMED.has(step) ? say(`return.step.${step}`) : step;
}

/** Steps from the gain to what is left, each bar where the one before ended, with intervals where they are estimated. */
export function buildWaterfallOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { theme, say } = chart;
  const names = rows.map(({ step, kind }) => stepName(String(step), String(kind), say));
  const money = (value: number) => chart.number(value, 'money');
  const number = (row: Row, name: string) => (typeof row[name] === 'number' ? row[name] : NaN);
  const ends = rows.flatMap((row) => {
    const shift = number(row, 'from');
    return [shift, number(row, 'to'), shift + number(row, 'low'), shift + number(row, 'high')].filter(Number.isFinite);
  });
  return {
    grid: { top: 24, right: 8, bottom: 2, left: 4, outerBoundsContain: 'all' },
    xAxis: {
      type: 'category',
      data: names,
      axisLabel: { interval: 0, width: chart.narrow ? 44 : 78, overflow: 'break', lineHeight: 14, hideOverlap: false },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: Math.min(0, ...ends),
      max: Math.max(0, ...ends),
      axisLabel: { formatter: (value: number) => compact(money(value)), showMinLabel: false, showMaxLabel: false },
    },
    tooltip: {
      formatter: (point) => {
        const i = (point as { dataIndex: number }).dataIndex;
        const row = rows[i];
        const value = { label: say('return.column.value'), value: money(number(row, 'value')) };
        const interval = Number.isFinite(number(row, 'low'))
          ? [
              {
                label: say('return.column.range'),
                value: say('ui.estimate.range', { low: money(number(row, 'low')), high: money(number(row, 'high')) }),
              },
            ]
          : [];
        return tooltipHtml(names[i], [value, ...interval]);
      },
    },
    series: [
      {
        type: 'custom',
        data: rows.map((row, i) => [
          ...[i, number(row, 'from'), number(row, 'to')],
          ...[number(row, 'from') + number(row, 'low'), number(row, 'from') + number(row, 'high')],
        ]),
        encode: { x: 0, y: [1, 2, 3, 4] },
        renderItem: bars(rows, (value) => `${value > 0 ? '+' : ''}${compact(money(value))}`, chart, {
          gain: theme.accent,
          loss: theme.loss,
          total: theme.ink,
        }),
      },
    ],
  };
}

/** Money on an axis or a bar without its cents. */
function compact(text: string): string {
  return text.replace(/[.,]\d{2}(?=\D*$)/, '');
}

function bars(
  rows: readonly Row[],
  label: (value: number) => string,
  { theme, narrow }: ChartContext,
  colours: { gain: string; loss: string; total: string },
): RenderItem {
  return (params, api) => {
    const row = rows[params.dataIndex];
    const value = Number(row.value);
    const at = (amount: number) => api.coord([api.value(0), amount]) as [number, number];
    const [x, from] = at(Number(api.value(1)));
    const to = at(Number(api.value(2)))[1];
    const [low, high] = [3, 4].map((i) => Number(api.value(i)));
    const step = Number((api.size?.([1, 0]) as number[])[0]);
    const width = Math.min(56, step * 0.56);
    const top = Math.min(from!, to);
    const fill =
      row.kind === 'total' ? (value < 0 ? colours.loss : colours.total) : value < 0 ? colours.loss : colours.gain;
    const hasInterval = Number.isFinite(low) && Number.isFinite(high);
    const right = x! + width / 2 + 5;
    const labelTop = hasInterval ? Math.min(top, at(high!)[1]) : top;
    return {
      type: 'group',
      children: [
        {
          type: 'rect',
          shape: { x: x! - width / 2, y: top, width, height: Math.max(1, Math.abs(from! - to)), r: 2 },
          style: { fill },
        },
        ...(hasInterval
          ? [
              {
                type: 'line' as const,
                silent: true,
                shape: { x1: right, x2: right, y1: at(low!)[1], y2: at(high!)[1] },
                style: { stroke: theme.ink2, lineWidth: 1.5 },
              },
            ]
          : []),
        {
          type: 'text',
          silent: true,
          style: {
            text: label(value),
            x: x!,
            y: (hasInterval ? labelTop : top) - 6,
            fill: theme.ink,
            align: 'center',
            verticalAlign: 'bottom',
            fontSize: narrow ? 12 : 13,
            fontWeight: 600,
          },
        },
      ],
    };
  };
}
