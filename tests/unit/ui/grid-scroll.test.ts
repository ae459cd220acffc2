import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAXIMUM_HEIGHT, scrollScale, topShowing, visibleColumns, visibleRows } from '../../../src/ui/grid-scroll.ts';

const rows = fc.integer({ min: 0, max: 2_000_000_000 });
const rowHeight = fc.integer({ min: 10, max: 80 });
const viewport = fc.integer({ min: 0, max: 4000 });

describe('scrollScale', () => {
  it('keeps both ends', () => {
    fc.assert(
      fc.property(rows, rowHeight, viewport, (count, height, view) => {
        const scale = scrollScale(count, height, view);
        expect(scale.topOf(0)).toBe(0);
        expect(scale.scrollOf(0)).toBe(0);
        expect(scale.topOf(scale.maximumScroll)).toBeCloseTo(scale.maximumTop, 3);
        expect(scale.scrollOf(scale.maximumTop)).toBeCloseTo(scale.maximumScroll, 3);
      }),
    );
  });

  it('never asks for more height than a browser has', () => {
    fc.assert(
      fc.property(rows, rowHeight, viewport, (count, height, view) => {
        expect(scrollScale(count, height, view).scrollHeight).toBeLessThanOrEqual(MAXIMUM_HEIGHT);
      }),
    );
  });

  it('goes further down the list when the bar goes further down', () => {
    fc.assert(
      fc.property(
        rows,
        rowHeight,
        viewport,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, height, view, share) => {
          const { topOf, maximumScroll } = scrollScale(count, height, view);
          expect(topOf(maximumScroll * share)).toBeLessThanOrEqual(topOf(maximumScroll * Math.min(1, share + 0.01)));
        },
      ),
    );
  });

  it('is the identity while the list is low enough', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        viewport,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, view, share) => {
          const scale = scrollScale(count, 30, view);
          expect(scale.scaled).toBe(false);
          expect(scale.topOf(scale.maximumScroll * share)).toBeCloseTo(scale.maximumTop * share, 6);
        },
      ),
    );
  });

  it('reaches every row of ten million', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (row) => {
        const view = 600;
        const scale = scrollScale(10_000_000, 30, view);
        const top = topShowing(row, scale.topOf(scale.scrollOf(Math.min(row * 30, scale.maximumTop))), view, 30);
        const { first, last } = visibleRows(top, view, 30, 10_000_000);
        expect(first).toBeLessThanOrEqual(row);
        expect(last).toBeGreaterThanOrEqual(row);
      }),
    );
  });
});

describe('visibleRows', () => {
  it('stays inside the list and covers the viewport', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        viewport,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, view, share) => {
          const { maximumTop } = scrollScale(count, 30, view);
          const top = maximumTop * share;
          const { first, last } = visibleRows(top, view, 30, count);
          expect(first).toBeGreaterThanOrEqual(0);
          expect(last).toBeLessThan(count);
          expect(first * 30).toBeLessThanOrEqual(top);
          expect((last + 1) * 30).toBeGreaterThanOrEqual(Math.min(top + view, count * 30) - 1e-6);
        },
      ),
    );
  });

  it('has no rows in an empty list', () => {
    const { first, last } = visibleRows(0, 300, 30, 0);
    expect(last).toBeLessThan(first);
  });
});

describe('visibleColumns', () => {
  it('gives the columns that overlap the viewport', () => {
    expect(visibleColumns([100, 50, 200, 80], 0, 120)).toEqual({ first: 0, last: 1 });
    expect(visibleColumns([100, 50, 200, 80], 100, 120)).toEqual({ first: 1, last: 2 });
    expect(visibleColumns([100, 50, 200, 80], 349, 500)).toEqual({ first: 2, last: 3 });
  });
});
