import { describe, expect, it } from 'vitest';
import { rowKeysOf } from '../../../src/semantics/row-keys.ts';

describe('rowKeysOf', () => {
  it('names the columns by which rows of a table are known, the finest first', () => {
    const mapping = {
      customers: { table: 'log', columns: { customer_id: 'who' } },
      orders: { table: 'log', columns: { order_id: 'ticket', customer_id: 'who', ordered_at: 'day', amount: 'paid' } },
      products: { table: 'other', columns: { product_id: 'sku' } },
    };
    expect(rowKeysOf(mapping, ['log'])).toEqual(['ticket', 'who']);
    expect(rowKeysOf(mapping, ['other'])).toEqual(['sku']);
  });

  it('takes no expression for a key', () => {
    const mapping = { customers: { table: 'log', columns: { customer_id: { expression: 'lower(who)' } } } };
    expect(rowKeysOf(mapping, ['log'])).toEqual([]);
  });
});
