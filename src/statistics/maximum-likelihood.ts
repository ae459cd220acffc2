import { CholeskyDecomposition, EigenvalueDecomposition, inverse, Matrix } from 'ml-matrix';
import { maximiseByNelderMead } from './nelder-mead.ts';
import { maximiseByNewton, type Curvature, type Maximum } from './newton.ts';
import type { Random } from './random.ts';

/** A fit of positive parameters by maximum likelihood, with what is needed to judge it. */
export interface LikelihoodFit {
  /** In the parameters' own units. */
  estimate: number[];
  logLikelihood: number;
  /** Of the estimates, by the delta method from the logarithms. */
  standardErrors: number[];
  /** Of the logarithms of the parameters: inverse of the observed information. */
  covarianceOfLogs: number[][];
  /** Largest absolute derivative of the log likelihood with respect to the logarithm of a parameter. */
  gradientNorm: number;
  /** Largest over smallest eigenvalue of the observed information of the logarithms. */
  conditionNumber: number;
  starts: number;
  /** How many starts ended within 1e-4 of the best log likelihood. */
  agreeing: number;
}

/** Why there is no fit: no start reached a maximum, or the data say nothing about a parameter. */
export type FitFailure = 'no-maximum' | 'flat';

/** Above this standard error of a logarithm the likelihood is flat: the parameter could as well be 100 times larger. */
const LARGEST_LOG_ERROR = 3;

/**
 * Maximum likelihood for positive parameters, in their logarithms, from several starts: Newton's method with the
 * observed Hessian; from a start where that fails, Nelder–Mead and Newton again.
 *
 * @param logLikelihood value and derivatives with respect to the parameters themselves
 * @param starts at least one, all positive
 * @returns the best maximum, or why there is none
 * Assumes a likelihood that is smooth inside; standard errors are asymptotic.
 * Cost: about 10 evaluations per start.
 */
export function fitPositive(
  logLikelihood: (parameters: number[]) => Curvature,
  starts: readonly (readonly number[])[],
): LikelihoodFit | FitFailure {
  const objective = (logs: number[]) => inLogs(logLikelihood(logs.map(Math.exp)), logs.map(Math.exp));
  const maxima = starts.map((start) => climb(objective, start.map(Math.log))).filter((maximum) => maximum.converged);
  if (maxima.length === 0) return 'no-maximum';
  const best = maxima.reduce((x, y) => (y.value > x.value ? y : x));
  const information = new Matrix(symmetric(best.hessian)).mul(-1);
  const eigenvalues = new EigenvalueDecomposition(information, { assumeSymmetric: true }).realEigenvalues;
  const smallest = Math.min(...eigenvalues);
  if (!(smallest > 0)) return 'flat';
  const covarianceOfLogs = symmetric(inverse(information).to2DArray());
  const estimate = best.at.map(Math.exp);
  const errors = covarianceOfLogs.map((row, i) => Math.sqrt(row[i]));
  if (!errors.every((error) => error < LARGEST_LOG_ERROR)) return 'flat';
  return {
    estimate,
    logLikelihood: best.value,
    standardErrors: estimate.map((value, i) => value * errors[i]),
    covarianceOfLogs,
    gradientNorm: Math.max(...best.gradient.map(Math.abs)),
    conditionNumber: Math.max(...eigenvalues) / smallest,
    starts: starts.length,
    agreeing: maxima.filter((maximum) => best.value - maximum.value < 1e-4).length,
  };
}

function climb(objective: (logs: number[]) => Curvature, start: number[]): Maximum {
  const first = maximiseByNewton(objective, start);
  if (first.converged) return first;
  const near = maximiseByNelderMead((logs) => objective(logs).value, start);
  return maximiseByNewton(objective, near);
}

function symmetric(matrix: number[][]): number[][] {
  return matrix.map((row, i) => row.map((value, j) => (value + matrix[j][i]) / 2));
}

/** The chain rule from θ to ln θ: ∂/∂ln θ = θ ∂/∂θ. */
function inLogs({ value, gradient, hessian }: Curvature, parameters: number[]): Curvature {
  const slope = gradient.map((g, i) => g * parameters[i]);
  return {
    value,
    gradient: slope,
    hessian: hessian.map((row, i) => row.map((h, j) => h * (parameters[i] * parameters[j]) + (i === j ? slope[i] : 0))),
  };
}

/**
 * Draws of the parameters from the normal approximation to their posterior under a flat prior on the logarithms
 * (Bernstein–von Mises): ln θ ~ N(ln θ̂, observed information⁻¹). The first parameter's draws come first.
 *
 * @returns one array of `count` draws per parameter, all positive
 * @example drawParameters(fit, 500, randomSource(1))[0].length // 500
 */
export function drawParameters(fit: LikelihoodFit, count: number, random: Random): Float64Array[] {
  const factor = new CholeskyDecomposition(new Matrix(fit.covarianceOfLogs)).lowerTriangularMatrix;
  const logs = fit.estimate.map(Math.log);
  const draws = logs.map(() => new Float64Array(count));
  for (let d = 0; d < count; d++) {
    const normals = logs.map(() => random.normal());
    for (let i = 0; i < logs.length; i++) {
      let log = logs[i];
      for (let j = 0; j <= i; j++) log += factor.get(i, j) * normals[j];
      draws[i][d] = Math.exp(log);
    }
  }
  return draws;
}
