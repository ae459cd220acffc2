import { describe, expect, it } from 'vitest';
import { countCustomers } from '../../../../src/questions/churn-risk/dataset.ts';

describe('countCustomers', () => {
  it('counts customers and not their rows, on both sides if they have rows of both kinds', () => {
    const data = { labels: Uint8Array.of(1, 1, 0, 0, 1), customers: Int32Array.of(7, 7, 7, 8, 9) };
    expect(countCustomers(data, Uint32Array.of(0, 1, 2, 3))).toEqual({ customers: 2, positives: 1, negatives: 2 });
  });
});
