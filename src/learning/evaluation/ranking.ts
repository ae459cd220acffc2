/** Rows from the highest score to the lowest; rows with the same score stand together and count as one step. */
export interface Ranking {
  order: Uint32Array;
  /** Where each group of equal scores ends in `order` (exclusive), ascending; the last one is the number of rows. */
  tieEnds: Uint32Array;
}

/**
 * Ranks scores once, so that many weightings (a bootstrap) can be evaluated without sorting again.
 *
 * @param scores any finite numbers; higher means more likely positive
 * @throws RangeError when a score is NaN
 */
export function rankByScore(scores: Float64Array): Ranking {
  const order = Uint32Array.from(scores, (score, row) => {
    if (Number.isNaN(score)) throw new RangeError(`score ${row} is NaN`);
    return row;
  }).sort((a, b) => scores[b] - scores[a] || a - b);
  const ends: number[] = [];
  for (let i = 0; i < order.length; i++) {
    if (i === order.length - 1 || scores[order[i]] !== scores[order[i + 1]]) ends.push(i + 1);
  }
  return { order, tieEnds: Uint32Array.from(ends) };
}

/** Weight of all rows and of the positive ones, group of equal scores by group of equal scores, from the highest. */
export function* walkTies(
  labels: Uint8Array,
  { order, tieEnds }: Ranking,
  weights?: Float64Array,
): Generator<{ weight: number; positive: number; row: number }> {
  let i = 0;
  for (const end of tieEnds) {
    let weight = 0;
    let positive = 0;
    const row = order[i];
    for (; i < end; i++) {
      const w = weights ? weights[order[i]] : 1;
      weight += w;
      if (labels[order[i]] === 1) positive += w;
    }
    yield { weight, positive, row };
  }
}
