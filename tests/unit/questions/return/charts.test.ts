import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json, Row } from '../../../../src/core/json.ts';
import { answer } from '../../../../src/questions/return/answer.ts';
import { charts } from '../../../../src/questions/return/charts.ts';
import { buildMonthsOption } from '../../../../src/questions/return/months-chart.ts';
import { buildWaterfallOption } from '../../../../src/questions/return/waterfall-chart.ts';
import { binDraws } from '../../../../src/questions/return/histogram.ts';
import { contract } from '../../../../src/questions/return/question.ts';
import { chartContext } from '../../../fixtures/chart-theme.ts';
import { askNatively } from '../../../fixtures/ask-natively.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { drawCharts } from '../../../fixtures/reports/draw-charts.ts';
import { wholeAnswer } from '../../../fixtures/reports/whole-answer.ts';
import { returnMapping, storeLog } from '../../../fixtures/return/ask.ts';
import expected from '../../../fixtures/return/return.json';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await storeLog(database, expected.log);
});
afterAll(() => database.close());

async function ask(given: Record<string, Json> = {}) {
  return wholeAnswer(contract, await askNatively(database, returnMapping, { contract, answer }, given), given);
}

describe('charts of return', () => {
  it('draws every card, with and without what is withheld', async () => {
    const specs = drawCharts(charts, contract, await ask());
    expect(specs.map(({ id }) => id)).toEqual(['waterfall', 'months', 'draws', 'comparison', 'arms']);
  });

  it('leaves out costs by month and the before and after where they cannot be told', async () => {
    const months = (specs: ReturnType<typeof drawCharts>) => specs.find(({ id }) => id === 'months')!;
    const spread = drawCharts(charts, contract, await ask());
    expect(months(spread).columns!.map(({ name }) => name)).toEqual(['day', 'margin', 'low', 'high']);
    const answered = await ask({ from: '2024-03-03', to: '2024-03-10' });
    const week = drawCharts(charts, contract, answered);
    expect(months(week).columns!.map(({ name }) => name)).toContain('cost');
    const linesOf = (rows: Row[]) => (buildMonthsOption(rows, chartContext).series as unknown[]).length;
    expect([linesOf(months(spread).rows as Row[]), linesOf(months(week).rows as Row[])]).toEqual([3, 4]);
    const holdout = (answered.tables.comparison as Row[]).slice(0, 1);
    const alone = { ...answered, tables: { ...answered.tables, comparison: holdout } };
    expect(drawCharts(charts, contract, alone).map(({ id }) => id)).not.toContain('comparison');
  });

  it('draws a window of a single month', async () => {
    const specs = drawCharts(charts, contract, await ask({ windowDays: 20 }));
    expect(specs.find(({ id }) => id === 'months')!.rows).toHaveLength(2);
  });

  it('draws an interval that reaches below zero down to its low end', async () => {
    const { tables } = await ask();
    const rows = (tables.months as Row[]).map((row) => ({ ...row, low: -100, high: 100 }));
    const { series } = buildMonthsOption(rows, chartContext) as {
      series: { stackStrategy?: string; data: number[][] }[];
    };
    const [low, width] = series;
    expect([low!.data[0]![1], width!.data[0]![1]]).toEqual([-100, 200]);
    // ECharts would otherwise put what is positive onto zero instead of onto the negative low end.
    expect([low!.stackStrategy, width!.stackStrategy]).toEqual(['all', 'all']);
  });

  it('puts steps below each other where their names have little room', async () => {
    const rows = (await ask()).tables.waterfall as Row[];
    const axis = (narrow: boolean, steps: Row[]) =>
      (buildWaterfallOption(steps, { ...chartContext, say: () => 'step', narrow }) as { yAxis: { type: string } }).yAxis
        .type;
    expect(axis(false, rows)).toBe('value');
    expect(axis(true, rows)).toBe('category');
    expect(axis(false, [{ ...rows[0]!, step: 'something_long_'.repeat(8), kind: 'cost' }, ...rows])).toBe('category');
  });

  it('names only zero and the ends of a narrow axis that keep clear of zero', async () => {
    interface Axis {
      min: number;
      max: number;
      interval: number;
      axisLabel: { formatter: (value: number) => string };
    }
    const [first] = (await ask()).tables.waterfall as Row[];
    const named = (from: number, to: number) => {
      const steps = [{ ...first!, from, to, low: null, high: null }];
      const { xAxis } = buildWaterfallOption(steps, { ...chartContext, narrow: true }) as unknown as { xAxis: Axis };
      const { min, max, interval, axisLabel } = xAxis;
      expect(min).toBeLessThanOrEqual(Math.min(0, from, to));
      expect(max).toBeGreaterThanOrEqual(Math.max(0, from, to));
      const lines = Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, i) => min + i * interval);
      return lines.filter((value) => axisLabel.formatter(value) !== '');
    };
    expect(named(0, 28_000)).toEqual([0, 30_000]);
    expect(named(-9_000, 8_000)).toEqual([-10_000, 0, 10_000]);
    expect(named(-1_000, 28_000)).toEqual([0, 30_000]);
    expect(named(-4_800, 0)).toEqual([-6_000, 0]);
    expect(named(0, 0)).toEqual([0]);
  });

  it('draws a loss', async () => {
    await database.run({ text: "UPDATE raw.spent SET amount = 90000 WHERE kind = 'Media' AND day < '2025-01-01'" });
    const [waterfall] = drawCharts(charts, contract, await ask());
    expect(waterfall!.rows.at(-1)!.value).toBeLessThan(0);
  });
});

describe('binDraws', () => {
  it('puts every draw into one bin, in equal bins with an edge at zero', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const bins = binDraws(values);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        const width = bins[0]!.high - bins[0]!.low;
        const [least, most] = [Math.min(...values), Math.max(...values)];
        bins.forEach(({ low, high }, i) => {
          expect(high - low).toBeCloseTo(width, 6);
          if (i > 0) expect(low).toBe(bins[i - 1]!.high);
          expect(low < 0 && high > 0 && Math.abs(low) > 1e-9 && high > 1e-9).toBe(false);
        });
        expect(bins[0]!.low).toBeLessThanOrEqual(least + 1e-6);
        expect(bins.at(-1)!.high).toBeGreaterThanOrEqual(most - 1e-6);
      }),
      // Amounts that differ by a rounding only: bins between them would have edges that are one number.
      { examples: [[[999_999.9999999988, 999_999.9999999995]], [[-999_999.9999999983, -999_999.999999998]]] },
    );
  });

  it('has no bins without draws, and one where all are the same', () => {
    expect(binDraws([])).toEqual([]);
    expect(binDraws([3, 3, 3])).toEqual([{ low: 3, high: 4, count: 3 }]);
  });
});
