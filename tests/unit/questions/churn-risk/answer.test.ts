import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import type { Message } from '../../../../src/core/message.ts';
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

const inEnglish = (message: Message) => translate(message, { language: 'en', currency: 'none' });

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
  await createTable('same', 400, (_, days) => (days > 75 ? 'yes' : 'no'));
  await database.run(sql`UPDATE raw.same SET days = 1, plan = 'basic', fold = 0`);
  await database.run(sql`CREATE TABLE raw.few AS SELECT * REPLACE ('id-' || (_row % 30) AS id) FROM raw.people`);
  await database.run(sql`CREATE TABLE raw.repeated AS SELECT * REPLACE ('id-' || (_row % 100) AS id) FROM raw.people`);
  await database.run(sql`
    CREATE TABLE raw.gappy AS SELECT * REPLACE (
      CASE WHEN _row % 10 < 4 THEN days END AS days, CASE WHEN _row % 10 > 0 THEN plan END AS plan) FROM raw.people`);
  await database.run(sql`
    CREATE TABLE raw.parts AS SELECT *, CASE _row % 4 WHEN 0 THEN 'test' WHEN 1 THEN 'other' ELSE 'train' END AS part
    FROM raw.people`);
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
    expect(inEnglish(result.verdict)).toContain('Not tested out of time');
    const check = result.checks.find(({ id }) => id === 'out-of-time');
    expect(check && inEnglish(check.message)).toContain('people was not split by time');
  });

  it('filters the rows of the table itself, whatever is known of customers, and has no use for a period', async () => {
    const customers = { customers: { table: 'small', columns: { customer_id: 'id' } } };
    const question = { table: 'people', target: 'gone', where: `fold <> 0 AND gone <> ''`, from: '2020-01-01' };
    const some = answered(await ask({ ...question, to: '2021-01-01', split: { everyNth: 2 } }, customers));
    expect(some.tables.scores.every(({ row }) => Number(row) % 3 !== 0)).toBe(true);
    expect(some.parameters).toMatchObject({ from: null, to: null });
  });

  it('does not learn from what the label is made of', async () => {
    const label = { expression: `GONE = 'yes' AND fold >= 0` };
    const mapped = answered(await ask({}, { labels: { table: 'people', columns: { customer_id: 'id', label } } }));
    const features = mapped.tables.importance.map(({ feature }) => feature);
    expect(features.toSorted()).toEqual(['days', 'plan']);
    expect(estimateOf(mapped, 'auc')).toBeLessThan(0.99);
  });

  it('counts the customers of the rarer kind per column, not their rows', async () => {
    const mapping = { labels: { table: 'repeated', columns: { customer_id: 'id', label: 'gone' } } };
    const events = answered(await ask({}, mapping)).checks.find(({ id }) => id === 'events-per-column');
    expect(Number(events?.value) * Number(events?.message.values.columns)).toBeLessThanOrEqual(80);
  });

  it('asks about columns that miss more than half of their values', async () => {
    const gappy = answered(await ask({ table: 'gappy', target: 'gone' }));
    const missing = gappy.checks.find(({ id }) => id === 'missing-values');
    expect(missing).toMatchObject({ status: 'warned', value: 0.6, limit: 0.5 });
    expect(missing?.message.values.columns).toMatchObject([{ values: { column: 'days', count: 240 } }]);
    const without = answered(await ask({ table: 'gappy', target: 'gone', exclude: ['days'] }));
    expect(without.checks.find(({ id }) => id === 'missing-values')).toMatchObject({ status: 'passed', value: 0.1 });
  });

  it('counts the rows that the split puts into no part', async () => {
    const parts = answered(await ask({ table: 'parts', target: 'gone', split: { column: 'part' } }));
    const unused = parts.checks.find(({ id }) => id === 'split-unused');
    expect(unused).toMatchObject({ status: 'warned', value: 100 });
    expect(unused && inEnglish(unused.message)).toContain('100 rows of parts are in no part');
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
    const verdict = { ...noise.verdict, values: { ...noise.verdict.values, network: 'same' } };
    expect(inEnglish(verdict)).toContain('the network did not beat the logistic regression');
    const values = { ...verdict.values, windowDays: 90, cutOff: '2020-10-01' };
    expect(inEnglish({ key: 'churn-risk.verdict.behaviour.blind', values })).toContain('The network did not beat');
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
    ['no-columns', { table: 'same', target: 'gone' }],
    ['column-missing', { windowDays: 40, exclude: ['spend', 'recencey'] }],
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

  it('counts customers, not their rows', async () => {
    const labels = { table: 'few', columns: { customer_id: 'id', label: 'gone' } };
    const result = await ask({}, { labels });
    expect(result).toMatchObject({ reason: 'too-few-rows', message: { values: { part: 'test', customers: 6 } } });
  });

  it('says that nobody stayed where every customer bought once', async () => {
    await database.run(
      sql`CREATE TABLE raw.once AS SELECT _row, 'only ' || _row AS id, bought_at, amount FROM raw.log`,
    );
    const result = await ask({ windowDays: 40 }, { orders: { ...orders.orders, table: 'once' } });
    expect(result).toMatchObject({ reason: 'too-few-of-a-kind', message: { values: { negatives: 0 } } });
  });
});
