import { describe, expect, it } from 'vitest';
import { missingColumns, validateMapping } from '../../../src/semantics/validate-mapping.ts';

const tables = [
  {
    name: 'log',
    columns: [
      { name: 'who', type: 'VARCHAR' },
      { name: 'day', type: 'DATE' },
      { name: 'paid', type: 'DOUBLE' },
    ],
  },
];
const columns = { customer_id: 'who', ordered_at: 'day', amount: 'paid' };

describe('validateMapping', () => {
  it('accepts columns, expressions, values and the row', () => {
    expect(validateMapping({ orders: { table: 'log', columns } }, tables)).toEqual({
      orders: { table: 'log', columns },
    });
    validateMapping({ orders: { table: 'log', columns: { ...columns, amount: { expression: 'paid * 2' } } } }, tables);
    validateMapping({ labels: { table: 'log', columns: { customer_id: { row: true }, label: 'who' } } }, tables);
    validateMapping(
      { surveys: { table: 'log', columns: { answered_at: 'day', kind: { value: 'nps' }, score: { value: 3 } } } },
      tables,
    );
    validateMapping({}, tables);
  });

  it('lets tables with attributes have columns of their own', () => {
    validateMapping({ customers: { table: 'log', columns: { customer_id: 'who', tier: 'paid' } } }, tables);
  });

  it.each<[string, unknown, string, object]>([
    ['something else', 'orders', 'mapping-invalid', {}],
    ['a list', [], 'mapping-invalid', {}],
    ['an entry without columns', { orders: { table: 'log' } }, 'mapping-invalid', {}],
    [
      'an unknown business table',
      { invoices: { table: 'log', columns } },
      'mapping-unknown-table',
      { business: 'invoices' },
    ],
    ['a name from the prototype', { constructor: { table: 'log', columns } }, 'mapping-unknown-table', {}],
    [
      'a table that is not there',
      { orders: { table: 'gone', columns } },
      'mapping-no-table',
      { table: 'gone', known: 'log' },
    ],
    [
      'a column that is not there',
      { orders: { table: 'log', columns: { ...columns, amount: 'price' } } },
      'mapping-no-column',
      { column: 'amount', source: 'price' },
    ],
    [
      'an unknown business column',
      { orders: { table: 'log', columns: { ...columns, colour: 'who' } } },
      'mapping-unknown-column',
      { column: 'colour' },
    ],
    [
      'a missing column',
      { orders: { table: 'log', columns: { customer_id: 'who' } } },
      'mapping-required',
      { columns: 'ordered_at, amount' },
    ],
    [
      'a source of no known form',
      { orders: { table: 'log', columns: { ...columns, amount: 3 } } },
      'mapping-source',
      { column: 'amount' },
    ],
    [
      'a source with two forms',
      { orders: { table: 'log', columns: { ...columns, amount: { value: 1, row: true } } } },
      'mapping-source',
      {},
    ],
    [
      'a value that is no number',
      { orders: { table: 'log', columns: { ...columns, amount: { value: NaN } } } },
      'mapping-source',
      {},
    ],
  ])('rejects %s', (_, mapping, code, details) => {
    expect(() => validateMapping(mapping, tables)).toThrow(
      expect.objectContaining({ code, details: expect.objectContaining(details) as object }),
    );
  });
});

describe('missingColumns', () => {
  it('finds order lines by their order, or by customer and time', () => {
    expect(missingColumns('order_items', new Set(['product_id', 'order_id']))).toEqual([]);
    expect(missingColumns('order_items', new Set(['product_id', 'customer_id', 'ordered_at']))).toEqual([]);
    expect(missingColumns('order_items', new Set(['product_id', 'customer_id']))).toEqual(['order_id']);
  });
});
