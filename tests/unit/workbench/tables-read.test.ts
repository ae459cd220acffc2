import { describe, expect, it } from 'vitest';
import { tablesRead } from '../../../src/workbench/tables-read.ts';

const mapping = {
  orders: { table: 'log', columns: { customer_id: 'c', ordered_at: 'd', amount: 'a' } },
  customers: { table: 'people', columns: { customer_id: 'c' } },
  labels: { table: 'te"lco', columns: { label: 'churn' } },
};
const tables = ['log', 'people', 'te"lco', 'other'];

describe('tablesRead', () => {
  it.each([
    ['SELECT * FROM business.purchases', ['log']],
    ['SELECT * FROM business.purchases_by_day', []],
    ['SELECT * FROM "business"."customers" JOIN business.orders USING (customer_id)', ['log', 'people']],
    ['SELECT * FROM "raw"."te""lco"', ['te"lco']],
    ['SELECT * FROM raw.other', ['other']],
    ['SELECT 1', []],
  ])('%s', (query, read) => expect(tablesRead([query], mapping, tables)).toEqual(read));
});
