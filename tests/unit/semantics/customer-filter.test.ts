import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../src/database/sql.ts';
import { applyMapping } from '../../../src/semantics/apply-mapping.ts';
import { checkCustomerFilter, customerFilter } from '../../../src/semantics/customer-filter.ts';
import { openNative, type NativeDatabase } from '../../fixtures/native-database.ts';
import { rawTable } from '../../fixtures/raw-table.ts';

const mapping = { customers: { table: 'people', columns: { customer_id: 'id', country: 'land' } } };
let database: NativeDatabase;
beforeAll(async () => {
  database = await openNative();
  await rawTable(database, 'people', { id: 'INTEGER', land: 'VARCHAR', tier: 'INTEGER' }, [
    [1, 'ES', 1],
    [2, 'PT', 2],
  ]);
  await applyMapping(mapping, database);
});
afterAll(() => database.close());

describe('customerFilter', () => {
  it('is a condition on customer_id', () => {
    expect(customerFilter("country = 'ES'").text).toBe(
      "customer_id IN (SELECT customer_id FROM business.customers WHERE (country = 'ES'))",
    );
  });

  it('lets everyone through when there is no condition', () => {
    expect(customerFilter(undefined).text).toBe('true');
    expect(customerFilter('  ').text).toBe('true');
  });

  it('reads attributes that come along from the raw table', async () => {
    const rows = await database.rows(
      sql`SELECT customer_id FROM business.customers WHERE ${customerFilter('tier > 1')}`,
    );
    expect(rows).toEqual([{ customer_id: '2' }]);
  });
});

describe('checkCustomerFilter', () => {
  it('accepts a yes-or-no expression over the customers', async () => {
    await expect(checkCustomerFilter(database, mapping, "country LIKE 'E%' OR tier = 2")).resolves.toBeUndefined();
  });

  it.each(['country', 'planet = 1', '1); DELETE FROM x; SELECT (1', 'true) OR customer_id IN (SELECT 1'])(
    'rejects %s',
    async (where) => {
      await expect(checkCustomerFilter(database, mapping, where)).rejects.toMatchObject({ code: 'filter-invalid' });
    },
  );

  it('rejects any condition when no customers are mapped', async () => {
    await expect(checkCustomerFilter(database, {}, 'true')).rejects.toMatchObject({ code: 'filter-without-customers' });
  });
});
