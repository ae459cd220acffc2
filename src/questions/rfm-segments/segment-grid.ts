import type { Segment } from './question.ts';

/**
 * Rows: recency from 5 (latest) down to 1. Columns: frequency and money together, from 1 to 5.
 *
 * ```
 *      1               2                   3                   4            5
 * 5    new             potential-loyalist  potential-loyalist  champions    champions
 * 4    promising       potential-loyalist  potential-loyalist  loyal        champions
 * 3    about-to-sleep  about-to-sleep      need-attention      loyal        loyal
 * 2    hibernating     hibernating         at-risk             at-risk      cannot-lose
 * 1    lost            lost                at-risk             at-risk      cannot-lose
 * ```
 *
 * Names and places are common practice; no publication fixes them, so the evidence prints the grid.
 */
const GRID: readonly (readonly [Segment, Segment, Segment, Segment, Segment])[] = [
  ['lost', 'lost', 'at-risk', 'at-risk', 'cannot-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cannot-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'champions'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
];

/** Rows and columns of the grid. */
export const GRID_SIZE = 5;

/** @throws RangeError unless both are whole numbers from 1 to 5. */
export function segmentAt(recency: number, frequencyAndMoney: number): Segment {
  const segment = GRID[recency - 1]?.[frequencyAndMoney - 1];
  if (!segment) throw new RangeError(`outside the grid: ${recency}, ${frequencyAndMoney}`);
  return segment;
}

/** A score, or a mean of two, from 1 to `quantiles` on the scale of the grid, halves up; with five quantiles as it is. */
export function onGrid(score: number, quantiles: number): number {
  return 1 + Math.floor(((score - 1) * (GRID_SIZE - 1)) / (quantiles - 1) + 0.5);
}

export interface SegmentRule {
  r: number;
  /** Sum of the scores of frequency and money. */
  sum: number;
  gridRecency: number;
  gridFrequencyAndMoney: number;
  segment: Segment;
}

/** The segment of every recency score and sum of the other two scores there can be: what queries join. */
export function segmentRules(quantiles: number): SegmentRule[] {
  const recencies = Array.from({ length: quantiles }, (_, i) => i + 1);
  const sums = Array.from({ length: 2 * quantiles - 1 }, (_, i) => i + 2);
  return recencies.flatMap((r) =>
    sums.map((sum) => {
      const [gridRecency, gridFrequencyAndMoney] = [onGrid(r, quantiles), onGrid(sum / 2, quantiles)];
      return { r, sum, gridRecency, gridFrequencyAndMoney, segment: segmentAt(gridRecency, gridFrequencyAndMoney) };
    }),
  );
}
