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

  it('leaves no small count alone as the difference between a column’s total and what is shown', () => {
    const count = fc.integer({ min: 0, max: 15 });
    const rowsOf = fc.array(fc.record({ size: count, active: count }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 3, max: 8 }), (rows, smallest) => {
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

  it('does not say which counts are small where their sum would tell them', () => {
    const safe = suppressTable([{ size: 1 }, { size: 5 }, { size: 0 }], rule, 5);
    expect(safe.map((row) => withheldText(row, 'size', 5))).toEqual(['•', '•', undefined]);
    const enough = suppressTable([{ size: 1 }, { size: 6 }], rule, 5);
    expect(enough.map((row) => withheldText(row, 'size', 5))).toEqual(['<5', '•']);
  });
});

describe('suppressTable of rows within others', () => {
  const within = { counts: ['customers'], within: [['segment']] };
  const rows = (...cells: [segment: string, customers: number][]): Row[] =>
    cells.map(([segment, customers]) => ({ segment, customers }));
  const shown = (table: Row[]) => suppressTable(table, within, 5).map(({ customers }) => customers);

  it('takes the company of a small count from its own segment, whose total another table shows', () => {
    const table = rows(['loyal', 3], ['new', 6], ['loyal', 40], ['new', 2], ['new', 9]);
    expect(shown(table)).toEqual([null, null, null, null, 9]);
  });

  it('withholds all of the segments that the other table withholds, and says nothing of their parts', () => {
    const table = rows(['lost', 3], ['new', 6], ['new', 0], ['new', 3], ['loyal', 40], ['loyal', 50]);
    const safe = suppressTable(table, within, 5);
    const segments = suppressTable(rows(['lost', 3], ['new', 9], ['loyal', 90]), { counts: ['customers'] }, 5);
    expect(segments.map(({ customers }) => customers)).toEqual([null, null, 90]);
    expect(safe.map(({ customers }) => customers)).toEqual([null, null, null, null, 40, 50]);
    expect(safe.slice(0, 4).map((row) => withheldText(row, 'customers', 5))).toEqual(['•', '•', '•', '•']);
  });

  it('withholds no part of a segment alone, and all parts of the segments that are withheld', () => {
    const cell = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const names = [...new Set(cells.map(([name]) => name))];
        const of = (name: string) => cells.filter(([own]) => own === name);
        const sums = rows(
          ...names.map((name) => [name, of(name).reduce((sum, [, n]) => sum + n, 0)] as [string, number]),
        );
        const segments = suppressTable(sums, { counts: ['customers'] }, 5);
        const parts = suppressTable(rows(...cells), within, 5);
        // Where that is not enough, all of them are withheld.
        if (parts.every(({ customers }) => customers === null)) return;
        for (const [s, name] of names.entries()) {
          const hidden = parts.filter((part) => part.segment === name && part.customers === null).length;
          if (segments[s]!.customers === null) expect(hidden).toBe(of(name).length);
          else expect(hidden).not.toBe(1);
        }
      }),
    );
  });

  it('withholds everything where a total tells a small count all the same', () => {
    expect(shown(rows(['loyal', 4], ['loyal', 4], ['new', 40]))).toEqual([null, null, null]);
  });
});

describe('suppressTable of groups that are compared', () => {
  const arms = {
    counts: ['n'],
    shares: [{ share: 'mean', of: 'n', where: { column: 'unit', value: 'share' } }],
    isCompared: true as const,
  };
  const shown = (rows: Row[]) => suppressTable(rows, arms, 5).map(({ n }) => n);
  const row = (n: number, mean: number, unit = 'share'): Row => ({ n, mean, unit });

  it('withholds all of them, and what was planned, as soon as one is too small', () => {
    const groups = [100, 104, 3].map((n): Row => ({ n, planned: 70 }));
    const safe = suppressTable(groups, { counts: ['n'], isCompared: true }, 5);
    expect(safe.flatMap(({ n, planned }) => [n, planned])).toEqual([null, null, null, null, null, null]);
    expect(safe.map((group) => withheldText(group, 'n', 5))).toEqual(['•', '•', '•']);
  });

  it('withholds them where too few said yes, or no', () => {
    expect(shown([row(500, 0.004), row(500, 0.2)])).toEqual([null, null]);
    expect(shown([row(500, 0.2), row(500, 0.996)])).toEqual([null, null]);
  });

  it('leaves them where nobody did, enough did, or it is no share', () => {
    expect(shown([row(500, 0), row(500, 1), row(500, 0.01)])).toEqual([500, 500, 500]);
    expect(shown([row(500, 0.004, 'number'), row(500, 0.002, 'money')])).toEqual([500, 500]);
  });
});
