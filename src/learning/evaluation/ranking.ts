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

/** Weights of all rows and of the positive ones, by group of equal scores from the highest. */
export interface TieSums {
  weights: Float64Array;
  positives: Float64Array;
}

/** Adds up the rows of each group of equal scores. Costs O(n). */
export function sumTies(labels: Uint8Array, { order, tieEnds }: Ranking, rowWeights?: Float64Array): TieSums {
  const weights = new Float64Array(tieEnds.length);
  const positives = new Float64Array(tieEnds.length);
  let i = 0;
  for (let group = 0; group < tieEnds.length; group++) {
    let weight = 0;
    let positive = 0;
    for (const end = tieEnds[group]; i < end; i++) {
      const row = order[i];
      const w = rowWeights === undefined ? 1 : rowWeights[row];
      weight += w;
      positive += w * labels[row];
    }
    weights[group] = weight;
    positives[group] = positive;
  }
  return { weights, positives };
}
