import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCompanions } from '../../../src/reports/companions.ts';

const withheldOf = (counts: readonly number[], smallest = 5) =>
  [...withCompanions(counts, smallest).withheld].map((i) => counts[i]!).sort((a, b) => a - b);

/** All ways to fill what is withheld: every small count from 1 to `smallest` − 1, the others as large as they may be. */
function valuesOf(at: number, counts: readonly number[], smallest: number): Set<number> {
  const { withheld } = withCompanions(counts, smallest);
  const hidden = [...withheld];
  const shown = counts.filter((count, i) => count > 0 && !withheld.has(i));
  const largest = Math.min(...shown, 60) - 1;
  const sum = hidden.reduce((all, i) => all + counts[i]!, 0);
  const found = new Set<number>();
  const fill = (k: number, left: number, own: number): void => {
    if (k === hidden.length) return void (left === 0 && found.add(own));
    const isSmall = counts[hidden[k]!]! < smallest;
    const [low, high] = isSmall ? [1, smallest - 1] : [smallest, Math.min(largest, left)];
    for (let value = low; value <= high; value++) fill(k + 1, left - value, hidden[k] === at ? value : own);
  };
  fill(0, sum, 0);
  return found;
}

describe('withCompanions', () => {
  it('withholds nothing where nothing is small', () => {
    expect(withheldOf([0, 5, 90])).toEqual([]);
  });

  it.each<[string, number[], number[]]>([
    ['one small count with the next smallest', [90, 3, 0, 12, 40], [3, 12]],
    ['two small ones alone, as their sum may come about in several ways', [2, 3, 40], [2, 3]],
    ['two of the least with a third: their sum could be nothing else', [1, 1, 50], [1, 1, 50]],
    ['two of the most with a third: their sum could be nothing else', [4, 4, 50, 60], [4, 4, 50]],
    ['a small one and the least that is not with a third', [1, 5, 50], [1, 5, 50]],
    ['more, where the next that is shown leaves a companion no other value', [4, 5, 6, 50], [4, 5, 6]],
    ['equal counts together', [3, 12, 12, 40], [3, 12, 12]],
  ])('withholds %s', (_, counts, withheld) => {
    expect(withheldOf(counts)).toEqual(withheld);
    expect(withCompanions(counts, 5).isTold).toBe(false);
  });

  it('leaves every small count two values at least whose sum is the same, or says that it cannot', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 3, max: 6 }), (counts, smallest) => {
        const { withheld, isTold } = withCompanions(counts, smallest);
        const small = [...counts.keys()].filter((i) => counts[i]! > 0 && counts[i]! < smallest);
        expect(small.every((i) => withheld.has(i))).toBe(true);
        const isFixed = small.some((i) => valuesOf(i, counts, smallest).size < 2);
        expect(isFixed).toBe(isTold);
        if (isTold) expect(counts.every((count, i) => count === 0 || withheld.has(i))).toBe(true);
      }),
    );
  });

  it('withholds the same counts in whatever order they come', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (counts) => {
        expect(withheldOf([...counts].reverse())).toEqual(withheldOf(counts));
      }),
    );
  });

  it('takes no company for counts below 2: they are 1 whatever the sum', () => {
    expect(withheldOf([1, 7, 8], 2)).toEqual([1]);
  });

  it('counts on what is withheld for another reason', () => {
    expect([...withCompanions([3, 12, 40], 5, new Set([2])).withheld].sort()).toEqual([0, 2]);
  });
});
