import { describe, expect, it } from 'vitest';
import { missingNeeds } from '../../../src/core/question.ts';

const needs = [
  [{ table: 'orders', columns: ['customer_id', 'ordered_at', 'amount'] }],
  [{ table: 'labels', columns: ['label'] }],
];

describe('missingNeeds', () => {
  it('is empty when one set of needs is met', () => {
    expect(missingNeeds({ needs }, { labels: { columns: { label: 'Churn' } } })).toEqual([]);
  });

  it('names the columns of the set that comes closest', () => {
    const mapping = { orders: { columns: { customer_id: 'a', ordered_at: 'b' } } };
    expect(missingNeeds({ needs: needs.slice(0, 1) }, mapping)).toEqual(['orders.amount']);
  });

  it('names the table when nothing of it is mapped', () => {
    expect(missingNeeds({ needs }, {})).toEqual(['orders']);
  });
});
