import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/json.ts';
import { suppressTable, withheldText } from '../../../src/reports/suppress-table.ts';

const rule = { counts: ['size', 'active'], kept: ['age'] };

describe('suppressTable', () => {
  it('never leaves a count from 1 to one less than the smallest, nor a number beside it', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 12, noNaN: true }));
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 10 }), (size, active, smallest) => {
        const [row] = suppressTable([{ age: 3, size, active, value: 7, more: [1] }], rule, smallest);
        const isSmall = [size, active].some((count) => count > 0 && count < smallest);
        expect(row!.age).toBe(3);
        if (isSmall) expect([row!.size, row!.active, row!.value, row!.more]).toEqual([null, null, null, null]);
        else expect(row).toEqual({ age: 3, size, active, value: 7, more: [1] });
      }),
    );
  });

  it('withholds the next smallest count with a single small one, as what goes with it', () => {
    const rows: Row[] = [90, 3, 0, 12, 40].map((size) => ({ size, value: size * 2 }));
    const safe = suppressTable(rows, rule, 5);
    expect(safe.map(({ size }) => size)).toEqual([90, null, 0, null, 40]);
    expect([withheldText(safe[1]!, 'size', 5), withheldText(safe[3]!, 'size', 5)]).toEqual(['<5', '•']);
    expect(safe[3]!.value).toBeNull();
  });

  it('leaves no small count as the difference between a column’s total and what is shown', () => {
    const count = fc.integer({ min: 0, max: 15 });
    const rowsOf = fc.array(fc.record({ size: count, active: count }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 2, max: 8 }), (rows, smallest) => {
        const safe = suppressTable(rows, rule, smallest);
        for (const name of ['size', 'active'] as const) {
          const hidden = rows.filter((row, i) => row[name] > 0 && safe[i]![name] === null);
          const shown = rows.filter((row, i) => row[name] > 0 && safe[i]![name] !== null);
          const onlyOne = hidden.length === 1 && hidden[0]![name] < smallest;
          // Nothing is left that could go with it.
          if (onlyOne) expect(shown).toEqual([]);
        }
      }),
    );
  });
});
