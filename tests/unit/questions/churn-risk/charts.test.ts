import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifier, sql } from '../../../../src/database/sql.ts';
import { charts } from '../../../../src/questions/churn-risk/charts.ts';
import { contract } from '../../../../src/questions/churn-risk/question.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { askChurnRisk } from '../../../fixtures/churn-risk/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';
import { drawCharts } from '../../../fixtures/reports/draw-charts.ts';
import { wholeAnswer } from '../../../fixtures/reports/whole-answer.ts';

let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  const random = randomSource(3);
  await database.run(
    sql`CREATE TABLE ${identifier('raw', 'people')} (_row BIGINT, days DOUBLE, plan VARCHAR, gone VARCHAR)`,
  );
  for (let row = 0; row < 300; row++) {
    const days = Math.round(random.normal() * 30 + 60);
    const gone = days + random.normal() * 25 > 80 ? 'yes' : 'no';
    await database.run(sql`INSERT INTO raw.people VALUES (${row}, ${days}, ${row % 2 ? 'a' : 'b'}, ${gone})`);
  }
});
afterAll(() => database.close());

describe('charts of churn-risk', () => {
  it('draws everything, with and without what is withheld', async () => {
    const given = { table: 'people', target: 'gone', learners: ['logistic'], split: { everyNth: 2 } };
    const specs = drawCharts(charts, contract, wholeAnswer(contract, await askChurnRisk(database, {}, given), given));
    expect(specs.map(({ id }) => id)).toEqual(['lift', 'gain', 'roc', 'calibration', 'importance', 'models']);
  });
});
