import { describe, expect, it } from 'vitest';
import { buildHeatmapOption, heatmapHeight } from '../../../../src/questions/cohort-retention/chart.ts';
import type { Cell } from '../../../../src/questions/cohort-retention/cohorts.ts';
import { buildCurvesOption, type CurvePoint } from '../../../../src/questions/cohort-retention/curves-chart.ts';
import type { ChartContext } from '../../../../src/ui/chart-context.ts';
import { contrast } from '../../../../src/ui/colour.ts';

const theme = {
  ...{ canvas: '#f7f6f3', surface: '#fffefb', sunken: '#f0eee9', ink: '#1d1c1a', ink2: '#5c5952', ink3: '#6b675e' },
  ...{
    line: '#e3e0d8',
    lineStrong: '#cfcbc1',
    accent: '#0f6b5c',
    accentSoft: '#dcebe6',
    loss: '#b4432f',
    warn: '#8a5700',
  },
  series: ['#0f6b5c', '#b8711a', '#4a6fa5', '#a14d76', '#7a8b3c'],
};
const chart: ChartContext = {
  theme,
  say: (key, values = {}) => (typeof values.value === 'number' ? `${Math.round(values.value * 100)} %` : key),
  number: (value) => String(value),
  date: (iso) => iso.slice(0, 7),
  narrow: false,
};

const cells: Cell[] = [
  { cohort: '2020-01-01', size: 10, age: 0, customers: 10, value: 10, share: 1, complete: true },
  { cohort: '2020-01-01', size: 10, age: 1, customers: 4, value: 4, share: 0.4, complete: true },
  { cohort: '2020-01-01', size: 10, age: 2, customers: 1, value: 1, share: 0.1, complete: false },
  { cohort: '2020-02-01', size: 5, age: 0, customers: 5, value: 5, share: 1, complete: true },
  { cohort: '2020-02-01', size: 5, age: 1, customers: 0, value: 0, share: 0, complete: false },
];
const curve: CurvePoint[] = [
  { age: 0, mean: 1, low: null, high: null },
  { age: 1, mean: 0.4, low: 0.3, high: 0.5 },
  { age: 2, mean: 0.35, low: 0.2, high: 0.45 },
  { age: 3, mean: 0.3, low: null, high: null },
];

interface Drawn {
  children: { type: string; style: { fill?: string; text?: string } }[];
}

function drawCell(index: number): Drawn {
  const option = buildHeatmapOption(cells, { measure: 'customers', period: 'month' }, chart);
  const [series] = option.series as unknown as [{ renderItem: (params: object, api: object) => Drawn }];
  return series.renderItem(
    { dataIndex: index },
    { value: (i: number) => i, coord: () => [100, 50], size: () => [60, 24] },
  );
}

describe('buildHeatmapOption', () => {
  it('has a row per cohort with its size and a column per age', () => {
    const option = buildHeatmapOption(cells, { measure: 'customers', period: 'month' }, chart) as unknown as Record<
      string,
      { data: string[] }
    >;
    expect(option.yAxis.data).toEqual(['2020-01   10', '2020-02   5']);
    expect(option.xAxis.data).toEqual(['0', '1', '2']);
  });

  it('hatches periods that have not passed, and only those', () => {
    const lines = cells.map((_, i) => drawCell(i).children.filter(({ type }) => type === 'line').length > 0);
    expect(lines).toEqual([false, false, true, false, true]);
  });

  it('keeps age 0 out of the scale and gives the highest value the full colour', () => {
    expect(drawCell(0).children[0].style.fill).toBe(theme.sunken);
    expect(drawCell(1).children[0].style.fill).toBe(theme.accent);
  });

  it('writes on every cell in a colour that can be read', () => {
    for (let i = 0; i < cells.length; i++) {
      const { children } = drawCell(i);
      const label = children.find(({ type }) => type === 'text')!;
      expect(contrast(children[0].style.fill!, label.style.fill!)).toBeGreaterThan(4.5);
      expect(label.style.text).toMatch(/%$/);
    }
  });
});

describe('heatmapHeight', () => {
  it('grows with the cohorts up to a limit', () => {
    expect(heatmapHeight(13)).toBeGreaterThan(heatmapHeight(6));
    expect(heatmapHeight(500)).toBe(heatmapHeight(5000));
  });
});

describe('buildCurvesOption', () => {
  const series = (points: CurvePoint[]) =>
    buildCurvesOption(cells, points, { measure: 'customers', period: 'month' }, chart).series as {
      type: string;
      data: number[][];
      lineStyle?: { type?: unknown };
    }[];

  it('draws each cohort, the band, the mean, and the part with one cohort dashed', () => {
    const all = series(curve);
    expect(all.map(({ type }) => type)).toEqual(['line', 'line', 'custom', 'line', 'line']);
    const [solid, dashed] = all.slice(-2);
    expect(solid.data).toEqual([
      [1, 0.4],
      [2, 0.35],
    ]);
    expect(dashed.data).toEqual([
      [2, 0.35],
      [3, 0.3],
    ]);
    expect(dashed.lineStyle?.type).toBeDefined();
  });

  it('leaves unfinished periods out of the lines of the cohorts', () => {
    expect(series(curve)[0].data).toEqual([[1, 0.4]]);
  });

  it('draws a line per group instead of cohorts', () => {
    const groups = ['ES', 'PT'].flatMap((group) => curve.slice(0, 3).map((point) => ({ ...point, group })));
    expect(series(groups).map(({ type }) => type)).toEqual(['custom', 'line', 'custom', 'line']);
  });
});
