import { normalQuantile } from '../../statistics/normal-quantile.ts';
import type { Ranking } from './ranking.ts';

/** Rows on both sides of the cut, as a share of the rows above it, that tell how many are positive there. */
const NEIGHBOURS = 0.25;

/**
 * Confidence interval of `liftAt` by the delta method, on the logarithm of the lift, with the sum of each customer's
 * influences as the unit: `davisonHinkley1997`, section 2.7. The influence of a row is that on the positives found, less
 * what it moves the cut by times the share of positives at the cut, less that on the base rate.
 *
 * A percentile bootstrap covers too often here (92% at 90%), as it draws the labels at the cut again and again.
 *
 * @param labels 1 = positive, 0 = negative
 * @param ranking of the scores of the same rows; ties at the cut count in part
 * @param share in (0, 1), as for `liftAt`
 * @param customers a number per row; rows with the same one are not independent
 * @param level in (0, 1)
 * @returns undefined when there is no positive row above the cut, or one customer only
 *
 * Assumes independent customers and a model that is taken as trained. Accuracy: coverage in `tests/simulate`. O(n).
 */
export function liftInterval(
  labels: Uint8Array,
  { order, tieEnds }: Ranking,
  share: number,
  customers: ArrayLike<number>,
  level: number,
): { low: number; high: number } | undefined {
  const rows = order.length;
  const cut = share * rows;
  const inside = insideShares(tieEnds, cut);
  let found = 0;
  let positives = 0;
  let near = 0;
  let nearPositives = 0;
  order.forEach((row, rank) => {
    found += inside[rank] * labels[row];
    positives += labels[row];
    if (Math.abs(rank + 0.5 - cut) <= Math.max(1, NEIGHBOURS * cut)) {
      near++;
      nearPositives += labels[row];
    }
  });
  if (found === 0) return undefined;
  const atCut = nearPositives / near;
  const influences = new Map<number, number>();
  order.forEach((row, rank) => {
    const onFound = (inside[rank] * labels[row] - found / rows - atCut * (inside[rank] - share)) / (found / rows);
    const onBaseRate = labels[row] / (positives / rows) - 1;
    influences.set(customers[row], (influences.get(customers[row]) ?? 0) + onFound - onBaseRate);
  });
  if (influences.size < 2) return undefined;
  const squares = [...influences.values()].reduce((sum, influence) => sum + influence * influence, 0);
  const standardError = Math.sqrt((influences.size / (influences.size - 1)) * squares) / rows;
  const factor = Math.exp(normalQuantile((1 + level) / 2) * standardError);
  const lift = found / (share * positives);
  return { low: lift / factor, high: lift * factor };
}

/** How much of each rank lies above the cut: 1, 0, or for ties at the cut a part. */
function insideShares(tieEnds: Uint32Array, cut: number): Float64Array {
  const shares = new Float64Array(tieEnds[tieEnds.length - 1] ?? 0);
  let start = 0;
  for (const end of tieEnds) {
    shares.fill(Math.min(1, Math.max(0, (cut - start) / (end - start))), start, end);
    start = end;
  }
  return shares;
}
