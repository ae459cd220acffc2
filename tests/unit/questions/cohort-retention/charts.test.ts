import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedSpeech } from '../../../../src/app/fixed-speech.ts';
import type { Json } from '../../../../src/core/json.ts';
import { answer } from '../../../../src/questions/cohort-retention/answer.ts';
import { charts } from '../../../../src/questions/cohort-retention/charts.ts';
import { contract, MEASURES } from '../../../../src/questions/cohort-retention/question.ts';
import { discloseSafely } from '../../../../src/reports/suppress.ts';
import type { Mapping } from '../../../../src/semantics/mapping.ts';
import { askNatively } from '../../../fixtures/ask-natively.ts';
import { inventPurchases } from '../../../fixtures/lifetime-value/shop.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { rawTable } from '../../../fixtures/raw-table.ts';
import { drawCharts } from '../../../fixtures/reports/draw-charts.ts';
import { wholeAnswer } from '../../../fixtures/reports/whole-answer.ts';

const mapping: Mapping = {
  orders: { table: 'log', columns: { customer_id: 'who', ordered_at: 'day', amount: 'paid', channel: 'via' } },
};

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  const log = inventPurchases(120, 3).map(({ customer, at, amount }, i) => [
    ...[customer, at.slice(0, 10), amount],
    ['web', 'shop', '<b>'][i % 3]!,
  ]);
  await rawTable(database, 'log', { who: 'VARCHAR', day: 'DATE', paid: 'DOUBLE', via: 'VARCHAR' }, log);
});
afterAll(() => database.close());

async function ask(given: Record<string, Json>) {
  return wholeAnswer(contract, await askNatively(database, mapping, { contract, answer }, given), given);
}

describe('charts of cohort-retention', () => {
  it.each(MEASURES)('draws %s, with and without what is withheld', async (measure) => {
    const specs = drawCharts(charts, contract, await ask({ measure }));
    expect(specs.map(({ id }) => id)).toEqual(['heatmap-0', 'curves']);
  });

  it('draws a heatmap per group, named after it', async () => {
    const specs = drawCharts(charts, contract, await ask({ groupBy: 'channel' }));
    expect(specs.map(({ id }) => id)).toEqual(['heatmap-0', 'heatmap-1', 'heatmap-2', 'curves']);
    expect(specs.slice(0, 3).map(({ title }) => title.split(': ').at(-1))).toEqual(
      expect.arrayContaining(['web', 'shop', '<b>']),
    );
  });

  it('withholds wherever few customers buy, also where the mean is that of one cohort', async () => {
    const whole = await ask({});
    const { answer: safe } = discloseSafely(whole, contract.tables, { smallest: 5, ids: 'drop' });
    const [heatmap, curves] = charts(safe, fixedSpeech({ language: 'en', currency: 'none' }));
    for (const [spec, name] of [
      [heatmap!, 'customers'],
      [curves!, 'active'],
    ] as const) {
      const before = spec === heatmap ? whole.tables.cells : whole.tables.curve;
      const small = (before as Record<string, Json>[]).map((row) => Number(row[name]) > 0 && Number(row[name]) < 5);
      // A single small count takes others with it, of its own age and beside its cohort.
      const hidden = spec.rows.map((row) => row[name] === null);
      expect(hidden.filter((isHidden, i) => small[i] && !isHidden)).toEqual([]);
      expect(hidden.filter(Boolean).length).toBeGreaterThanOrEqual(Math.max(2, small.filter(Boolean).length));
      expect(hidden).toContain(false);
      expect(small).toContain(true);
    }
    expect(curves!.rows.filter(({ active }) => active === null).every(({ mean }) => mean === null)).toBe(true);
  });
});
