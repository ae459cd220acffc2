import { describe, expect, it } from 'vitest';
import { takenBack } from '../../../../../src/app/pages/mapping/taken-back.ts';
import type { Mapping } from '../../../../../src/semantics/mapping.ts';

const orders = (table: string): Mapping => ({ orders: { table, columns: { customer_id: 'who' } } });
const customers: Mapping = { customers: { table: 'people', columns: { customer_id: 'id' } } };

describe('takenBack', () => {
  it('gives back what was changed, left out or added, and keeps what has come since', () => {
    expect(takenBack(orders('a'), orders('b'), { ...orders('b'), ...customers })).toEqual({
      ...orders('a'),
      ...customers,
    });
    expect(takenBack({ ...orders('a'), ...customers }, orders('a'), orders('a'))).toEqual({
      ...orders('a'),
      ...customers,
    });
    expect(takenBack({}, orders('a'), { ...orders('a'), ...customers })).toEqual(customers);
  });
});
