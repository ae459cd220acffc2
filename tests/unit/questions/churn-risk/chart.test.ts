import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/core/json.ts';
import { gainsByDecile } from '../../../../src/learning/evaluation/gains.ts';
import { reliabilityBins } from '../../../../src/learning/evaluation/calibration.ts';
import { rankByScore } from '../../../../src/learning/evaluation/ranking.ts';
import { rocCurve } from '../../../../src/learning/evaluation/roc-curve.ts';
import {
  buildCalibrationOption,
  buildGainOption,
  buildLiftOption,
  buildRocOption,
} from '../../../../src/questions/churn-risk/chart.ts';
import {
  buildImportanceOption,
  buildLossOption,
  featureName,
} from '../../../../src/questions/churn-risk/model-chart.ts';
import { renderSvg, type ChartOption } from '../../../../src/ui/chart-engine.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { wilsonInterval } from '../../../../src/statistics/wilson-interval.ts';
import { chartContext, chartTheme } from '../../../fixtures/chart-theme.ts';

const random = randomSource(1);
const probabilities = Float64Array.from({ length: 200 }, () => random.uniform());
const labels = Uint8Array.from(probabilities, (p) => Number(random.uniform() < p));
const ranking = rankByScore(probabilities);

const deciles: Row[] = (gainsByDecile(labels, ranking) ?? []).map((decile) => ({
  ...decile,
  ...wilsonInterval(decile.positives, decile.rows, 0.9),
}));
const roc: Row[] = ['logistic', 'network', 'singleColumn'].flatMap((model) =>
  (rocCurve(labels, ranking) ?? []).map((point) => ({ model, ...point })),
);
const bins: Row[] = reliabilityBins(labels, probabilities, 10, 0.9).map((bin) => ({ ...bin }));
const importance: Row[] = Array.from({ length: 20 }, (_, i) => ({
  feature: i === 0 ? 'recency' : `column ${i}`,
  importance: 0.2 / (i + 1),
  low: 0.1 / (i + 1),
  high: 0.3 / (i + 1),
}));
const losses: Row[] = [1, 2, 3].map((epoch) => ({ epoch, training: 0.7 / epoch, validation: 0.8 / epoch }));

const svg = (option: ChartOption) => renderSvg(option, 480, 300, chartTheme);
const seriesOf = (option: ChartOption) => option.series as { type: string; data: unknown[] }[];

describe('buildLiftOption', () => {
  it('draws a bar per tenth, its interval in lifts, and the average', () => {
    const option = buildLiftOption(deciles, chartContext);
    const [bars, intervals] = seriesOf(option);
    expect(bars.data).toEqual(deciles.map(({ lift }) => lift));
    const [, low, high] = intervals.data[0] as number[];
    expect(low).toBeLessThan(Number(deciles[0].lift));
    expect(high).toBeGreaterThan(Number(deciles[0].lift));
    expect(svg(option)).toContain('churn-risk.line.average');
  });
});

describe('buildGainOption', () => {
  it('runs from nobody to everybody', () => {
    const [curve] = seriesOf(buildGainOption(deciles, chartContext));
    expect(curve.data[0]).toMatchObject({ value: [0, 0] });
    expect(curve.data).toHaveLength(11);
    expect(svg(buildGainOption(deciles, chartContext))).toContain('churn-risk.line.model');
  });
});

describe('buildRocOption', () => {
  it('draws a line per model over the diagonal', () => {
    const option = buildRocOption(roc, chartContext);
    expect(seriesOf(option)).toHaveLength(4);
    expect(svg(option)).toContain('churn-risk.model.network');
  });
});

describe('buildCalibrationOption', () => {
  it('draws a point and an interval per bin', () => {
    const option = buildCalibrationOption(bins, chartContext);
    const [, intervals, points] = seriesOf(option);
    expect(intervals.data).toHaveLength(10);
    expect(points.data).toHaveLength(10);
    expect(svg(option)).toContain('churn-risk.axis.predicted');
  });
});

describe('buildImportanceOption', () => {
  it('shows the most important columns, the first at the top, fewer where there is little room', () => {
    const option = buildImportanceOption(importance, true, chartContext);
    const { data } = option.yAxis as { data: string[] };
    expect(data).toHaveLength(12);
    expect(data.at(-1)).toBe('churn-risk.feature.recency');
    const narrow = buildImportanceOption(importance, true, { ...chartContext, narrow: true });
    expect((narrow.yAxis as { data: string[] }).data).toHaveLength(8);
    expect(svg(option)).toContain('column 5');
  });
});

describe('buildLossOption', () => {
  it('draws both losses with their names', () => {
    const drawn = svg(buildLossOption(losses, chartContext));
    expect(drawn).toContain('churn-risk.line.training');
    expect(drawn).toContain('churn-risk.line.validation');
  });
});

describe('featureName', () => {
  it('has words for behaviour and leaves the columns of a table alone', () => {
    expect(featureName('purchases_90', true, chartContext)).toBe('churn-risk.feature.purchases_days');
    expect(featureName('country', true, chartContext)).toBe('country');
    expect(featureName('recency', false, chartContext)).toBe('recency');
  });
});
