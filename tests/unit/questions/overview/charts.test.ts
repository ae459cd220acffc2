import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/core/answer.ts';
import type { Row } from '../../../../src/core/json.ts';
import {
  buildAverageOrderOption,
  buildComparisonOption,
  signed,
} from '../../../../src/questions/overview/change-chart.ts';
import { charts } from '../../../../src/questions/overview/charts.ts';
import { baselineShade, buildLinesOption, buildRevenueOption } from '../../../../src/questions/overview/trend-chart.ts';
import type { TrendRow } from '../../../../src/questions/overview/trend.ts';
import { renderSvg } from '../../../../src/ui/chart-engine.ts';
import { chartContext, chartTheme } from '../../../fixtures/chart-theme.ts';

const row = (period: string, more: Partial<TrendRow> = {}): TrendRow => ({
  ...{ period, complete: true, customers: 10, newCustomers: 4, orders: 12, revenue: 120, averageOrder: 10 },
  ...{ repeatShare: 0.5, retention: 0.4, answers: null, nps: null, nps_low: null, nps_high: null, baseline: false },
  ...more,
});
const trend = [
  row('2023-01-01', { retention: null, baseline: true }),
  row('2023-02-01', { baseline: true }),
  row('2023-03-01', { complete: false, revenue: 30, retention: null }),
];
const quantity = {
  ...({ label: 'revenue', unit: 'money', colour: '#0f6b5c' } as const),
  value: ({ revenue }: TrendRow) => revenue,
};
const ranges = { from: '2023-02-01', to: '2023-03-01' };
const changes: Row[] = [
  { component: 'items', contribution: 3, before: 2, after: 2.5, averageOrder: 12, averageOrderBefore: 10 },
  { component: 'mix', contribution: -1, before: null, after: null, averageOrder: 12, averageOrderBefore: 10 },
].map((part) => ({ ...part, ...ranges, beforeFrom: '2022-02-01', beforeTo: '2022-03-01' }));
const comparison: Row[] = [
  {
    metric: 'acquisitionCost',
    unit: 'money',
    value: 12,
    baseline: 10,
    change: 2,
    changeRelative: 0.2,
    changeLow: null,
    changeHigh: null,
  },
  {
    metric: 'nps',
    unit: 'number',
    value: 20,
    baseline: 10,
    change: 10,
    changeRelative: null,
    changeLow: -5,
    changeHigh: 25,
  },
].map((line) => ({ ...line, ...ranges, baselineFrom: '2023-01-01', baselineTo: '2023-02-01' }));

const answerWith = (tables: Answer['tables']) =>
  ({ question: 'overview', parameters: { period: 'month', level: 0.9 }, tables }) as unknown as Answer;
const idsOf = (tables: Answer['tables']) => charts(answerWith(tables), chartContext).map(({ id }) => id);

interface Bar {
  value: number;
  itemStyle: { color: string };
  label: { formatter: string; position: string };
}
const barsOf = (option: object) => (option as { series: { data: Bar[] }[] }).series[0].data;

describe('charts', () => {
  it('shows what the answer has, and nothing else', () => {
    expect(idsOf({ trend: trend as Row[] })).toEqual(['revenue', 'customers', 'averageOrder', 'retention']);
    const asked = trend.map((one) => ({ ...one, answers: 9, nps: 10, nps_low: -30, nps_high: 50, retention: null }));
    expect(idsOf({ trend: asked as Row[], averageOrder: changes, comparison })).toEqual([
      'revenue',
      'customers',
      'averageOrder',
      'change',
      'nps',
      'comparison',
    ]);
  });

  it('can draw every chart, also where numbers are withheld', () => {
    const withheld = trend.map((one) =>
      Object.fromEntries(Object.entries(one).map(([name, value]) => [name, typeof value === 'number' ? null : value])),
    );
    for (const rows of [trend as Row[], withheld as Row[]]) {
      for (const { option } of charts(answerWith({ trend: rows, averageOrder: changes, comparison }), chartContext)) {
        expect(renderSvg(option!(chartContext), 480, 264, chartTheme)).toMatch(/^<svg/);
      }
    }
  });

  it('gives the table only columns with something in them', () => {
    const [revenue] = charts(answerWith({ trend: trend as Row[] }), chartContext);
    const names = revenue.columns.map(({ name }) => name);
    expect(names).toContain('baseline');
    expect(names).not.toContain('nps');
  });
});

