import { describe, expect, it } from 'vitest';
import { fitMapping } from '../../../src/semantics/fit-mapping.ts';

const source = {
  table: 'orders',
  columns: {
    customer_id: 'who',
    ordered_at: 'day',
    amount: { expression: '"price" * quantity' },
    currency: { value: 'EUR' },
  },
};

describe('fitMapping', () => {
  it('keeps what has its columns, as they are spelled now', () => {
    expect(
      fitMapping(source, ['who', 'day', 'price', 'quantity'], ['Day', 'WHO', 'price', 'quantity', 'more']),
    ).toEqual({
      fitted: { table: 'orders', columns: { ...source.columns, customer_id: 'WHO', ordered_at: 'Day' } },
      lost: [],
    });
  });

  it('gives up what reads a column that is gone, expressions too', () => {
    expect(fitMapping(source, ['who', 'day', 'price', 'quantity'], ['who', 'price'])).toEqual({
      fitted: { table: 'orders', columns: { customer_id: 'who', currency: { value: 'EUR' } } },
      lost: ['ordered_at', 'amount'],
    });
  });
});
