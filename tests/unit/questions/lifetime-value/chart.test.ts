import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/core/json.ts';
import {
  buildConcentrationOption,
  buildDecileOption,
  buildRepeatPurchasesOption,
  buildTrackingOption,
} from '../../../../src/questions/lifetime-value/chart.ts';
import { plain } from '../../../../src/questions/lifetime-value/marks-chart.ts';
import { buildMatrixOption } from '../../../../src/questions/lifetime-value/matrix-chart.ts';
import { renderSvg, type ChartOption } from '../../../../src/ui/chart-engine.ts';
import { chartContext, chartTheme } from '../../../fixtures/chart-theme.ts';

const draw = (option: ChartOption) => renderSvg(option, 600, 300, chartTheme);

const tracking: Row[] = Array.from({ length: 9 }, (_, i) => ({
  t: i,
  date: `2023-0${i + 1}-01`,
  phase: i < 5 ? 'calibration' : i < 7 ? 'holdout' : 'ahead',
  actual: i < 7 ? 100 * i : null,
  expected: 98 * i,
  forecast: i < 4 ? null : 400 + 90 * (i - 4),
  forecast_low: i < 4 ? null : 400 + 80 * (i - 4),
  forecast_high: i < 4 ? null : 400 + 100 * (i - 4),
}));

describe('buildTrackingOption', () => {
  it('draws what was counted, the model, and the forecast with its band, and marks the end of observation', () => {
    const option = buildTrackingOption(tracking, 0.9, chartContext);
    const lengths = (option.series as { data: unknown[] }[]).map(({ data }) => data.length);
    expect(lengths).toEqual([5, 5, 5, 5, 7]);
    const svg = draw(option);
    expect(svg).toContain('lifetime-value.chart.tracking.end');
    expect(svg).toContain('lifetime-value.chart.tracking.actual');
    expect(svg).not.toContain('NaN');
  });
});

describe('buildRepeatPurchasesOption', () => {
  it('draws a bar of each kind and an interval per number of purchases', () => {
    const rows: Row[] = [0, 1, 2].map((purchases) => ({
      purchases,
      or_more: purchases === 2,
      actual: 10 - purchases,
      expected: 9.5 - purchases,
      expected_low: 8 - purchases,
      expected_high: 11 - purchases,
    }));
    const option = buildRepeatPurchasesOption(rows, 0.9, chartContext);
    expect((option.series as { data: unknown[] }[]).map(({ data }) => data.length)).toEqual([3, 3, 3]);
    expect(draw(option)).not.toContain('NaN');
  });
});

describe('buildDecileOption', () => {
  const rows: Row[] = Array.from({ length: 10 }, (_, i) => ({
    ...{ decile: i + 1, customers: 20, expected_purchases: 100 - 10 * i, purchases_low: 80 - 8 * i },
    purchases_high: 120 - 12 * i,
  }));
  const barsOf = (option: ChartOption) => (option.series as { data: number[] }[])[0].data;

  it('shows the value per customer', () => {
    const valued = rows.map((row, i) => ({ ...row, clv: 50 - i, clv_low: 40 - i, clv_high: 60 - i }));
    expect(barsOf(buildDecileOption(valued, 0.9, chartContext))[0]).toBe(50);
    expect(draw(buildDecileOption(valued, 0.9, chartContext))).not.toContain('NaN');
  });

  it('shows the purchases per customer where money is refused', () => {
    expect(barsOf(buildDecileOption(rows, 0.9, chartContext))[0]).toBe(5);
  });
});

describe('buildConcentrationOption', () => {
  it('draws the counted share only where there is a holdout', () => {
    const rows = Array.from({ length: 101 }, (_, i) => ({
      share_customers: i / 100,
      share_expected: Math.sqrt(i / 100),
    }));
    const seriesOf = (option: ChartOption) => (option.series as unknown[]).length;
    expect(seriesOf(buildConcentrationOption(rows, chartContext))).toBe(2);
    const counted = rows.map((row) => ({ ...row, share_actual: row.share_customers }));
    expect(seriesOf(buildConcentrationOption(counted, chartContext))).toBe(3);
    expect(draw(buildConcentrationOption(counted, chartContext))).not.toContain('NaN');
  });
});

describe('buildMatrixOption', () => {
  it('draws a cell per row', () => {
    const cell = (frequency: number, recency: number): Row => ({
      ...{ frequency, recency, p_alive: 0.5, expected_purchases: frequency * recency, customers: 1 },
    });
    const rows = [cell(0, 0), cell(1, 2.5), cell(1, 7.5), cell(2, 2.5), cell(2, 7.5)];
    const option = buildMatrixOption(rows, 'week', chartContext);
    expect((option.series as { data: number[][] }[])[0].data).toEqual([
      [0, 0, 0],
      [1, 1, 2.5],
      [2, 1, 7.5],
      [1, 2, 5],
      [2, 2, 15],
    ]);
    expect(draw(option)).not.toContain('NaN');
  });
});

describe('plain', () => {
  it('drops decimals that are zero and keeps thousands', () => {
    expect(plain('180.00')).toBe('180');
    expect(plain('0,00 €')).toBe('0 €');
    expect(plain('10.000')).toBe('10.000');
    expect(plain('20.0%')).toBe('20%');
  });
});
