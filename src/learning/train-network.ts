import { dispose, type Tensor2D } from '@tensorflow/tfjs-core';
import { randomSource, type Random } from '../statistics/random.ts';
import { logLoss } from './evaluation/scoring-rules.ts';
import { takeRows, type Matrix } from './matrix.ts';
import { Network, type NetworkSettings } from './network.ts';
import { toTensors } from './tensors.ts';
import { judged, rowsWhere, takeLabels } from './train-logistic.ts';
import type { LossPoint, TrainedModel, TrainRequest } from './training.ts';

const SETTINGS: NetworkSettings = { hidden: [32, 16], learningRate: 0.002, weightDecay: 0.002 };
const MAX_EPOCHS = 80;
/** Epochs without a lower validation loss after which a member stops. */
const PATIENCE = 8;
/** Five networks up to this many numbers in the training part, three above it. */
const NUMBERS_FOR_FIVE = 1_000_000;

export interface TrainedNetwork {
  model: TrainedModel;
  losses: LossPoint[];
  predict(features: Matrix): Float64Array<ArrayBuffer>;
}

/**
 * An ensemble of networks. Each one leaves one validation fold out, stops when the log loss there has not fallen for
 * eight epochs and goes back to its best epoch; a probability is the mean over the members. The members' predictions
 * for the folds they left out judge the ensemble: a little too kindly, as the stopping looked at them.
 *
 * All members go through an epoch before the next one begins, so that one pair of curves shows the training.
 *
 * @param tick called after each member's epoch with the share that is done
 * @param onEpoch mean training and validation loss of all members after an epoch
 */
export async function trainNetwork(
  request: TrainRequest,
  tick: (share: number) => Promise<void>,
  onEpoch: (point: LossPoint, share: number) => Promise<void>,
): Promise<TrainedNetwork> {
  const { features, labels, folds, seed } = request;
  const foldCount = folds.reduce((most, fold) => Math.max(most, fold), 0) + 1;
  const memberCount = Math.min(foldCount, features.values.length <= NUMBERS_FOR_FIVE ? 5 : 3);
  const members = Array.from(
    { length: memberCount },
    (_, fold) => new Member(features, labels, folds, fold, randomSource(seed, 100 + fold)),
  );
  const losses: LossPoint[] = [];
  try {
    for (let epoch = 1; epoch <= MAX_EPOCHS && members.some((member) => !member.stopped); epoch++) {
      for (const [m, member] of members.entries()) {
        member.epoch();
        await tick((epoch - 1 + (m + 1) / memberCount) / MAX_EPOCHS);
      }
      const point: LossPoint = {
        learner: 'network',
        epoch,
        training: mean(members.map((member) => member.trainingLoss)),
        validation: mean(members.map((member) => member.validationLoss)),
      };
      losses.push(point);
      await onEpoch(point, epoch / MAX_EPOCHS);
    }
    const validation = new Float64Array(labels.length).fill(NaN);
    for (const member of members) member.finish(validation);
    const networks = members.map((member) => member.network);
    const predict = (matrix: Matrix) => meanOf(networks.map((network) => network.predict(matrix)));
    const details = { members: memberCount, epochs: losses.length, columns: features.columns };
    const model: TrainedModel = {
      learner: 'network',
      ...judged(labels, validation),
      predictions: predict(request.predict),
      details,
    };
    return { model, losses, predict };
  } finally {
    members.forEach((member) => member.dispose());
  }
}

/** One network of the ensemble with the rows it learns from and the fold it is stopped by. */
class Member {
  readonly network: Network;
  trainingLoss = NaN;
  /** Of the last epoch while it learns, of the best one after it stopped. */
  validationLoss = NaN;
  stopped = false;
  readonly #features: Matrix;
  readonly #labels: Uint8Array;
  readonly #learning: Uint32Array;
  readonly #held: Uint32Array;
  readonly #heldBlocks: Tensor2D[];
  readonly #heldLabels: Uint8Array;
  readonly #random: Random;
  readonly #batch: number;
  #best: { loss: number; snapshot: Float32Array[]; probabilities: Float64Array } | undefined;
  #sinceBest = 0;

  constructor(features: Matrix, labels: Uint8Array, folds: Uint8Array, fold: number, random: Random) {
    this.#features = features;
    this.#labels = labels;
    this.#learning = rowsWhere(folds, (f) => f !== fold);
    this.#held = rowsWhere(folds, (f) => f === fold);
    this.#heldBlocks = toTensors(takeRows(features, this.#held));
    this.#heldLabels = takeLabels(labels, this.#held);
    this.#random = random;
    this.#batch = batchSize(this.#learning.length);
    this.network = new Network(features.columns, SETTINGS, random);
  }

  epoch(): void {
    if (this.stopped) return;
    const rows = this.#random.shuffle(this.#learning);
    let loss = 0;
    for (let start = 0; start < rows.length; start += this.#batch) {
      const batch = rows.subarray(start, start + this.#batch);
      const batchLabels = Float32Array.from(batch, (row) => this.#labels[row]);
      loss += this.network.step(takeRows(this.#features, batch), batchLabels) * batch.length;
    }
    this.trainingLoss = loss / rows.length;
    const probabilities = this.network.predictBlocks(this.#heldBlocks);
    this.validationLoss = logLoss(this.#heldLabels, probabilities);
    if (this.#best === undefined || this.validationLoss < this.#best.loss - 1e-5) {
      this.#best = { loss: this.validationLoss, snapshot: this.network.snapshot(), probabilities };
      this.#sinceBest = 0;
    } else if (++this.#sinceBest >= PATIENCE) {
      this.stopped = true;
      this.validationLoss = this.#best.loss;
    }
  }

  /** Goes back to the best epoch and writes its probabilities of the fold that was left out. */
  finish(validation: Float64Array): void {
    if (this.#best === undefined) return;
    this.network.restore(this.#best.snapshot);
    const { probabilities } = this.#best;
    this.#held.forEach((row, i) => (validation[row] = probabilities[i]));
  }

  dispose(): void {
    dispose(this.#heldBlocks);
  }
}

/** About 20 to 40 steps per epoch: a power of two between 32 and 4096. */
function batchSize(rows: number): number {
  return Math.min(4096, Math.max(32, 2 ** Math.floor(Math.log2(rows / 20))));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanOf(samples: readonly Float64Array<ArrayBuffer>[]): Float64Array<ArrayBuffer> {
  return samples[0].map((_, i) => mean(samples.map((sample) => sample[i])));
}
