import {
  dispose,
  fused,
  matMul,
  mul,
  sigmoid,
  step,
  sub,
  sum,
  tensor1d,
  tensor2d,
  tidy,
  transpose,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.ts';
import { Adam } from './adam.ts';
import type { Matrix } from './matrix.ts';
import { sigmoid as probability } from './sigmoid.ts';
import { toTensors } from './tensors.ts';

export interface NetworkSettings {
  /** Units of the two hidden layers. */
  hidden: readonly [number, number];
  learningRate: number;
  /** Added to the gradient of the weights, per unit of weight (L2). */
  weightDecay: number;
}

/**
 * A network with two hidden layers of rectified units and one logit, for the log loss. Starts from `heEtAl2015` weights
 * drawn from `random`, steps by Adam. TensorFlow.js multiplies; the gradient is written out, as it is short and needs none
 * of the recorded tape. Transposes come first, as WASM multiplies transposed matrices by a slower path.
 */
export class Network {
  readonly #sizes: readonly number[];
  /** Weights (inputs × units, row after row) and biases of the three layers in turn. */
  readonly #parameters: Float32Array[];
  readonly #adam: Adam;
  readonly #weightDecay: number;

  constructor(inputs: number, { hidden, learningRate, weightDecay }: NetworkSettings, random: Random) {
    this.#sizes = [inputs, ...hidden, 1];
    this.#parameters = this.#sizes.slice(1).flatMap((to, layer) => {
      const from = this.#sizes[layer];
      const scale = Math.sqrt((layer < 2 ? 2 : 1) / from);
      return [Float32Array.from({ length: from * to }, () => scale * random.normal()), new Float32Array(to)];
    });
    this.#adam = new Adam(this.#parameters, learningRate);
    this.#weightDecay = weightDecay;
  }

  /** One step on a batch, rows of `features` with their labels. Gives the mean log loss of the batch before it. */
  step({ rows, columns, values }: Matrix, labels: Float32Array): number {
    const [logits, ...gradients] = tidy(() => {
      const input = tensor2d(values, [rows, columns]);
      const { weights, first, second, logits: atEnd } = this.#forward(input);
      const atLogits: Tensor2D = mul(sub(sigmoid(atEnd), tensor2d(labels, [rows, 1])), 1 / rows);
      const atSecond: Tensor2D = mul(matMul(atLogits, transpose(weights[2])), step(second));
      const atFirst: Tensor2D = mul(matMul(atSecond, transpose(weights[1])), step(first));
      return [
        atEnd,
        matMul(transpose(input), atFirst),
        sum(atFirst, 0),
        matMul(transpose(first), atSecond),
        sum(atSecond, 0),
        matMul(transpose(second), atLogits),
        sum(atLogits, 0),
      ].map((tensor) => tensor.dataSync() as Float32Array);
    });
    for (const layer of [0, 2, 4]) {
      const weights = this.#parameters[layer];
      gradients[layer].forEach((_, i) => (gradients[layer][i] += this.#weightDecay * weights[i]));
    }
    this.#adam.step(this.#parameters, gradients);
    let loss = 0;
    logits.forEach((z, i) => (loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[i] * z));
    return loss / rows;
  }

  /** Probability of each row of blocks made by `toTensors`. */
  predictBlocks(blocks: readonly Tensor2D[]): Float64Array<ArrayBuffer> {
    const logits = blocks.map((block) => tidy(() => this.#forward(block).logits.dataSync() as Float32Array));
    const probabilities = new Float64Array(logits.reduce((rows, part) => rows + part.length, 0));
    let start = 0;
    for (const part of logits) {
      probabilities.set(Float64Array.from(part, probability), start);
      start += part.length;
    }
    return probabilities;
  }

  predict(features: Matrix): Float64Array<ArrayBuffer> {
    const blocks = toTensors(features);
    const probabilities = this.predictBlocks(blocks);
    dispose(blocks);
    return probabilities;
  }

  /** The parameters as they are now. */
  snapshot(): Float32Array[] {
    return this.#parameters.map((values) => values.slice());
  }

  restore(snapshot: readonly Float32Array[]): void {
    this.#parameters.forEach((values, i) => values.set(snapshot[i]));
  }

  #forward(input: Tensor2D): { weights: Tensor2D[]; first: Tensor2D; second: Tensor2D; logits: Tensor2D } {
    const weights: Tensor2D[] = [];
    const biases: Tensor1D[] = [];
    for (const [layer, to] of this.#sizes.slice(1).entries()) {
      weights.push(tensor2d(this.#parameters[2 * layer], [this.#sizes[layer], to]));
      biases.push(tensor1d(this.#parameters[2 * layer + 1]));
    }
    const layer = (a: Tensor2D, i: number, activation: 'relu' | 'linear') =>
      fused.matMul({ a, b: weights[i], bias: biases[i], activation }) as Tensor2D;
    const first = layer(input, 0, 'relu');
    const second = layer(first, 1, 'relu');
    return { weights, first, second, logits: layer(second, 2, 'linear') };
  }
}
