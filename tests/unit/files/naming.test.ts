import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTableName } from '../../../src/core/table-name.ts';
import { nameColumns } from '../../../src/files/column-names.ts';
import { freeName, tableName } from '../../../src/files/table-name.ts';

describe('tableName', () => {
  it.each([
    ['CDNOW_master.txt', undefined, 'cdnow_master'],
    ['Telco-Customer-Churn.csv', undefined, 'telco_customer_churn'],
    ['orders.csv.gz', undefined, 'orders'],
    ['online_retail_sample_40000.xlsx', 'Sheet1', 'online_retail_sample_40000_sheet1'],
    ['Año 2020 (definitivo).CSV', undefined, 'año_2020__definitivo_'],
    ['no ending', undefined, 'no_ending'],
    ['v1.2 final.parquet', undefined, 'v1_2_final'],
    ['.csv', undefined, 'table'],
    ['विक्री.csv', undefined, 'विक्री'],
    ['_bin_1.csv', undefined, 'bin_1'],
    ['_orders.csv', undefined, '_orders'],
    ['"; drop table raw.x; --.csv', undefined, '___drop_table_raw_x____'],
  ])('calls %s (%s) %s', (file, sheet, name) => {
    expect(tableName(file, sheet)).toBe(name);
  });

  it('always gives letters, digits and underscores', () => {
    fc.assert(
      fc.property(fc.string(), (file) => {
        expect(tableName(file)).toMatch(/^[\p{L}\p{N}\p{M}_]{1,100}$/u);
        expect(isTableName(tableName(file))).toBe(true);
      }),
    );
  });
});

describe('freeName', () => {
  it('counts on when a name is taken, in upper or lower case', () => {
    const taken = new Set(['orders']);
    expect(freeName('Orders', taken)).toBe('Orders_2');
    expect(freeName('orders', taken)).toBe('orders_3');
  });
});

describe('nameColumns', () => {
  it('names what has no name and tells twins apart', () => {
    const { names, unnamed } = nameColumns(['id', '', 'ID', ' id ', 'id_2', '_row', 'RowID']);
    expect(names).toEqual(['id', 'column1', 'ID_3', 'id_4', 'id_2', '_row_2', 'RowID_2']);
    expect(unnamed).toEqual([false, true, false, false, false, false, false]);
  });

  it('keeps hostile names as they stand', () => {
    const hostile = ['a"b', "x'; drop table t; --", '__proto__', 'constructor', 'line\nbreak', 'n'.repeat(10_000)];
    expect(nameColumns(hostile).names).toEqual(hostile);
  });

  it('never gives a name twice', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'A', '_', '2', ' '), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (header) => {
        const lower = nameColumns(header).names.map((given) => given.toLowerCase());
        expect(new Set(lower).size).toBe(header.length);
      }),
    );
  });
});
