import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answer, Refusal, TableRef } from '../../src/core/answer.ts';
import type { Row } from '../../src/core/json.ts';
import { root } from '../run/prepare.mjs';
import { closeBrowser, withApp, type App } from './harness/app.ts';

const data = join(root, '../shared/data');
const here = existsSync(data);
if (!here) console.log('real data in the built app: skipped, ../shared/data is not there');

afterAll(closeBrowser);

function answered(result: Answer | Refusal): Answer {
  if (result.status === 'refused') throw new Error(`refused: ${result.message.text}`);
  return result;
}

function estimates(answer: Answer): Record<string, number> {
  return Object.fromEntries(answer.estimates.map(({ name, value }) => [name, value]));
}

function standardErrors(answer: Answer): Record<string, number> {
  const rows = answer.tables.parameters as Row[];
  return Object.fromEntries(rows.map((row) => [String(row.parameter), Number(row.standard_error)]));
}

async function ask(app: App, id: string, parameters: Row): Promise<Answer> {
  return answered(
    await app.run((redito, [question, given]) => redito.ask(question, given), [id, parameters] as [string, Row]),
  );
}

function relative(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.abs(expected);
}

describe.skipIf(!here)('real data in the built app', () => {
  it('CDNOW sample: the published fit of BG/NBD and Gamma-Gamma', () =>
    withApp({}, async (app) => {
      await app.start();
      const { tables, refused } = await app.importFiles(join(data, 'cdnow/CDNOW_sample.txt'));
      expect(refused).toEqual([]);
      expect(tables[0]).toMatchObject({ name: 'cdnow_sample', rows: 6919 });
      expect(tables[0].columns.map(({ name }) => name)).toEqual([
        'column0',
        'column1',
        'column2',
        'column3',
        'column4',
      ]);
      await app.run((redito) =>
        redito.map({
          orders: {
            table: 'cdnow_sample',
            columns: { customer_id: 'column0', ordered_at: 'column2', amount: 'column4' },
          },
        }),
      );
      const answer = await ask(app, 'lifetime-value', { observationEnd: '1997-09-30', horizon: 39, model: 'bg-nbd' });
      const found = estimates(answer);
      expect([found.customers, found.repeatCustomers, found.repeatPurchases]).toEqual([2357, 946, 2457]);
      expect(Math.abs(found.logLikelihood + 9582.43)).toBeLessThanOrEqual(0.01);
      const published = { r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259, p: 6.25, q: 3.74, v: 15.44 };
      for (const [name, value] of Object.entries(published)) {
        expect(relative(found[name], value), name).toBeLessThanOrEqual(0.005);
      }
      const errors = standardErrors(answer);
      for (const [name, value] of Object.entries({ r: 0.0126, alpha: 0.3782, a: 0.1857, b: 0.7053 })) {
        expect(relative(errors[name], value), `standard error of ${name}`).toBeLessThanOrEqual(0.05);
      }
      expect(relative(found.expectedPurchases, 1653)).toBeLessThanOrEqual(0.01);
      expect(found.actualPurchases).toBe(1882);
      const correlation = answer.checks.find(({ id }) => id === 'spend-independence');
      expect(correlation).toMatchObject({ status: 'warned' });
      expect(answer.evidence.queries.length).toBeGreaterThan(0);
      expect(answer.evidence.inputs[0]).toMatchObject({ table: 'cdnow_sample', rows: 6919 });
    }));

  it('CDNOW master: every customer', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(join(data, 'cdnow/CDNOW_master.txt'));
      const [table] = await app.run((redito) => redito.tables());
      expect(table).toMatchObject({ name: 'cdnow_master', rows: 69_659 });
      const answer = await ask(app, 'lifetime-value', {});
      expect(estimates(answer).customers).toBe(23_570);
    }));

  it('Online Retail: customers, rows without one, cohorts and churn from behaviour', () =>
    withApp({}, async (app) => {
      await app.start();
      const { tables, refused } = await app.importFiles(
        join(data, 'online_retail/online_retail.parquet'),
        join(data, 'online_retail/online_retail_sample_40000.xlsx'),
      );
      expect(refused).toEqual([]);
      expect(tables.map(({ rows }) => rows)).toEqual([541_909, 40_000]);
      const mapping = await app.run((redito) => redito.mapping());
      expect(mapping.orders?.table).toBe('online_retail');
      const count = async (sql: string): Promise<number> =>
        Number((await app.run((redito, text) => redito.query(text), sql)).rows[0][0]);
      expect(await count('SELECT count(DISTINCT customer_id) FROM business.orders')).toBe(4372);
      expect(await count('SELECT count(DISTINCT customer_id) FROM business.purchases')).toBe(4338);
      expect(await count('SELECT count(*) FROM business.orders WHERE customer_id IS NULL')).toBe(135_080);
      const cohorts = await ask(app, 'cohort-retention', {});
      expect(Array.isArray(cohorts.tables.cells)).toBe(true);
      const churn = await ask(app, 'churn-risk', { cutOff: '2011-09-10', windowDays: 90 });
      const found = estimates(churn);
      expect(found.auc).toBeGreaterThanOrEqual(0.72);
      expect(found.auc_recency).toBeGreaterThan(0.6);
      expect(found.auc).toBeGreaterThan(found.auc_recency);
    }));

  it('Telco: a labelled table, tested on every fifth row', () =>
    withApp({}, async (app) => {
      await app.start();
      const { tables } = await app.importFiles(join(data, 'telco_churn/Telco-Customer-Churn.csv'));
      expect(tables[0].notices.map(({ text }) => text).join(' ')).toMatch(/TotalCharges.*11|11.*TotalCharges/);
      const answer = await ask(app, 'churn-risk', {
        table: 'telco_customer_churn',
        target: 'Churn',
        split: { everyNth: 5 },
      });
      const found = estimates(answer);
      expect(Math.abs(found.auc_logistic - 0.8356)).toBeLessThanOrEqual(0.005);
      expect(found.auc_network).toBeGreaterThanOrEqual(0.82);
      expect(found.auc_single_column).toBeLessThan(found.auc);
      for (const name of ['auc', 'auc_logistic', 'auc_network']) expect(found[name]).toBeLessThanOrEqual(0.86);
      expect(Math.abs(found.liftTop10_logistic - 2.8)).toBeLessThanOrEqual(0.06);
      const scores = answer.tables.scores as Row[] | TableRef;
      expect(Array.isArray(scores) ? scores.length : scores.rows).toBeGreaterThan(1400);
    }));

  it('Hillstrom: two e-mails against none, from one file', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(...filesOf('hillstrom'));
      const [{ name: table }] = await app.run((redito) => redito.tables());
      await app.run(
        (redito, raw) =>
          redito.map({
            assignments: {
              table: raw,
              columns: { customer_id: { row: true }, initiative: { value: 'e-mail' }, variant: 'segment' },
            },
          }),
        table,
      );
      const answer = await ask(app, 'experiment', {
        ...{ initiative: 'e-mail', control: 'No E-Mail', metrics: ['visit', 'spend'], level: 0.95 },
      });
      const found = estimates(answer);
      expect(found['visit.Womens E-Mail.absolute']).toBeCloseTo(0.04523, 5);
      expect(found['visit.Mens E-Mail.absolute']).toBeCloseTo(0.07659, 5);
      expect(found['spend.Womens E-Mail.absolute']).toBeCloseTo(0.42441, 5);
      expect(found['spend.Mens E-Mail.absolute']).toBeCloseTo(0.76983, 5);
      const { interval } = answer.estimates.find(({ name }) => name === 'spend.Womens E-Mail.absolute')!;
      expect(interval!.low).toBeCloseTo(0.16896, 5);
      expect(interval!.high).toBeCloseTo(0.67987, 5);
    }));

  it('Cookie Cats: a gate moved, from a raw table', () =>
    withApp({}, async (app) => {
      await app.start();
      await app.importFiles(...filesOf('cookie_cats'));
      const [{ name: table }] = await app.run((redito) => redito.tables());
      const answer = await ask(app, 'experiment', {
        ...{ table, variant: 'version', control: 'gate_30', metrics: ['retention_7'] },
      });
      const found = estimates(answer);
      expect(found['retention_7.gate_40.absolute']).toBeCloseTo(-0.0082013, 7);
      expect(Math.abs(found['retention_7.gate_40.pValue'] - 0.001556)).toBeLessThanOrEqual(2e-6);
      expect(answer.checks.find(({ id }) => id === 'sample-ratio')).toMatchObject({ status: 'warned' });
    }));
});

function filesOf(folder: string): string[] {
  return readdirSync(join(data, folder))
    .filter((name) => /\.(csv|parquet)$/.test(name))
    .map((name) => join(data, folder, name));
}
