import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/json.ts';
import { discloseTable } from '../../../src/reports/disclose-table.ts';

const privacy = { smallest: 5, ids: 'drop' as const };

describe('discloseTable', () => {
  const people: Row[] = [
    { customer_id: 'zoe', row: 7, spend: 9 },
    { customer_id: 'ana', row: 8, spend: 9 },
    { customer_id: null, row: 9, spend: 2 },
  ];
  const ids = { ids: ['customer_id', 'row'] };

  it('drops ids and orders the rows by what is left', async () => {
    expect(await discloseTable(people, ids, privacy)).toEqual({ columns: ['spend'], rows: [[2], [9], [9]] });
    const turned = await discloseTable([...people].reverse(), ids, privacy);
    expect(turned).toEqual(await discloseTable(people, ids, privacy));
  });

  it('hashes ids with the salt, the same id to the same text, and nobody stays nobody', async () => {
    const one = await discloseTable([...people, people[0]!], ids, { smallest: 5, ids: { salt: 's' } });
    const column = one.rows.map(([id]) => id);
    expect(column[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(column[3]).toBe(column[0]);
    expect(column[1]).not.toBe(column[0]);
    expect(column[2]).toBeNull();
    const other = await discloseTable(people, ids, { smallest: 5, ids: { salt: 't' } });
    expect(other.rows[0]![0]).not.toBe(column[0]);
    expect(JSON.stringify(one)).not.toMatch(/ana|zoe/);
  });

  it('holds amounts to the cent, and other numbers without the noise of their last places', async () => {
    const table: Row[] = [{ n: 7, revenue: 431851.9700000016, mean: 61.85073394495405, share: 0.1 + 0.2 }];
    const { rows } = await discloseTable(table, { counts: ['n'], money: ['revenue'] }, privacy);
    expect(rows).toEqual([[7, 431851.97, 61.8507339449541, 0.3]]);
  });

  it('writes small counts as text and leaves what goes with them empty', async () => {
    const cells: Row[] = [
      { cohort: '2020-01-01', age: 1, size: 40, active: 3, value: 12.5, complete: true },
      { cohort: '2020-01-01', age: 2, size: 40, active: 6, value: 9, complete: true },
      { cohort: '2020-01-01', age: 3, size: 40, active: 7, value: 9, complete: true },
    ];
    const { rows } = await discloseTable(cells, { counts: ['size', 'active'], kept: ['age'] }, privacy);
    expect(rows).toEqual([
      ['2020-01-01', 1, null, '<5', null, true],
      ['2020-01-01', 2, null, null, null, true],
      ['2020-01-01', 3, 40, 7, 9, true],
    ]);
  });
});
