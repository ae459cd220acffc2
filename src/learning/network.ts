import {
  add,
  dispose,
  matMul,
  mul,
  relu,
  sigmoid,
  step,
  sub,
  sum,
  tensor,
  tensor2d,
  tidy,
  train,
  variable,
  type AdamOptimizer,
  type Tensor,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Random } from '../statistics/random.ts';
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
 * drawn from `random`, steps by Adam (`kingmaBa2015`). The gradient is written out: it is short, and needs none of the
 * recorded tape of TensorFlow.js. Keeps tensors until `dispose`.
 */
export class Network {
  readonly #parameters: Variable[];
  readonly #optimizer: AdamOptimizer;
  readonly #weightDecay: number;

  constructor(inputs: number, { hidden, learningRate, weightDecay }: NetworkSettings, random: Random) {
    const sizes = [inputs, ...hidden, 1];
    this.#parameters = sizes.slice(1).flatMap((to, layer) => {
      const from = sizes[layer];
      const scale = Math.sqrt((layer < 2 ? 2 : 1) / from);
      const weights = Float32Array.from({ length: from * to }, () => scale * random.normal());
      return [variable(tensor2d(weights, [from, to])), variable(tensor(new Float32Array(to)))];
    });
    this.#optimizer = train.adam(learningRate);
    this.#weightDecay = weightDecay;
  }

  /** One step on a batch, rows of `features` with their labels. Gives the mean log loss of the batch before it. */
  step(features: Matrix, labels: Float32Array): number {
    const logits = tidy(() => {
      const input = tensor2d(features.values, [features.rows, features.columns]);
      const [w1, b1, w2, b2, w3, b3] = this.#parameters;
      const first: Tensor2D = relu(add(matMul(input, w1 as unknown as Tensor2D), b1));
      const second: Tensor2D = relu(add(matMul(first, w2 as unknown as Tensor2D), b2));
      const logits: Tensor2D = add(matMul(second, w3 as unknown as Tensor2D), b3);
      const target = tensor2d(labels, [features.rows, 1]);
      const atLogits: Tensor2D = mul(sub(sigmoid(logits), target), 1 / features.rows);
      const atSecond: Tensor2D = mul(matMul(atLogits, w3 as unknown as Tensor2D, false, true), step(second));
      const atFirst: Tensor2D = mul(matMul(atSecond, w2 as unknown as Tensor2D, false, true), step(first));
      const gradients: { name: string; tensor: Tensor }[] = [];
      const give = (parameter: Variable, gradient: Tensor2D, decays: boolean) => {
        gradients.push({
          name: parameter.name,
          tensor: decays ? add(gradient, mul(parameter, this.#weightDecay)) : gradient,
        });
      };
      give(w1, matMul(input, atFirst, true), true);
      give(b1, sum(atFirst, 0), false);
      give(w2, matMul(first, atSecond, true), true);
      give(b2, sum(atSecond, 0), false);
      give(w3, matMul(second, atLogits, true), true);
      give(b3, sum(atLogits, 0), false);
      this.#optimizer.applyGradients(gradients);
      return logits.dataSync() as Float32Array;
    });
    return (
      logits.reduce((loss, z, i) => loss + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - labels[i] * z, 0) /
      features.rows
    );
  }

  /** Probability of each row of blocks made by `toTensors`. */
  predictBlocks(blocks: readonly Tensor2D[]): Float64Array<ArrayBuffer> {
    const [w1, b1, w2, b2, w3, b3] = this.#parameters as unknown as Tensor2D[];
    const logits = blocks.flatMap((block) => [
      ...tidy(() => add(matMul(relu(add(matMul(relu(add(matMul(block, w1), b1)), w2), b2)), w3), b3).dataSync()),
    ]);
    return Float64Array.from(logits, probability);
  }

  predict(features: Matrix): Float64Array<ArrayBuffer> {
    const blocks = toTensors(features);
    const probabilities = this.predictBlocks(blocks);
    dispose(blocks);
    return probabilities;
  }

  /** The parameters as they are now. */
  snapshot(): Float32Array[] {
    return this.#parameters.map((parameter) => Float32Array.from(parameter.dataSync()));
  }

  restore(snapshot: readonly Float32Array[]): void {
    this.#parameters.forEach((parameter, i) => {
      const value = tensor(snapshot[i], parameter.shape);
      parameter.assign(value);
      value.dispose();
    });
  }

  dispose(): void {
    dispose(this.#parameters);
    this.#optimizer.dispose();
  }
}
