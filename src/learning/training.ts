import type { FeatureGroup } from './encoding.ts';
import type { Matrix } from './matrix.ts';

export const learners = ['logistic', 'network'] as const;
export type Learner = (typeof learners)[number];

/** All that training needs. The labels of the rows to predict are not part of it: nothing can be tuned on them. */
export interface TrainRequest {
  features: Matrix;
  /** 1 = positive, 0 = negative; one per row of `features`. */
  labels: Uint8Array<ArrayBuffer>;
  /** A number per row of `features` that tells customers apart: a customer may have several rows. */
  customers: Int32Array<ArrayBuffer>;
  /** Validation fold of each row of `features` (see `assignFolds`). */
  folds: Uint8Array<ArrayBuffer>;
  groups: FeatureGroup[];
  /** Rows to predict. */
  predict: Matrix;
  /** Rows of `predict` on which every group is permuted in turn, for permutation importance. */
  permuteRows: Uint32Array<ArrayBuffer>;
  /** How often. */
  permutations: number;
  learners: readonly Learner[];
  seed: number;
}

export interface TrainedModel {
  learner: Learner;
  /** Probability of each training row by models that did not see its fold; NaN where no model left it out. */
  validation: Float64Array<ArrayBuffer>;
  validationAuc: number;
  validationLogLoss: number;
  /** Probability of each row of `predict`. */
  predictions: Float64Array<ArrayBuffer>;
  /** How the optimisation ended, for the evidence: e.g. `gradientNorm`, `penalty`, `epochs`, `members`. */
  details: Record<string, number>;
}

export interface SingleColumn {
  /** Index in `TrainRequest.groups`. */
  group: number;
  /** Of its own logistic regression on the training rows. */
  trainingAuc: number;
  trainingLogLoss: number;
}

export interface LossPoint {
  learner: Learner;
  epoch: number;
  training: number;
  validation: number;
}

export interface TrainResult {
  /** The chosen model first (see `chooseModel`). */
  models: TrainedModel[];
  /** Every column on its own, lowest training log loss first. */
  singleColumns: SingleColumn[];
  /** Predictions of the best of them for each row of `predict`. */
  singlePredictions: Float64Array<ArrayBuffer>;
  /** Predictions of the chosen model for `permuteRows`, per group and permutation. */
  permuted: Float64Array<ArrayBuffer>[][];
  losses: LossPoint[];
  backend: string;
}
