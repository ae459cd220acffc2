import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { charts } from '../../../../src/questions/lifetime-value/charts.ts';
import { contract } from '../../../../src/questions/lifetime-value/question.ts';
import { askLifetimeValue } from '../../../fixtures/lifetime-value/ask.ts';
import { inventPurchases, openShop } from '../../../fixtures/lifetime-value/shop.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { drawCharts } from '../../../fixtures/reports/draw-charts.ts';
import { wholeAnswer } from '../../../fixtures/reports/whole-answer.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await openShop(database, inventPurchases(200, 1));
});
afterAll(() => database.close());

async function draw(given: Record<string, Json>) {
  return drawCharts(charts, contract, wholeAnswer(contract, await askLifetimeValue(database, given), given));
}

describe('charts of lifetime-value', () => {
  it('draws everything, with and without what is withheld', async () => {
    const specs = await draw({});
    expect(specs.map(({ id }) => id)).toEqual([
      ...['tracking', 'decile', 'concentration', 'matrix', 'repeatPurchases', 'parameters'],
    ]);
    expect(specs[1]!.title).toMatch(/^The top tenth is worth/);
  });

  it('draws a holdout', async () => {
    const [tracking] = await draw({ observationEnd: '2023-06-30' });
    expect(tracking!.title).toMatch(/^Expected \d+, counted \d+/);
  });
});