describe('charts, their words', () => {
  const specOf = (id: string, tables: Answer['tables'], chart = chartContext) =>
    charts(answerWith(tables), chart).find((spec) => spec.id === id)!;

  it('speaks of periods that are not complete only where there are some', () => {
    const said = (rows: TrendRow[]) => {
      const say = (key: string, values: object = {}) => `${key} ${JSON.stringify(values)}`;
      return specOf('revenue', { trend: rows as Row[] }, { ...chartContext, say }).subtitle;
    };
    expect(said(trend)).toContain('"periods":"all"');
    expect(said(trend.slice(0, 2))).toContain('"periods":"complete"');
  });

  it('gives prices no mean before and after, which the mix of products would be in', () => {
    const price = { ...changes[0]!, component: 'price' };
    const { rows } = specOf('change', { trend: trend as Row[], averageOrder: [...changes, price] });
    expect(rows.map(({ before }) => before)).toEqual([2, null, null]);
    expect(rows.map(({ contribution }) => contribution)).toEqual([3, -1, 3]);
  });
});

describe('buildRevenueOption', () => {
  it('draws a period that is not complete lighter', () => {
    const [shade, bars] = (buildRevenueOption(trend, 'month', chartContext) as { series: { data: unknown[] }[] })
      .series;
    expect(shade.data).toEqual([[0, 0]]);
    const colours = (bars.data as Bar[]).map(({ itemStyle }) => itemStyle.color);
    expect(colours[0]).toBe(chartTheme.accent);
    expect(colours[2]).not.toBe(chartTheme.accent);
  });
});

describe('buildLinesOption', () => {
  const lineOf = (rows: TrendRow[]) =>
    (
      buildLinesOption(rows, 'month', [quantity], chartContext) as {
        series: { data: unknown[]; lineStyle: { type: unknown } }[];
      }
    ).series.at(-1)!;

  it('leaves periods that are not complete out', () => {
    expect(lineOf(trend).data).toEqual([120, 120, null]);
  });

  it('draws all of them, dashed, where no two are complete', () => {
    const line = lineOf(trend.slice(1));
    expect(line.data).toEqual([120, 30]);
    expect(line.lineStyle.type).not.toBe('solid');
  });
});

describe('buildLinesOption, of estimates', () => {
  it('draws a point for each one, however many periods there are', () => {
    const weeks = Array.from({ length: 60 }, (_, i) =>
      row('2023-01-01', i % 2 ? { nps: 10, nps_low: 0, nps_high: 20 } : {}),
    );
    const nps = {
      ...({ label: 'nps', unit: 'points', colour: '#0f6b5c', value: (one: TrendRow) => one.nps } as const),
      interval: { low: 'nps_low', high: 'nps_high' } as const,
    };
    const shown = (quantities: Parameters<typeof buildLinesOption>[2]) =>
      (buildLinesOption(weeks, 'week', quantities, chartContext) as { series: { showSymbol?: boolean }[] }).series.at(
        -1,
      )!.showSymbol;
    expect([shown([nps]), shown([quantity])]).toEqual([true, false]);
  });
});

describe('baselineShade', () => {
  it('is there only with a baseline', () => {
    expect(baselineShade(trend, chartContext)).toHaveLength(1);
    expect(baselineShade(trend.slice(2), chartContext)).toEqual([]);
  });
});

describe('buildAverageOrderOption', () => {
  it('labels every part with its signed amount, on the side of its bar', () => {
    const [items, mix] = barsOf(buildAverageOrderOption(changes, chartContext));
    expect([items.label.formatter, mix.label.formatter]).toEqual(['+3', '−1']);
    expect([items.label.position, mix.label.position]).toEqual(['right', 'left']);
    expect(mix.itemStyle.color).toBe(chartTheme.loss);
  });
});

describe('buildComparisonOption', () => {
  it('takes a higher cost for worse, and gives a score its change with the interval', () => {
    const [cost, score] = barsOf(buildComparisonOption(comparison, 'month', chartContext));
    expect(cost).toMatchObject({ value: 0.2, itemStyle: { color: chartTheme.loss } });
    expect(score).toMatchObject({ value: 0, label: { formatter: '+10 (ui.estimate.range)' } });
  });
});

describe('signed', () => {
  it('gives what is shown as zero no sign', () => {
    const rounding = { number: (value: number) => value.toFixed(1) };
    expect([0.04, -0.04, 0.06, -1].map((value) => signed(value, 'number', rounding))).toEqual([
      '0.0',
      '0.0',
      '+0.1',
      '−1.0',
    ]);
  });
});
