import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scrollBy } from '../../../../src/app/demo/bring-into-view.ts';

const free = { top: 68, bottom: 800 };
const charts = fc
  .record({ top: fc.integer({ min: -3000, max: 3000 }), height: fc.integer({ min: 1, max: 1500 }) })
  .map(({ top, height }) => ({ top, bottom: top + height }));

describe('scrollBy', () => {
  it('leaves a chart that is in view where it is', () => {
    expect(scrollBy({ top: 68, bottom: 800 }, free)).toBe(0);
    expect(scrollBy({ top: 300, bottom: 500 }, free)).toBe(0);
  });

  it('brings the end of one that lies below just above the panel', () => {
    expect(scrollBy({ top: 900, bottom: 1400 }, free)).toBe(600);
  });

  it('brings the beginning of one that lies above, or is taller than there is room, below the top bar', () => {
    expect(scrollBy({ top: -500, bottom: -200 }, free)).toBe(-1000);
    expect(scrollBy({ top: -100, bottom: 400 }, free)).toBe(-400);
    expect(scrollBy({ top: 400, bottom: 1400 }, free)).toBe(332);
  });

  it('has the chart in view afterwards, or its beginning at the top', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const by = scrollBy(chart, free);
        const [top, bottom] = [chart.top - by, chart.bottom - by];
        expect(top).toBeGreaterThanOrEqual(free.top);
        expect(bottom <= free.bottom || top === free.top).toBe(true);
      }),
    );
  });
});
