import { CholeskyDecomposition, Matrix } from 'ml-matrix';

/** A function to maximise, with its derivatives at a point. */
export interface Curvature {
  value: number;
  gradient: number[];
  hessian: number[][];
}

export interface Maximum {
  at: number[];
  value: number;
  gradient: number[];
  hessian: number[][];
  iterations: number;
  converged: boolean;
}

const LONGEST_STEP = 2;

/**
 * Newton's method with Levenberg damping, for smooth functions of a few variables (Nocedal & Wright 2006, chapters 3
 * and 6). Steps longer than 2 in any coordinate are shortened: meant for logarithms of parameters.
 *
 * Converged means that the Hessian is negative definite and the Newton decrement gᵀ(−H)⁻¹g, twice what the value could
 * still gain, is below `tolerance`. For a log likelihood its root is the distance to the maximum in standard errors.
 *
 * @param objective need not be finite where it is not defined; such steps are shortened, and such a start is given back
 *   without convergence
 * @param start finite
 * @param options `tolerance` default 1e-10; `iterations` default 100; `bound` default 25: coordinates beyond ±bound
 *   stop the search without convergence
 * @example maximiseByNewton(([x]) => ({ value: -x * x, gradient: [-2 * x], hessian: [[-2]] }), [1]).at // [0]
 */
export function maximiseByNewton(
  objective: (at: number[]) => Curvature,
  start: readonly number[],
  options: { tolerance?: number; iterations?: number; bound?: number } = {},
): Maximum {
  const { tolerance = 1e-10, iterations = 100, bound = 25 } = options;
  let at = [...start];
  let current = objective(at);
  if (!Number.isFinite(current.value)) return { at, ...current, iterations: 0, converged: false };
  let damping = 0;
  for (let iteration = 0; ; iteration++) {
    const done = (converged: boolean): Maximum => ({ at, ...current, iterations: iteration, converged });
    const newton = dampedStep(current, 0);
    const decrement = newton ? dot(newton, current.gradient) : Infinity;
    if (decrement < tolerance) return done(true);
    if (iteration === iterations || at.some((coordinate) => Math.abs(coordinate) > bound)) return done(false);
    let improved = false;
    for (let attempt = 0; attempt < 40 && !improved; attempt++) {
      const step = damping === 0 ? newton : dampedStep(current, damping);
      if (step) {
        const size = Math.max(...step.map(Math.abs));
        const shrink = Math.min(1, LONGEST_STEP / size);
        const next = at.map((coordinate, i) => coordinate + shrink * step[i]);
        const candidate = objective(next);
        if (candidate.value > current.value && candidate.value < Infinity) {
          at = next;
          current = candidate;
          improved = true;
        }
      }
      damping = improved ? (damping < 1e-6 ? 0 : damping / 10) : Math.max(10 * damping, 1e-4);
    }
    // Rounding in the value hides gains of this size; the gradient says that the top is reached.
    if (!improved) return done(decrement < Math.max(tolerance, 1e-9 * Math.abs(current.value)));
  }
}

/** Solves (−H + damping · diag) s = g; nothing when that matrix is not positive definite. */
function dampedStep({ gradient, hessian }: Curvature, damping: number): number[] | undefined {
  if (![...gradient, ...hessian.flat()].every(Number.isFinite)) return undefined;
  const matrix = new Matrix(hessian.map((row, i) => row.map((value, j) => -(value + hessian[j][i]) / 2)));
  for (let i = 0; i < gradient.length; i++) {
    const scale = Math.max(Math.abs(hessian[i][i]), 1e-8);
    matrix.set(i, i, matrix.get(i, i) + damping * scale);
  }
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) return undefined;
  return cholesky.solve(Matrix.columnVector(gradient)).to1DArray();
}

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, value, i) => sum + value * y[i], 0);
}
