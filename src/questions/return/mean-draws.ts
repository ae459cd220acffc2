import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Random } from '../../statistics/random.ts';
import type { ArmMoments } from './arms.ts';

/**
 * Draws of a group's means given its data, with a flat prior: multivariate t around the means found, with n − 1 degrees of
 * freedom and the covariance over n.
 *
 * @param arm n ≥ 2
 * @returns a function that gives one draw, as long as the columns; the array is reused
 * @throws RangeError for fewer than two customers
 * Accuracy: intervals of what follows from the draws, fixture `return.py` (scipy.stats.multivariate_t).
 */
export function meanDraws({ n, mean, covariance }: ArmMoments, random: Random): () => Float64Array {
  if (!(n >= 2)) throw new RangeError(`a group of ${n} has no variance`);
  const size = mean.length;
  const root = squareRoot(covariance, n);
  const draw = new Float64Array(size);
  const normal = new Float64Array(root.length);
  return () => {
    const scale = Math.sqrt((n - 1) / (2 * random.gamma((n - 1) / 2)));
    for (let k = 0; k < normal.length; k++) normal[k] = scale * random.normal();
    for (let i = 0; i < size; i++) {
      let value = mean[i];
      for (let k = 0; k < normal.length; k++) value += root[k][i] * normal[k];
      draw[i] = value;
    }
    return draw;
  };
}

/** Vectors whose outer products add up to covariance / n: a slice in which nothing was bought makes it singular. */
function squareRoot(covariance: readonly (readonly number[])[], n: number): number[][] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(covariance.map((row) => [...row])),
    { assumeSymmetric: true },
  );
  const largest = Math.max(...realEigenvalues, 0);
  return realEigenvalues.flatMap((value, k) =>
    value > 1e-12 * largest ? [eigenvectorMatrix.getColumn(k).map((entry) => entry * Math.sqrt(value / n))] : [],
  );
}
