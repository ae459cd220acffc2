import { describe, expect, it } from 'vitest';
import { meantFor, standsFor } from '../../../src/app/stands-for.ts';
import type { TableInfo } from '../../../src/core/table-info.ts';

function table(name: string, columns: string, source: Partial<TableInfo['source']> = {}): TableInfo {
  return {
    ...{ name, id: `id of ${name}`, rows: 1, notices: [], rejectedRows: 0 },
    columns: columns.split(' ').map((column) => ({ name: column, type: 'VARCHAR' })),
    source: { file: `${name}.csv`, format: 'csv', ...source },
  };
}

const orders = table('orders', 'id day amount');
const customers = table('customers', 'id city');

describe('standsFor', () => {
  it('finds the table of a file of the same name, in whatever folder', () => {
    const again = table('orders_2', 'id day total', { file: 'may/Orders.csv' });
    expect(standsFor(again, [orders, customers, again])).toEqual({ table: orders, by: 'file' });
  });

  it('finds the table with the same columns, in whatever order and capitals', () => {
    const may = table('may', 'AMOUNT id day');
    expect(standsFor(may, [orders, customers, may])).toEqual({ table: orders, by: 'columns' });
  });

  it('prefers the file to the columns, and among equals the one that came last', () => {
    const april = table('april', 'id day amount');
    const more = table('more', 'id day amount');
    expect(standsFor(more, [orders, april, more])?.table).toBe(april);
    const again = table('orders_2', 'id day amount', { file: 'orders.csv' });
    expect(standsFor(again, [orders, april, again])?.table).toBe(orders);
  });

  it('finds a table to which files were appended by any of them', () => {
    const both = table('orders', 'id day amount note', { file: 'orders.csv + may.csv' });
    const may = table('may', 'id', { file: 'may.csv' });
    expect(standsFor(may, [both, may])).toEqual({ table: both, by: 'file' });
  });

  it('takes another sheet of the same workbook for another table', () => {
    const one = table('book_one', 'a', { file: 'book.xlsx', sheet: 'one' });
    const two = table('book_two', 'b', { file: 'book.xlsx', sheet: 'two' });
    expect(standsFor(two, [one, two])).toBeUndefined();
  });

  it('leaves samples, later tables and the table itself out', () => {
    const sample = { ...orders, sample: 'online-shop' };
    const again = table('orders_2', 'id day amount', { file: 'orders.csv' });
    expect(standsFor(again, [sample, again])).toBeUndefined();
    expect(standsFor(orders, [orders, again])).toBeUndefined();
    expect(standsFor(again, [orders])).toBeUndefined();
  });
});

describe('meantFor', () => {
  it('takes the same sheet, or else what shares most columns', () => {
    const target = table('book_one', 'id day amount', { sheet: 'one' });
    const one = table('x_one', 'z', { sheet: 'one' });
    expect(meantFor(target, [orders, one])).toBe(one);
    expect(meantFor(target, [customers, orders])).toBe(orders);
    expect(meantFor(target, [])).toBeUndefined();
  });
});
