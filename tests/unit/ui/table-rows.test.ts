import { describe, expect, it } from 'vitest';
import type { TableRef } from '../../../src/core/answer.ts';
import type { Row } from '../../../src/core/json.ts';
import { chunksOf } from '../../../src/ui/table-rows.ts';

const total = 25_001;
const ref: TableRef = {
  rows: total,
  columns: [
    { name: 'id', type: 'VARCHAR' },
    { name: 'n', type: 'DOUBLE' },
  ],
  stored: 'redito.answer_1',
};
const stored = {
  read: (_: string, offset: number, limit: number) => {
    const length = Math.min(limit, total - offset);
    return Promise.resolve({ rows: Array.from({ length }, (_, i) => [`c${offset + i}`, offset + i]) });
  },
};

describe('chunksOf', () => {
  it('reads a stored table to its end, each row once and by name', async () => {
    const rows: Row[] = [];
    for await (const chunk of chunksOf(ref, stored)) rows.push(...chunk);
    expect(rows).toHaveLength(total);
    expect(rows.at(-1)).toEqual({ id: 'c25000', n: 25_000 });
    expect(new Set(rows.map(({ id }) => id)).size).toBe(total);
  });

  it('gives the rows of an answer as they are', async () => {
    const rows = [{ id: 'a' }];
    for await (const chunk of chunksOf(rows, stored)) expect(chunk).toBe(rows);
  });
});
