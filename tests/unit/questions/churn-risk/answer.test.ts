import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { identifier, sql } from '../../../../src/database/sql.ts';
import { en } from '../../../../src/i18n/en.ts';
import { languages, translate } from '../../../../src/i18n/translate.ts';
import { isUnanswerable, type Answered, type Unanswerable } from '../../../../src/semantics/ask-context.ts';
import { randomSource } from '../../../../src/statistics/random.ts';
import { askChurnRisk, estimateOf } from '../../../fixtures/churn-risk/ask.ts';
import { openNative, type NativeDatabase } from '../../../fixtures/native-database.ts';

const LOGISTIC = { learners: ['logistic'] };

let database: NativeDatabase;

/** A labelled table whose column `days` tells who left, and one that tells nothing. */
async function createTable(
  name: string,
  rows: number,
  left: (row: number, days: number) => string | null,
): Promise<void> {
  const random = randomSource(7);
  const values = Array.from({ length: rows }, (_, row) => {
    const days = Math.round(random.normal() * 30 + 60);
    const plan = random.uniform() < 0.5 ? 'basic' : 'pro';
    return sql`(${row}, ${`id-${row}`}, ${days}, ${plan}, ${row % 3}, ${left(row, days + random.normal() * 20)})`;
  });
  const table = identifier('raw', name);
  await database.run(
    sql`CREATE TABLE ${table} (_row BIGINT, id VARCHAR, days DOUBLE, plan VARCHAR, fold BIGINT, gone VARCHAR)`,
  );
  for (const value of values) await database.run(sql`INSERT INTO ${table} VALUES ${value}`);
}

const ask = (parameters: Record<string, Json>, mapping = {}) =>
  askChurnRisk(database, mapping, { ...LOGISTIC, ...parameters });

function answered(result: Answered | Unanswerable): Answered {
  if (isUnanswerable(result)) throw new Error(result.reason);
  return result;
}

beforeAll(async () => {
  database = await openNative();
  await createTable('people', 400, (_, days) => (days > 75 ? 'yes' : 'no'));
  await createTable('some_unknown', 300, (row, days) => (row % 10 === 0 ? null : days > 75 ? 'yes' : 'no'));
  await createTable('leaky', 300, (_, days) => (days > 75 ? 'yes' : 'no'));
  await database.run(sql`UPDATE raw.leaky SET days = CASE WHEN gone = 'yes' THEN 100 ELSE 1 END + days / 1000`);
  await createTable('one_class', 100, () => 'no');
  await createTable('small', 20, (_, days) => (days > 60 ? 'yes' : 'no'));
  await createTable('rare', 400, (row) => (row < 5 ? 'yes' : 'no'));
  await createTable('noise', 400, (row) => (Math.imul(row, 0x9e3779b9) >>> 31 === 1 ? 'yes' : 'no'));
});
afterAll(() => database.close());

