import { dispose, type Tensor2D } from '@tensorflow/tfjs-core';
import { CholeskyDecomposition, Matrix as DenseMatrix } from 'ml-matrix';
import type { Matrix } from './matrix.ts';
import { sigmoid } from './sigmoid.ts';
import { rowProducts, toTensors, weightedCrossProduct, weightedRowSum } from './tensors.ts';

export interface LogisticFit {
  /** One per column, the intercept last. */
  weights: Float64Array;
  /** Mean negative log likelihood, without the penalty, in nats. */
  logLoss: number;
  /** Largest absolute entry of the gradient of the penalised mean log loss at the end. */
  gradientNorm: number;
  steps: number;
}

const MAX_STEPS = 100;
const GRADIENT_NORM = 1e-6;

/**
 * Logistic regression with an L2 penalty on the weights, not on the intercept: minimises
 * mean log loss + ‖w‖² / (2 n variance). `hastieTibshiraniFriedman2009`, section 4.4.
 *
 * `variance` is that of a normal prior on the weights, scikit-learn's `C`; it does not depend on n. The sums over rows
 * run in TensorFlow.js, the Newton steps here in double precision; the Hessian is computed anew only when a step did not
 * shrink the gradient to a quarter. Ends at a largest gradient entry of 1e-6, or where single precision ends.
 *
 * Accuracy: probabilities equal to scikit-learn's `LogisticRegression` within 2e-4 (fixture `logistic.py`).
 * Costs about 6 Newton steps, each one cross product of the columns.
 */
export class LogisticRegression {
  readonly #blocks: Tensor2D[];
  readonly #labels: Uint8Array;
  readonly #width: number;

  /** Keeps tensors until `dispose`. */
  constructor(features: Matrix, labels: Uint8Array) {
    this.#blocks = toTensors(features, true);
    this.#labels = labels;
    this.#width = features.columns + 1;
  }

  /**
   * @param variance of the weights' prior, above 0
   * @param start weights to start from; they save steps and do not change the result
   */
  fit(variance: number, start?: Float64Array): LogisticFit {
    const decay = 1 / (this.#labels.length * variance);
    let point = this.#evaluate(start ?? new Float64Array(this.#width), decay);
    let curvature: CholeskyDecomposition | undefined;
    let steps = 0;
    for (; steps < MAX_STEPS && point.norm > GRADIENT_NORM; steps++) {
      const fresh = curvature === undefined;
      curvature ??= this.#curvature(point.variances, decay);
      const change = curvature.solve(DenseMatrix.columnVector(point.gradient)).to1DArray();
      const next = this.#search(point, change, decay);
      if (next === undefined && fresh) break;
      if (next === undefined || next.norm > 0.25 * point.norm) curvature = undefined;
      point = next ?? point;
    }
    return { weights: point.weights, logLoss: point.logLoss, gradientNorm: point.norm, steps };
  }

  dispose(): void {
    dispose(this.#blocks);
  }

  /** The first of 1, ½, ¼ … of the step that does not lose; none when single precision sees no gain any more. */
  #search(point: Point, change: number[], decay: number): Point | undefined {
    for (let size = 1; size > 1e-4; size /= 2) {
      const next = this.#evaluate(
        point.weights.map((weight, j) => weight - size * change[j]),
        decay,
      );
      if (next.objective < point.objective || (next.objective < point.objective + 1e-9 && next.norm < point.norm)) {
        return next;
      }
    }
    return undefined;
  }

  #evaluate(weights: Float64Array, decay: number): Point {
    const logits = rowProducts(this.#blocks, weights);
    const rows = logits.length;
    const residuals = new Float64Array(rows);
    const variances = new Float64Array(rows);
    let loss = 0;
    for (let i = 0; i < rows; i++) {
      const p = sigmoid(logits[i]);
      loss += Math.max(logits[i], 0) + Math.log1p(Math.exp(-Math.abs(logits[i]))) - this.#labels[i] * logits[i];
      residuals[i] = (p - this.#labels[i]) / rows;
      variances[i] = (p * (1 - p)) / rows;
    }
    const gradient = weightedRowSum(this.#blocks, residuals);
    let penalty = 0;
    for (let j = 0; j < weights.length - 1; j++) {
      gradient[j] += decay * weights[j];
      penalty += (decay * weights[j] ** 2) / 2;
    }
    const norm = gradient.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0);
    return { weights, gradient, variances, norm, logLoss: loss / rows, objective: loss / rows + penalty };
  }

  #curvature(variances: Float64Array, decay: number): CholeskyDecomposition {
    const hessian = DenseMatrix.from1DArray(
      this.#width,
      this.#width,
      weightedCrossProduct(this.#blocks, variances) as unknown as number[],
    );
    const trace = hessian.trace();
    for (let ridge = 1e-7; ; ridge *= 10) {
      const regular = hessian.clone();
      for (let j = 0; j < this.#width; j++) {
        regular.set(j, j, regular.get(j, j) + (j < this.#width - 1 ? decay : 0) + (ridge * trace) / this.#width);
      }
      const decomposition = new CholeskyDecomposition(regular);
      if (decomposition.isPositiveDefinite()) return decomposition;
    }
  }
}

/** Probability of each row. */
export function predictLogistic(features: Matrix, weights: Float64Array): Float64Array<ArrayBuffer> {
  const blocks = toTensors(features, true);
  const probabilities = rowProducts(blocks, weights).map(sigmoid);
  dispose(blocks);
  return probabilities;
}

interface Point {
  weights: Float64Array;
  gradient: Float64Array;
  variances: Float64Array;
  norm: number;
  logLoss: number;
  objective: number;
}
