import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEGMENTS, stageOf, STAGES } from '../../../../src/questions/rfm-segments/question.ts';
import { onGrid, segmentAt, segmentRules } from '../../../../src/questions/rfm-segments/segment-grid.ts';

const scale = [1, 2, 3, 4, 5];
const quantiles = fc.integer({ min: 2, max: 10 });

describe('segmentAt', () => {
  it('gives every place of the grid a segment, and every segment a place', () => {
    const found = scale.flatMap((r) => scale.map((fm) => segmentAt(r, fm)));
    expect(new Set(found)).toEqual(new Set(SEGMENTS));
  });

  it('keeps a segment within one stage, later stages at lower recency', () => {
    for (const fm of scale) {
      const stages = scale.map((r) => STAGES.indexOf(stageOf[segmentAt(r, fm)]));
      expect(stages).toEqual([...stages].sort((a, b) => b - a));
    }
  });

  it.each([
    [0, 1],
    [6, 1],
    [1, 0],
    [1, 6],
    [2.5, 1],
  ])('throws outside the grid: %d, %d', (r, fm) => {
    expect(() => segmentAt(r, fm)).toThrow(RangeError);
  });
});

describe('onGrid', () => {
  it('leaves scores from 1 to 5 as they are and rounds halves up', () => {
    expect(scale.map((score) => onGrid(score, 5))).toEqual(scale);
    expect(onGrid(2.5, 5)).toBe(3);
  });

  it('spans the whole grid and keeps the order, however many quantiles', () => {
    fc.assert(
      fc.property(quantiles, (most) => {
        const places = Array.from({ length: most }, (_, i) => onGrid(i + 1, most));
        expect(places[0]).toBe(1);
        expect(places.at(-1)).toBe(5);
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }),
    );
  });
});

describe('segmentRules', () => {
  it('holds every recency score with every sum of the other two once', () => {
    fc.assert(
      fc.property(quantiles, (most) => {
        const rules = segmentRules(most);
        expect(new Set(rules.map(({ r, sum }) => `${r} ${sum}`)).size).toBe(most * (2 * most - 1));
        expect(rules).toHaveLength(most * (2 * most - 1));
        for (const { gridRecency, gridFrequencyAndMoney, segment } of rules)
          expect(segment).toBe(segmentAt(gridRecency, gridFrequencyAndMoney));
      }),
    );
  });
});