describe('answer, from a labelled table', () => {
  let result: Answered;
  beforeAll(async () => {
    result = answered(await ask({ table: 'people', target: 'gone', split: { everyNth: 4 } }));
  });

  it('gives every estimate of the contract with an interval around it', () => {
    const names = ['auc', 'auc_logistic', 'auc_single_column', 'brier', 'logLoss', 'calibrationSlope'];
    for (const name of [...names, 'calibrationIntercept', 'liftTop10', 'liftTop10_logistic', 'prAuc', 'baseRate']) {
      const estimate = result.estimates.find((known) => known.name === name);
      expect(estimate?.interval?.low, name).toBeLessThanOrEqual(estimate?.value ?? NaN);
      expect(estimate?.interval?.high, name).toBeGreaterThanOrEqual(estimate?.value ?? NaN);
    }
    expect(estimateOf(result, 'auc')).toBeGreaterThan(0.75);
    expect(result.estimates.filter(({ headline }) => headline)).toHaveLength(4);
  });

  it('scores the tested rows, most at risk first', () => {
    const { scores } = result.tables;
    expect(scores).toHaveLength(100);
    const probabilities = scores.map(({ probability }) => Number(probability));
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(scores.every(({ row }) => Number(row) % 4 === 0)).toBe(true);
    expect(scores[0].customer_id).toBe(`id-${String(scores[0].row)}`);
  });

  it('leans on the column that tells, and leaves the id out', () => {
    expect(result.tables.importance[0].feature).toBe('days');
    const left = result.checks.find(({ id }) => id === 'left-out');
    expect(left?.message.values.naming).toEqual(['id']);
  });

  it('gives the same digits twice, and others for another seed', async () => {
    const question = { table: 'people', target: 'gone', split: { everyNth: 4 } };
    expect(answered(await ask(question))).toEqual(result);
    const other = answered(await ask({ ...question, seed: 2 }));
    expect(other.estimates[1].interval).not.toEqual(result.estimates[1].interval);
  });

  it('has words for all it says, in both languages', () => {
    const messages = [result.verdict, result.eligibility, ...result.checks.map((check) => check.message)];
    const { steps, methods, assumptions } = result.evidence;
    for (const language of languages) {
      for (const message of [...messages, ...steps, ...assumptions, ...methods.map(({ name }) => name)]) {
        expect(translate(message, { language, currency: 'none' })).not.toMatch(/[{}]|undefined|NaN/);
      }
      for (const { name } of result.estimates) expect(en).toHaveProperty([`estimate.churn-risk.${name}`]);
    }
  });

  it('says that it was not tested out of time', () => {
    expect(translate(result.verdict, { language: 'en', currency: 'none' })).toContain('Not tested out of time');
  });

  it('takes the mapped label without being told', async () => {
    const mapping = { labels: { table: 'people', columns: { customer_id: 'id', label: 'gone' } } };
    const mapped = answered(await ask({}, mapping));
    expect(mapped.parameters).toMatchObject({
      table: 'people',
      target: 'gone',
      positive: 'yes',
      split: { testShare: 0.2 },
    });
    expect(mapped.tables.scores).toHaveLength(80);
  });

  it('tests every fold of a fold column once', async () => {
    const folded = answered(await ask({ table: 'people', target: 'gone', split: { foldColumn: 'fold' } }));
    expect(folded.tables.scores).toHaveLength(400);
    expect(folded.tables.folds).toHaveLength(3);
    expect(folded.tables.importance.map(({ feature }) => feature)).not.toContain('fold');
  });

  it('scores rows without a label, and asks about them', async () => {
    const some = answered(await ask({ table: 'some_unknown', target: 'gone' }));
    expect(some.tables.current).toHaveLength(30);
    expect(some.checks.find(({ id }) => id === 'unlabelled')).toMatchObject({ status: 'warned', value: 30 });
  });

  it('asks about a column that gives the outcome away', async () => {
    const leaky = answered(await ask({ table: 'leaky', target: 'gone' }));
    const leak = leaky.checks.find(({ id }) => id === 'leak');
    expect(leak).toMatchObject({ status: 'warned', message: { values: { columns: ['days'] } } });
    const without = answered(await ask({ table: 'leaky', target: 'gone', exclude: ['days'] }));
    expect(without.checks.find(({ id }) => id === 'leak')?.status).toBe('passed');
  });

  it('says so when the columns tell nothing', async () => {
    const noise = answered(await ask({ table: 'noise', target: 'gone' }));
    expect(noise.verdict.key).toBe('churn-risk.verdict.labelled.blind');
  });
});

describe('answer, refusing', () => {
  const orders = {
    orders: { table: 'log', columns: { customer_id: 'id', ordered_at: 'bought_at', amount: 'amount' } },
  };

  beforeAll(async () => {
    await database.run(sql`
      CREATE TABLE raw.log AS
      SELECT i AS _row, 'c' || (i % 50) AS id, TIMESTAMP '2020-01-01' + to_days(CAST(i % 200 AS INTEGER)) AS bought_at, 1.0 AS amount
      FROM range(1000) t(i)`);
  });

  it.each([
    ['one-class', { table: 'one_class', target: 'gone' }],
    ['too-few-rows', { table: 'small', target: 'gone' }],
    ['too-few-of-a-kind', { table: 'rare', target: 'gone' }],
    ['table-missing', { table: 'nowhere', target: 'gone' }],
    ['target-missing', { table: 'people' }],
    ['column-missing', { table: 'people', target: 'nothing' }],
    ['column-missing', { table: 'people', target: 'gone', exclude: ['nothing'] }],
    ['many-values', { table: 'people', target: 'fold' }],
    ['positive-unknown', { table: 'people', target: 'gone', positive: 'maybe' }],
    ['split-values', { table: 'people', target: 'gone', split: { column: 'plan' } }],
    ['fold-values', { table: 'people', target: 'gone', split: { foldColumn: 'id' } }],
    ['no-columns', { table: 'people', target: 'gone', exclude: ['days', 'plan', 'fold'] }],
    ['history-too-short', { windowDays: 90 }],
    ['window-beyond-data', { cutOff: '2020-07-01' }],
    ['no-purchases', { from: '2030-01-01' }],
  ])('says %s in both languages for %j', async (reason, parameters) => {
    const behaviour = !('table' in parameters);
    const result = await ask(parameters, behaviour ? orders : {});
    expect(isUnanswerable(result) && result.reason).toBe(reason);
    if (!isUnanswerable(result)) return;
    const texts = languages.map((language) => translate(result.message, { language, currency: 'none' }));
    expect(texts[0]).not.toBe(texts[1]);
    for (const language of languages) {
      expect(translate(result.remedy, { language, currency: 'none' })).not.toMatch(/[{}]|undefined/);
    }
  });

  it('says that nobody stayed where every customer bought once', async () => {
    await database.run(
      sql`CREATE TABLE raw.once AS SELECT _row, 'only ' || _row AS id, bought_at, amount FROM raw.log`,
    );
    const result = await ask({ windowDays: 40 }, { orders: { ...orders.orders, table: 'once' } });
    expect(result).toMatchObject({ reason: 'too-few-of-a-kind', message: { values: { negatives: 0 } } });
  });
});
