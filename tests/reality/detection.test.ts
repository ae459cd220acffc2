import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/database/sql.ts';
import { applyMapping } from '../../src/semantics/apply-mapping.ts';
import { checkMapping } from '../../src/semantics/check-mapping.ts';
import { detect } from '../../src/semantics/detection.ts';
import type { Mapping } from '../../src/semantics/mapping.ts';
import { rawTables } from '../../src/semantics/raw-tables.ts';
import { openNative, type NativeDatabase } from '../fixtures/native-database.ts';
import { publicData } from '../fixtures/public-data.ts';
import { rawBlanks, rawCsv } from '../fixtures/raw-table.ts';

const folder = publicData('README.md')?.replace('README.md', '');

/** What the files are, as far as they can be mapped. */
const expected: [string, string, Partial<Record<keyof Mapping, Record<string, unknown>>>][] = [
  [
    'Telco',
    'telco_churn/Telco-Customer-Churn.csv',
    {
      labels: { customer_id: 'customerID', label: 'Churn' },
      customers: { customer_id: 'customerID', gender: 'gender' },
    },
  ],
  ['Hillstrom', 'hillstrom/hillstrom.csv', { assignments: { customer_id: { row: true }, variant: 'segment' } }],
  ['Cookie Cats', 'cookie_cats/cookie_cats.csv', { assignments: { customer_id: 'userid', variant: 'version' } }],
  [
    'lifetimes',
    'cdnow/lifetimes_example_transactions.csv',
    { orders: { customer_id: 'id', ordered_at: 'date', amount: { value: 0 } } },
  ],
  [
    'CLVTools',
    'cdnow/cdnow_sample_transactions_clvtools.csv',
    { orders: { customer_id: 'Id', ordered_at: 'Date', amount: 'Price' } },
  ],
  ['CDNOW summary', 'cdnow/cdnow_customers_summary.csv', {}],
  [
    'leads',
    'leads_x_education/Leads_combined.csv',
    {
      labels: { customer_id: 'Prospect ID', label: 'Converted' },
      customers: { customer_id: 'Prospect ID', country: 'Country', city: 'City' },
    },
  ],
  [
    'NPS of a bank',
    'nps_bank/NPStimeseries.csv',
    { surveys: { answered_at: 'Survey date', score: 'NPS', kind: { value: 'nps' } } },
  ],
  [
    'bwin',
    'igaming_bwin/AnalyticDataInternetGambling.csv',
    { customers: { customer_id: 'USERID', joined_at: 'RegistrationDate', gender: 'GENDER', country: 'COUNTRY' } },
  ],
  [
    'journeys',
    'attribution_paths/PathData.csv',
    {
      journeys: {
        path: 'path',
        conversions: 'total_conversions',
        value: 'total_conversion_value',
        nulls: 'total_null',
        separator: { value: ' > ' },
      },
    },
  ],
];

describe.skipIf(!folder)('detection on public data', () => {
  let database: NativeDatabase;
  beforeEach(async () => {
    database = await openNative();
  });
  afterEach(() => database.close());

  async function detected() {
    const { mapping } = await detect(await rawTables(database), database);
    await applyMapping(mapping, database);
    const findings = await checkMapping(mapping, database);
    expect(findings.filter(({ message }) => message.key.startsWith('error.'))).toEqual([]);
    return mapping;
  }

  async function load(path: string) {
    const files = path.endsWith('/') ? readdirSync(folder + path).map((file) => path + file) : [path];
    for (const file of files) {
      const name = file
        .replace(/^.*\//, '')
        .replace(/\.\w+$/, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_');
      await rawCsv(database, name, folder + file);
    }
  }

  it.each(expected)('maps %s', async (_, path, roles) => {
    await load(path);
    const mapping = await detected();
    expect(Object.keys(mapping).sort()).toEqual(Object.keys(roles).sort());
    for (const [role, columns] of Object.entries(roles)) {
      expect(mapping[role as keyof Mapping]?.columns).toMatchObject(columns);
    }
  });

  it('maps the CDNOW log, whose dates are numbers', async () => {
    const types = { customer_id: 'VARCHAR', date: 'BIGINT', number_of_cds: 'BIGINT', dollar_value: 'DOUBLE' };
    await rawBlanks(database, 'cdnow_master', `${folder}cdnow/CDNOW_master.txt`, types, 1);
    const mapping = await detected();
    expect(mapping.orders?.columns).toEqual({ customer_id: 'customer_id', ordered_at: 'date', amount: 'dollar_value' });
    const [row] = await database.rows(
      sql`SELECT count(DISTINCT customer_id) AS n, CAST(max(ordered_at) AS DATE) AS d FROM business.purchases`,
    );
    expect(row).toEqual({ n: 23_570, d: '1998-06-30' });
  });

  it('maps the CDNOW sample without headers by its values, and merges orders of a day', async () => {
    const types = { column0: 'VARCHAR', column1: 'VARCHAR', column2: 'BIGINT', column3: 'BIGINT', column4: 'DOUBLE' };
    await rawBlanks(database, 'cdnow_sample', `${folder}cdnow/CDNOW_sample.txt`, types);
    const mapping = await detected();
    expect(mapping.orders?.columns).toEqual({ customer_id: 'column0', ordered_at: 'column2', amount: 'column4' });
    const [row] = await database.rows(sql`
      SELECT count(*) AS customers, count(*) FILTER (x > 0) AS repeating, sum(x) AS repeats FROM (
        SELECT count(*) - 1 AS x FROM business.purchases WHERE ordered_at <= TIMESTAMP '1997-09-30' GROUP BY customer_id)`);
    expect(row).toEqual({ customers: 2357, repeating: 946, repeats: 2457 });
  });

  it('maps the tables of a supermarket', async () => {
    await load('complete_journey/');
    const mapping = await detected();
    expect(mapping.orders).toMatchObject({
      table: 'transactions_sample',
      columns: {
        customer_id: 'household_id',
        order_id: 'basket_id',
        ordered_at: 'transaction_timestamp',
        amount: 'sales_value',
      },
    });
    expect(mapping.customers?.table).toBe('demographics');
    expect(mapping.products?.table).toBe('products');
    expect(mapping.order_items?.table).toBe('transactions_sample');
    expect(mapping.initiatives).toMatchObject({
      table: 'campaign_descriptions',
      columns: { started_at: 'start_date', ended_at: 'end_date' },
    });
  });

  it('maps what it can of a Brazilian shop, whose orders have no amount in their table', async () => {
    await load('olist_sample/');
    const mapping = await detected();
    expect(mapping.orders).toBeUndefined();
    expect(mapping.order_items).toMatchObject({
      table: 'olist_order_items_dataset',
      columns: { order_id: 'order_id', product_id: 'product_id', unit_price: 'price' },
    });
    expect(mapping.surveys).toMatchObject({
      table: 'olist_order_reviews_dataset',
      columns: { score: 'review_score', kind: { value: 'csat' } },
    });
    expect(mapping.customers).toMatchObject({ columns: { city: 'customer_city', region: 'customer_state' } });
  });
});
