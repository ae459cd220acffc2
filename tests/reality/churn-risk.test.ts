import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/database/sql.ts';
import { isUnanswerable, type Answered } from '../../src/semantics/ask-context.ts';
import { askChurnRisk, estimateOf } from '../fixtures/churn-risk/ask.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
import { publicData } from '../fixtures/public-data.ts';

const telco = publicData('telco_churn/Telco-Customer-Churn.csv');
const retail = publicData('online_retail/online_retail.parquet');

function answered(result: Awaited<ReturnType<typeof askChurnRisk>>): Answered {
  if (isUnanswerable(result)) throw new Error(`${result.reason} ${JSON.stringify(result.message.values)}`);
  return result;
}

describe.skipIf(!telco)('churn-risk of Telco customers, every fifth row tested', () => {
  let database: NativeDatabase;
  let result: Answered;

  beforeAll(async () => {
    database = await openNative();
    await database.run(sql`
      CREATE TABLE raw.telco AS
      SELECT row_number() OVER () - 1 AS _row, * REPLACE (TRY_CAST(TotalCharges AS DOUBLE) AS TotalCharges)
      FROM read_csv(${telco ?? ''}, header = true, all_varchar = false)`);
    result = answered(await askChurnRisk(database, {}, { table: 'telco', target: 'Churn', split: { everyNth: 5 } }));
  });
  afterAll(() => database.close());

  it('ranks as well as is known of it, and not better', () => {
    expect(Math.abs(estimateOf(result, 'auc_logistic') - 0.8356)).toBeLessThan(0.005);
    expect(estimateOf(result, 'auc_network')).toBeGreaterThan(0.82);
    for (const name of ['auc', 'auc_logistic', 'auc_network']) expect(estimateOf(result, name)).toBeLessThan(0.86);
  });

  it('beats the best single column', () => {
    expect(Math.abs(estimateOf(result, 'auc_single_column') - 0.736)).toBeLessThan(0.005);
    const gain = result.checks.find(({ id }) => id === 'beats-single-column');
    expect(gain?.status).toBe('passed');
  });

  it('finds 2.8 times the leavers in the top tenth', () => {
    expect(Math.abs(estimateOf(result, 'liftTop10_logistic') - 2.8)).toBeLessThan(0.06);
  });

  it('counts the eleven blank TotalCharges and leaves the id out', () => {
    const missing = result.checks.find(({ id }) => id === 'missing-values');
    expect(missing?.message.values.columns).toMatchObject([{ values: { column: 'TotalCharges', count: 11 } }]);
    const left = result.checks.find(({ id }) => id === 'left-out');
    expect(left?.message.values.naming).toEqual(['customerID']);
  });

  it('says that it was not tested out of time', () => {
    expect(result.verdict.key).toBe('churn-risk.verdict.labelled');
    expect(result.checks.find(({ id }) => id === 'out-of-time')?.status).toBe('warned');
  });
});

describe.skipIf(!retail)('churn-risk of Online Retail customers from behaviour', () => {
  let database: NativeDatabase;
  let result: Answered;

  beforeAll(async () => {
    database = await openNative();
    await database.run(sql`LOAD parquet`);
    await database.run(sql`
      CREATE TABLE raw.online_retail AS SELECT file_row_number AS _row, * EXCLUDE (file_row_number)
      FROM read_parquet(${retail ?? ''}, file_row_number = true)`);
    const mapping = {
      orders: {
        table: 'online_retail',
        columns: {
          customer_id: 'CustomerID',
          ordered_at: 'InvoiceDate',
          order_id: 'InvoiceNo',
          amount: { expression: 'Quantity * UnitPrice' },
        },
      },
    };
    result = answered(await askChurnRisk(database, mapping, { windowDays: 90, cutOff: '2011-09-10' }));
  });
  afterAll(() => database.close());

  it('ranks better than recency alone', () => {
    expect(estimateOf(result, 'auc')).toBeGreaterThan(0.72);
    expect(Math.abs(estimateOf(result, 'auc_recency') - 0.68)).toBeLessThan(0.01);
  });
});
