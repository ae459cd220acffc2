import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Division } from '../../../../src/questions/churn-risk/dataset.ts';
import { divide, type SplitRows } from '../../../../src/questions/churn-risk/split.ts';

function rowsOf(labels: number[], customers?: number[], column?: string[]): SplitRows {
  const rows = Uint32Array.from(labels.keys());
  return {
    labelled: rows.filter((row) => labels[row] >= 0),
    positions: Float64Array.from(rows),
    labels: Int8Array.from(labels),
    customers: Int32Array.from(customers ?? rows),
    ...(column && { column }),
  };
}

const divided = (result: ReturnType<typeof divide>): Division[] => {
  if ('problem' in result) throw new Error(result.problem);
  return result;
};

describe('divide', () => {
  it('tests rows whose number in the file divides by n, counted from 0', () => {
    const [{ training, test }] = divided(divide({ everyNth: 3 }, rowsOf([1, 0, 1, 0, 1, 0, -1]), 1));
    expect([...test]).toEqual([0, 3]);
    expect([...training]).toEqual([1, 2, 4, 5]);
  });

  it('draws a share of the customers, with all their rows, and the same for the same seed', () => {
    const list = fc.array(
      fc.record({ customer: fc.integer({ min: 0, max: 20 }), label: fc.integer({ min: 0, max: 1 }) }),
      {
        minLength: 20,
        maxLength: 120,
      },
    );
    fc.assert(
      fc.property(list, (rows) => {
        const given = rowsOf(
          rows.map(({ label }) => label),
          rows.map(({ customer }) => customer),
        );
        const [{ training, test }] = divided(divide({ testShare: 0.3 }, given, 5));
        expect(training.length + test.length).toBe(rows.length);
        const tested = new Set(Array.from(test, (row) => given.customers[row]));
        for (const row of training) expect(tested.has(given.customers[row])).toBe(false);
        expect(divide({ testShare: 0.3, seed: 5 }, given, 99)).toEqual([{ training, test }]);
      }),
    );
  });

  it('draws from those who left and those who stayed alike', () => {
    const labels = Array.from({ length: 200 }, (_, row) => Number(row < 20));
    const [{ test }] = divided(divide({ testShare: 0.2 }, rowsOf(labels), 1));
    expect(test.filter((row) => labels[row] === 1)).toHaveLength(4);
    expect(test).toHaveLength(40);
  });

  it('reads a column that says which part a row is in', () => {
    const given = rowsOf([1, 0, 1, 0], undefined, ['train', 'Test', 'test ', 'other']);
    const [{ training, test }] = divided(divide({ column: 'part' }, given, 1));
    expect([...training]).toEqual([0]);
    expect([...test]).toEqual([1, 2]);
    expect(divide({ column: 'part' }, rowsOf([1, 0], undefined, ['x', 'y']), 1)).toMatchObject({
      problem: 'split-values',
    });
  });

  it('learns from validation rows, and tests only what is called the test', () => {
    const given = rowsOf([1, 0, 1, 0], undefined, ['train', 'Validation', 'test', 'validación']);
    const [{ training, test }] = divided(divide({ column: 'part' }, given, 1));
    expect([...training]).toEqual([0, 1, 3]);
    expect([...test]).toEqual([2]);
    expect(divide({ column: 'part' }, rowsOf([1, 0], undefined, ['train', 'validation']), 1)).toMatchObject({
      problem: 'split-values',
      values: { examples: ['train', 'validation'] },
    });
  });

  it('makes no fold of rows without one', () => {
    const given = rowsOf([1, 0, 1, 0], undefined, ['2', ' ', '1', '']);
    const divisions = divided(divide({ foldColumn: 'fold' }, given, 1));
    expect(divisions.map(({ training, test }) => [[...training], [...test]])).toEqual([
      [[0], [2]],
      [[2], [0]],
    ]);
  });

  it('tests every fold once', () => {
    const given = rowsOf([1, 0, 1, 0], undefined, ['2', '1', '2', '1']);
    const divisions = divided(divide({ foldColumn: 'fold' }, given, 1));
    expect(divisions.map(({ test }) => [...test])).toEqual([
      [1, 3],
      [0, 2],
    ]);
    expect(divide({ foldColumn: 'fold' }, rowsOf([1, 0], undefined, ['1', '1']), 1)).toMatchObject({
      problem: 'fold-values',
    });
  });
});
