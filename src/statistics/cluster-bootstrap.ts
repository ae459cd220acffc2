import type { Random } from './random.ts';

/**
 * Draws for a bootstrap that resamples clusters (customers), not rows: each draw takes as many clusters as there are, with
 * replacement, and gives every row the number of times its cluster was drawn. `efron1979`, `davisonHinkley1997` 3.8.
 *
 * @param clusters a number per row; rows with the same one are drawn together
 * @returns a function that gives the weights of the next draw, always in the same array
 *
 * Assumes independent clusters. Costs one random number per cluster and draw.
 *
 * @example const draw = clusterBootstrap([7, 7, 8], randomSource(1)); draw() // two equal weights, then one; 2, 1 or 0 each
 */
export function clusterBootstrap(clusters: ArrayLike<number>, random: Random): () => Float64Array {
  const numbers = new Map<number, number>();
  const cluster = Uint32Array.from(clusters, (id) => {
    const known = numbers.get(id) ?? numbers.size;
    numbers.set(id, known);
    return known;
  });
  const times = new Uint32Array(numbers.size);
  const weights = new Float64Array(cluster.length);
  return () => {
    times.fill(0);
    for (let drawn = 0; drawn < times.length; drawn += 1) times[random.integer(times.length)] += 1;
    for (let row = 0; row < weights.length; row++) weights[row] = times[cluster[row]];
    return weights;
  };
}
