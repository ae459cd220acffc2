import type { Row } from '../../core/json.ts';
import type { ChartContext } from '../../ui/chart-context.ts';
import type { ChartOption } from '../../ui/chart-engine.ts';
import { tooltipHtml } from '../../ui/tooltip-html.ts';
import { COST_CATEGORIES } from './question.ts';
import { waterfallStep } from './waterfall-step-chart.ts';

const GAINS = new Set(['buyers', 'frequency', 'perOrder', 'margin']);

export function stepName(step: string, kind: string, say: ChartContext['say']): string {
  if (kind === 'total') return say('return.step.total');
  return GAINS.has(step) || COST_CATEGORIES.has(step) ? say(`return.step.${step}`) : step;
}

/** The least that steps beside each other have for their names, and what a character takes of it. */
const ROOM = 530;
const CHARACTER = 7;

/**
 * Steps from the gain to what is left, each bar where the one before ended, with intervals where they are estimated. Beside each
 * other where there is room for the names, otherwise below each other.
 */
export function buildWaterfallOption(rows: readonly Row[], chart: ChartContext): ChartOption {
  const { say } = chart;
  const names = rows.map(({ step, kind }) => stepName(String(step), String(kind), say));
  const money = (value: number) => chart.number(value, 'money');
  const beside = Math.floor(ROOM / Math.max(1, rows.length));
  const longest = Math.max(0, ...names.flatMap((name) => name.split(' ')).map(({ length }) => length));
  const isBelow = chart.narrow || longest * CHARACTER > beside;
  const width = isBelow ? 92 : Math.min(96, beside);
  const steps = {
    type: 'category' as const,
    data: names,
    inverse: isBelow,
    axisLabel: { interval: 0, width, overflow: 'break' as const, lineHeight: 14, hideOverlap: false },
    axisTick: { show: false },
    axisLine: { show: false },
  };
  const wideAxis = { splitNumber: 5, axisLabel: { formatter: (value: number) => compact(money(value)) } };
  const amounts = {
    type: 'value' as const,
    ...(chart.narrow ? sparseAxis(rows, (value) => compact(money(value))) : wideAxis),
  };
  return {
    grid: { top: isBelow ? 4 : 26, right: isBelow ? 64 : 8, bottom: 2, left: 4, outerBoundsContain: 'all' },
    xAxis: isBelow ? amounts : steps,
    yAxis: isBelow ? steps : amounts,
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
        encode: isBelow ? { y: 0, x: [1, 2, 3, 4] } : { x: 0, y: [1, 2, 3, 4] },
        renderItem: waterfallStep(rows, (value) => `${value > 0 ? '+' : ''}${compact(money(value))}`, {
          isBelow,
          chart,
        }),
      },
    ],
  };
}

/** Lines between the ends of an axis, at most about so many. */
const LINES = 3;
/** Share of the axis within which a second name does not fit beside that of zero. */
const NAME_ROOM = 0.4;

/** An axis that names zero and its ends only, and of those what has room beside zero. */
function sparseAxis(rows: readonly Row[], text: (value: number) => string) {
  const reached = rows.flatMap((row) => {
    const from = number(row, 'from');
    return [from, number(row, 'to'), from + number(row, 'low'), from + number(row, 'high')].filter(Number.isFinite);
  });
  const [least, most] = [Math.min(0, ...reached), Math.max(0, ...reached)];
  const interval = roundStep((most - least) / LINES || 1);
  const [min, max] = [Math.floor(least / interval) * interval, Math.ceil(most / interval) * interval];
  const isEnd = (value: number): boolean => [min, max].some((end) => Math.abs(value - end) < interval / 2);
  const isNamed = (value: number): boolean =>
    Math.abs(value) < interval / 2 || (isEnd(value) && Math.abs(value) >= NAME_ROOM * (max - min));
  return {
    ...{ min, max, interval },
    axisLabel: { hideOverlap: false, formatter: (value: number) => (isNamed(value) ? text(value) : '') },
  };
}

/** The least of 1, 2, 5 and 10 times a power of ten that is not below it. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return ([1, 2, 5].find((times) => times * power >= step) ?? 10) * power;
}

function number(row: Row, name: string): number {
  return typeof row[name] === 'number' ? row[name] : NaN;
}

/** Money on an axis or a bar without its cents. */
function compact(text: string): string {
  return text.replace(/[.,]\d{2}(?=\D*$)/, '');
}
